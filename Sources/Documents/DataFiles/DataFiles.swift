public import Assessment
public import PlanModel

/// A table of the machine-readable result: other programs rely on its columns and their order.
public struct DataFile: Sendable {
  /// Adds its rows to a text.
  public typealias Rows = @Sendable (_ text: inout DataFileText) -> Void

  /// The file's name below `data/`.
  public let name: String
  /// The columns.
  public let columns: [String]
  private let writeRows: Rows

  fileprivate init(name: String, columns: [String], writeRows: @escaping Rows) {
    self.name = name
    self.columns = columns
    self.writeRows = writeRows
  }

  init(name: String, columns: [String], rows: [[String]]) {
    self.init(name: name, columns: columns) { text in
      for row in rows { text.add(row: row) }
    }
  }

  /// Rows that end with a note.
  init(name: String, columns: [String], notedRows: [[String]]) {
    self.init(name: name, columns: columns) { text in
      for row in notedRows { text.add(row: row.dropLast(), words: row.last ?? "") }
    }
  }

  /// Adds all rows to a text.
  func write(to text: inout DataFileText) { writeRows(&text) }
}

/// The four data files of an edition.
public enum DataFiles {
  /// Their names.
  public static let names = ["indicators.csv", "tasks.csv", "submissions.csv", "findings.csv"]

  /// Indicators, tasks, submissions and findings of a report.
  public static func all(of report: Report) -> [DataFile] {
    [indicators(report), tasks(report), submissions(report), findings(report)]
  }

  /// Those of them that the clock alone can change.
  public static func timed(of report: Report) -> [DataFile] {
    [tasks(report), submissions(report)]
  }

  /// The columns of `indicators.csv`.
  public static let indicatorColumns = [
    "plan", "indicator", "unit", "period", "window", "numerator", "denominator", "value",
    "target", "comparison", "verdict", "units_counted", "units_expected",
  ]

  private static func indicators(_ report: Report) -> DataFile {
    let input = report.assessment.input
    let indicators = report.assessment.indicators
    return DataFile(name: "indicators.csv", columns: indicatorColumns) { text in
      for assessed in indicators { write(assessed.cells, of: assessed.indicator, input, to: &text) }
    }
  }

  /// Writes rows of one indicator in `indicators.csv`: a part of it.
  public static func write(
    _ cells: [IndicatorCell], of indicator: Indicator, _ input: AssessmentInput,
    to text: inout DataFileText
  ) {
    var rows = IndicatorDataRows(indicator.code, input)
    // by their places, for a cell is large and would be copied
    for place in cells.indices {
      // one row for each target that applies, the binding one first
      rows.write(cells[place], to: &text)
      for other in cells[place].others { rows.write(cells[place], other, to: &text) }
    }
  }

  /// The row of a cell and the target that binds it.
  static func row(
    of cell: IndicatorCell, _ indicator: Indicator, _ input: AssessmentInput
  ) -> [String] {
    var text = DataFileText()
    var rows = IndicatorDataRows(indicator.code, input)
    rows.write(cell, to: &text)
    return DataFileText.rows(in: text.bytes).first ?? []
  }

  private static func tasks(_ report: Report) -> DataFile {
    let plan = report.assessment.input.plan.code
    let rows = report.assessment.tasks.map { task in
      [
        plan, task.task.code, task.unit, task.task.clause, task.task.deadline.code,
        text(task.dueOn), task.state.rawValue, text(task.completedOn), String(task.daysOverdue),
        task.report?.content.documentNumber ?? "",
      ]
    }
    return DataFile(
      name: "tasks.csv",
      columns: [
        "plan", "task", "unit", "clause", "deadline", "due_on", "state", "completed_on",
        "days_overdue", "document_no",
      ], rows: rows)
  }

  private static func submissions(_ report: Report) -> DataFile {
    let questions = OpenQuestions(report)
    let submissions = report.assessment.submissions
    return DataFile(
      name: "submissions.csv",
      columns: [
        "period", "unit", "form", "state", "received_at", "due_at", "days_late", "revision", "file",
        "sha256", "rows", "errors", "explain",
      ]
    ) { text in
      for submission in submissions { write(submission, questions, to: &text) }
    }
  }

  private static func write(
    _ submission: SubmissionAssessment, _ questions: OpenQuestions, to text: inout DataFileText
  ) {
    let shown = submission.shown
    func add(_ count: Int?) {
      if let count { text.add(count) } else { text.add("") }
    }
    text.add(submission.key.period.description)
    text.add(submission.key.unit)
    text.add(submission.key.form.rawValue)
    text.add(submission.state.rawValue)
    text.add(Self.text(submission.receivedAt))
    text.add(submission.dueAt.description)
    add(submission.daysLate)
    add(shown?.revision)
    text.add(shown?.file ?? "")
    text.add(shown?.sha256 ?? "")
    add(shown?.rows)
    add(shown?.errors)
    add(shown.map(questions.count(of:)))
    text.endRow()
  }

  private static func findings(_ report: Report) -> DataFile {
    let rows = report.reviews.flatMap { review in
      review.findings.map { finding in
        [
          review.receipt.period.description, review.receipt.unit, review.receipt.file,
          finding.place.row.map(String.init) ?? "", finding.place.columnLetter ?? "",
          finding.severity.rawValue, finding.code, finding.value ?? "", finding.problem,
        ]
      }
    }
    // what concerns all units has no file of its own
    let input = report.assessment.input
    let ofAll = report.doubtsOfAllUnits.map { finding in
      [
        input.period.description, input.office.registry.root, "", "", "",
        finding.severity.rawValue, finding.code, finding.value ?? "",
        "\(finding.subject.map { "\($0): " } ?? "")\(finding.problem)",
      ]
    }
    return DataFile(
      name: "findings.csv",
      columns: [
        "period", "unit", "file", "row", "column", "severity", "code", "value", "message",
      ], rows: rows + ofAll)
  }

  private static func text(_ date: CalendarDate?) -> String { date?.description ?? "" }
  private static func text(_ time: CivilTime?) -> String { time?.description ?? "" }
}

extension Target.Comparison {
  /// The number in force as the data files write it: a range as `0.03..0.04`, of a change the base moved
  /// by its amount; empty where there is none.
  var dataText: String {
    switch self {
    case .between(let low, let high): "\(low)..\(high)"
    case .about(let centre, let tolerance): "\(centre)+-\(tolerance)"
    default:
      threshold.flatMap {
        $0.denominator == FixedDecimal(1) ? $0.numerator : $0.rounded(toFractionDigits: 6)
      }?.plainText ?? ""
    }
  }
}
