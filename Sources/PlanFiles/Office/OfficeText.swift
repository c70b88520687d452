internal import PlanModel
internal import VietnameseText

/// The text of a YAML file, held against what may stand in a file that people read and mend.
enum OfficeText {
  /// The bytes as text without byte order mark; nil, with a finding, when they are not UTF-8.
  static func decode(_ bytes: [UInt8], path: String) -> (text: String?, report: FileReport) {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: body, as: UTF8.self) else {
      let report = FileReport(path: path)
      report.add(.notUTF8("these bytes are not UTF-8 text"), at: .init(line: badLine(body)))
      return (nil, report)
    }
    let report = FileReport(path: path, text: text)
    return (reportHidden(in: text, to: report) ? nil : text, report)
  }

  private static func badLine(_ bytes: ArraySlice<UInt8>) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1
  }

  /// Reports the first invisible or control character of each line; true when there is one that the
  /// YAML parser would refuse or take for a line end, so that its lines would be counted
  /// differently.
  private static func reportHidden(in text: String, to report: FileReport) -> Bool {
    var line = 1
    var column = 0
    var reportedLine = 0
    var isFatal = false
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      // a carriage return is known to be alone when the next scalar is seen
      if previous == "\r", scalar != "\n" { note("\r", column - 1) }
      if scalar == "\n" {
        line += 1
        column = 0
      } else {
        if scalar != "\r", scalar != "\t", isHidden(scalar) { note(scalar, column) }
        column += 1
      }
      previous = scalar
    }
    return isFatal

    func note(_ scalar: Unicode.Scalar, _ column: Int) {
      if scalar.value < 0xA0 || scalar.value == 0x2028 || scalar.value == 0x2029 { isFatal = true }
      if reportedLine == line { return }
      reportedLine = line
      report.add(.hiddenCharacter(String(scalar)), at: .init(line: line, column: column))
    }
  }

  /// The text in form C, its blanks and line ends as single spaces and none at its ends.
  static func folded(_ text: String) -> String {
    if isFolded(text) { return toNFC(text) }
    var folded = String.UnicodeScalarView()
    var isSpaceDue = false
    for scalar in text.unicodeScalars {
      if isBlank(scalar) {
        isSpaceDue = !folded.isEmpty
        continue
      }
      if isSpaceDue { folded.append(" ") }
      isSpaceDue = false
      folded.append(scalar)
    }
    return toNFC(String(folded))
  }

  /// Whether its blanks are single spaces already, none of them at an end.
  private static func isFolded(_ text: String) -> Bool {
    var isAfterSpace = true
    for scalar in text.unicodeScalars {
      let isSpace = isBlank(scalar)
      if isSpace, isAfterSpace || scalar != " " { return false }
      isAfterSpace = isSpace
    }
    return !isAfterSpace || text.isEmpty
  }

  /// White space by its numbers: the tables of the library cost more than the rest of the reading.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Whether a scalar leaves no mark on screen; most text is told apart by its number alone.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x34E, 0x1EA0...0x1EFF: false
    default: visible(String(scalar)) != String(scalar)
    }
  }
}
