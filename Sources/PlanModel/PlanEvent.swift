/// Something that tasks wait for: mostly outside the office, sometimes the work of another task.
public struct PlanEvent: Hashable, Sendable {
  /// Its code, unique in the plan.
  public let code: String
  /// What it is, in words that follow "khi có".
  public let name: String
  /// The code of the task whose completion is the event; nil when only `events.csv` says so.
  ///
  /// So a chain is followed: the Centre guides, the Standing Committee issues, the districts apply.
  public let causedBy: String?

  /// A code, what it stands for, and the task that brings it about.
  public init(code: String, name: String, causedBy: String? = nil) {
    self.code = code
    self.name = name
    self.causedBy = causedBy
  }
}

/// An event that has happened, as `events.csv` or the report on the task that causes it says.
public struct Occurrence: Hashable, Sendable {
  /// The code of the event.
  public let event: String
  /// The day it happened.
  public let occurredOn: CalendarDate
  /// The document that brought it about; empty when none is named.
  public let document: String

  /// `event` happened on `occurredOn`, by `document`.
  public init(event: String, occurredOn: CalendarDate, document: String) {
    self.event = event
    self.occurredOn = occurredOn
    self.document = document
  }
}
