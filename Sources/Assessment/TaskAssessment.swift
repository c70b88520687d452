public import PlanModel

/// Where a task stands: the four official states, and those of tasks without a date.
public enum TaskState: String, CaseIterable, Sendable {
  case doneOnTime = "done_on_time"
  case doneLate = "done_late"
  /// Not done, and its time has not come.
  case notDue = "not_due"
  case overdue
  case continuous, waiting, unstated

  /// Whether it is done.
  public var isDone: Bool { self == .doneOnTime || self == .doneLate }
}

/// How standing work goes, by what was reported on it in the period.
public enum StandingReport: Sendable {
  /// It is being done, or was done in the period.
  case active
  /// It was reported on, and nothing is being done.
  case idle
  /// Nobody reported on it in the period.
  case missing
}

/// The first delivery of a task that goes on after its first deadline.
public struct FirstDelivery: Hashable, Sendable {
  /// The first deadline.
  public let dueOn: CalendarDate
  /// Whether it was made: of standing work when it was under way or done at the deadline, or came to be
  /// later; of work that is due every year when it was done. What goes on afterwards takes nothing back.
  public let isMade: Bool
  /// The day of the first word that it was; nil while there is none, or when it had begun before anybody
  /// was asked, so that nobody knows when.
  public let deliveredOn: CalendarDate?
  /// Days from the deadline to the delivery, or to the moment of counting while there is none; 0 in
  /// time, or where nobody knows.
  public let daysLate: Int
}

/// A task and where it stands for the unit that leads it.
public struct TaskAssessment: Hashable, Sendable {
  /// The task.
  public let task: PlanTask
  /// The code of the unit it is tracked under.
  public let unit: String
  /// The code of the unit whose report is the latest: of several leading bodies any may report, and one
  /// that has ended may have been the last to. Nil when nobody ever reported.
  public let reporter: String?
  /// Its last day; nil when it has none.
  public let dueOn: CalendarDate?
  /// Where it stands.
  public let state: TaskState
  /// Whether its deadline has passed by the moment of counting: the rate of completion is over these
  /// tasks. One that was done before its time is not yet among them, one without a date never, nor one
  /// that has become standing work.
  public let hasFallenDue: Bool
  /// Whether it has fallen due and is done: what the rate of completion counts.
  public let isCompleted: Bool
  /// The day it was done; nil when it is not, or when nobody said.
  public let completedOn: CalendarDate?
  /// The day it counts as done in its cycle: that which was said, else that of the first report that it is
  /// done; nil when it is not, or was for an earlier cycle only.
  public let doneOn: CalendarDate?
  /// Days past the deadline: until it was done, or until the moment of counting; 0 when in time.
  public let daysOverdue: Int
  /// Of a task that goes on after a first deadline, that first delivery, late or not; nil of others, and
  /// before that deadline.
  public let firstDelivery: FirstDelivery?
  /// Of standing work, how it goes in the period; nil of other tasks.
  public let standing: StandingReport?
  /// What the task waited for, once it has happened; nil while it has not, and of other tasks.
  public let occurrence: Occurrence?
  /// The reports on it, oldest first.
  public let reports: [Reported<TaskReport>]
  /// Those of its leading bodies that have ended when the period ends.
  public let endedLeads: [EndedLead]

  /// The latest report on it; nil when nobody ever reported.
  public var report: Reported<TaskReport>? { reports.last }

  /// Whose row it is: a task stands once for each unit it is tracked under.
  public struct Key: Hashable, Sendable {
    let task: String
    let unit: String
  }

  /// What tells it from the other rows of its plan.
  public var key: Key { Key(task: task.code, unit: unit) }

  /// A leading body that has ended.
  public struct EndedLead: Hashable, Sendable {
    /// Its code.
    public let unit: String
    /// Its last day.
    public let last: CalendarDate
    /// The codes of those that took over; empty when the register names none.
    public let successors: [String]
  }
}
