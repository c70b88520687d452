public import DelimitedText
public import PlanModel
import VietnameseText

/// Findings about files and folders, before a word of them is read.
extension FindingCode {
  static func notRegular(_ kind: FileProblem.Kind) -> Finding {
    notRegularFile.finding(
      "this is a \(kind.rawValue), not a file; links, pipes and folders are never followed: copy the file "
        + "itself here",
      problem: "Đây là \(vietnamese(kind)), không phải tệp số liệu nên không được đọc.",
      remedy: "Chép chính tệp .csv vào thư mục của đơn vị.")
  }

  private static func vietnamese(_ kind: FileProblem.Kind) -> String {
    switch kind {
    case .directory: "một thư mục"
    case .link: "một liên kết"
    case .fifo, .socket, .device, .file: "một tệp đặc biệt của hệ điều hành"
    }
  }

  /// Why a file, or a folder, could not be read.
  public static func from(_ problem: FileProblem) -> Finding {
    switch problem {
    case .notRegular(let kind): return notRegular(kind)
    case .hardLinked(let links):
      return notRegularFile.finding(
        "the file has \(links) names (hard links), so another place may change it: copy it here",
        problem: "Tệp có \(links) tên (liên kết cứng) nên nơi khác có thể sửa; không được đọc.",
        remedy: "Chép tệp thành một tệp riêng vào thư mục của đơn vị.")
    case .changedWhileReading, .vanished:
      return fileChanging.finding(
        "the file changed while it was read; it is left for the next run",
        problem: "Tệp đang được ghi khi hệ thống đọc; sẽ đọc lại ở lần chạy sau.")
    case .tooLarge(let size, let limit):
      return fileTooLarge.finding(
        value: "\(size)",
        "the file has \(size) bytes; the limit is \(limit) bytes (file size): send the form only",
        problem: "Tệp có \(size) byte, vượt giới hạn \(limit) byte của một tệp.",
        remedy: "Chỉ gửi đúng biểu số liệu, không kèm nội dung khác.")
    case .unsafePath, .unreadable:
      return fileUnreadable.finding(
        "the file \(problem): check its permissions",
        problem: "Hệ điều hành không cho đọc tệp hoặc thư mục này.", remedy: "Kiểm tra quyền đọc.")
    }
  }

  static func notCSV(_ name: String) -> Finding {
    fileNotCSV.finding(
      value: name, "not a .csv file, left alone",
      problem: "Không phải tệp .csv nên không được đọc.",
      remedy: "Nếu là số liệu: lưu lại dạng CSV UTF-8 rồi gửi.")
  }

  static func temporary(_ name: String) -> Finding {
    fileTemporary.finding(
      value: name, "a lock, hidden or partial file, left alone",
      problem: "Tệp khóa, tệp ẩn hoặc tệp đang chép dở, không được đọc.",
      remedy: "Đóng tệp trong Excel, hoặc chờ chép xong.")
  }

  static func misplaced(_ name: String) -> Finding {
    fileMisplaced.finding(
      value: name, "not in the folder of a unit, so nobody's; expected <period>/<unit>/<name>.csv",
      problem: "Tệp không nằm trong thư mục của đơn vị nào nên không được đọc.",
      remedy: "Chuyển tệp vào thư mục <kỳ>/<mã đơn vị>/.")
  }

  static func otherFolder(_ name: String, than chosen: String) -> Finding {
    fileMisplaced.finding(
      value: name,
      "not read: its folder means the same as \(chosen), which is read; keep one of them",
      problem: "Có hai thư mục cùng nghĩa; chỉ đọc thư mục \(chosen).",
      remedy: "Chuyển tệp cần gửi vào thư mục \(chosen), xóa thư mục kia.")
  }

  static func badName(_ name: String) -> Finding {
    fileNameUnreadable.finding(
      value: name, "the file name holds control characters or is not UTF-8: rename it",
      problem: "Tên tệp có ký tự không hợp lệ.", remedy: "Đổi tên tệp, ví dụ bieu01.csv.")
  }

  static func unknownPeriod(_ name: String) -> Finding {
    periodUnknown.finding(
      value: name,
      "the folder \(quoted(name)) is no period; expected one such as 2024-Q3, 2024-09 or 2024",
      problem: "Thư mục \(quoted(name)) không phải kỳ báo cáo.",
      remedy: "Đặt tên thư mục theo kỳ, ví dụ 2024-Q3, 2024-09 hoặc 2024.")
  }

  static func unknownUnit(_ name: String, suggestion: String?) -> Finding {
    unitUnknown.finding(
      value: name,
      "no unit has the code \(quoted(name))" + (suggestion.map { "; did you mean \($0)?" } ?? ""),
      problem: "Không có đơn vị nào mang mã \(quoted(name)).",
      remedy: suggestion.map { "Có phải \($0)? Kiểm tra tên thư mục." }
        ?? "Kiểm tra tên thư mục với danh sách units.csv.")
  }

