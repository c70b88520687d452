/// The marks that carry the origin of a number through finished sentences.
///
/// They are code points of plane 15, which have no meaning and no glyph of their own; text from outside that
/// holds any has them written out before it comes here. All are read and written as the four bytes that
/// each of them takes: every word of a document passes through here.
extension NumberOrigin {
  private static let base: UInt32 = 0xF0000
  private static let first: UInt32 = 0xF0100
  private static let last: UInt32 = 0xF0101

  /// The origin as an unseen mark.
  public var mark: String { String(decoding: markBytes, as: UTF8.self) }

  /// The same as bytes.
  fileprivate var markBytes: [UInt8] {
    let fields = [source.rawValue, field, item, unit, period, window, role?.rawValue ?? ""]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * fields.reduce(fields.count + 1) { $0 + $1.utf8.count })
    func add(_ value: UInt32) {
      for shift in [UInt32(18), 12, 6, 0] {
        let bits = UInt8(truncatingIfNeeded: value >> shift) & 0x3F
        bytes.append(shift == 18 ? 0xF0 | bits : 0x80 | bits)
      }
    }
    add(Self.first)
    for (place, field) in fields.enumerated() {
      if place > 0 { add(Self.base + UInt32(UInt8(ascii: "\t"))) }
      for byte in field.utf8 { add(Self.base + UInt32(byte)) }
    }
    add(Self.last)
    return bytes
  }

  /// Reads a mark without its first and last code point; nil for anything that is none.
  fileprivate init?(mark bytes: ArraySlice<UInt8>) {
    var inside: [UInt8] = []
    inside.reserveCapacity(bytes.count / 4)
    // source, field, item, unit, period, window, role
    var texts = InlineArray<7, String>(repeating: "")
    var (field, start) = (0, 0)
    func text() -> String { String(decoding: inside[start...], as: UTF8.self) }
    var place = bytes.startIndex
    while place < bytes.endIndex {
      guard let value = Self.markValue(in: bytes, at: place),
        let byte = UInt8(exactly: value - Self.base)
      else { return nil }
      if byte == UInt8(ascii: "\t") {
        guard field < 6 else { return nil }
        texts[field] = text()
        (field, start) = (field + 1, inside.count)
      } else {
        inside.append(byte)
      }
      place += 4
    }
    texts[field] = text()
    guard field == 6, let source = Source(rawValue: texts[0]) else { return nil }
    self.init(
      source, texts[1], item: texts[2], unit: texts[3], periodText: texts[4], window: texts[5],
      role: Role(rawValue: texts[6]))
  }

  /// The code point of a mark at a place of UTF-8; nil where another one stands.
  fileprivate static func markValue(in bytes: ArraySlice<UInt8>, at place: Int) -> UInt32? {
    guard bytes[place] == 0xF3, bytes[place + 1] == 0xB0 else { return nil }
    let value =
      base + UInt32(bytes[place + 2] & 0x3F) << 6 + UInt32(bytes[place + 3] & 0x3F)
    return value <= last ? value : nil
  }

  fileprivate static func isFirst(_ value: UInt32) -> Bool { value == first }
  fileprivate static func isLast(_ value: UInt32) -> Bool { value == last }
}

