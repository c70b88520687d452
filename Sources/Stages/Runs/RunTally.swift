import Synchronization

/// How far a piece of work has come.
public struct StageProgress: Hashable, Sendable {
  /// Whose work it is: the organisation.
  public let subject: String
  /// What is counted: `files`, `documents`.
  public let unit: String
  /// How many are done.
  public let done: Int
  /// How many there are in all; at least `done`.
  public let total: Int
  /// How many rows have been read so far; 0 where none are.
  public let rows: Int

  /// A step of a piece of work.
  public init(subject: String, unit: String, done: Int, total: Int, rows: Int = 0) {
    self.subject = subject
    self.unit = unit
    self.done = done
    self.total = total
    self.rows = rows
  }
}

/// What a run did, counted while it works.
final class RunTally: Sendable {
  struct Counts {
    var accepted = 0
    var returned = 0
    var editions = 0
    var documents = 0
    /// Submissions nobody has sent for the organisation's own period; nil when nobody looked.
    var missing: Int?

    var isNothing: Bool { accepted + returned + editions + documents == 0 }
  }

  private let counts = Mutex(Counts())

  var current: Counts { counts.withLock { $0 } }

  func add(_ change: @Sendable (inout Counts) -> Void) { counts.withLock { change(&$0) } }
}