  static func invalidUnit(_ unit: Unit, _ period: Period) -> Finding {
    unitNotValid.finding(
      value: unit.code,
      "\(unit.code) does not exist at the end of \(period): it is valid from \(unit.validFrom)"
        + (unit.validTo.map { " to \($0)" } ?? ""),
      problem: "Đơn vị \(unit.name) không hoạt động vào cuối kỳ \(period).",
      remedy: "Kiểm tra kỳ báo cáo, hoặc ngày hiệu lực của đơn vị trong units.csv.")
  }

  static func futurePeriod(_ period: Period) -> Finding {
    periodInFuture.finding(
      value: period.description, "the period \(period) has not begun yet",
      problem: "Kỳ \(period) chưa bắt đầu.", remedy: "Kiểm tra lại thư mục của kỳ báo cáo.")
  }

  static func closedPeriod(_ period: Period, through: Period) -> Finding {
    periodClosed.finding(
      value: period.description,
      "the periods through \(through) are closed: figures of \(period) are no longer taken",
      problem: "Kỳ \(period) đã khóa sổ (khóa đến hết \(through.inPrint)).",
      remedy: "Liên hệ cơ quan tổng hợp để mở lại kỳ báo cáo, nếu cần sửa số liệu.")
  }

  /// A file that another, later version keeps out of force.
  public static func overridden(by file: String) -> Finding {
    versionOverridden.finding(
      "a later version, \(file), is in force; this one changes nothing",
      problem: "Đã có bản mới hơn (\(file)); tệp này không thay thế bản đó.")
  }

  /// A later file beside one of another name that stays in force.
  public static func notInForce(besides file: String) -> Finding {
    fileNotInForce.finding(
      value: file,
      "\(file), a file of another name, is in force because its version is higher: nothing of this "
        + "one counts; if this one corrects it, name it like that one, with a higher .vN",
      problem: "Tệp \(file) có tên khác và số .vN cao hơn đang có hiệu lực; tệp này chưa được"
        + " tính.",
      remedy: "Nếu tệp này là bản sửa: đổi tên theo tệp đang có hiệu lực, với số .vN cao hơn.")
  }

  /// A file of known bytes that is judged once more.
  public static func takenAgain(revision: Int) -> Finding {
    fileTakenAgain.finding(
      "the same as revision \(revision), taken again: the office's files or the period's register "
        + "say otherwise now",
      problem: "Tệp giống hệt lần gửi \(revision), được xét lại vì tệp của cơ quan tổng hợp hoặc"
        + " sổ đăng ký đã thay đổi.")
  }

  /// A file that is left until the period's register can be read.
  public static var waitsForRegister: Finding {
    registerUnreadable.finding(
      "left for the next run: the register that says when it was received cannot be read now",
      problem: "Chưa nhận vì không đọc được register.csv của kỳ; sẽ đọc ở lần chạy sau.",
      remedy: "Đóng register.csv trong Excel, kiểm tra quyền đọc và dòng tiêu đề, rồi chạy lại.")
  }

  /// A copy of a revision that later ones replaced, of which nothing is taken.
  public static func superseded(revision: Int) -> Finding {
    fileSuperseded.finding(
      "the same as revision \(revision), which a later one has replaced: nothing of it is taken; "
        + "delete the copy, or name it with a higher .vN to have its figures again",
      problem: "Tệp giống hệt lần gửi \(revision), đã được thay bằng lần gửi sau; không lấy số.",
      remedy: "Xóa bản sao để quên; muốn lấy lại số liệu cũ thì đặt tên với số .vN cao hơn.")
  }

  /// A file that brings back a revision that later ones replaced.
  public static func restored(revision: Int) -> Finding {
    fileRestored.finding(
      "the same as revision \(revision), which a later one had replaced: its figures are in force "
        + "again",
      problem: "Tệp giống hệt lần gửi \(revision) đã được thay; số liệu cũ có hiệu lực trở lại.",
      // with the reason in it, the right file is none that was replaced before
      remedy:
        "Nếu chỉ là bản sao để quên: gửi lại bản đúng với số .vN cao hơn, nêu lý do ở cột Ghi chú.")
  }

  /// A file that replaces one of another name.
  public static func replaced(_ file: String) -> Finding {
    fileReplaced.finding(
      value: file, "this file replaces the whole of \(file), received before under another name",
      problem: "Tệp này thay thế toàn bộ tệp \(file) đã gửi trước đó với tên khác.",
      remedy: "Nếu không nhằm thay thế: gửi lại một tệp chung có đủ các dòng, giữ tên của tệp này.")
  }
}
