internal import DelimitedText
internal import PlanModel
internal import VietnameseText

/// What can be wrong with the structure of a CSV file.
extension Complaint {
  static func tableEmpty(_ columns: [String]) -> Complaint {
    let header = columns.joined(separator: ",")
    return Complaint(
      code: .tableUnreadable,
      message: "the file is empty; a header was expected: \(header)",
      problem: "Tệp rỗng.", remedy: "Ghi dòng tiêu đề: \(header).")
  }

  static func notText(_ reason: String) -> Complaint {
    Complaint(
      code: .textDamaged, message: reason + "; save the file as CSV UTF-8",
      problem: "Tệp không phải văn bản CSV với bảng mã UTF-8.",
      remedy: "Lưu lại tệp ở dạng CSV UTF-8.")
  }

  static func recordProblem(_ kind: RecordProblem.Kind) -> Complaint {
    let message: String
    switch kind {
    case .strayQuote, .textAfterQuote:
      message =
        "a quote stands inside a value; put the whole value into quotes and double the quotes in it"
    case .unterminatedQuote: message = "the quote that opens here is never closed; close it"
    case .swallowedRow:
      message = "the quote that opens here takes in the row after it; close it or remove it"
    case .fieldTooLong(let bytes, let limit):
      message = "a cell has \(bytes) bytes; \(limit) at most are taken, so shorten it"
    case .tooManyColumns(let found, let limit):
      message = "a row has \(found) cells; \(limit) at most are taken"
    case .tooManyRows(let found, let limit):
      message = "the file has \(found) rows; \(limit) at most are taken"
    case .tooManyBytes(let found, let limit):
      message = "the file has \(found) bytes; \(limit) at most are taken"
    case .refused(let reason): message = "the row cannot be read: \(reason)"
    }
    return Complaint(
      code: .tableUnreadable, message: message, problem: "Dòng không đọc được.",
      remedy: "Kiểm tra dấu nháy kép và dấu phân cách; nội dung có dấu nháy phải gõ hai dấu.")
  }

  static func columnUnknown(_ name: String, among known: [String]) -> Complaint {
    let near = suggestion(for: name, among: known)
    return Complaint(
      code: .columnUnknown, value: name, message: "unknown column \(quoted(name))" + near.english,
      problem: "Cột \(quoted(name)) không có trong mẫu.", remedy: near.vietnamese)
  }

  static func columnMissing(_ name: String) -> Complaint {
    Complaint(
      code: .columnMissing, message: "the header lacks the column \(quoted(name)); add it",
      problem: "Thiếu cột \(quoted(name)).", remedy: "Bổ sung cột này.")
  }

  static func columnDuplicate(_ name: String) -> Complaint {
    Complaint(
      code: .columnDuplicate, value: name,
      message: "the column \(quoted(name)) is there twice; keep one of them",
      problem: "Cột \(quoted(name)) ghi hai lần.", remedy: "Chỉ giữ lại một.")
  }

  static func rowWidth(_ count: Int, header: Int) -> Complaint {
    Complaint(
      code: .rowWidth,
      message: "the row has \(count) cells, the header \(header); a comma is missing or too many, "
        + "or a text with a comma lacks its quotes",
      problem: "Dòng có \(count) ô, tiêu đề có \(header) cột.",
      remedy: "Kiểm tra dấu phẩy; nội dung có dấu phẩy đặt trong dấu nháy kép.")
  }

  static func rowRepeated(_ what: String, line: Int) -> Complaint {
    Complaint(
      code: .valueRepeated, value: what,
      message: "\(what) is already on line \(line); keep one of them",
      problem: "Nội dung này đã có ở dòng \(line).", remedy: "Chỉ giữ lại một dòng.")
  }

  /// Where codes stand: a slip says what is asked, and names none.
  private static let codesOfFindings: (english: String, vietnamese: String) = (
    "copy it from the column code of data/findings.csv, from a row with the severity explain",
    "Chép mã ở cột code của tệp data/findings.csv, dòng có severity là explain."
  )

  static func findingCodeInvalid(_ text: String, among codes: [String]) -> Complaint {
    let near = suggestion(
      nearest(text.lowercased(), among: codes),
      else: codesOfFindings.english + ", as in \"denominator-jump\"", codesOfFindings.vietnamese)
    return Complaint(
      code: .codeInvalid, value: text,
      message: "\(quoted(text)) is not the code of a finding; \(near.english)",
      problem: "\(quoted(text)) không phải là mã nội dung cần giải trình.",
      remedy: near.vietnamese)
  }

  static func findingCodeUnknown(_ code: String, among codes: [String]) -> Complaint {
    let near = suggestion(
      nearest(code, among: codes),
      else: codesOfFindings.english, codesOfFindings.vietnamese)
    return Complaint(
      code: .findingCodeUnknown, severity: .explain, value: code,
      message: "no finding that can be explained has the code \(quoted(code)), so the row has no "
        + "effect; \(near.english)",
      problem: "Không có nội dung cần giải trình mang mã \(quoted(code)); dòng này không có "
        + "tác dụng.",
      remedy: near.vietnamese)
  }

  static func findingsLeft(_ count: Int, _ worst: Severity) -> Complaint {
    Complaint(
      code: .tooManyFindings, severity: worst, value: String(count),
      message: "\(count) more findings are not listed; mend those above and check again",
      problem: "Còn \(count) nội dung khác chưa liệt kê.",
      remedy: "Sửa các lỗi trên rồi kiểm tra lại.")
  }

  static func registeredFileUnknown(
    _ file: String, of unit: String, among files: [String]
  ) -> Complaint {
    let near = suggestion(
      files.first { $0.lowercased() == file.lowercased() } ?? nearest(file, among: files),
      else: "write its name as it stands there", "Ghi đúng tên tệp.")
    return Complaint(
      code: .registerFileUnknown, severity: .explain, value: file,
      message: "the folder of \(unit) has no file \(quoted(file)), so the row has no effect; "
        + near.english,
      problem: "Thư mục của \(unit) không có tệp \(quoted(file)); dòng này không có tác dụng.",
      remedy: near.vietnamese)
  }

  static func unsafeFile(_ text: String) -> Complaint {
    Complaint(
      code: .codeInvalid, value: text,
      message: "\(quoted(text)) is not the name of a file below the unit's folder; write it as it "
        + "stands there",
      problem: "\(quoted(text)) không phải là tên tệp trong thư mục của đơn vị.",
      remedy: "Ghi đúng tên tệp.")
  }
}
