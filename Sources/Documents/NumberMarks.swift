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
    var fields: [[UInt8]] = [[]]
    var place = bytes.startIndex
    while place < bytes.endIndex {
      guard let value = Self.markValue(in: bytes, at: place),
        let byte = UInt8(exactly: value - Self.base)
      else { return nil }
      if byte == UInt8(ascii: "\t") {
        fields.append([])
      } else {
        fields[fields.count - 1].append(byte)
      }
      place += 4
    }
    let texts = fields.map { String(decoding: $0, as: UTF8.self) }
    guard texts.count == 7, let source = Source(rawValue: texts[0]) else { return nil }
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
    MarkedText.read(self, text: { clean.append($0) }, mark: { _ in })
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

  /// Takes the marks out of a text.
  public init(_ marked: String) {
    var clean: [UInt8] = []
    var origins: [NumberOrigin?] = []
    var pending: NumberOrigin?
    var scanner = NumberScanner()
    Self.read(
      marked,
      text: { byte in
        if scanner.begins(at: byte) { origins.append(pending) }
        pending = nil
        clean.append(byte)
      },
      mark: { mark in
        pending = NumberOrigin(mark: mark)
        scanner = NumberScanner()
      })
    text = marked.mayHoldMarks ? String(decoding: clean, as: UTF8.self) : marked
    self.origins = origins
  }

  /// Hands over the bytes of a text without its marks, and between them the inside of each mark.
  ///
  /// A mark that does not end takes the rest of the text with it.
  fileprivate static func read(
    _ marked: String, text: (UInt8) -> Void, mark: (ArraySlice<UInt8>) -> Void
  ) {
    let bytes = Array(marked.utf8)[...]
    var place = 0
    var start: Int?
    while place < bytes.count {
      guard let value = NumberOrigin.markValue(in: bytes, at: place) else {
        if start == nil { text(bytes[place]) }
        place += 1
        continue
      }
      if let open = start {
        if NumberOrigin.isLast(value) {
          mark(bytes[open..<place])
          start = nil
        }
      } else if NumberOrigin.isFirst(value) {
        start = place + 4
      }
      place += 4
    }
  }

  /// Of each number, whether it stands between quotes.
  public var areQuoted: [Bool] {
    var scanner = NumberScanner()
    var isQuoted = false
    return text.utf8.compactMap { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return scanner.begins(at: byte) ? isQuoted : nil
    }
  }
}
