/// What stands between the fields of a record.
public enum Separator: UInt8, Sendable, CaseIterable {
  /// `,`
  case comma = 0x2C
  /// `;`, what Excel writes where the comma is the decimal sign.
  case semicolon = 0x3B
  /// The tab character.
  case tab = 0x09
}

/// How often each separator stands in a line outside quotes.
public struct SeparatorCounts: Sendable, Equatable {
  /// Commas.
  public var comma = 0
  /// Semicolons.
  public var semicolon = 0
  /// Tab characters.
  public var tab = 0

  /// Counts nothing yet.
  public init() {}

  /// The count of one separator.
  public subscript(separator: Separator) -> Int {
    switch separator {
    case .comma: comma
    case .semicolon: semicolon
    case .tab: tab
    }
  }

  /// The separator that occurs most; nil when none occurs, or two occur equally often.
  public var mostFrequent: Separator? {
    let most = max(comma, semicolon, tab)
    let candidates = Separator.allCases.filter { self[$0] == most }
    return most > 0 && candidates.count == 1 ? candidates[0] : nil
  }
}

/// Counts the separators of the line that `text` begins with: up to its first line end outside
/// quotes, which may be the end of `text`.
public func separatorCounts(ofLine text: ArraySlice<UInt8>) -> SeparatorCounts {
  var counts = SeparatorCounts()
  var isQuoted = false
  for byte in text {
    if byte == Byte.quote { isQuoted.toggle() }
    if isQuoted { continue }
    if Byte.isLineEnd(byte) { break }
    switch Separator(rawValue: byte) {
    case .comma: counts.comma += 1
    case .semicolon: counts.semicolon += 1
    case .tab: counts.tab += 1
    case nil: break
    }
  }
  return counts
}

/// A first line such as `sep=;`, by which a file tells Excel its separator.
///
/// Excel does not show it: the rows it numbers begin after it, the physical lines with it.
public struct SeparatorLine: Sendable, Equatable {
  /// The byte after `sep=`.
  public let byte: UInt8
  /// Bytes of the line with its line end: where the first row begins.
  public let length: Int

  /// The separator declared; nil when it is none that this module reads.
  public var separator: Separator? { Separator(rawValue: byte) }

  /// Recognises the line at the beginning of `text`; any case, quoted or not.
  public init?(in text: ArraySlice<UInt8>) {
    let end = text.firstIndex(where: Byte.isLineEnd) ?? text.endIndex
    var line = text[..<end]
    if line.first == Byte.quote, line.count > 1, line.last == Byte.quote {
      line = line.dropFirst().dropLast()
    }
    let name = line.prefix(4).map { $0 | 0x20 }
    guard line.count == 5, name[0...2] == [0x73, 0x65, 0x70], line.dropFirst(3).first == 0x3D,
      let byte = line.last, byte < 0x80
    else { return nil }
    var next = end
    if next < text.endIndex {
      let isCRLF =
        text[next] == Byte.carriageReturn && next + 1 < text.endIndex
        && text[next + 1] == Byte.lineFeed
      next += isCRLF ? 2 : 1
    }
    self.byte = byte
    length = next - text.startIndex
  }
}
