/// What a note says of one person: an identity number beside its word, the number of a party card, a day or
/// a year of birth beside a mark of a person.
///
/// Only what can hardly be anything else: sums of money, numbers of documents and days of decisions stand in
/// every second note.
enum PersonalNote {
  case identity, card, birth

  /// What is found in a text, composed; nil for nearly all.
  static func find(in text: String) -> PersonalNote? {
    guard mayBe(text.utf8.span) else { return nil }
    let words = Words(text)
    return words.number() ?? (words.saysBirth ? .birth : nil)
  }

  /// Whether a text has digits enough, and one of the words, so that it has to be looked at.
  static func mayBe(_ text: Span<UInt8>) -> Bool {
    guard hasDigits(text) else { return false }
    return text.indices.contains { place in
      switch text[place] | 0x20 {
      case UInt8(ascii: "c"), UInt8(ascii: "m"), UInt8(ascii: "n"), UInt8(ascii: "s"),
        UInt8(ascii: "t"):
        hints.contains { $0.stands(at: place, in: text) }
      default: false
      }
    }
  }

  /// Whether it has as many digits as a year.
  static func hasDigits(_ text: Span<UInt8>) -> Bool {
    var count = 0
    for place in text.indices { count += text[place] &- 0x30 < 10 ? 1 : 0 }
    return count >= 4
  }

  /// A part of the words, letters of ASCII in any case.
  private struct Hint {
    let bytes: [UInt8]

    func stands(at place: Int, in text: Span<UInt8>) -> Bool {
      guard place + bytes.count <= text.count else { return false }
      return bytes.indices.allSatisfy { small(text[place + $0]) == bytes[$0] }
    }

    private func small(_ byte: UInt8) -> UInt8 {
      byte &- 0x41 < 26 ? byte | 0x20 : byte
    }
  }

  private static let hints = [
    "sinh", "cccd", "cmnd", "cmt", "căn", "cĂn", "can cu", "minh", "nh danh", "thẻ", "thẺ",
    "the d", "so the",
  ].map { Hint(bytes: Array($0.utf8)) }
}

/// A text as words and numbers, with what stands between them.
private struct Words {
  private struct Word {
    /// Small letters, or digits.
    var text: String
    var isNumber: Bool
    let isCapital: Bool
    /// What stands before it, behind the word before.
    let gap: String
  }

  private let words: [Word]

  init(_ text: String) {
    var words: [Word] = []
    var gap = ""
    var last: Character?
    for character in text {
      let isNumber = character.isASCII && character.isNumber
      defer { last = character }
      guard isNumber || character.isLetter else {
        gap.append(character)
        continue
      }
      if gap.isEmpty, let end = words.indices.last, words[end].isNumber == isNumber, last != nil {
        words[end].text += character.lowercased()
      } else {
        words.append(
          Word(
            text: character.lowercased(), isNumber: isNumber, isCapital: character.isUppercase,
            gap: gap))
      }
      gap = ""
    }
    self.words = words
  }

  private func stands(_ phrase: [String], at place: Int) -> Bool {
    place + phrase.count <= words.count
      && phrase.indices.allSatisfy { words[place + $0].text == phrase[$0] }
  }

  private func text(_ place: Int) -> String? {
    words.indices.contains(place) ? words[place].text : nil
  }

  // MARK: numbers

  /// The number of a person's card, beside the word for it.
  func number() -> PersonalNote? {
    for place in words.indices {
      if let phrase = Self.identities.first(where: { stands($0, at: place) }) {
        if let number = next(place + phrase.count), number.isIdentity { return .identity }
        // twelve digits that begin with a zero are nothing else, wherever they stand
        if words.contains(where: { $0.isNumber && $0.text.count == 12 && $0.text.first == "0" }) {
          return .identity
        }
      }
      if let phrase = Self.cards.first(where: { stands($0, at: place) }),
        let number = next(place + phrase.count), number.isIdentity || number.isCard
      {
        return .card
      }
    }
    return nil
  }

  private static let identities = [
    ["cccd"], ["cmnd"], ["cmt"], ["cmtnd"], ["căn", "cước"], ["can", "cuoc"],
    ["chứng", "minh", "nhân", "dân"], ["chung", "minh", "nhan", "dan"], ["chứng", "minh", "thư"],
    ["chung", "minh", "thu"], ["số", "định", "danh"], ["mã", "định", "danh"],
    ["so", "dinh", "danh"],
  ]
  private static let cards = [
    ["thẻ", "đảng"], ["the", "dang"], ["số", "thẻ"], ["so", "the"], ["thẻ", "đv"], ["the", "dv"],
  ]
  /// What may stand between such a word and its number.
  private static let between: Set = [
    "số", "so", "công", "cong", "dân", "dan", "cá", "ca", "nhân", "nhan", "viên", "vien", "là",
    "la", "gắn", "chip", "mã", "ma", "thẻ", "the", "đảng", "dang", "đv", "dv", "cmnd", "cccd",
  ]
  /// What is counted or measured by a number is no person's.
  private static let measures: Set = [
    "đồng", "dong", "đ", "vnđ", "vnd", "nghìn", "triệu", "trieu", "tỷ", "tỉ", "ty", "người",
    "nguoi", "thẻ", "the", "cái", "chiếc", "lượt", "bộ", "hồ", "trường", "tờ", "đảng", "công",
  ]

