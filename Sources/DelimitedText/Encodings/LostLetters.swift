/// Finds words whose letters a program has lost: it saved Vietnamese in an encoding that has no such
/// letters, and wrote a question mark for each ("k? ho?ch" for "kế hoạch").
///
/// Excel does so when a file is saved as "CSV (Comma delimited)" and not as "CSV UTF-8". No conversion
/// brings the letters back.
public enum LostLetters {
  /// Where the first of them stands, counted from 0; nil of fewer than two, for one question mark
  /// between letters may be a question or part of an address.
  public static func first(in bytes: some Collection<UInt8>) -> Int? {
    var first: Int?
    var before: (last: UInt8, beforeIt: UInt8) = (0, 0)
    for (offset, byte) in bytes.enumerated() {
      if before.last == questionMark, isLetter(byte), isLetter(before.beforeIt) {
        if let first { return first }
        first = offset - 1
      }
      before = (byte, before.last)
    }
    return nil
  }

  private static let questionMark = UInt8(ascii: "?")

  /// A letter of ASCII, or part of any other: which one is unknown where the encoding is.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || LegacyWords.isASCIILetter(byte)
  }
}
