/// How the bytes of a file were encoded.
public enum SourceEncoding: String, Sendable {
  /// UTF-8 without a byte order mark; plain ASCII is this too.
  case utf8 = "UTF-8"
  /// UTF-8 that begins with a byte order mark.
  case utf8BOM = "UTF-8 (BOM)"
  /// UTF-16, low byte first, with its mark: what Excel calls "Unicode Text".
  case utf16LE = "UTF-16LE"
  /// UTF-16, high byte first, with its mark.
  case utf16BE = "UTF-16BE"
  /// The Vietnamese code page of Windows, tone marks as separate characters.
  case windows1258 = "Windows-1258"
}

/// The text of a file as UTF-8, without a byte order mark.
public struct DecodedText: Sendable {
  /// How the file was encoded.
  public let encoding: SourceEncoding
  /// The text. It shares the storage of the bytes given when they were UTF-8 already.
  public let utf8: ArraySlice<UInt8>
}