extension String {
  /// The text with the origin of every number in it that does not say its own.
  func from(_ origin: NumberOrigin) -> String {
    guard holdsDigits else { return self }
    let mark = origin.markBytes
    let bytes = Array(utf8)[...]
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 2 * mark.count)
    var number = NumberScanner()
    for (place, byte) in bytes.enumerated() {
      if number.begins(at: byte) {
        let isMarked =
          place >= 4
          && NumberOrigin.markValue(in: bytes, at: place - 4).map(NumberOrigin.isLast) ?? false
        if !isMarked { result += mark }
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The same where nobody records origins: the text as it is.
  func from(_ origin: NumberOrigin?) -> String { origin.map { from($0) } ?? self }

  /// The text without any marks, for places that do not record origins.
  public var unmarked: String {
    guard mayHoldMarks else { return self }
    var clean: [UInt8] = []
    clean.reserveCapacity(utf8.count)
    MarkedBytes.read(Array(utf8)) { text, _ in clean += text }
    return String(decoding: clean, as: UTF8.self)
  }

  /// Whether some code point of the last planes stands in it; marks are among these.
  fileprivate var mayHoldMarks: Bool {
    let bytes = utf8.span
    for place in bytes.indices where bytes[place] == 0xF3 { return true }
    return false
  }

  /// Whether a digit stands in it.
  var holdsDigits: Bool {
    let bytes = utf8.span
    for place in bytes.indices where NumberScanner.isDigit(bytes[place]) { return true }
    return false
  }
}

/// Finds where numbers begin: digits, with single `.` and `,` between them.
struct NumberScanner {
  private var isInside = false
  private var sawSeparator = false

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Takes the next byte of UTF-8, and says whether a number begins with it.
  mutating func begins(at byte: UInt8) -> Bool {
    if Self.isDigit(byte) {
      let isNew = !isInside
      isInside = true
      sawSeparator = false
      return isNew
    }
    if isInside, !sawSeparator, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
      sawSeparator = true
    } else {
      isInside = false
    }
    return false
  }

  /// Whether a digit was last seen.
  var isOpen: Bool { isInside && !sawSeparator }
  /// Whether a digit was last seen, or a separator that may stand inside a number.
  var isNumberGoingOn: Bool { isInside }
}

/// A text freed of its marks, with its numbers in order and what the marks said of each.
public struct MarkedText {
  /// The text as it is printed.
  public let text: String
  /// The origin of each number of the text, in order; nil where none was given.
  public let origins: [NumberOrigin?]
  /// Of each number, whether it stands between quotes.
  public let areQuoted: [Bool]

  /// Takes the marks out of a text.
  public init(_ marked: String) {
    var clean: [UInt8] = []
    clean.reserveCapacity(marked.utf8.count)
    var origins: [NumberOrigin?] = []
    var areQuoted: [Bool] = []
    var pending: NumberOrigin?
    // numbers of one sentence often have one origin
    var lastMark: ArraySlice<UInt8> = []
    var lastOrigin: NumberOrigin?
    var scanner = NumberScanner()
    var printed = NumberScanner()
    var isQuoted = false
    MarkedBytes.read(Array(marked.utf8)) { text, mark in
      for (place, byte) in text.enumerated() {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if printed.begins(at: byte) { areQuoted.append(isQuoted) }
        // a mark speaks of the number right behind it
        if scanner.begins(at: byte) { origins.append(place == 0 ? pending : nil) }
      }
      if !text.isEmpty { pending = nil }
      clean += text
      guard let mark else { return }
      if mark != lastMark { (lastMark, lastOrigin) = (mark, NumberOrigin(mark: mark)) }
      pending = lastOrigin
      scanner = NumberScanner()
    }
    text = marked.mayHoldMarks ? String(decoding: clean, as: UTF8.self) : marked
    self.origins = origins
    self.areQuoted = areQuoted
  }
}

/// Marked text as bytes.
private enum MarkedBytes {
  /// Hands over the bytes of a text between its marks, each time with the inside of the mark behind them;
  /// the last ones have none.
  ///
  /// A mark that does not end takes the rest of the text with it.
  static func read(
    _ all: [UInt8], _ body: (_ text: ArraySlice<UInt8>, _ mark: ArraySlice<UInt8>?) -> Void
  ) {
    let bytes = all[...]
    var place = 0
    var start = 0
    while place < bytes.count {
      guard bytes[place] == 0xF3, let value = NumberOrigin.markValue(in: bytes, at: place) else {
        place += 1
        continue
      }
      // what stands between marks and is none of them is not printed either
      body(bytes[start..<place], nil)
      place += 4
      start = place
      guard NumberOrigin.isFirst(value) else { continue }
      let open = place
      while place < bytes.count {
        let value = bytes[place] == 0xF3 ? NumberOrigin.markValue(in: bytes, at: place) : nil
        place += value == nil ? 1 : 4
        if let value, NumberOrigin.isLast(value) {
          body([], bytes[open..<(place - 4)])
          break
        }
      }
      start = place
    }
    body(bytes[start..<place], nil)
  }
}
