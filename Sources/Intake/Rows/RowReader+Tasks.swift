import DelimitedText
import PlanModel
import VietnameseText

/// Rows of the task form.
extension RowReader {
  /// Reads a row; `errors` were found before it was begun.
  mutating func readTaskReport(_ record: Record, after errors: Int) -> Outcome {
    let plan = plan(of: record)
    let code = code(.task, record)
    guard let plan, let code else {
      mention(code ?? "")
      return .inError
    }
    guard let task = plan.task(code) else {
      let nearest = allNearest(code, among: plan.tasks.map(\.code))
      nearest.forEach { mention($0) }
      report(
        FindingCode.unknownTask(
          code, plan: plan.code, nearest: nearest, at: layout.place(.task, record)))
      return .inError
    }
    guard task.isLed(by: context.unit) else {
      if saysNothing(record) { return notAsked(record) }
      report(
        FindingCode.notOwed(
          task.code, isTask: true, unit: context.unit.code, at: layout.place(.task, record)))
      return .inError
    }
    let status = status(task, record)
    let percent = percent(task, record)
    let completedOn = date(task, record)
    let number = note(.documentNumber, record)
    let note = note(.note, record)
    var report: TaskReport?
    if let status, findings.errors == errors {
      report = TaskReport(
        plan: plan.code, task: task.code, row: record.row, status: status, percent: percent,
        completedOn: completedOn, documentNumber: number, note: note)
    }
    let repetition = repetition(
      ofTask: task.code, in: plan, meaning: report.map { .task(Self.meaning($0)) }, record)
    guard let report else { return .inError }
    if repetition == .leftOut { return .leftOut }
    checkDate(report, record)
    checkRate(report, record)
    guard findings.errors == errors else { return .inError }
    content.taskReports.append(report)
    return .taken
  }

  private static func meaning(_ report: TaskReport) -> [String] {
    [
      report.status.rawValue, report.percent?.plainText ?? "",
      report.completedOn?.description ?? "", report.documentNumber, report.note,
    ]
  }

  /// A row of the blank form as it was handed out.
  private func saysNothing(_ record: Record) -> Bool {
    [Column.status, .percent, .completedOn, .documentNumber, .note].allSatisfy { column in
      let words = text(column, record)
      return words.isEmpty || CellWords.isNotApplicable(Array(words.unicodeScalars))
    }
  }

  private mutating func status(_ task: PlanTask, _ record: Record) -> TaskStatus? {
    let typed = text(.status, record)
    let place = layout.place(.status, record)
    if typed.isEmpty {
      report(FindingCode.missingStatus(at: place, subject: task.code))
      return nil
    }
    let status = CellWords.status(typed)
    if status == nil {
      report(FindingCode.unknownStatus(typed, at: place, subject: task.code))
    }
    return status
  }

  /// How far the task is: `80`, `80%`, `62,5`. A blank is nil.
  private mutating func percent(_ task: PlanTask, _ record: Record) -> FixedDecimal? {
    let cell = bytes(.percent, record)
    if cell.isEmpty { return nil }
    let typed = String(decoding: cell, as: UTF8.self)
    let place = layout.place(.percent, record)
    switch NumberReader(allowsFraction: true).read(cell) {
    case .blank, .notApplicable: break
    case .number(let number, let isRespelled), .percent(let number, let isRespelled):
      return percent(number, isRespelled: isRespelled, typed, at: place, task)
    case .ambiguous(_, let number):
      // `62,125`: of a thousand and more per cent nobody speaks
      return percent(number, isRespelled: typed.contains("."), typed, at: place, task)
    case .unreadable(let defect):
      report(FindingCode.unreadable(defect, typed, at: place, subject: task.code))
    }
    return nil
  }

  private mutating func percent(
    _ number: FixedDecimal, isRespelled: Bool, _ typed: String, at place: Finding.Place,
    _ task: PlanTask
  ) -> FixedDecimal? {
    guard number <= FixedDecimal(100) else {
      report(FindingCode.percentRange(typed, at: place, subject: task.code))
      return nil
    }
    if isRespelled { normalisations.number(typed, readAs: number) }
    return number
  }

  private mutating func date(_ task: PlanTask, _ record: Record) -> CalendarDate? {
    let typed = text(.completedOn, record)
    if typed.isEmpty || CellWords.isNotApplicable(Array(typed.unicodeScalars)) { return nil }
    let place = layout.place(.completedOn, record)
    switch DateReader.read(typed) {
    case .blank: return nil
    case .date(let date, let isRespelled):
      if let other = checked(date, record) {
        report(FindingCode.otherOrder(other, typed, at: place, subject: task.code))
        return nil
      }
      guard date <= context.asOf.date else {
        report(FindingCode.future(date, typed, at: place, subject: task.code))
        return nil
      }
      if isRespelled {
        normalisations.date(typed, readAs: date.inPrint)
      }
      return date
    case .unreadable(let defect):
      report(FindingCode.unreadable(defect, typed, at: place, subject: task.code))
      return nil
    }
  }

  /// The day of which the form's own check speaks in the same row, where day and month are the other way
  /// round: the file was saved in the order of another country, and not as its cells were shown.
  private func checked(_ date: CalendarDate, _ record: Record) -> CalendarDate? {
    guard date.day != date.month,
      let other = CalendarDate(year: date.year, month: date.day, day: date.month),
      text(.check, record) == "ngày \(other.day) tháng \(other.month)"
    else { return nil }
    return other
  }

  private mutating func checkRate(_ report: TaskReport, _ record: Record) {
    guard let percent = report.percent,
      report.status == .done && percent != FixedDecimal(100)
        || report.status == .notStarted && percent > .zero
    else { return }
    self.report(
      FindingCode.rate(
        text(.percent, record), against: text(.status, record), at: layout.place(.percent, record),
        subject: report.task))
  }

  private mutating func checkDate(_ report: TaskReport, _ record: Record) {
    let place = layout.place(.completedOn, record)
    if report.status == .done, report.completedOn == nil {
      self.report(FindingCode.noDate(at: place, subject: report.task))
    } else if report.status != .done, report.completedOn != nil {
      self.report(
        FindingCode.notDone(at: place, subject: report.task, value: text(.completedOn, record)))
    }
  }
}
