import Assessment
import PlanModel

/// The sheet "Chú giải": how each figure is made, what words and codes mean, and which edition this is.
struct WorkbookLegend {
  static let name = "Chú giải"

  private static let widths: [Double] = [5, 17, 34, 26, 60, 34]

  /// More files than this nobody leafs through: those of earlier periods are found in the data of these.
  private static let mostSubmissions = 10_000

  private let context: WorkbookContext
  private var sheet = SheetBuilder(name, widths: widths)

  init(_ context: WorkbookContext) { self.context = context }

  mutating func build() -> SheetModel {
    sheet.heading("CHÚ GIẢI", form: "Phụ lục chú giải", of: context.report)
    sheet.freeze(above: 3, leftOf: 0)
    sheet.repeatOnPages(2...2)
    addEdition()
    addIndicators()
    addWords()
    addUnits()
    addSources()
    addSubmissions()
    sheet.foot(of: context.report)
    return sheet.build()
  }

  private mutating func addEdition() {
    let (input, report) = (context.input, context.report)
    section("I- BẢN TỔNG HỢP", ["TT", "Nội dung", "Giá trị"], spans: [1, 1, 4])
    var rows: [(String, String)] = [
      ("Đơn vị chủ quản", input.office.organisation.name),
      ("Kế hoạch", "\(input.plan.code): số \(input.plan.number) \(input.plan.title)"),
      ("Kỳ báo cáo", "\(input.period.text) (\(input.period))"),
      ("Lần phát hành", "\(report.edition)"),
      ("Tính đến", "\(input.asOf.text) (\(input.asOf))"),
    ]
    if let digest = context.provenance.inputsDigest { rows.append(("Mã dữ liệu vào", digest)) }
    if let digest = context.provenance.outcomeDigest { rows.append(("Mã kết quả", digest)) }
    for (index, (title, value)) in rows.enumerated() {
      add(index + 1, [title, value], spans: [1, 4])
    }
    sheet.line(
      "Hai bản cùng mã dữ liệu vào thì cùng số liệu gốc. Mã là SHA-256, 64 ký tự thập lục phân.",
      SheetStyle(.remark))
  }

  private mutating func addIndicators() {
    section(
      "II- CÁCH TÍNH CHỈ TIÊU",
      ["TT", "Mã", "Chỉ tiêu", "Mức kế hoạch, ai báo cáo", "Cách tính", "Tử số, mẫu số"])
    for (index, assessment) in context.assessment.indicators.enumerated() {
      let indicator = assessment.indicator
      sheet.anchor(indicator.code, sheet.nextRow)
      let below = indicator.denominator.map { "\nMẫu số: \($0)" } ?? ""
      add(
        index + 1,
        [
          indicator.code, WorkbookWords.name(of: indicator), asked(assessment),
          WorkbookWords.making(of: indicator) + ".",
          "Tử số: \(indicator.numerator)\(below)",
        ])
    }
    if context.assessment.indicators.isEmpty {
      sheet.line(WorkbookWords.noIndicators, SheetStyle(.remark))
    }
    sheet.line(
      "Chữ số thập phân được in thêm khi làm tròn có thể làm sai đánh giá, ví dụ 89,96% so với trên 90%;"
        + " trong ô luôn là số đầy đủ.",
      SheetStyle(.remark))
  }

  private func asked(_ assessment: IndicatorAssessment) -> String {
    let format = IndicatorFormat(indicator: assessment.indicator)
    let target =
      assessment.total?.target.map { target in
        "Mức: " + Wording.target(target.comparison) { format.text($0) }
          + (target.isPerUnit ? " (mỗi đơn vị)" : "")
      } ?? "Không có mức bằng số"
    let expected = assessment.total?.expectedUnits.count ?? 0
    return target + "\nBáo cáo: \(expected) đơn vị"
  }

