import VietnameseText

/// Headers that announce personal data, which the system must not hold.
///
/// Words that also stand in names of counts ("đảng viên là người dân tộc thiểu số") announce nothing
/// unless they are the whole header. Diacritics count where the header has any: "năm sinh" is a year of
/// birth, "nam sinh" may be boys at school.
enum PersonalData {
  /// Whether a header looks as if its column held personal data.
  static func isAnnounced(by header: String) -> Bool {
    let text = spaced(header)
    let isPlain = text.unicodeScalars.allSatisfy(\.isASCII)
    let key = isPlain ? PlainKey(text).text : MatchingKey(text).text
    let (phrases, whole) = isPlain ? plain : accented
    return whole.contains(key) || phrases.contains { " \(key) ".contains(" \($0) ") }
      || isPlain && joined.contains(key)
  }

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

  private typealias Words = (phrases: [String], whole: Set<String>)

  private static let accented: Words = (
    phrases.map { MatchingKey($0).text }, Set(wholeHeaders.map { MatchingKey($0).text })
  )
  private static let plain: Words = (
    phrases.map { PlainKey($0).text }, Set(wholeHeaders.map { PlainKey($0).text })
  )

  /// The phrases written in one word: `ngaysinh`.
  private static let joined = Set(plain.phrases.map { $0.filter { $0 != " " } })

  /// Personal wherever they stand in a header.
  private static let phrases = [
    "CCCD", "CMND", "CMT", "căn cước", "chứng minh nhân dân", "chứng minh thư", "số định danh",
    "mã định danh", "hộ chiếu", "passport", "ngày sinh", "năm sinh", "tháng năm sinh", "nơi sinh",
    "thẻ đảng", "số thẻ ĐV", "mã đảng viên", "sinh năm", "tên đồng chí", "số lý lịch", "họ và tên",
    "họ tên", "tên đảng viên", "họ và tên đảng viên",
    "số điện thoại", "số ĐT", "SĐT", "di động", "thư điện tử cá nhân", "địa chỉ nhà",
    "địa chỉ thường trú", "nơi thường trú", "hộ khẩu", "quê quán", "mã số thuế", "số tài khoản",
    "số BHXH", "mã số BHXH", "date of birth", "birthday", "birth date", "DOB", "full name",
    "first name",
    "last name", "national id", "id number", "party card",
  ]

  /// Personal when they are all that a header says.
  private static let wholeHeaders = [
    "số thẻ", "điện thoại", "phone", "mobile", "email", "e mail", "địa chỉ", "address", "giới tính",
    "gender", "sex", "dân tộc", "tôn giáo", "ngày vào Đảng", "ngày vào Đảng chính thức", "bí danh",
    "chứng minh", "số chứng minh", "sinh ngày", "tuổi", "hoàn cảnh gia đình",
  ]
}
