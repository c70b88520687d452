/// The one sanitiser between the program's text and a workbook.
///
/// XML has no place for control characters, U+FFFE and U+FFFF, a C string none for NUL, and Excel
/// reads `_x0041_` in stored text as the letter A.
public enum CellText {
  /// The most UTF-16 units one cell holds.
  public static let limit = 32_767

  /// What stands at the end of a shortened text.
  static let mark = "… [cắt bớt]"

  /// A text that fits, and whether it had to be shortened.
  public struct Fitted: Hashable, Sendable {
    /// The text, clean, with `mark` at its end if shortened.
    public let text: String
    /// Whether something was left out.
    public let wasShortened: Bool
  }

  /// `text` with line ends made "\n" and every other control character except tab, and U+FFFE and
  /// U+FFFF, shown as U+FFFD.
  ///
  ///     CellText.clean("a\r\nb\u{1}")  // "a\nb\u{FFFD}"
  public static func clean(_ text: String) -> String {
    if isReady(text) { return text }
    var result = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: result.append("\n")
      case 0x0A: if !afterReturn { result.append("\n") }
      case 0x09: result.append(scalar)
      case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
      afterReturn = scalar.value == 0x0D
    }
    return String(result)
  }

  /// `text`, clean, cut if need be so that it fits a place of `limit` UTF-16 units with `mark` at
  /// its end. Whole characters are cut, not parts of them.
  public static func fitted(_ text: String, limit: Int = CellText.limit) -> Fitted {
    if text.utf8.count <= limit, isReady(text) { return Fitted(text: text, wasShortened: false) }
    let clean = clean(text)
    if storedLength(clean) <= limit { return Fitted(text: clean, wasShortened: false) }
    var budget = limit - mark.utf16.count
    while budget > 0 {
      let candidate = prefix(of: clean, units: budget) + mark
      let excess = storedLength(candidate) - limit
      if excess <= 0 { return Fitted(text: candidate, wasShortened: true) }
      budget -= excess
    }
    return Fitted(text: prefix(of: mark, units: limit), wasShortened: true)
  }

  /// `text` as the file must hold it: clean, and with the underscore of every `_xHHHH_` written as
  /// `_x005F_`.
  static func stored(_ text: String) -> String { isReady(text) ? text : escaped(clean(text)) }

  /// `text` as the file must hold it; throws when it has more than `limit` UTF-16 units there.
  static func stored(_ text: String, limit: Int, _ call: String) throws -> String {
    let stored = stored(text)
    try requireLength(stored, limit: limit, call)
    return stored
  }

  /// `text`, clean, for places where Excel does not read `_xHHHH_`; throws when it is too long.
  static func clean(_ text: String, limit: Int, _ call: String) throws -> String {
    let clean = clean(text)
    try requireLength(clean, limit: limit, call)
    return clean
  }

  private static func requireLength(_ text: String, limit: Int, _ call: String) throws {
    // UTF-8 is never shorter than UTF-16, and its length is known
    guard text.utf8.count > limit else { return }
    let units = text.utf16.count
    if units > limit {
      throw SpreadsheetError.refused(
        .length, call, "the text has \(units) UTF-16 units, at most \(limit) fit")
    }
  }

  private static func storedLength(_ clean: String) -> Int { escaped(clean).utf16.count }

  private static func prefix(of text: String, units: Int) -> String {
    var end = text.startIndex
    var used = 0
    while end < text.endIndex {
      let next = text.index(after: end)
      used += text.utf16.distance(from: end, to: next)
      if used > units { break }
      end = next
    }
    return String(text[..<end])
  }

  /// Whether the file may hold `text` as it is, which is so for nearly every text.
  ///
  /// Every text of a workbook passes here, so all bytes are looked at without a branch, which compilers
  /// turn into many at a time. Of a text with a rare letter it may say no for nothing.
  static func isReady(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var odd: UInt8 = 0
    var previous: UInt8 = 0
    for index in bytes.indices {
      // unchecked, for a check is a branch; the index is one of its own
      let byte = unsafe bytes[unchecked: index]
      odd |= bit(byte < 0x20) & bit(byte != 0x0A) & bit(byte != 0x09)
      odd |= bit(byte == 0x7F) | (bit(previous == 0xC2) & bit(byte < 0xA0))
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF
      odd |= bit(previous == 0xBF) & bit(byte >= 0xBE)
      odd |= bit(previous == UInt8(ascii: "_")) & bit(byte == UInt8(ascii: "x"))
      previous = byte
    }
    return odd == 0
  }

  @inline(__always)
  private static func bit(_ holds: Bool) -> UInt8 { holds ? 1 : 0 }

  private static func escaped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var copied = 0
    var index = 0
    while index + 6 < bytes.count {
      if bytes[index] == UInt8(ascii: "_"), isEscape(bytes[index..<(index + 7)]) {
        result += bytes[copied..<index]
        result += "_x005F_".utf8
        copied = index + 1
      }
      index += 1
    }
    if copied == 0 { return text }
    result += bytes[copied...]
    return String(decoding: result, as: UTF8.self)
  }

  private static func isEscape(_ seven: ArraySlice<UInt8>) -> Bool {
    let start = seven.startIndex
    guard seven[start + 1] == UInt8(ascii: "x"), seven[start + 6] == UInt8(ascii: "_") else {
      return false
    }
    return seven[(start + 2)...(start + 5)].allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
        UInt8(ascii: "a")...UInt8(ascii: "f"):
        true
      default: false
      }
    }
  }
}
