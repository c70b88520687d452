internal import Yams

/// Lets a file with duplicate keys be read to its end.
///
/// The parser refuses a mapping at its first duplicate and with it the rest of the file. So the
/// earlier key is overwritten, in a copy of the text, by as many characters that nobody types, and
/// the file is parsed anew; the places of all other characters stay. The reader reports what was
/// renamed.
struct DuplicateKeys {
  /// The text with the keys renamed so far.
  private(set) var text: String
  /// The names that stand for renamed keys, with the names they had.
  private(set) var names: [String: String] = [:]

  /// Every round parses the file anew.
  private static let mostRounds = 60

  init(_ text: String) { self.text = text }

  /// Renames the key at a mark; false when it is not written there as it is read.
  mutating func rename(_ duplicates: [String], at mark: Mark) -> Bool {
    guard names.count < Self.mostRounds, let start = index(of: mark) else { return false }
    let scalars = text.unicodeScalars
    var first = start
    if first < scalars.endIndex, scalars[first] == "\"" || scalars[first] == "'" {
      first = scalars.index(after: first)
    }
    for name in duplicates where !name.isEmpty {
      let count = name.unicodeScalars.count
      guard let end = scalars.index(first, offsetBy: count, limitedBy: scalars.endIndex),
        scalars[first..<end].elementsEqual(name.unicodeScalars),
        let sign = Unicode.Scalar(0xE000 + UInt32(names.count))
      else { continue }
      let stand = String(String.UnicodeScalarView(repeating: sign, count: count))
      names[stand] = name
      text.unicodeScalars.replaceSubrange(first..<end, with: stand.unicodeScalars)
      return true
    }
    return false
  }

  private func index(of mark: Mark) -> String.Index? {
    let scalars = text.unicodeScalars
    var line = scalars.startIndex
    for _ in 1..<max(mark.line, 1) {
      guard let end = scalars[line...].firstIndex(of: "\n") else { return nil }
      line = scalars.index(after: end)
    }
    return scalars.index(line, offsetBy: mark.column - 1, limitedBy: scalars.endIndex)
  }
}
