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
    let columns = Self.indicatorColumns
    let asked = plans.flatMap { plan in
      plan.indicators.filter { $0.isCollected(in: period) && $0.reporters.contains(unit) }
        .map { (plan: plan, indicator: $0) }
    }
    func place(_ title: String) -> Int { columns.firstIndex { $0.title == title } ?? 0 }
    let rowsOfPlan = Dictionary(grouping: asked.indices) { asked[$0].plan.code }
      .mapValues { rows in
        Dictionary(rows.map { (asked[$0].indicator.code, $0) }, uniquingKeysWith: { a, _ in a })
      }
    let rows = asked.enumerated().map { row, item in
      let checks = FigureChecks(
        rows: rowsOfPlan[item.plan.code] ?? [:], numerator: place(FormWording.numerator),
        denominator: place(FormWording.denominator),
        pastDenominator: place(FormWording.pastDenominator))
      return indicatorRow(row, item.plan, item.indicator, checks)
    }
    return BlankForm(
      form: .indicator, heading: heading(.indicator), columns: columns, rows: rows)
  }

  private static let indicatorColumns =
    identity(FormWording.indicatorCode) + [
      FormColumn("Tên chỉ tiêu", 40), FormColumn("Đơn vị tính", 11),
      FormColumn(FormWording.pastPeriod, 10, .shown, hint: FormWording.pastHint),
      FormColumn(FormWording.pastNumerator, 10, .shown),
      FormColumn(FormWording.pastDenominator, 10, .shown),
      FormColumn(FormWording.numerator, 11, .asked),
      FormColumn(FormWording.denominator, 11, .asked),
      FormColumn(FormWording.check, 20, .shown, hint: FormWording.checkHint),
      FormColumn(FormWording.note, 28, .asked),
    ]

  private func indicatorRow(
    _ row: Int, _ plan: Plan, _ indicator: Indicator, _ checks: FigureChecks
  ) -> [FormCell] {
    let last = past.figure(plan, indicator)
    let entry = FormWording.entry(of: indicator)
    return identity(row, plan, indicator.code) + [
      .text(FormWording.name(of: indicator)), .text(onOneLine(indicator.unitOfMeasure)),
      last.map { .text(WorkbookWords.short($0.period)) } ?? FormCell(.blank),
      FormCell(FormWording.value(last?.content.numerator)),
      FormCell(FormWording.value(indicator.isQuotient ? last?.content.denominator : nil)),
      .asked(entry), indicator.isQuotient ? .asked(entry) : FormCell(.blank),
      FormCell(
        .checks(
          checks.checks(
            indicator, row, plan: plan, past: last?.content.denominator.value,
            limit: office.organisation.denominatorChangeLimit))),
      .asked(.text(limit: FormWording.noteLimit)),
    ]
  }

  // MARK: tasks

  func taskForm() -> BlankForm {
    let asked = plans.flatMap { plan in
      plan.tasks.filter { $0.isLed(by: unit) }.map { (plan: plan, task: $0) }
    }
    return BlankForm(
      form: .task, heading: heading(.task), columns: Self.taskColumns,
      rows: asked.enumerated().map { taskRow($0, $1.plan, $1.task) })
  }

  private static let taskColumns =
    identity(FormWording.taskCode) + [
      FormColumn("Tên nhiệm vụ", 40), FormColumn(FormWording.deadline, 15, .shown),
      FormColumn(FormWording.pastPeriod, 20, .shown, hint: FormWording.pastHint),
      FormColumn(FormWording.status, 18, .asked),
      FormColumn("Tỉ lệ hoàn thành", 9, .asked),
      FormColumn(FormWording.completedOn, 12, .asked),
      FormColumn("Số văn bản", 16, .asked),
      FormColumn(FormWording.check, 18, .shown, hint: FormWording.checkHint),
      FormColumn(FormWording.note, 26, .asked),
    ]

  private func taskRow(_ row: Int, _ plan: Plan, _ task: PlanTask) -> [FormCell] {
    let columns = Self.taskColumns
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

  private static func identity(_ code: String) -> [FormColumn] {
    [
      FormColumn("STT", 5, .shown), FormColumn("Mã đơn vị", 10), FormColumn("Kỳ báo cáo", 10),
      FormColumn("Mã kế hoạch", 9), FormColumn(code, 9),
    ]
  }

  private func identity(_ row: Int, _ plan: Plan, _ code: String) -> [FormCell] {
    [
      FormCell(.number(FixedDecimal(Int128(row + 1)))), .text(unit.code),
      .text(FormWording.cell(period)), .text(plan.code), .text(code),
    ]
  }

  private func heading(_ form: Form) -> FormHeading {
    let organisation = office.organisation
    let due = organisation.calendar.due(of: period)
    return FormHeading(
      left: [organisation.form.superior, organisation.form.issuerLine].map(onOneLine),
      centre: [
        FormWording.title(of: form), WorkbookWords.capitalised(WorkbookWords.period(period)),
        organisation.form.notice ?? "",
      ].map(onOneLine).filter { !$0.isEmpty },
      right: [onOneLine("\(unit.name) (\(unit.code))"), "Gửi trước \(due.text)"],
      clerk: "Người lập biểu (ký, ghi rõ họ và tên)",
      signatory: "Thủ trưởng đơn vị (ký, đóng dấu)")
  }
}
