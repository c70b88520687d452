internal import DelimitedText
internal import PlanModel
internal import VietnameseText

/// What can be wrong with folders, files and their text as a whole.
extension Complaint {
  static func organisationUnknown(_ name: String, among names: [String]) -> Complaint {
    let near = suggestion(for: name, among: names)
    return Complaint(
      code: .organisationUnknown, value: name,
      message: "no organisation \(quoted(name)) here: a folder of that name with an "
        + "organisation.yaml was expected" + near.english,
      problem: "Không có đơn vị chủ quản \(quoted(name)).", remedy: near.vietnamese)
  }

  static let fileMissing = Complaint(
    code: .fileMissing, message: "the file is missing; an organisation cannot be read without it",
    problem: "Thiếu tệp.", remedy: "Bổ sung tệp vào thư mục của đơn vị chủ quản.")

  static let noPlans = Complaint(
    code: .fileMissing,
    message: "there is no plan: at least one file plans/<code>.yaml was expected",
    problem: "Chưa có kế hoạch nào.",
    remedy: "Đặt tệp kế hoạch vào thư mục plans, tên là mã kế hoạch.")

  static let isLink = Complaint(
    code: .fileRefused,
    message: "this is a symbolic link, which is never followed; "
      + "put the file or folder itself here",
    problem: "Đây là liên kết, không phải tệp.",
    remedy: "Thay liên kết bằng chính tệp hoặc thư mục đó.")

  static let notAFile = Complaint(
    code: .fileRefused, message: "this is not a regular file; remove it or put a file in its place",
    problem: "Đây không phải là tệp thường.", remedy: "Thay bằng một tệp thường.")

  static let notAFolder = Complaint(
    code: .fileRefused, message: "this is not a folder; a folder was expected here",
    problem: "Đây không phải là thư mục.", remedy: "Thay bằng một thư mục.")

  static func fileTooLarge(_ bytes: Int, limit: Int) -> Complaint {
    Complaint(
      code: .fileTooLarge,
      message: "the file has \(bytes) bytes; files of the office may have \(limit) at most",
      problem: "Tệp quá lớn: \(bytes) byte.", remedy: "Kiểm tra lại tệp; giới hạn là \(limit) byte."
    )
  }

  static func fileUnreadable(_ reason: String) -> Complaint {
    Complaint(
      code: .fileUnreadable, message: "the file cannot be read: \(reason)",
      problem: "Không đọc được tệp.", remedy: "Kiểm tra quyền đọc và ổ đĩa.")
  }

  static func folderUnreadable(_ problem: FileProblem) -> Complaint {
    let reason = if case .unreadable(_, let text) = problem { text } else { problem.description }
    return Complaint(
      code: .fileUnreadable, message: "the folder cannot be read: \(reason)",
      problem: "Không đọc được thư mục.", remedy: "Kiểm tra quyền đọc và ổ đĩa.")
  }

  static let notAPlan = Complaint(
    code: .fileIgnored, severity: .info,
    message: "left aside: only files named <code>.yaml are read as plans",
    problem: "Tệp không được đọc.", remedy: "Tệp kế hoạch phải có tên dạng <mã>.yaml.")

  static let notATemplate = Complaint(
    code: .fileIgnored, severity: .info,
    message: "left aside: only files named <document>.mustache are read as templates",
    problem: "Tệp không được đọc.", remedy: "Tệp mẫu phải có tên dạng <tên văn bản>.mustache.")

  static func notUTF8(_ sentence: String) -> Complaint {
    Complaint(
      code: .textDamaged, message: "\(sentence); save the file as UTF-8",
      problem: "Tệp không phải văn bản UTF-8.", remedy: "Lưu lại tệp với bảng mã UTF-8.")
  }

  static func hiddenCharacter(_ text: String) -> Complaint {
    Complaint(
      code: .textDamaged, value: text,
      message: "an invisible or control character stands here, as in \(quoted(text)); "
        + "delete it or type the text anew",
      problem: "Có ký tự điều khiển hoặc ký tự ẩn.", remedy: "Xóa ký tự đó hoặc gõ lại.")
  }
}
