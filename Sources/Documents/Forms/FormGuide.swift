import PlanModel

/// One line of the sheet that says how a form is filled in and sent.
public enum FormGuideLine: Hashable, Sendable {
  case title(String)
  case subtitle(String)
  /// The marking of the whole document.
  case notice(String)
  case heading(String)
  /// A sentence over the whole width.
  case text(String)
  /// What is typed, and what it means.
  case pair(String, String)
}

/// How the forms of a unit are filled in and sent.
struct FormGuide {
  let unit: Unit
  let period: Period
  let office: Office
  let forms: [BlankForm]

  var lines: [FormGuideLine] {
    head + entering + (asks(.indicator) ? figures : []) + (asks(.task) ? tasks : []) + saving
      + sending
  }

  private func asks(_ form: Form) -> Bool { forms.contains { $0.form == form } }

  private var organisation: Organisation { office.organisation }

  private var head: [FormGuideLine] {
    let due = organisation.calendar.due(of: period)
    return [
      .title("HƯỚNG DẪN ĐIỀN VÀ GỬI BIỂU"),
      .subtitle("\(onOneLine(unit.name)) (\(unit.code)) - \(period.text)"),
      .subtitle("Gửi \(onOneLine(organisation.issuer)) trước \(due.textWithWeekday)"),
    ] + (organisation.form.notice.map { [.notice($0)] } ?? [])
  }

  private var entering: [FormGuideLine] {
    [
      .heading("Điền biểu"),
      .text(
        "Chỉ gõ vào ô nền vàng. Các ô khác đã điền sẵn và khóa: không thêm, bớt, đổi tên cột; không"
          + " xóa dòng."),
      .text(
        "Cột Kiểm tra tự báo khi số liệu chưa khớp: nền đỏ là lỗi phải sửa trước khi gửi, nền vàng là"
          + " điều cần xem lại. Cột Kỳ trước chỉ để đối chiếu."),
    ]
  }

  private var figures: [FormGuideLine] {
    [
      .heading("Biểu số 01: ô Tử số, Mẫu số"),
      .pair("Số, ví dụ 1412", "Số liệu của kỳ. Viết liền, không kèm chữ, không kèm dấu %."),
      .pair("0", "Không phát sinh."),
      .pair("để trống", "Chưa có số liệu: nêu lý do ở Ghi chú. Ô trống không bao giờ là số 0."),
      .pair("-", "Không áp dụng: đơn vị không có đối tượng này."),
      .pair("ô Mẫu số nền xám", "Chỉ tiêu là số đếm, không có mẫu số."),
    ]
  }

  private var tasks: [FormGuideLine] {
    [
      .heading("Biểu số 02: ô Tình trạng (dòng nào cũng phải chọn) và các ô bên cạnh"),
      .pair(FormWording.state(.done), "Đã xong, có sản phẩm: ghi ngày hoàn thành và số văn bản."),
      .pair(FormWording.state(.inProgress), "Đang làm: có thể ghi tỉ lệ hoàn thành, từ 0 đến 100."),
      .pair(FormWording.state(.notStarted), "Chưa bắt đầu."),
      .pair(
        FormWording.state(.waiting), "Phải đợi văn bản hoặc việc của cấp trên: nói rõ ở Ghi chú."),
      .pair(FormWording.state(.suspended), "Đã làm nhưng tạm ngừng: nêu lý do ở Ghi chú."),
      .pair(
        "Ngày hoàn thành",
        "Ngày/tháng/năm, ví dụ 31/8/2024. Cột Kiểm tra nhắc lại ngày, tháng máy đã hiểu: máy đặt theo"
          + " tiếng Anh hiểu 5/12 là ngày 12 tháng 5."),
    ]
  }

  private var saving: [FormGuideLine] {
    let names = forms.map { "\($0.name) thành \($0.fileName)" }.joined(separator: ", ")
    return [
      .heading("Lưu thành tệp CSV, mỗi lần một trang"),
      .pair(
        "Bước 1", "Lưu tệp .xlsx này để giữ lại. Mở trang cần gửi: chỉ trang đang mở được lưu."),
      .pair(
        "Bước 2, Excel",
        "Tệp (File), Lưu dưới dạng (Save As), chọn kiểu CSV UTF-8 (Comma delimited) (*.csv); Excel báo"
          + " chỉ lưu trang đang mở thì bấm OK."),
      .pair(
        "Bước 2, LibreOffice",
        "File, Save As, chọn kiểu Text CSV; ở hộp sau chọn Unicode (UTF-8), dấu phẩy hoặc chấm phẩy,"
          + " giữ dấu chọn Save cell content as shown."),
      .pair("Bước 3", "Đặt tên tệp: \(names)."),
      .pair("Không mở lại", "Không mở lại tệp .csv để sửa: sửa ở tệp .xlsx rồi lưu lại."),
    ]
  }

  private var sending: [FormGuideLine] {
    [
      .heading("Gửi"),
      .text(
        "Gửi tệp .csv kèm văn bản. Khi phải sửa, gửi lại cả biểu với tên có .v2, ví dụ"
          + " \(forms.first?.fileName.replacing(".csv", with: ".v2.csv") ?? ""): biểu sau thay biểu"
          + " trước."),
      .text(
        // no bare "số thẻ" between two commas: saved as CSV by mistake it would head a list of members
        "Chỉ gửi số liệu tổng hợp. Không ghi họ tên hay số thẻ, không ghi ngày sinh hay số điện thoại"
          + " của đảng viên."),
      .text("Liên hệ: \(onOneLine(organisation.form.contact))."),
    ]
  }
}
