/// Decides, word after word, which words of a paragraph stay together on a line.
struct Binding {
  /// Whether the word just seen is to stay with the one after it.
  var bindsNext = false
  /// What the word before the one just seen is, when it bound it.
  private var binder: BoundWord.Kinds?

  /// Looks at a word and the one after it.
  mutating func advance(to word: BoundWord, isFirst: Bool, next: BoundWord?) {
    let before = bindsNext ? binder : nil
    binder = word.kinds
    guard let next else {
      bindsNext = false
      return
    }
    bindsNext =
      (isFirst && (word.text == "-" || word.text == "+"))
      || (next.beginsWithDigit && comparisons.contains(word.text))
      || binds(word, before: before, next: next)
  }

  private func binds(_ word: BoundWord, before: BoundWord.Kinds?, next: BoundWord) -> Bool {
    // A comma, a stop or a closing bracket ends what belongs together.
    guard word.endsAsWord else { return false }
    if word.kinds.contains(.label) && isReference(next.bare) { return true }
    if word.kinds.contains(.ordinal) { return next.kinds.contains(.weekday) }
    if word.kinds.contains(.point) && next.text.hasPrefix("%") { return true }
    if word.kinds.contains(.special) && next.kinds.contains(.zone) { return true }
    if next.kinds.contains(.committee) { return word.kinds.contains(.holder) }
    if word.kinds.contains(.committee) && before?.contains(.party) == true {
      return next.kinds.contains(.level)
    }
    guard isNumber(word.bare), next.text.first?.isLetter == true else { return false }
    // A number that completes a label (`TT 3`, `năm 2026`) is no count of what follows it;
    // only a date goes on.
    guard let before else { return true }
    if before.contains(.day) { return next.kinds.contains(.month) }
    if before.contains(.month) { return next.kinds.contains(.year) }
    return !before.contains(.label)
  }
}

private let comparisons: Set<String> = ["<", ">", "<=", ">="]

/// A word, looked at once: without the brackets, quotes and stops round it, and what it is to its neighbours.
struct BoundWord {
  /// What a word is, whatever its case; most words are nothing.
  struct Kinds: OptionSet {
    let rawValue: UInt16

    /// Says nothing without the number or letter after it.
    static let label = Kinds(rawValue: 1)
    static let day = Kinds(rawValue: 1 << 1)
    static let month = Kinds(rawValue: 1 << 2)
    static let year = Kinds(rawValue: 1 << 3)
    static let ordinal = Kinds(rawValue: 1 << 4)
    static let weekday = Kinds(rawValue: 1 << 5)
    static let point = Kinds(rawValue: 1 << 6)
    static let special = Kinds(rawValue: 1 << 7)
    static let zone = Kinds(rawValue: 1 << 8)
    static let committee = Kinds(rawValue: 1 << 9)
    static let holder = Kinds(rawValue: 1 << 10)
    static let party = Kinds(rawValue: 1 << 11)
    static let level = Kinds(rawValue: 1 << 12)
  }

  let text: String
  let bare: String
  let kinds: Kinds

  init(_ text: String) {
    self.text = text
    bare = text.bare
    kinds = Self.packed(bare.inSmallLetters.precomposed).flatMap { Self.vocabulary[$0] } ?? []
  }

  private static let vocabulary: [UInt128: Kinds] = {
    let words: [(Kinds, [String])] = [
      (
        .label,
        [
          "ngày", "tháng", "năm", "quý", "giờ", "số", "tt", "mục", "khóa", "khoá", "điều", "khoản",
          "điểm", "chương", "phần", "biểu", "dòng", "cột", "mã", "lần", "thứ", "trang",
        ]
      ),
      (.weekday, ["hai", "ba", "tư", "năm", "sáu", "bảy"]),
      (.committee, ["ủy", "uỷ"]), (.holder, ["đảng", "tỉnh", "thành", "cấp", "chi"]),
      (.level, ["xã", "phường", "đặc"]), (.day, ["ngày"]), (.month, ["tháng"]), (.year, ["năm"]),
      (.ordinal, ["thứ"]), (.point, ["điểm"]), (.special, ["đặc"]), (.zone, ["khu"]),
      (.party, ["đảng"]),
    ]
    var kinds: [UInt128: Kinds] = [:]
    for (kind, words) in words {
      for word in words {
        if let key = packed(word.precomposed) { kinds[key, default: []].insert(kind) }
      }
    }
    return kinds
  }()

  /// The bytes of a short word as a number: texts are compared by canonical form, which takes long.
  private static func packed(_ word: String) -> UInt128? {
    word.utf8.count <= 16 ? word.utf8.reduce(0) { $0 << 8 | UInt128($1) } : nil
  }

  /// Whether a letter or a number stands at its end.
  fileprivate var endsAsWord: Bool {
    guard let scalar = text.unicodeScalars.last else { return false }
    if Letters.small(scalar) != nil { return true }
    if scalar.isASCII { return isDigit(UInt8(truncatingIfNeeded: scalar.value)) }
    return text.last.map { $0.isLetter || $0.isNumber } ?? false
  }

  fileprivate var beginsWithDigit: Bool {
    text.utf8.first.map(isDigit) ?? false && text.first?.isASCIIDigit == true
  }
}

extension String {
  /// The word without the brackets, quotes and stops round it.
  fileprivate var bare: String {
    guard let first = utf8.first, let last = utf8.last, isMark(first) || isMark(last) else {
      return self
    }
    var rest = self[...]
    while let first = rest.utf8.first, isMark(first), let mark = rest.first, mark.isASCII {
      rest.removeFirst()
    }
    while let last = rest.utf8.last, isMark(last), let mark = rest.last, mark.isASCII {
      rest.removeLast()
    }
    return String(rest)
  }

  /// The word in small letters; most are, and need not be made.
  fileprivate var inSmallLetters: String {
    let isSmall = unicodeScalars.allSatisfy {
      $0.isASCII ? !("A"..."Z").contains($0) : Letters.small($0) == $0
    }
    return isSmall ? self : lowercased()
  }
}

private func isMark(_ byte: UInt8) -> Bool {
  switch Unicode.Scalar(byte) {
  case "(", ")", "[", "]", "\"", "'", ",", ";", ":", ".": true
  default: false
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// Whether the word is what a label points to: `14/9/2026`, `167-KH/TU`, `III.1`, `NK-041`, `F`.
private func isReference(_ word: String) -> Bool {
  guard let first = word.first else { return false }
  if word.contains(where: \.isASCIIDigit) { return true }
  return first.isASCII && word.allSatisfy { "IVXLCDM.".contains($0) }
    || (word.count == 1 && first.isUppercase)
}

/// Whether the word is a figure that counts something: `486`, `1.412`, `3,9`, `+3,9`; not a date, not
/// a percentage.
private func isNumber(_ word: String) -> Bool {
  guard let first = word.utf8.first, isDigit(first) || first == 0x2B || first == 0x2D else {
    return false
  }
  let digits = word.drop { $0 == "+" || $0 == "-" }
  guard digits.first?.isASCIIDigit == true, digits.last?.isASCIIDigit == true else { return false }
  return digits.allSatisfy { $0.isASCIIDigit || $0 == "." || $0 == "," }
}
