import PlanModel
import VietnameseText

/// Periods as people write them in a cell: `2024-Q3`, `Q3/2024`, `quý III/2024`, `quý 3 năm 2024`,
/// `6 tháng đầu năm 2024`.
enum PeriodWords {
  /// The period a text names beyond doubt; nil for any other words.
  static func period(_ text: String) -> Period? {
    guard text.utf8.count <= 60 else { return nil }
    if let period = Period.parse(text) { return period }
    var words = withoutDiacritics(text).lowercased()
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    words.removeAll { $0 == "nam" || $0 == "ky" || $0 == "dau" }
    // 2024/Q3 as well as Q3/2024
    if words.count > 1, year(words[0]) != nil { words.append(words.removeFirst()) }
    guard let year = words.popLast().flatMap(year) else { return nil }
    switch words {
    case []: return Period(.year, year: year)
    case ["9", "thang"]: return Period(.nineMonths, year: year)
    case ["6", "thang"]: return Period(.half, year: year, ordinal: 1)
    case ["6", "thang", "cuoi"]: return Period(.half, year: year, ordinal: 2)
    default: break
    }
    switch (words.first, words.count) {
    case ("quy", 2), ("qui", 2): return quarter(words[1], year)
    case ("thang", 2): return month(words[1], year)
    case (let word?, 1) where word.first == "q":
      return quarter(String(word.drop { $0.isLetter && $0 != "i" && $0 != "v" }), year)
    case (let word?, 1): return month(word, year)
    default: return nil
    }
  }

  private static func year(_ word: String) -> Int? {
    word.utf8.count == 4 && word.utf8.allSatisfy(\.isDigit) ? Int(word) : nil
  }

  private static func quarter(_ word: String, _ year: Int) -> Period? {
    let numerals = ["i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4]
    return numerals[word].flatMap { Period(.quarter, year: year, ordinal: $0) }
  }

  private static func month(_ word: String, _ year: Int) -> Period? {
    guard word.utf8.count <= 2, let number = Int(word) else { return nil }
    return Period(.month, year: year, ordinal: number)
  }
}
