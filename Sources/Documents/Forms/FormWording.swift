import PlanModel
import VietnameseText

/// The words of blank forms. Headers and states are those that intake knows.
enum FormWording {
  // MARK: headers

  static let indicatorCode = "Mã chỉ tiêu"
  static let taskCode = "Mã nhiệm vụ"
  static let numerator = "Tử số"
  static let denominator = "Mẫu số"
  static let status = "Tình trạng"
  static let completedOn = "Ngày hoàn thành"
  static let note = "Ghi chú"
  static let pastPeriod = "Kỳ trước"
  static let pastNumerator = "Tử số kỳ trước"
  static let pastDenominator = "Mẫu số kỳ trước"
  static let deadline = "Thời hạn"
  static let check = "Kiểm tra"

  static let pastHint =
    "Số liệu gần nhất của đơn vị đang có hiệu lực tại cơ quan tổng hợp, để đối chiếu; không phải sửa."
  static let checkHint =
    "Ô này tự báo khi số liệu chưa khớp: nền đỏ là lỗi phải sửa, nền vàng là điều cần xem lại."

  /// Longer notes are asked about at intake.
  static let noteLimit = 2_000
  static let documentLimit = 100

  // MARK: cells

  /// A state as the list offers it: `Đang thực hiện`.
  static func state(_ status: TaskStatus) -> String {
    WorkbookWords.status(status).capitalisedFirst
  }

  /// A period for a cell. A month is written in words: `2024-09` becomes a day of September when the
  /// file is opened in a spreadsheet.
  static func cell(_ period: Period) -> String {
    period.kind == .month ? "tháng \(period.ordinal)/\(period.year)" : period.description
  }

  /// The indicator's name, and what is counted above and below.
  static func name(of indicator: Indicator) -> String {
    let below = indicator.isQuotient ? indicator.denominator : nil
    let parts =
      below.map { "tử số: \(indicator.numerator); mẫu số: \($0)" } ?? "ghi \(indicator.numerator)"
    return onOneLine("\(indicator.name.capitalisedFirst) (\(parts))")
  }

  /// The task in the office's words, with the bodies that answer for it together with the unit.
  static func name(of task: PlanTask, for unit: Unit, _ registry: UnitRegistry) -> String {
    let summary = task.summary.capitalisedFirst
    guard case .units(let codes) = task.lead, codes.count > 1 else { return onOneLine(summary) }
    let others = codes.filter { $0 != unit.code }.map(registry.name).joined(separator: ", ")
    return onOneLine("\(summary) (cùng chủ trì: \(others))")
  }

  /// What may be typed as a figure of an indicator.
  static func entry(of indicator: Indicator) -> FormEntry {
    if indicator.measure.isWhole { return .whole }
    let digits = min(max(indicator.decimals, 2), FixedDecimal.maximumFractionDigits)
    return .decimal(digits: FixedDecimal.unlikeThousands(digits))
  }

  /// A figure of an earlier period as it is shown.
  static func value(_ entry: Entry?) -> FormValue {
    switch entry {
    case .value(let number): .number(number)
    case .notApplicable: .text("-")
    case .blank, nil: .blank
    }
  }

  /// What was reported on a task: `Hoàn thành ngày 30/6/2024, 12-HD/BTC (quý II/2024)`.
  static func report(_ report: TaskReport, of period: Period) -> String {
    var text = state(report.status)
    if let day = report.completedOn { text += " ngày \(day.shortText)" }
    if let percent = report.percent, report.status != .done {
      text += " \(percent.printed)%"
    }
    if !report.documentNumber.isEmpty { text += ", \(report.documentNumber)" }
    // the period is not torn apart at the end of a line
    let when = period.compactText.replacing(" ", with: "\u{A0}")
    return onOneLine(text) + " (\(when))"
  }

  // MARK: headings

  static func title(of form: Form) -> String {
    switch form {
    case .indicator: "BIỂU SỐ 01: SỐ LIỆU CHỈ TIÊU"
    case .task: "BIỂU SỐ 02: TÌNH HÌNH NHIỆM VỤ"
    }
  }
}

extension FormEntry {
  /// What is shown while the cell is chosen: a title and a text.
  public var prompt: (title: String, text: String) {
    switch self {
    case .whole:
      (
        "Số nguyên, từ 0 trở lên",
        "Không phát sinh ghi 0. Chưa có số liệu thì để trống và nêu lý do ở Ghi chú. Không áp dụng"
          + " ghi dấu -"
      )
    case .decimal(let digits):
      (
        "Số, từ 0 trở lên",
        "Tối đa \(digits) chữ số thập phân. Không phát sinh ghi 0. Chưa có số liệu thì để trống và"
          + " nêu lý do ở Ghi chú. Không áp dụng ghi dấu -"
      )
    case .state: ("Chọn trong danh sách", "Bấm mũi tên bên phải ô. Dòng nào cũng phải chọn.")
    case .percent: ("Từ 0% đến 100%", "Gõ 80 hoặc 80%. Không bắt buộc.")
    case .day(let span):
      (
        "Ngày/tháng/năm",
        "Gõ như 31/8/2024, từ \(span.first.shortText) đến \(span.last.shortText). Chỉ ghi khi đã"
          + " hoàn thành. Cột Kiểm tra nhắc lại ngày, tháng máy đã hiểu: xem có đúng không."
      )
    case .text(let limit):
      ("Chữ", "Tối đa \(grouped(Int128(limit))) ký tự. Không ghi thông tin cá nhân.")
    }
  }

  /// What is said when something else is typed.
  public var refusal: (title: String, text: String) {
    switch self {
    case .whole:
      (
        "Chưa đúng",
        "Ô này nhận số nguyên từ 0 trở lên, viết liền, không kèm chữ; hoặc dấu - nếu không áp dụng."
      )
    case .decimal(let digits):
      (
        "Chưa đúng",
        "Ô này nhận số từ 0 trở lên, tối đa \(digits) chữ số thập phân; hoặc dấu - nếu không áp dụng."
      )
    case .state: ("Chưa đúng", "Chọn một trong năm tình trạng của danh sách.")
    case .percent: ("Chưa đúng", "Ô này nhận số phần trăm nguyên từ 0% đến 100%.")
    case .day(let span):
      (
        "Chưa đúng",
        "Ô này nhận ngày theo thứ tự ngày/tháng/năm, từ \(span.first.shortText) đến"
          + " \(span.last.shortText)."
      )
    case .text(let limit):
      ("Quá dài", "Tối đa \(grouped(Int128(limit))) ký tự.")
    }
  }
}
