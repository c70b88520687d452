/// Which of the two forms a submission is; its header decides.
public enum Form: String, CaseIterable, Sendable {
  case indicator, task
}

/// What stands in a number cell: five different things that stay different (absent: no row at all).
public enum Entry: Hashable, Sendable {
  /// No figure yet; never zero.
  case blank
  /// The unit has nothing this could be asked of.
  case notApplicable
  /// A figure; zero is one.
  case value(FixedDecimal)

  /// The figure, when there is one.
  public var value: FixedDecimal? {
    guard case .value(let number) = self else { return nil }
    return number
  }
}

/// The figure of one indicator in one submission.
public struct Figure: Hashable, Sendable {
  /// The plan's code.
  public let plan: String
  /// The indicator's code.
  public let indicator: String
  /// The row, as a spreadsheet numbers it.
  public let row: Int
  /// The numerator cell.
  public let numerator: Entry
  /// The denominator cell.
  public let denominator: Entry
  /// The unit's own words; empty when none.
  public let note: String

  /// One row of an indicator form.
  public init(
    plan: String, indicator: String, row: Int, numerator: Entry, denominator: Entry, note: String
  ) {
    self.plan = plan
    self.indicator = indicator
    self.row = row
    self.numerator = numerator
    self.denominator = denominator
    self.note = note
  }
}

/// The state a unit gives for a task.
public enum TaskStatus: String, CaseIterable, Sendable {
  case done, inProgress = "in_progress", notStarted = "not_started", waiting, suspended
}

/// What a unit reports on one task in one submission.
public struct TaskReport: Hashable, Sendable {
  /// The plan's code.
  public let plan: String
  /// The task's code.
  public let task: String
  /// The row, as a spreadsheet numbers it.
  public let row: Int
  /// The state.
  public let status: TaskStatus
  /// How far it is, 0 to 100; nil when blank.
  public let percent: FixedDecimal?
  /// The day it was done; nil when blank.
  public let completedOn: CalendarDate?
  /// The document it yielded; empty when none.
  public let documentNumber: String
  /// The unit's own words; empty when none.
  public let note: String

  /// One row of a task form.
  public init(
    plan: String, task: String, row: Int, status: TaskStatus, percent: FixedDecimal?,
    completedOn: CalendarDate?, documentNumber: String, note: String
  ) {
    self.plan = plan
    self.task = task
    self.row = row
    self.status = status
    self.percent = percent
    self.completedOn = completedOn
    self.documentNumber = documentNumber
    self.note = note
  }
}

/// What became of a submission.
public enum SubmissionState: String, Sendable {
  /// Its rows are in force, unless a later revision replaced them.
  case accepted
  /// It has an error; none of its rows are in force.
  case returned
}

/// One received file as the ledger remembers it, without its rows.
///
/// A class, because it has many parts, there are many, and they are only ever handed on.
public final class Receipt: Sendable {
  /// The number under which the ledger keeps it, counting from 1 in order of receipt.
  public let number: Int64
  /// The period's folder.
  public let period: Period
  /// The unit's code.
  public let unit: String
  /// Which form it is, or was taken to be when its header could not be read.
  public let form: Form
  /// Its path below `submissions/<period>/<unit>/`.
  public let file: String
  /// The N of `.vN` in its name, 1 without one.
  public let version: Int
  /// Which submission of this unit, period and form it is, from 1.
  public let revision: Int
  /// What became of it.
  public let state: SubmissionState
  /// SHA-256 of its bytes, 64 hexadecimal digits.
  public let sha256: String
  /// How many bytes it has.
  public let size: Int
  /// When it was received.
  public let receivedAt: CivilTime
  /// The number of the letter it came with; empty when none.
  public let documentNumber: String
  /// How many rows of figures it has, good and bad.
  public let rows: Int
  /// How many findings return it.
  public let errors: Int
  /// How many findings ask for an explanation.
  public let explanations: Int

  /// All parts, as recorded.
  public init(
    number: Int64, period: Period, unit: String, form: Form, file: String, version: Int,
    revision: Int, state: SubmissionState, sha256: String, size: Int, receivedAt: CivilTime,
    documentNumber: String, rows: Int, errors: Int, explanations: Int
  ) {
    self.number = number
    self.period = period
    self.unit = unit
    self.form = form
    self.file = file
    self.version = version
    self.revision = revision
    self.state = state
    self.sha256 = sha256
    self.size = size
    self.receivedAt = receivedAt
    self.documentNumber = documentNumber
    self.rows = rows
    self.errors = errors
    self.explanations = explanations
  }

  /// The later of two revisions: the higher version in the name, then the later receipt.
  public func isLater(than other: Receipt) -> Bool {
    (version, revision) > (other.version, other.revision)
  }
}

extension Receipt: Hashable {
  /// Whether all parts are the same.
  public static func == (left: Receipt, right: Receipt) -> Bool {
    left === right
      || (left.number, left.period, left.unit, left.form, left.file, left.documentNumber)
        == (right.number, right.period, right.unit, right.form, right.file, right.documentNumber)
        && (left.version, left.revision, left.state, left.sha256, left.size, left.receivedAt)
          == (
            right.version, right.revision, right.state, right.sha256, right.size, right.receivedAt
          )
        && (left.rows, left.errors, left.explanations)
          == (right.rows, right.errors, right.explanations)
  }

  /// By its number and bytes, which tell all receipts apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(number)
    hasher.combine(sha256)
  }
}

/// An explanation the office has accepted, as `explanations.csv` records it.
public struct Explanation: Hashable, Sendable {
  /// The unit's code.
  public let unit: String
  /// The period.
  public let period: Period
  /// The code of the plan it belongs to; nil when any plan's indicator of that code is meant.
  public let plan: String?
  /// The code of the indicator or task; empty for an explanation of a whole file.
  public let indicator: String
  /// The code of the finding it explains.
  public let code: String
  /// The explanation.
  public let text: String

  /// `text` explains the finding `code` of one unit, period and indicator.
  public init(
    unit: String, period: Period, plan: String? = nil, indicator: String, code: String,
    text: String
  ) {
    self.unit = unit
    self.period = period
    self.plan = plan
    self.indicator = indicator
    self.code = code
    self.text = text
  }

  /// The code with its plan's before it, as the file may write it: `NQ21/CT05`; the bare code without one.
  public var qualifiedCode: String { plan.map { "\($0)/\(indicator)" } ?? indicator }

  /// Whether it is about an indicator or task of a plan; a plan that is not known is no obstacle.
  public func isAbout(_ subject: String?, ofPlan code: String?) -> Bool {
    guard indicator.uppercased() == (subject ?? "").uppercased() else { return false }
    guard let plan, let code else { return true }
    return plan == code
  }
}
