import VietnameseText

/// Headers that announce personal data, which the system must not hold.
///
/// Words that also stand in names of counts ("đảng viên là người dân tộc thiểu số") announce nothing
/// unless they are the whole header. Diacritics count where the header has any: "năm sinh" is a year of
/// birth, "nam sinh" may be boys at school.
enum PersonalData {
  /// Longer texts are no headers.
  private static let longestHeader = 80

  /// Whether a text by itself is such a header: `(Ký, ghi rõ họ tên)` stands below many a form, and above no
  /// column.
  static func isHeader(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= longestHeader, isAnnounced(by: text) else {
      return false
    }
    return !PlainKey(text).text.split { !$0.isLetter }.contains { $0 == "ky" || $0 == "ghi" }
  }

  /// Whether a header looks as if its column held personal data.
  static func isAnnounced(by header: String) -> Bool {
    let text = spaced(header)
    let isPlain = text.unicodeScalars.allSatisfy(\.isASCII)
    let plainKey = withoutMeetings(PlainKey(text).text)
    let key = isPlain ? plainKey : withoutMeetings(MatchingKey(text).text)
    let (phrases, whole) = isPlain ? plain : accented
    if whole.contains(key) || isPlain && joined.contains(key) { return true }
    // one mark left out of many words
    return phrases.stand(in: key) || longPhrases.stand(in: plainKey)
  }

  /// Where and when members meet ("nơi sinh hoạt") is no place and day of birth.
  private static func withoutMeetings(_ key: String) -> String {
    meetings.reduce(key) { $0.replacing($1, with: "") }
  }

  private static let meetings = [MatchingKey("sinh hoạt").text, PlainKey("sinh hoạt").text]

  /// The words of a header apart: `HoTen` is `Ho Ten`.
  private static func spaced(_ header: String) -> String {
    var words = ""
    var isLower = false
    for character in header.prefix(200) {
      if isLower, character.isUppercase { words.append(" ") }
      words.append(character.isLetter || character.isNumber ? character : " ")
      isLower = character.isLowercase
    }
    return words
  }

  /// Words side by side that may stand anywhere in a header.
  private struct Phrases {
    let texts: Set<String>
    private let longest: Int

    init(_ texts: some Sequence<String>) {
      self.texts = Set(texts)
      longest = self.texts.map { $0.split(separator: " ").count }.max() ?? 0
    }

    /// Whether one stands in the key of a header, whole words of it.
    func stand(in key: String) -> Bool {
      let words = key.split(separator: " ", omittingEmptySubsequences: false)
      return words.indices.contains { start in
        words[start...].indices.prefix(longest).contains { end in
          texts.contains(words[start...end].joined(separator: " "))
        }
      }
    }
  }

  private typealias Words = (phrases: Phrases, whole: Set<String>)

  private static let accented: Words = (
    Phrases(phrases.map { MatchingKey($0).text }), Set(wholeHeaders.map { MatchingKey($0).text })
  )
  private static let plain: Words = (
    Phrases(phrases.map { PlainKey($0).text }), Set(wholeHeaders.map { PlainKey($0).text })
  )

  /// Those of three words and more, and what is as plain without its marks.
  private static let longPhrases = Phrases(
    plain.phrases.texts.filter { $0.split(separator: " ").count > 2 }
      + ["họ tên", "ngày sinh", "số CCCD"].map { PlainKey($0).text })

  /// The phrases written in one word: `ngaysinh`.
  private static let joined = Set(plain.phrases.texts.map { $0.filter { $0 != " " } })

  /// Personal wherever they stand in a header.
  private static let phrases = [
    "CCCD", "CMND", "CMT", "CMTND", "căn cước", "chứng minh nhân dân", "chứng minh thư",
    "số định danh",
    "mã định danh", "hộ chiếu", "passport", "ngày sinh", "năm sinh", "tháng năm sinh", "nơi sinh",
    "thẻ đảng", "số thẻ ĐV", "thẻ ĐV", "mã đảng viên", "mã số đảng viên", "số hiệu đảng viên",
    "SHĐV", "sinh năm", "tên đồng chí", "số lý lịch", "họ và tên",
    "họ tên", "tên đảng viên", "họ và tên đảng viên",
    "số điện thoại", "số ĐT", "SĐT", "di động", "thư điện tử cá nhân", "địa chỉ nhà",
    "địa chỉ thường trú", "nơi thường trú", "hộ khẩu", "quê quán", "mã số thuế", "số tài khoản",
    "số BHXH", "mã số BHXH", "mã BHXH", "số sổ BHXH", "nguyên quán", "HKTT", "nơi cư trú",
    "nơi ở hiện nay", "email cá nhân", "điện thoại liên hệ", "phone number", "citizen id",
    "date of birth", "birthday", "birth date", "DOB", "full name",
    "first name",
    "last name", "national id", "id number", "party card",
  ]

  /// Personal when they are all that a header says.
  private static let wholeHeaders = [
    "số thẻ", "điện thoại", "phone", "mobile", "email", "e mail", "địa chỉ", "address", "giới tính",
    "gender", "sex", "dân tộc", "tôn giáo", "ngày vào Đảng", "ngày vào Đảng chính thức", "bí danh",
    "thường trú", "nơi ở", "ngày kết nạp", "ngày kết nạp Đảng", "chứng minh", "số chứng minh",
    "sinh ngày", "tuổi", "hoàn cảnh gia đình",
  ]
}