  private struct Number {
    /// The digits, as they stand together.
    let groups: [String]
    let isMeasured: Bool
    /// Whether dots part it as they part thousands.
    let isParted: Bool

    private var count: Int { groups.reduce(0) { $0 + $1.count } }

    var isIdentity: Bool {
      (count == 9 || count == 12) && !isMeasured && (!isParted || groups[0].first == "0")
    }

    /// That of a party card: two digits of the province and six more.
    var isCard: Bool {
      let lengths = groups.map(\.count)
      return !isMeasured && (lengths == [8] || lengths == [2, 6])
    }
  }

  /// The number from a place on, behind words that may stand before it.
  private func next(_ start: Int) -> Number? {
    var place = start
    while let word = text(place), Self.between.contains(word), place < start + 6 { place += 1 }
    guard words.indices.contains(place), words[place].isNumber,
      words[start...place].allSatisfy({ !$0.gap.contains { ";\n".contains($0) } })
    else { return nil }
    var groups = [words[place].text]
    var gaps: [String] = []
    place += 1
    while words.indices.contains(place), words[place].isNumber,
      [" ", ".", "-"].contains(words[place].gap), groups.count < 6
    {
      groups.append(words[place].text)
      gaps.append(words[place].gap)
      place += 1
    }
    let isMeasured =
      words.indices.contains(place) && Self.measures.contains(words[place].text)
      && words[place].gap.allSatisfy { $0 == " " }
    let isParted =
      gaps.contains(".") && gaps.allSatisfy { $0 == "." }
      && groups.dropFirst().allSatisfy { $0.count == 3 }
    return Number(groups: groups, isMeasured: isMeasured, isParted: isParted)
  }

  // MARK: days of birth

  /// Whether a day or year of birth stands in it, and a mark of a person.
  var saysBirth: Bool {
    words.indices.contains { isBirth($0) } && words.indices.contains { isPerson($0) }
  }

  /// Whether one person is spoken of there, not so many of them: `02 đồng chí sinh năm 1995`.
  private func isPerson(_ place: Int) -> Bool {
    if place > 0, words[place].gap == " ",
      words[place - 1].isNumber || ["các", "những"].contains(words[place - 1].text)
    {
      return false
    }
    if ["đ", "d"].contains(words[place].text) {
      return text(place + 1) == "c" && ["/", "."].contains(words[place + 1].gap)
    }
    return ["ông", "bà", "ong", "đc"].contains(words[place].text)
      || stands(["đồng", "chí"], at: place) || stands(["dong", "chi"], at: place)
  }

  private func isBirth(_ place: Int) -> Bool {
    guard words[place].text == "sinh", !isPartOfWord(place) else { return false }
    var next = place + 1
    while ["ngày", "ngay", "năm", "nam", "tháng", "thang"].contains(text(next) ?? "") { next += 1 }
    guard words.indices.contains(next), words[next].isNumber,
      !words[next].gap.contains(where: { ",;\n".contains($0) })
    else { return false }
    // the parts of the day, then the year
    for _ in 0..<2 where words[next].text.count <= 2 {
      var part = next + 1
      if ["tháng", "thang", "năm", "nam"].contains(text(part) ?? "") { part += 1 }
      guard words.indices.contains(part), words[part].isNumber,
        part > next + 1 || ["/", "-", "."].contains(words[part].gap)
      else { return false }
      next = part
    }
    return words[next].text.count == 4 && ["19", "20"].contains(words[next].text.prefix(2))
  }

  /// Whether it is the end of another word ("học sinh năm 2024", "phát sinh ngày 5/7/2024"), or the birthday
  /// of somebody who is remembered ("kỷ niệm 120 năm ngày sinh").
  private func isPartOfWord(_ place: Int) -> Bool {
    guard place > 0, words[place].gap == " " else { return false }
    let before = words[place - 1]
    if ["ngày", "ngay"].contains(before.text) {
      return ["năm", "nam", "niệm", "niem"].contains(text(place - 2) ?? "")
    }
    let isName = before.isCapital && place > 1 && words[place - 2].isCapital
    return !isName && Self.compounds.contains(before.text)
  }

  private static let compounds: Set = [
    "học", "hoc", "phát", "phat", "tuyển", "tuyen", "thí", "thi", "vệ", "ve", "hy", "hi", "sản",
    "san", "tái", "tai", "giáo", "giao", "nữ", "nu", "nam", "môn", "mon", "giáng", "giang", "khai",
    "hộ", "ho", "phục", "phuc", "ký", "kí", "mưu", "muu", "an", "dân", "dan", "nhân", "quyên",
    "triệt", "hậu", "song", "trường", "bẩm", "tiền", "tân", "hữu", "thủy", "cứu", "khuyến",
  ]
}
