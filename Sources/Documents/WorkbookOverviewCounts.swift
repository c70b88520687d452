import Assessment
import PlanModel

// The parts of the overview that count tasks and submissions.
extension WorkbookOverview {
  mutating func addTasks() {
    sheet.line("IV- TÌNH HÌNH THỰC HIỆN NHIỆM VỤ", SheetStyle(.section))
    header(
      ["Tổng số"] + Self.states.map(WorkbookWords.state)
        + ["Đã đến hạn", "Trong đó hoàn thành", "Tỉ lệ hoàn thành"],
      label: "Nội dung")
    let tasks = context.assessment.tasks
    let single = tasks.filter { !$0.isOfEachUnit }
    let each = tasks.filter(\.isOfEachUnit)
    var rows: [Int] = []
    if !single.isEmpty || each.isEmpty {
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
    let counts = Self.states.map { state in tasks.filter { $0.state == state }.count }
    // what was done before its time has not fallen due: the states do not add up to these two
    let due = tasks.count(where: \.hasFallenDue)
    let done = tasks.count(where: \.isCompleted)
    let rate = Ratio(FixedDecimal(Int128(done)), over: FixedDecimal(Int128(due)))
    let dueColumn = states + counts.count
    let formula = SheetFormula.quotient(
      .cell(SheetRange(row: row, dueColumn + 1)), .cell(SheetRange(row: row, dueColumn)))
    sheet.add(
      label(title, role)
        + [sum(Self.first, row, columns: states...(dueColumn - 1), tasks.count, role)]
        + (counts + [due, done]).enumerated().map { index, count in
          rows.isEmpty ? number(states + index, count, role) : down(states + index, rows, count)
        }
        + [
          SheetCell(
            dueColumn + 2, rate.map { .formula(formula, result: $0) } ?? .blank,
            SheetStyle(role, percent(rate)))
        ])
  }

  mutating func addSubmissions() {
    sheet.line("V- TÌNH HÌNH GỬI BÁO CÁO", SheetStyle(.section))
    header(
      [
        "Phải gửi", "Đúng hạn", "Chậm hạn", "Trả lại", "Chưa gửi", "Gửi hợp lệ",
        "Tỉ lệ gửi hợp lệ",
      ], label: "Biểu")
    let all = context.assessment.submissions
    var rows: [Int] = []
    let forms = Form.allCases.filter { form in all.contains { $0.key.form == form } }
    for form in forms {
      rows.append(sheet.nextRow)
      addClasses(
        WorkbookWords.formMatter(form), all.filter { $0.key.form == form }, rows: [], .body)
    }
    if rows.count != 1 { addClasses("Cộng", all, rows: rows, .total) }
  }

  private mutating func addClasses(
    _ title: String, _ submissions: [SubmissionAssessment], rows: [Int], _ role: SheetStyle.Role
  ) {
    let row = sheet.nextRow
    let classes = Self.first + 1
    let counts = SubmissionClass.allCases.map { state in
      submissions.filter { $0.state == state }.count
    }
    let valid = counts.prefix(2).reduce(0, +)
    let rate = Ratio(
      FixedDecimal(Int128(valid)), over: FixedDecimal(Int128(submissions.count)))
    let formula = SheetFormula.quotient(
      .cell(SheetRange(row: row, classes + 4)), .cell(SheetRange(row: row, Self.first)))
    sheet.add(
      label(title, role)
        + [sum(Self.first, row, columns: classes...(classes + 3), submissions.count, role)]
        + counts.enumerated().map { index, count in
          rows.isEmpty
            ? number(classes + index, count, role) : down(classes + index, rows, count)
        }
        + [
          sum(classes + 4, row, columns: classes...(classes + 1), valid, role),
          SheetCell(
            classes + 5, rate.map { .formula(formula, result: $0) } ?? .blank,
            SheetStyle(role, percent(rate))),
        ])
  }
}

extension TaskAssessment {
  /// Whether it is one unit's part of a task that each unit has.
  var isOfEachUnit: Bool {
    if case .each = task.lead { return true }
    return false
  }
}
