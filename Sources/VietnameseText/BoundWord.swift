/// A word, looked at once: what it is to its neighbours, without the brackets, quotes and stops round it.
struct BoundWord {
  /// What a word is, whatever its case, and how it begins and ends.
  struct Kinds: OptionSet {
    let rawValue: UInt32

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
    /// What a label points to: `14/9/2026`, `167-KH/TU`, `III.1`, `NK-041`, `F`.
    static let reference = Kinds(rawValue: 1 << 13)
    /// A figure that counts something: `486`, `1.412`, `3,9`, `+3,9`; not a date, not a percentage.
    static let number = Kinds(rawValue: 1 << 14)
    /// The mark of an item of a list.
    static let sign = Kinds(rawValue: 1 << 15)
    static let comparison = Kinds(rawValue: 1 << 16)
    static let digitFirst = Kinds(rawValue: 1 << 17)
    static let percentFirst = Kinds(rawValue: 1 << 18)
    static let letterFirst = Kinds(rawValue: 1 << 19)
    /// A letter or a number stands at its end, so that more may follow.
    static let open = Kinds(rawValue: 1 << 20)
  }

  let kinds: Kinds

  /// Any word.
  init(_ text: String) {
    let bare = text.bare
    var kinds = Self.packed(bare.inSmallLetters.precomposed).flatMap { Self.vocabulary[$0] } ?? []
    if isReference(bare) { kinds.insert(.reference) }
    if isNumber(Array(bare.utf8), 0..<bare.utf8.count) { kinds.insert(.number) }
    if text == "-" || text == "+" { kinds.insert(.sign) }
    if ["<", ">", "<=", ">="].contains(text) { kinds.insert(.comparison) }
    if text.first?.isASCIIDigit == true { kinds.insert(.digitFirst) }
    if text.hasPrefix("%") { kinds.insert(.percentFirst) }
    if text.first?.isLetter == true { kinds.insert(.letterFirst) }
    if text.endsAsWord { kinds.insert(.open) }
    self.kinds = kinds
  }

  /// The same of a word of plain text (`String.isPlain`), which is not empty; its bytes say it all.
  init(plain bytes: [UInt8], _ word: Range<Int>) {
    let bare = plainBare(bytes, word)
    var kinds = Self.packedSmall(bytes, bare).flatMap { Self.vocabulary[$0] } ?? []
    if isReference(plain: bytes, bare) { kinds.insert(.reference) }
    if isNumber(bytes, bare) { kinds.insert(.number) }
    let first = bytes[word.lowerBound]
    switch Unicode.Scalar(first) {
    case "0"..."9": kinds.insert(.digitFirst)
    case "%": kinds.insert(.percentFirst)
    case "-" where word.count == 1, "+" where word.count == 1: kinds.insert(.sign)
    case "<", ">":
      if word.count == 1 || (word.count == 2 && bytes[word.lowerBound + 1] == UInt8(ascii: "=")) {
        kinds.insert(.comparison)
      }
    default: if isLetter(plain: bytes, at: word.lowerBound) { kinds.insert(.letterFirst) }
    }
    var last = word.upperBound - 1
    while bytes[last] & 0xC0 == 0x80 { last -= 1 }
    if isDigit(bytes[last]) || isLetter(plain: bytes, at: last) { kinds.insert(.open) }
    self.kinds = kinds
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

  /// The same of a plain word, in small letters; nil as well for one that holds anything else than
  /// Vietnamese letters, as no word of the vocabulary does.
  private static func packedSmall(_ bytes: [UInt8], _ word: Range<Int>) -> UInt128? {
    guard word.count <= 16 else { return nil }
    var key: UInt128 = 0
    var place = word.lowerBound
    while place < word.upperBound {
      let byte = bytes[place]
      if byte < 0x80 {
        guard Letters.isASCIILetter(byte) else { return nil }
        key = key << 8 | UInt128(byte | 0x20)
        place += 1
      } else {
        guard let small = Letters.small(plainScalar(bytes, at: place)) else { return nil }
        for byte in Character(small).utf8 {
          key = key << 8 | UInt128(byte)
          place += 1
        }
      }
    }
    return key
  }
}

extension String {
  /// Whether a letter or a number stands at its end.
  fileprivate var endsAsWord: Bool {
    guard let scalar = unicodeScalars.last else { return false }
    if Letters.small(scalar) != nil { return true }
    if scalar.isASCII { return isDigit(UInt8(truncatingIfNeeded: scalar.value)) }
    return last.map { $0.isLetter || $0.isNumber } ?? false
  }

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

/// Whether the word is what a label points to.
private func isReference(_ word: String) -> Bool {
  let bytes = Array(word.utf8)
  return holdsDigitOrIsNumeral(bytes, bytes.indices)
    || (word.count == 1 && word.first?.isUppercase == true)
}

/// Whether a digit stands in a word, or it is a Roman numeral.
private func holdsDigitOrIsNumeral(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
  var isNumeral = !word.isEmpty
  for place in word {
    if isDigit(bytes[place]) { return true }
    switch Unicode.Scalar(bytes[place]) {
    case "I", "V", "X", "L", "C", "D", "M", ".": break
    default: isNumeral = false
    }
  }
  return isNumeral
}

/// Whether the word is a figure that counts something.
private func isNumber(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
  var start = word.lowerBound
  while start < word.upperBound,
    bytes[start] == UInt8(ascii: "+") || bytes[start] == UInt8(ascii: "-")
  {
    start += 1
  }
  guard start < word.upperBound, isDigit(bytes[start]), isDigit(bytes[word.upperBound - 1]) else {
    return false
  }
  for place in start..<word.upperBound {
    let byte = bytes[place]
    guard isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") else {
      return false
    }
  }
  return true
}

// MARK: plain text

private func plainBare(_ bytes: [UInt8], _ word: Range<Int>) -> Range<Int> {
  var (start, end) = (word.lowerBound, word.upperBound)
  while start < end, isMark(bytes[start]) { start += 1 }
  while end > start, isMark(bytes[end - 1]) { end -= 1 }
  return start..<end
}

private func isReference(plain bytes: [UInt8], _ word: Range<Int>) -> Bool {
  guard !word.isEmpty else { return false }
  if holdsDigitOrIsNumeral(bytes, word) { return true }
  // one capital; with diacritics nobody writes it
  let first = bytes[word.lowerBound]
  if first < 0x80 { return word.count == 1 && ("A"..."Z").contains(Unicode.Scalar(first)) }
  let scalar = plainScalar(bytes, at: word.lowerBound)
  return Character(scalar).utf8.count == word.count && Character(scalar).isUppercase
}

/// Whether a letter begins at a place of plain text: of what is not ASCII in it, only the sign `÷` is none.
private func isLetter(plain bytes: [UInt8], at place: Int) -> Bool {
  let byte = bytes[place]
  return byte < 0x80
    ? Letters.isASCIILetter(byte) : !(byte == 0xC3 && bytes[place + 1] == 0xB7)
}

/// The scalar of two or three bytes at a place of plain text.
private func plainScalar(_ bytes: [UInt8], at place: Int) -> Unicode.Scalar {
  let second = UInt32(bytes[place + 1] & 0x3F)
  let value =
    bytes[place] < 0xE0
    ? UInt32(bytes[place] & 0x1F) << 6 | second
    : UInt32(bytes[place] & 0x0F) << 12 | second << 6 | UInt32(bytes[place + 2] & 0x3F)
  return Unicode.Scalar(value) ?? "\u{FFFD}"
}
