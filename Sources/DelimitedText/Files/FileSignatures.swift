/// Recognises files that are not delimited text by how they begin.
enum FileSignatures {
  /// The format of a file that is not text at all; nil when it may be text.
  static func binaryFormat(_ bytes: ArraySlice<UInt8>) -> ForeignFormat? {
    if bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6]) {
      return packedFormat(bytes)
    }
    for (start, format) in binaryStarts where bytes.starts(with: start) { return format }
    return nil
  }

  /// The format of a file that is text, but of another kind: HTML, XML, rich text.
  static func markupFormat(_ text: ArraySlice<UInt8>) -> ForeignFormat? {
    guard let first = text.firstIndex(where: { $0 > Byte.space }) else { return nil }
    let start = String(
      decoding: text[first...].prefix(16).map { $0 & 0x7F }, as: UTF8.self
    ).lowercased()
    for (prefix, format) in markupStarts where start.hasPrefix(prefix) { return format }
    return nil
  }

  private static let binaryStarts: [(start: [UInt8], format: ForeignFormat)] = [
    ([0xD0, 0xCF, 0x11, 0xE0], .ole),
    (Array("%PDF-".utf8), .pdf),
    ([0x1F, 0x8B, 0x08], .archive),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .archive),
    (Array("Rar!".utf8) + [0x1A, 0x07], .archive),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image),
    ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF87a".utf8), .image),
    (Array("GIF89a".utf8), .image),
    ([0xFF, 0xFE, 0, 0], .utf32),
    ([0, 0, 0xFE, 0xFF], .utf32),
  ]

  private static let markupStarts: [(prefix: String, format: ForeignFormat)] = [
    ("<!doctype html", .html), ("<html", .html), ("<head", .html), ("<body", .html),
    ("<table", .html), ("<meta", .html), ("<?xml", .xml), ("{\\rtf", .rtf),
  ]

  /// The names of a zip's members stand in clear text at its beginning.
  private static func packedFormat(_ bytes: ArraySlice<UInt8>) -> ForeignFormat {
    let start = bytes.prefix(8192)
    if holds(start, "opendocument.spreadsheet") { return .ods }
    if holds(start, "xl/") { return .xlsx }
    if holds(start, "word/") { return .docx }
    // Excel writes the list of contents first; nothing else may be named in the part looked at
    return holds(start, "[Content_Types].xml") ? .xlsx : .zip
  }

  private static func holds(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (bytes.startIndex...(bytes.endIndex - wanted.count)).contains { start in
      bytes[start...].starts(with: wanted)
    }
  }
}
