public import PlanModel

extension UnitForms {
  /// The forms that a unit owes in a period; nil when it owes none.
  ///
  /// Just the indicators collected in the period that the unit reports, and the tasks it leads, of all
  /// plans in the order of their codes: what intake will look for.
  public init?(of unit: Unit, in period: Period, office: Office, past: FormPast = FormPast()) {
    let maker = FormMaker(unit: unit, period: period, office: office, past: past)
    let forms = office.formsOwed(by: unit, in: period).map { form in
      switch form {
      case .indicator: maker.indicatorForm()
      case .task: maker.taskForm()
      }
    }
    guard !forms.isEmpty else { return nil }
    self.unit = unit
    self.period = period
    self.forms = forms
    guide = FormGuide(unit: unit, period: period, office: office, forms: forms).lines
  }
}

/// Makes the forms of one unit.
private struct FormMaker {
  let unit: Unit
  let period: Period
  let office: Office
  let past: FormPast

  private var plans: [Plan] { office.plans.filter { $0.isCollected(in: period) } }

  // MARK: indicators

  func indicatorForm() -> BlankForm {
    let asked = plans.flatMap { plan in
      plan.indicators.filter { $0.isCollected(in: period) && $0.reporters.contains(unit) }
        .map { (plan: plan, indicator: $0) }
    }
    let columns = Self.indicatorColumns(
      CodeWidths(unit, asked.map { ($0.plan.code, $0.indicator.code) }))
    func place(_ title: String) -> Int { columns.firstIndex { $0.title == title } ?? 0 }
    let rowsOfPlan = Dictionary(grouping: asked.indices) { asked[$0].plan.code }
      .mapValues { rows in
        Dictionary(rows.map { (asked[$0].indicator.code, $0) }, uniquingKeysWith: { a, _ in a })
      }
    let rows = asked.enumerated().map { row, item in
      let checks = FigureChecks(
        rows: rowsOfPlan[item.plan.code] ?? [:], numerator: place(FormWording.numerator),
        denominator: place(FormWording.denominator),
        pastNumerator: place(FormWording.pastNumerator),
        pastDenominator: place(FormWording.pastDenominator))
      return indicatorRow(row, item.plan, item.indicator, checks)
    }
    return BlankForm(
      form: .indicator, heading: heading(.indicator), columns: columns, rows: rows)
  }

  private static func indicatorColumns(_ codes: CodeWidths) -> [FormColumn] {
    codes.columns(FormWording.indicatorCode) + [
      FormColumn("Tên chỉ tiêu", 38), FormColumn("Đơn vị tính", 10),
      FormColumn(FormWording.pastPeriod, 9, .shown, hint: FormWording.pastHint),
      FormColumn(FormWording.pastNumerator, 9, .shown),
      FormColumn(FormWording.pastDenominator, 9, .shown),
      FormColumn(FormWording.numerator, 10, .asked),
      FormColumn(FormWording.denominator, 10, .asked),
      FormColumn(FormWording.check, 18, .shown, hint: FormWording.checkHint),
      FormColumn(FormWording.note, 24, .asked),
    ]
  }

  private func indicatorRow(
    _ row: Int, _ plan: Plan, _ indicator: Indicator, _ checks: FigureChecks
  ) -> [FormCell] {
    let last = past.figure(plan, indicator)
    let entry = FormWording.entry(of: indicator)
    return identity(row, plan, indicator.code) + [
      .text(FormWording.name(of: indicator)), .text(onOneLine(indicator.unitOfMeasure)),
      last.map { .text($0.period.compactText) } ?? FormCell(.blank),
      FormCell(FormWording.value(last?.content.numerator)),
      FormCell(FormWording.value(indicator.isQuotient ? last?.content.denominator : nil)),
      .asked(entry), indicator.isQuotient ? .asked(entry) : FormCell(.blank),
      FormCell(
        .checks(
          checks.checks(
            indicator, row, plan: plan, past: last?.content,
            limit: office.organisation.denominatorChangeLimit))),
      .asked(.text(limit: FormWording.noteLimit)),
    ]
  }

  // MARK: tasks

  func taskForm() -> BlankForm {
    let asked = plans.flatMap { plan in
      plan.tasks.filter { $0.isLed(by: unit) }.map { (plan: plan, task: $0) }
    }
    let columns = Self.taskColumns(CodeWidths(unit, asked.map { ($0.plan.code, $0.task.code) }))
    return BlankForm(
      form: .task, heading: heading(.task), columns: columns,
      rows: asked.enumerated().map { taskRow($0, $1.plan, $1.task, columns) })
  }

