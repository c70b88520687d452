import PlanModel
import VietnameseText

/// Periods as people write them in a cell: `2024-Q3`, `Q3/2024`, `quý III/2024`, `quý 3 năm 2024`.
enum PeriodWords {
  static func period(_ text: String) -> Period? {
    if let period = Period.parse(text) { return period }
    let words = PlainKey(text).text.split { " /-.,".contains($0) }.map(String.init)
      .filter { $0 != "nam" }
    switch words.count {
    case 1: return Period.parse(words[0])
    case 2:
      if words[0].first == "q", let year = Int(words[1]) {
        return quarter(words[0].dropFirst(), year)
      }
      return month(words[0], words[1])
    case 3:
      guard let year = Int(words[2]) else { return nil }
      if words[0] == quarterWord { return quarter(words[1][...], year) }
      if words[0] == "thang" { return month(words[1], words[2]) }
      if words == ["9", "thang", words[2]] { return Period(.nineMonths, year: year) }
      if words == ["6", "thang", words[2]] { return Period(.half, year: year, ordinal: 1) }
      return nil
    default: return nil
    }
  }

  /// The fold writes i for y after "qu".
  private static let quarterWord = PlainKey("quý").text

  private static func quarter(_ text: Substring, _ year: Int) -> Period? {
    let numerals = ["i": 1, "ii": 2, "iii": 3, "iv": 4]
    return (numerals[String(text)] ?? Int(text)).flatMap {
      Period(.quarter, year: year, ordinal: $0)
    }
  }

  private static func month(_ month: String, _ year: String) -> Period? {
    guard let month = Int(month), let year = Int(year) else { return nil }
    return Period(.month, year: year, ordinal: month)
  }
}
