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
    /// Standing work that is done again and again, without a stated interval ("định kỳ").
    case periodic
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

  /// The last day that the plan itself names, the first one where the task goes on after it; nil where it
  /// follows from anything else.
  public var statedDay: CalendarDate? {
    switch rule {
    case .on(let date): date
    case .within(let period): period.span.last
    case .years(_, let to): .last(ofMonth: 12, year: to)
    case .every, .continuous, .periodic, .after, .programme, .unstated: nil
    }
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
    case .periodic: return "periodic"
    case .after(let event, let months): return "after:" + event + (months.map { "+\($0)m" } ?? "")
    case .programme: return "programme"
    case .unstated: return "unstated"
    }
  }
}
