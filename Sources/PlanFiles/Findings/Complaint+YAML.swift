internal import VietnameseText

/// What can be wrong with the structure of a YAML file.
extension Complaint {
  /// The words of the parser that people run into, with what they mostly come from.
  private static let hints: [(problem: String, english: String, vietnamese: String)] = [
    (
      "mapping values are not allowed in this context",
      "a colon with a space stands where none is expected; put text that holds \": \" into quotes, "
        + "and check the indentation of this line",
      "Đặt trong dấu nháy kép nội dung có dấu hai chấm; kiểm tra khoảng thụt đầu dòng."
    ),
    (
      "did not find expected key",
      "the line does not continue what stands above it; check its indentation and the quotes above",
      "Kiểm tra khoảng thụt đầu dòng và dấu nháy ở các dòng trên."
    ),
    (
      "did not find expected '-' indicator",
      "the line does not continue the list above it; check its indentation",
      "Kiểm tra khoảng thụt đầu dòng của danh sách."
    ),
    (
      "could not find expected ':'",
      "a key without its colon, or a line that is not indented as far as the text it continues",
      "Thêm dấu hai chấm sau khóa, hoặc thụt dòng này vào."
    ),
    (
      "found character that cannot start any token",
      "a value cannot begin with this character; put it into quotes, and indent with spaces, "
        + "not tabs",
      "Đặt giá trị trong dấu nháy kép; thụt dòng bằng dấu cách, không dùng phím Tab."
    ),
    (
      "found a tab character that violates indentation",
      "a tab stands in the indentation; use spaces",
      "Thụt dòng bằng dấu cách, không dùng phím Tab."
    ),
    (
      "did not find expected node content",
      "a value is expected here; a list with dashes cannot stand inside brackets",
      "Ở đây phải có giá trị; danh sách gạch đầu dòng không đặt trong dấu ngoặc được."
    ),
    (
      "found unexpected end of stream",
      "the file ends inside quotes or brackets; close them",
      "Đóng dấu nháy hoặc dấu ngoặc còn mở."
    ),
    (
      "found unexpected document indicator",
      "a line of --- or ... stands inside quotes or brackets; close them",
      "Đóng dấu nháy hoặc dấu ngoặc còn mở."
    ),
    (
      "did not find expected ',' or '}'",
      "a { is not closed, or a comma is missing inside it; a value with a comma needs quotes",
      "Đóng dấu } hoặc thêm dấu phẩy; giá trị có dấu phẩy phải đặt trong dấu nháy kép."
    ),
    (
      "did not find expected ',' or ']'",
      "a [ is not closed, or a comma is missing inside it; a value with a comma needs quotes",
      "Đóng dấu ] hoặc thêm dấu phẩy; giá trị có dấu phẩy phải đặt trong dấu nháy kép."
    ),
    (
      "but found another document",
      "a second document begins here; a file holds one, so remove the line of ---",
      "Xóa dòng --- ở giữa tệp."
    ),
    (
      "did not find expected alphabetic or numeric character",
      "a value that begins with * or & must stand in quotes",
      "Đặt giá trị bắt đầu bằng dấu * hoặc & trong dấu nháy kép."
    ),
    (
      "found undefined alias",
      "a value that begins with * must stand in quotes",
      "Đặt giá trị bắt đầu bằng dấu * trong dấu nháy kép."
    ),
  ]

  /// `begun` is the line of the bracket or quote that is not closed.
  static func yamlSyntax(_ problem: String?, begun: Int? = nil) -> Complaint {
    let hint = hints.first { $0.problem == problem }
    return Complaint(
      code: .yamlSyntax,
      message: "not valid YAML: " + (hint?.english ?? problem ?? "the file cannot be parsed")
        + (begun.map { "; it begins on line \($0)" } ?? ""),
      problem: "Tệp sai cú pháp YAML.",
      remedy: hint?.vietnamese ?? "Kiểm tra dấu nháy, dấu ngoặc và khoảng thụt đầu dòng.")
  }

  static let yamlEmpty = Complaint(
    code: .yamlSyntax, message: "the file is empty; keys and values were expected",
    problem: "Tệp rỗng.", remedy: "Điền nội dung theo mẫu.")

  static func yamlTooDeep(_ limit: Int) -> Complaint {
    Complaint(
      code: .yamlSyntax,
      message: "brackets, dashes or indentation go deeper here than \(limit) levels; "
        + "look for brackets that are not closed",
      problem: "Quá nhiều cấp lồng nhau.", remedy: "Tìm dấu ngoặc chưa đóng.")
  }

  static let yamlAnchor = Complaint(
    code: .yamlAnchor,
    message: "an anchor (&) is not taken; write the value out where it is needed, "
      + "and put text that begins with & into quotes",
    problem: "Không dùng dấu & để đặt tên giá trị.", remedy: "Ghi đầy đủ giá trị ở từng chỗ.")

