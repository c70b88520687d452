import Foundation

/// What a stage is asked to do: the common options of every executable.
public struct StageRequest: Sendable {
  /// The folder of inputs.
  public var inputs = "inputs"
  /// The folder of outputs.
  public var outputs = "outputs"
  /// One organisation; nil for every one that the inputs hold.
  public var organisation: String?
  /// A period's code, or `all`; nil for the organisation's own.
  public var period: String?
  /// One plan; nil for all.
  public var plan: String?
  /// One unit, for intake and forms; nil for all.
  public var unit: String?
  /// The moment of counting as ISO 8601; nil for the organisation's own, else now.
  public var asOf: String?
  /// An edition by its number; nil for the one that stands. Then only the ledger is read.
  public var edition: Int?
  /// A folder into which editions are written as submissions to the level above; nil for none.
  public var exportFolder: String?
  /// The plans that such a submission holds; empty for all.
  public var exportPlans: [String] = []
  /// Keep what is written aside, until a stage that does not shows the edition's documents together.
  public var isHeld = false
  /// The day whose structure of units tables are printed in, as ISO 8601; nil for that of the period.
  public var structure: String?
  /// Print results as JSON.
  public var isJSON = false
  /// Print only what needs attention.
  public var isQuiet = false
  /// Print remarks on the office's own files as well, not only errors.
  var showsRemarks = false
  /// Check the office's templates: the stages that use or look at them do.
  var checksTemplates = false
  /// Look and say, write nothing.
  public var isDryRun = false
  /// Where the stages of one night find what those before have assessed; nil for a stage by itself.
  var shelf: ReportShelf?
  /// The time of the clock in seconds since 1970; nil for the machine's own. Tests turn it.
  var clock: Int?

  /// A request with the defaults of the options.
  public init() {}

  /// What the clock says, in seconds since 1970.
  var now: Int { clock ?? Int(Date().timeIntervalSince1970) }

  /// Marks of files from before this moment can be trusted: one changed in these seconds may change again
  /// without another time.
  var settledBefore: Int { now - 2 }

  /// Whether a plan is among those asked for; codes match in any case.
  func isAbout(plan code: String) -> Bool {
    plan.map { $0.uppercased() == code.uppercased() } ?? true
  }
}

/// How a stage ended, as the exit status says it.
public enum ExitStatus: Int32, Sendable {
  /// Clean.
  case clean = 0
  /// Could not work.
  case failed = 1
  /// Work done, with findings.
  case findings = 2
  /// Bad usage.
  case usage = 64
  /// Another run holds the lock.
  case locked = 75

  /// The graver of two ends, for a run over several organisations.
  public func and(_ other: ExitStatus) -> ExitStatus {
    let order: [ExitStatus] = [.clean, .findings, .locked, .failed, .usage]
    let place = { order.firstIndex(of: $0) ?? 0 }
    return place(self) >= place(other) ? self : other
  }
}

/// Why a stage stopped: one sentence that says what to do, and the exit status.
public struct StageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sentence.
  public let description: String
  /// The exit status.
  public let status: ExitStatus

  init(_ description: String, status: ExitStatus = .failed) {
    self.description = description
    self.status = status
  }
}

/// Where a stage prints: results to standard output, findings and notices to standard error.
public struct Console: Sendable {
  let output: @Sendable (String) -> Void
  let notice: @Sendable (String) -> Void
  /// How far a long piece of work has come; for somebody who watches.
  let progress: @Sendable (StageProgress) -> Void
  /// What is being done, step by step; for somebody who looks for a fault.
  let log: @Sendable (String) -> Void
  /// What a run did, counted.
  let tally = RunTally()

  /// Lines without their line end go to `output` and `notice`; nobody need watch.
  public init(
    output: @escaping @Sendable (String) -> Void, notice: @escaping @Sendable (String) -> Void,
    progress: @escaping @Sendable (StageProgress) -> Void = { _ in },
    log: @escaping @Sendable (String) -> Void
  ) {
    self.output = output
    self.notice = notice
    self.progress = progress
    self.log = log
  }
}
