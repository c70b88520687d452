/// Why a cell is no number.
extension NumberReader {
  static func defect(_ words: [Unicode.Scalar], _ first: Unicode.Scalar) -> NumberDefect? {
    if first == "#" {
      return words.allSatisfy { $0 == "#" } ? .hiddenBySpreadsheet : .spreadsheetError
    }
    if words.contains(where: { "'\u{2019}\u{2018}\u{60}\u{B4}".unicodeScalars.contains($0) }) {
      return words.contains(where: isDigit) ? .apostrophe : .text
    }
    if "-\u{2212}\u{2013}\u{2014}".unicodeScalars.contains(first) {
      let rest = words.dropFirst().drop { $0 == " " }
      if rest.first.map(isDigit) == true { return .negative }
      return isNotFinite(String(String.UnicodeScalarView(words)).lowercased()) ? .notFinite : .text
    }
    if first == "(", words.last == ")", words.dropFirst().dropLast().allSatisfy(isNumeric) {
      return .negative
    }
    return nil
  }

  static func defectOfText(_ words: [Unicode.Scalar]) -> NumberDefect {
    let text = String(String.UnicodeScalarView(words)).lowercased()
    if isNotFinite(text) { return .notFinite }
    if text.hasPrefix("0x"), text.dropFirst(2).allSatisfy(\.isHexDigit) { return .hexadecimal }
    let hasDigit = words.contains(where: isDigit)
    if hasDigit, isScientific(text) { return .scientific }
    let letters = words.filter { !isNumeric($0) }
    if hasDigit, !letters.isEmpty, letters.allSatisfy({ "OoIl|".unicodeScalars.contains($0) }) {
      return .letterInDigits
    }
    return words.allSatisfy(isNumeric) ? .grouping : .text
  }

  private static func isNotFinite(_ text: String) -> Bool {
    let name = text.drop { "+-\u{2212}".contains($0) }
    return ["nan", "inf", "infinity", "∞", "vô cùng"].contains(name)
  }

  /// Two or three runs of digits as in a date, the second perhaps a month's name that Excel gave it:
  /// `31/8`, `31/8/2018 00:00`, `2018-08-31`, `31-Aug`, `5-Thg8`.
  static func isDate(_ words: [Unicode.Scalar]) -> Bool {
    let text = String(String.UnicodeScalarView(words))
    switch DateReader.read(text) {
    case .date, .unreadable(.impossible), .unreadable(.monthFirst), .unreadable(.twoDigitYear):
      return true
    default: break
    }
    let parts = text.split(omittingEmptySubsequences: false) { "/-".contains($0) }
    guard (2...3).contains(parts.count), parts.allSatisfy({ (1...5).contains($0.count) }) else {
      return false
    }
    let numbers = parts.count { part in part.unicodeScalars.allSatisfy(isDigit) }
    return numbers == parts.count || (numbers == parts.count - 1 && parts.contains(where: isMonth))
  }

  private static func isMonth(_ word: Substring) -> Bool {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "thg",
    ]
    return names.contains { word.lowercased().hasPrefix($0) }
  }

  private static func isScientific(_ text: String) -> Bool {
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].first?.isNumber == true else { return false }
    let exponent = parts[1].drop { $0 == "+" || $0 == "-" }
    return !exponent.isEmpty && exponent.allSatisfy(\.isNumber)
      && parts[0].allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
  }
}