  static func keyUnknown(_ key: String, in what: String, among known: [String]) -> Complaint {
    if let first = key.unicodeScalars.first, ("0"..."9").contains(first) {
      return Complaint(
        code: .keyUnknown, value: key,
        message: "unknown key \(quoted(key)) in \(what); a comma separates values here, so write "
          + "a decimal with a point (68.8%) and put text with a comma into quotes",
        problem: "Khóa \(quoted(key)) không có trong mẫu.",
        remedy: "Số thập phân ghi dấu chấm (68.8%); nội dung có dấu phẩy đặt trong dấu nháy kép.")
    }
    let near = suggestion(for: key, among: known)
    return Complaint(
      code: .keyUnknown, value: key,
      message: "unknown key \(quoted(key)) in \(what)" + near.english,
      problem: "Khóa \(quoted(key)) không có trong mẫu.", remedy: near.vietnamese)
  }

  static func keyMissing(_ key: String, in what: String) -> Complaint {
    Complaint(
      code: .keyMissing, message: "\(what) lacks the key \(quoted(key)); add it",
      problem: "Thiếu khóa \(quoted(key)).", remedy: "Bổ sung khóa này.")
  }

  static func keyDuplicate(_ key: String, firstLine: Int?) -> Complaint {
    Complaint(
      code: .keyDuplicate, value: key,
      message: "the key \(quoted(key)) stands here again"
        + (firstLine.map { ", after line \($0)" } ?? "") + "; keep one of them",
      problem: "Khóa \(quoted(key)) ghi hai lần.", remedy: "Chỉ giữ lại một.")
  }

  static func oneKeyNeeded(_ keys: [String], in what: String) -> Complaint {
    Complaint(
      code: .keyMissing, message: "\(what) needs one of \(listed(keys, "or")); add it",
      problem: "Thiếu một trong các khóa \(listed(keys, "hoặc")).", remedy: "Bổ sung một khóa.")
  }

  static func keysExclusive(_ keys: [String], in what: String) -> Complaint {
    Complaint(
      code: .keyConflict,
      message: "\(what) has \(listed(keys, "and")), of which one is possible; keep one of them",
      problem: "Các khóa \(listed(keys, "và")) không dùng cùng nhau.", remedy: "Chỉ giữ lại một.")
  }

  static func keyOnlyWith(_ key: String, _ other: String, in what: String) -> Complaint {
    Complaint(
      code: .keyConflict, value: key,
      message: "\(quoted(key)) in \(what) belongs to \(quoted(other)), which is not there; "
        + "remove it or add \(quoted(other))",
      problem: "Khóa \(quoted(key)) chỉ dùng cùng với \(quoted(other)).",
      remedy: "Bỏ khóa này hoặc bổ sung \(quoted(other)).")
  }

  static func typeWrong(expected: NodeKind, found: NodeKind) -> Complaint {
    let hint: (english: String, vietnamese: String) =
      switch (expected, found) {
      case (.text, _):
        (
          "; text that begins with [ or { needs quotes",
          "Nội dung bắt đầu bằng [ hoặc { phải đặt trong dấu nháy kép."
        )
      case (.list, .text):
        (
          "; write its values between brackets, as in [a, b]",
          "Ghi các giá trị trong ngoặc vuông, như [a, b]."
        )
      default: ("", "Ghi lại theo mẫu.")
      }
    return Complaint(
      code: .typeWrong,
      message: "\(found.english) was found where \(expected.english) is expected"
        + hint.english,
      problem: "Ở đây phải là \(expected.vietnamese), không phải \(found.vietnamese).",
      remedy: hint.vietnamese)
  }

  static func noMap(found: NodeKind, _ keys: YAMLKeys) -> Complaint {
    let isShort = keys.known.count <= 12
    return Complaint(
      code: .typeWrong,
      message: "\(found.english) was found where \(keys.what), \(NodeKind.map.english), is expected"
        + (isShort ? "; its keys are \(listed(keys.known, "and"))" : ""),
      problem: "Ở đây phải là \(NodeKind.map.vietnamese), không phải \(found.vietnamese).",
      remedy: isShort ? "Dùng các khóa \(listed(keys.known, "và"))." : "Ghi lại theo mẫu.")
  }

  static func deadlineWordAsKey(_ word: String) -> Complaint {
    Complaint(
      code: .keyUnknown, value: word,
      message: "\(quoted(word)) is a whole deadline, not a key of one; write due: \(word)",
      problem: "\(quoted(word)) tự nó là thời hạn, không phải khóa.", remedy: "Ghi due: \(word).")
  }
}
