/// One task of a plan: who leads it, what it yields, and by when.
public struct PlanTask: Hashable, Sendable {
  /// Who answers for a task.
  public enum Lead: Hashable, Sendable {
    /// These units together, tracked once, under the first.
    case units([String])
    /// Each unit of the selection by itself.
    case each(UnitSelection)
  }

  /// Its code, unique in the plan: `V.1-01`.
  public let code: String
  /// Where the plan sets it: `V.1`.
  public let clause: String
  /// Who answers for it.
  public let lead: Lead
  /// Who co-operates: codes of units, in the plan's order.
  public let cooperating: [String]
  /// The task in the office's own words.
  public let summary: String
  /// What it is to yield: `hướng dẫn`, `quy chế`; nil when the plan names nothing.
  public let product: String?
  /// By when.
  public let deadline: Deadline

  /// All parts, as read from the plan file.
  public init(
    code: String, clause: String, lead: Lead, cooperating: [String] = [], summary: String,
    product: String? = nil, deadline: Deadline
  ) {
    self.code = code
    self.clause = clause
    self.lead = lead
    self.cooperating = cooperating
    self.summary = summary
    self.product = product
    self.deadline = deadline
  }
}

/// When a task is due, as plans say it: only some of them by a date.
public struct Deadline: Hashable, Sendable {
  /// The rule itself.
  public enum Rule: Hashable, Sendable {
    /// On a day at the latest.
    case on(CalendarDate)
    /// Within a month, a quarter, a half-year or a year: its last day at the latest.
    case within(Period)
    /// Within a range of years: the last day of the last at the latest.
    case years(from: Int, to: Int)
    /// Anew in every such period of the plan's term.
    case every(Cadence)
    /// Standing work ("thường xuyên").
    case continuous
    /// After an outside event, by its code; with the months allowed once it has happened, when stated.
    case after(event: String, months: Int?)
    /// As a programme of its own sets it.
    case programme
    /// The plan says nothing.
    case unstated
  }

  /// What follows a first deadline ("và những năm tiếp theo").
  public enum Continuation: String, CaseIterable, Sendable {
    /// Standing work from then on.
    case continuous
    /// Anew by the end of every year.
    case yearly
  }

  /// The rule.
  public let rule: Rule
  /// What follows it; nil when nothing does.
  public let then: Continuation?

  /// A rule and what follows it.
  public init(_ rule: Rule, then: Continuation? = nil) {
    self.rule = rule
    self.then = then
  }

  /// The code in `data/tasks.csv`: `2022-Q4`, `continuous`, `after:HD-35`, `2022+`.
  public var code: String {
    let suffix =
      switch then {
      case .continuous: "+"
      case .yearly: "+year"
      case nil: ""
      }
    switch rule {
    case .on(let date): return date.description + suffix
    case .within(let period): return period.description + suffix
    case .years(let from, let to): return "\(from)..\(to)" + suffix
    case .every(let cadence): return "every:" + cadence.rawValue
    case .continuous: return "continuous"
    case .after(let event, let months): return "after:" + event + (months.map { "+\($0)m" } ?? "")
    case .programme: return "programme"
    case .unstated: return "unstated"
    }
  }
}

/// Something outside the office that tasks wait for.
public struct PlanEvent: Hashable, Sendable {
  /// Its code, unique in the plan.
  public let code: String
  /// What it is, in words that follow "khi có".
  public let name: String

  /// A code and what it stands for.
  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}

/// An event that has happened, as `events.csv` records it.
public struct Occurrence: Hashable, Sendable {
  /// The code of the event.
  public let event: String
  /// The day it happened.
  public let occurredOn: CalendarDate
  /// The document that brought it about; empty when none is named.
  public let document: String
  /// The day the office learnt of it; the day it happened when the file does not say.
  public let knownOn: CalendarDate

  /// `event` happened on `occurredOn`, by `document`; the office has known since `knownOn`.
  public init(
    event: String, occurredOn: CalendarDate, document: String, knownOn: CalendarDate? = nil
  ) {
    self.event = event
    self.occurredOn = occurredOn
    self.document = document
    self.knownOn = knownOn ?? occurredOn
  }

  /// Whether it had happened by a day, and the office knew (two times: that it speaks of, that it came).
  public func isKnown(on date: CalendarDate) -> Bool { max(occurredOn, knownOn) <= date }
}