  private static func taskColumns(_ codes: CodeWidths) -> [FormColumn] {
    codes.columns(FormWording.taskCode) + [
      FormColumn("Tên nhiệm vụ", 36), FormColumn(FormWording.deadline, 12, .shown),
      FormColumn(FormWording.pastPeriod, 17, .shown, hint: FormWording.pastHint),
      FormColumn(FormWording.status, 17, .asked),
      FormColumn("Tỉ lệ hoàn thành", 9, .asked),
      FormColumn(FormWording.completedOn, 12, .asked),
      FormColumn("Số văn bản", 14, .asked),
      FormColumn(FormWording.check, 15, .shown, hint: FormWording.checkHint),
      FormColumn(FormWording.note, 22, .asked),
    ]
  }

  private func taskRow(
    _ row: Int, _ plan: Plan, _ task: PlanTask, _ columns: [FormColumn]
  ) -> [FormCell] {
    func place(_ title: String) -> FormCheck.Place {
      FormCheck.Place(row, columns.firstIndex { $0.title == title } ?? 0)
    }
    let status = place(FormWording.status)
    let date = place(FormWording.completedOn)
    let done = FormWording.state(.done)
    return identity(row, plan, task.code) + [
      .text(FormWording.name(of: task, for: unit, office.registry)),
      .text(WorkbookWords.deadline(task.deadline, of: plan)),
      past.report(plan, task).map { .text(FormWording.report($0.content, of: $0.period)) }
        ?? FormCell(.blank),
      .asked(.state), .asked(.percent), .asked(.day(days(of: plan))),
      .asked(.text(limit: FormWording.documentLimit)),
      FormCell(
        .checks([
          FormCheck(.text(status, is: done, without: date), "thiếu ngày hoàn thành"),
          FormCheck(
            .filled(date, unless: status, is: done), "có ngày hoàn thành mà chưa hoàn thành"),
          FormCheck(.day(date), "ngày", .remark),
        ])),
      .asked(.text(limit: FormWording.noteLimit)),
    ]
  }

  /// The days on which a task of a plan can have been done when the form is sent.
  private func days(of plan: Plan) -> DateSpan {
    let first = plan.issuedOn ?? plan.term.first
    let last = max(period.span.last, office.organisation.calendar.due(of: period).date)
    return DateSpan(min(first, plan.term.first), last)
  }

  // MARK: both

  private func identity(_ row: Int, _ plan: Plan, _ code: String) -> [FormCell] {
    [
      FormCell(.number(FixedDecimal(row + 1))), .text(unit.code),
      .text(FormWording.cell(period)), .text(plan.code), .text(code),
    ]
  }

  private func heading(_ form: Form) -> FormHeading {
    let organisation = office.organisation
    let due = organisation.calendar.due(of: period)
    return FormHeading(
      left: [organisation.form.superior, organisation.form.issuerLine].map(onOneLine),
      centre: [
        FormWording.title(of: form), period.text.capitalisedFirst,
        organisation.form.notice ?? "",
      ].map(onOneLine).filter { !$0.isEmpty },
      unit: onOneLine("\(unit.name) (\(unit.code))"), due: "Gửi trước \(due.text)",
      clerk: "Người lập biểu (ký, ghi rõ họ và tên)",
      signatory: "Thủ trưởng đơn vị (ký, đóng dấu)")
  }
}

/// The columns that say whose row it is and of what, as wide as their codes are long.
private struct CodeWidths {
  private let unit: Double
  private let plan: Double
  private let code: Double

  init(_ unit: Unit, _ rows: [(plan: String, code: String)]) {
    func width(_ codes: [String]) -> Double {
      // longer ones go on in a second line
      min(max(Double(codes.map(\.count).max() ?? 0) * 1.5 + 1, 8), 18)
    }
    self.unit = width([unit.code])
    plan = width(rows.map(\.plan))
    code = width(rows.map(\.code))
  }

  func columns(_ title: String) -> [FormColumn] {
    [
      FormColumn("STT", 5, .shown, isCentred: true),
      FormColumn("Mã đơn vị", unit, isCentred: true),
      FormColumn("Kỳ báo cáo", 9, isCentred: true),
      FormColumn("Mã kế hoạch", plan, isCentred: true),
      FormColumn(title, code, isCentred: true),
    ]
  }
}
