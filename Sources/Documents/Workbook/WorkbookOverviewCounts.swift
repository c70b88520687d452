import Assessment
import PlanModel

// The parts of the overview that count tasks and submissions.
extension WorkbookOverview {
  mutating func addTasks() {
    let start = sheet.nextRow
    section("TÌNH HÌNH THỰC HIỆN NHIỆM VỤ")
    let tasks = context.assessment.tasks
    guard !tasks.isEmpty else {
      sheet.line(WorkbookWords.noTasks, SheetStyle(.remark))
      sheet.keepTogether(start...(sheet.nextRow - 1))
      sheet.add()
      return
    }
    header(
      ["Tổng số"] + Self.states.map(Wording.state)
        + ["Đã đến hạn", "Trong đó hoàn thành", "Tỉ lệ hoàn thành"],
      label: "Nội dung")
    let single = tasks.filter { !$0.isOfEachUnit }
    let each = tasks.filter(\.isOfEachUnit)
    var rows: [Int] = []
    if !single.isEmpty {
      rows.append(sheet.nextRow)
      addStates("Nhiệm vụ giao cơ quan chủ trì", single, rows: [], .body)
    }
    if !each.isEmpty {
      let kinds = Set(each.map(\.task.code)).count
      rows.append(sheet.nextRow)
      addStates(
        "\(kinds) nhiệm vụ của từng đơn vị (tính theo lượt đơn vị)", each, rows: [], .body)
    }
    if rows.count > 1 { addStates("Cộng", tasks, rows: rows, .total) }
    sheet.keepTogether(start...(sheet.nextRow - 1))
    sheet.add()
  }

  /// Done first, then overdue: what has fallen due stands side by side.
  private static let states: [TaskState] = [
    .doneOnTime, .doneLate, .overdue, .notDue, .continuous, .waiting, .unstated,
  ]

  private mutating func addStates(
    _ title: String, _ tasks: [TaskAssessment], rows: [Int], _ role: SheetStyle.Role
  ) {
    let row = sheet.nextRow
    let states = Self.first + 1
    let counts = Self.states.map { state in tasks.count { $0.state == state } }
    // what was done before its time has not fallen due: the states do not add up to these two
    let due = tasks.count(where: \.hasFallenDue)
    let done = tasks.count(where: \.isCompleted)
    let rate = Ratio(FixedDecimal(done), over: FixedDecimal(due))
    let dueColumn = states + counts.count
    let formula = SheetFormula.quotient(
      .cell(SheetRange(row: row, dueColumn + 1)), .cell(SheetRange(row: row, dueColumn)))
    sheet.add(
      label(title, role)
        + [sum(Self.first, row, columns: states...(dueColumn - 1), tasks.count, role)]
        + counts.enumerated().map { index, count in
          guard rows.isEmpty else { return down(states + index, rows, count) }
          return SheetCell(
            states + index, stateCount(Self.states[index], tasks, count),
            SheetStyle(role, .count))
        }
        + [due, done].enumerated().map { index, count in
          guard rows.isEmpty else { return down(dueColumn + index, rows, count) }
          return number(dueColumn + index, count, role)
        }
        + [
          SheetCell(
            dueColumn + 2, rate.map { .formula(formula, result: $0) } ?? .blank,
            SheetStyle(role, percent(rate)))
        ])
  }

  /// More pieces than this make a formula that nobody can check.
  private static let mostPieces = 40

  /// The tasks of a state, counted on the rows that these tasks have on "Biểu 03".
  private func stateCount(
    _ state: TaskState, _ tasks: [TaskAssessment], _ count: Int
  ) -> SheetValue {
    let chosen = Set(tasks.map(\.key))
    let rows = zip(parts.taskRows, context.assessment.tasks).filter { chosen.contains($1.key) }
      .map(\.0)
    let ranges = SheetRange.runs(
      of: rows, column: WorkbookTasks.stateColumn, on: WorkbookTasks.name)
    guard !ranges.isEmpty, ranges.count <= Self.mostPieces else { return .count(count) }
    let counts = ranges.map { range in
      SheetFormula.countWords([.init(range, Wording.state(state))])
    }
    return .counted(counts.count == 1 ? counts[0] : .added(counts), count)
  }

  mutating func addSubmissions() {
    let start = sheet.nextRow
    section("TÌNH HÌNH GỬI BÁO CÁO")
    header(
      ["Phải gửi"] + SubmissionClass.allCases.map(Wording.state)
        + ["Gửi hợp lệ", "Tỉ lệ gửi hợp lệ"],
      label: "Biểu")
    let all = context.assessment.submissions
    var rows: [Int] = []
    for form in ReportingDiscipline(submissions: all).forms {
      rows.append(sheet.nextRow)
      addClasses(
        WorkbookWords.formMatter(form), all.filter { $0.key.form == form }, rows: [], .body,
        form: form)
    }
    if rows.count != 1 { addClasses("Cộng", all, rows: rows, .total) }
    sheet.keepTogether(start...(sheet.nextRow - 1))
  }

  private mutating func addClasses(
    _ title: String, _ submissions: [SubmissionAssessment], rows: [Int], _ role: SheetStyle.Role,
    form: Form? = nil
  ) {
    let row = sheet.nextRow
    let classes = Self.first + 1
    let counts = SubmissionClass.allCases.map { state in
      submissions.count { $0.state == state }
    }
    let valid = counts.prefix(2).reduce(0, +)
    let rate = Ratio(
      FixedDecimal(valid), over: FixedDecimal(submissions.count))
    let formula = SheetFormula.quotient(
      .cell(SheetRange(row: row, classes + 4)), .cell(SheetRange(row: row, Self.first)))
    sheet.add(
      label(title, role)
        + [sum(Self.first, row, columns: classes...(classes + 3), submissions.count, role)]
        + counts.enumerated().map { index, count in
          guard rows.isEmpty else { return down(classes + index, rows, count) }
          return SheetCell(
            classes + index, classCount(SubmissionClass.allCases[index], form, count),
            SheetStyle(role, .count))
        }
        + [
          sum(classes + 4, row, columns: classes...(classes + 1), valid, role),
          SheetCell(
            classes + 5, rate.map { .formula(formula, result: $0) } ?? .blank,
            SheetStyle(role, percent(rate))),
        ])
  }
}

extension WorkbookOverview {
  /// The submissions of a class and form, counted on "Biểu 04".
  private func classCount(_ state: SubmissionClass, _ form: Form?, _ count: Int) -> SheetValue {
    guard let form, let rows = parts.submissionRows else { return .count(count) }
    func column(_ column: Int) -> SheetRange {
      SheetRange(rows, column...column, on: WorkbookSubmissions.name)
    }
    return .counted(
      .countWords([
        .init(column(WorkbookSubmissions.formColumn), Wording.name(of: form)),
        .init(column(WorkbookSubmissions.stateColumn), Wording.state(state)),
      ]), count)
  }
}

extension TaskAssessment {
  /// Whether it is one unit's part of a task that each unit has.
  var isOfEachUnit: Bool {
    if case .each = task.lead { return true }
    return false
  }
}
