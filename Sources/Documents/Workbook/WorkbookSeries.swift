import Assessment
import PlanModel

/// Where the series of the charts stand, filled in as the sheet "Xu hướng" is made.
struct WorkbookSeries {
  /// A line of the trend chart.
  struct Line {
    let name: String
    let values: SheetRange
    /// How many periods have a figure.
    let points: Int
  }

  /// Several rows over the same words.
  struct Group {
    var categories: SheetRange
    var rows: [(name: String, values: SheetRange, tone: SheetStyle.Tone?)]
  }

  var periods: SheetRange?
  var lines: [Line] = []
  var againstPlan: Group?
  var submissions: Group?
  var tasks: Group?
}

/// The sheets that others look into, and where things stand on them.
struct WorkbookParts {
  let indicators: SheetModel
  let indicatorRows: [String: Int]
  let indicatorTable: ClosedRange<Int>?
  let taskRows: [Int]
  let submissionRows: ClosedRange<Int>?
}

// The smaller tables of the sheet: what the charts show of one period.
extension WorkbookTrend {
  /// Each indicator with a number to reach, as a part of that number.
  mutating func addAgainstPlan() {
    let place = WorkbookIndicators.Place.againstPlan
    let shown = context.assessment.indicators.compactMap { indicator -> (Indicator, Int, Ratio)? in
      let code = indicator.indicator.code
      guard let row = made.indicatorRows[code],
        let part = made.indicators.cell(row, place)?.value.number
      else { return nil }
      return (indicator.indicator, row, part)
    }
    guard !shown.isEmpty else { return }
    let start = section("MỨC THỰC HIỆN SO VỚI KẾ HOẠCH")
    header(["TT", "Mã", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện"])
    let first = sheet.nextRow
    for (index, (indicator, row, part)) in shown.enumerated() {
      let there = SheetRange(row: row, place, on: WorkbookIndicators.name)
      let digits = HonestDigits.ofRate(part, wanted: 1, against: nil)
      sheet.add([
        SheetCell(0, .count(index + 1), SheetStyle(.body, .count)),
        SheetCell(1, .text(code(of: indicator)), SheetStyle(.body, .centred)),
        SheetCell(2, .text(indicator.shortName), SheetStyle(.body)),
        SheetCell(3, .text("%"), SheetStyle(.body, .centred)),
        SheetCell(4, .count(1), SheetStyle(.body, .percent(decimals: 0))),
        SheetCell(
          5, .formula(.cell(there), result: part), SheetStyle(.body, .percent(decimals: digits))),
      ])
    }
    let rows = first...(sheet.nextRow - 1)
    sheet.keepTogether(start...rows.upperBound)
    series.againstPlan = .init(
      categories: column(rows, 1),
      rows: [
        ("Kế hoạch = 100%", column(rows, 4), .pending), ("Thực hiện", column(rows, 5), .neutral),
      ])
  }

  /// The code, with a sign where less is better: a column below its plan is then a good one. Of units that
  /// meet what each owes more are better, whatever it is.
  private func code(of indicator: Indicator) -> String {
    if indicator.combination == .unitsMeeting { return indicator.code }
    let target = context.assessment.indicators.first { $0.indicator.code == indicator.code }?
      .total?.target
    return indicator.code + (target?.comparison.favoursMore == false ? " (<=)" : "")
  }

  /// The submissions of each period by class; those of the workbook's own period counted on "Biểu 04".
  mutating func addSubmissions() {
    let start = section("TÌNH HÌNH GỬI BÁO CÁO QUA CÁC KỲ")
    sheet.add(periodHeader(["TT", "", "Tình trạng", "ĐVT"], last: nil))
    let first = sheet.nextRow
    let columns = Self.first...(Self.first + data.periods.count - 1)
    var group = WorkbookSeries.Group(
      categories: range(first - 1, columns), rows: [])
    for (place, state) in SubmissionClass.allCases.enumerated() {
      let word = Wording.state(state)
      let cells = data.submissions.enumerated().map { index, classes in
        SheetCell(
          Self.first + index, submissions(state, classes, isCurrent: index == columns.count - 1),
          SheetStyle(.body, .count))
      }
      let row = sheet.add(words(place + 1, word, "báo cáo") + cells)
      // returned and missing are both bad, and yet must be told apart
      let tone = state == .returned ? .pending : WorkbookWords.tone(state)
      group.rows.append((word, range(row, columns), tone))
    }
    let last = sheet.nextRow - 1
    let totals = data.submissions.enumerated().map { index, classes -> SheetCell in
      let column = Self.first + index
      guard let classes else { return SheetCell(column, .blank, SheetStyle(.total, .count)) }
      return SheetCell(
        column,
        .counted(
          .sum([SheetRange(first...last, column...column)]), classes.values.reduce(0, +)),
        SheetStyle(.total, .count))
    }
    sheet.add(
      [SheetCell(0, .blank, SheetStyle(.total)), SheetCell(1, .blank, SheetStyle(.total))]
        + [
          SheetCell(2, .text("Phải gửi"), SheetStyle(.total)),
          SheetCell(3, .text("báo cáo"), SheetStyle(.total, .centred)),
        ] + totals)
    sheet.keepTogether(start...(last + 1))
    series.submissions = group
  }

  private func submissions(
    _ state: SubmissionClass, _ classes: [SubmissionClass: Int]?, isCurrent: Bool
  ) -> SheetValue {
    guard let classes else { return .blank }
    let count = classes[state] ?? 0
    guard isCurrent, let rows = made.submissionRows else { return .count(count) }
    let column = WorkbookSubmissions.stateColumn
    let range = SheetRange(rows, column...column, on: WorkbookSubmissions.name)
    return .counted(.countWords([.init(range, Wording.state(state))]), count)
  }

  /// The tasks by state, counted on "Biểu 03".
  mutating func addTasks() {
    let tasks = context.assessment.tasks
    guard !tasks.isEmpty else { return }
    let start = section("NHIỆM VỤ THEO TÌNH TRẠNG")
    header(["TT", "", "Tình trạng", "ĐVT", "Số đầu việc"])
    let first = sheet.nextRow
    let column = WorkbookTasks.stateColumn
    let table = made.taskRows.first.flatMap { first in
      made.taskRows.last.map { SheetRange(first...$0, column...column, on: WorkbookTasks.name) }
    }
    for (place, state) in TaskState.allCases.enumerated() {
      let word = Wording.state(state)
      let count = tasks.count { $0.state == state }
      let value = table.map { SheetValue.counted(.countWords([.init($0, word)]), count) }
      sheet.add(
        words(place + 1, word, "đầu việc")
          + [SheetCell(4, value ?? .count(count), SheetStyle(.body, .count))])
    }
    let rows = first...(sheet.nextRow - 1)
    sheet.keepTogether(start...rows.upperBound)
    series.tasks = .init(
      categories: self.column(rows, 2), rows: [("Số đầu việc", self.column(rows, 4), .neutral)])
  }

  // MARK: cells

  private mutating func section(_ title: String) -> Int {
    sheet.add()
    sheet.line(nextSection(title), SheetStyle(.section))
    return sheet.nextRow - 1
  }

  private mutating func header(_ titles: [String]) {
    sheet.add(
      titles.enumerated().map { SheetCell($0, .text($1), SheetStyle(.header, .centred)) })
  }

  private func column(_ rows: ClosedRange<Int>, _ column: Int) -> SheetRange {
    SheetRange(rows, column...column, on: Self.name)
  }

  private func words(_ number: Int, _ word: String, _ unit: String) -> [SheetCell] {
    [
      SheetCell(0, .count(number), SheetStyle(.body, .count)),
      SheetCell(1, .blank, SheetStyle(.body, .centred)),
      SheetCell(2, .text(word), SheetStyle(.body)),
      SheetCell(3, .text(unit), SheetStyle(.body, .centred)),
    ]
  }
}