  private mutating func addWords() {
    section("III- TỪ DÙNG TRONG CÁC BIỂU", ["TT", "Loại", "Từ", "Nghĩa"], spans: [1, 1, 1, 3])
    var rows: [(String, String, String)] = []
    rows += Verdict.allCases.map {
      ("Đánh giá", Wording.verdict($0), WorkbookWords.meaning(of: $0))
    }
    rows += TaskState.allCases.map {
      ("Nhiệm vụ", Wording.state($0), WorkbookWords.meaning(of: $0))
    }
    rows += SubmissionClass.allCases.map {
      ("Báo cáo", Wording.state($0), WorkbookWords.meaning(of: $0))
    }
    rows += Severity.allCases.reversed().map {
      ("Lỗi", WorkbookWords.severity($0), WorkbookWords.meaning(of: $0))
    }
    rows.append(("Số", "đ%", "Điểm phần trăm: hiệu của hai tỉ lệ."))
    rows.append(
      ("Số", "Bao phủ", "Số đơn vị có đủ số liệu trên số đơn vị phải báo cáo."))
    for (index, row) in rows.enumerated() {
      add(index + 1, [row.0, row.1, row.2], spans: [1, 1, 3])
    }
  }

  /// The codes of the units that have a place on the other sheets.
  private mutating func addUnits() {
    section(
      "IV- MÃ ĐƠN VỊ", ["TT", "Mã", "Đơn vị", "Loại", "Đơn vị cấp trên"], spans: [1, 1, 1, 1, 2])
    guard context.showsUnits else {
      let text = "Mã, tên, loại và đơn vị cấp trên của từng đơn vị: tệp units.csv."
      return sheet.line(text, SheetStyle(.remark))
    }
    let day = context.period.span.last
    for (index, unit) in context.registry.units(on: day).enumerated() {
      let parent = unit.parent.map(context.registry.name) ?? ""
      add(index + 1, [unit.code, unit.name, unit.kind, parent], spans: [1, 1, 1, 2])
    }
  }

  private mutating func addSources() {
    guard !context.provenance.files.isEmpty else { return }
    section("V- TỆP CẤU HÌNH ĐÃ DÙNG", ["TT", "Tệp", "SHA-256"], spans: [1, 2, 3])
    for (index, file) in context.provenance.files.enumerated() {
      add(index + 1, [file.name, file.sha256], spans: [2, 3])
    }
  }

  /// The submissions in force, with the digest of their bytes.
  private mutating func addSubmissions() {
    section(
      "VI- TỆP BÁO CÁO CÓ HIỆU LỰC",
      ["TT", "Kỳ", "Đơn vị", "Tệp", "SHA-256", "Lần gửi, ngày nhận"])
    guard context.showsUnits else {
      return sheet.line("Có quá nhiều tệp để in từng tệp: " + Self.elsewhere, SheetStyle(.remark))
    }
    let period = context.period
    let all = context.input.submissions.allInForce
    let (reach, receipts) = WorkbookReach.furthest { reach in
      all.filter { reach.goes(backTo: $0.period, from: period) }
    } fit: {
      $0.count <= Self.mostSubmissions
    }
    for (index, receipt) in receipts.enumerated() {
      add(
        index + 1,
        [
          receipt.period.description, context.name(receipt.unit),
          receipt.file, receipt.sha256,
          "lần \(receipt.revision), \(receipt.receivedAt)",
        ])
    }
    if receipts.isEmpty { sheet.line("Chưa có báo cáo nào có hiệu lực.", SheetStyle(.remark)) }
    if let shown = reach.text(period) {
      sheet.line(
        "Chỉ in tệp báo cáo của \(shown), vì cả giai đoạn có quá nhiều tệp: " + Self.elsewhere,
        SheetStyle(.remark))
    }
  }

  private static let elsewhere =
    "tên tệp và mã SHA-256 của mỗi kỳ ở tệp data/submissions.csv của kỳ đó."

  // MARK: cells

  private mutating func section(_ title: String, _ columns: [String], spans: [Int]? = nil) {
    sheet.add()
    let start = sheet.nextRow
    sheet.line(title, SheetStyle(.section))
    sheet.add(cells(columns, spans, from: 0, SheetStyle(.header, .centred)))
    sheet.keepTogether(start...(start + 2))
  }

  private mutating func add(_ number: Int, _ texts: [String], spans: [Int]? = nil) {
    sheet.add(
      [SheetCell(0, .count(number), SheetStyle(.body, .count))]
        + cells(texts, spans, from: 1, SheetStyle(.body)))
  }

  private func cells(
    _ texts: [String], _ spans: [Int]?, from first: Int, _ style: SheetStyle
  ) -> [SheetCell] {
    var column = first
    return texts.enumerated().map { index, text in
      let span = spans.map { $0[index] } ?? 1
      defer { column += span }
      return SheetCell(column, .text(text), style, span: span)
    }
  }
}
