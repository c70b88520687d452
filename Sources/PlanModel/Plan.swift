/// A plan that the office follows, with all it asks for.
public struct Plan: Hashable, Sendable {
  /// Its code: `NQ21`.
  public let code: String
  /// Its number: `167-KH/TU`.
  public let number: String
  /// What it is about, as it follows its number: `thực hiện Nghị quyết số ...`.
  public let title: String
  /// The day it was issued; nil when the plan file does not say.
  public let issuedOn: CalendarDate?
  /// Who issued it; nil when the plan file does not say.
  public let issuedBy: String?
  /// What it carries out, as a report's first sentence cites it; nil when the plan file does not say.
  public let basis: String?
  /// Its first year.
  public let firstYear: Int
  /// Its last year.
  public let lastYear: Int
  /// How often units report on it.
  public let cadence: Cadence
  /// The first period units report on; nil when it is the first of the term. Plans often begin before
  /// their figures are collected, and what nobody was asked for is not missing.
  public let firstPeriod: Period?
  /// Who tracks it, by code.
  public let reportedBy: String
  /// To whom it is reported: codes such as `BTV`.
  public let reportedTo: [String]
  /// Further duties to report that the plan sets.
  public let duties: [ReportingDuty]
  /// Its indicators, in the plan's order.
  public let indicators: [Indicator]
  /// Rules across the figures of one submission.
  public let checks: [CrossCheck]
  /// Its tasks, in the plan's order.
  public let tasks: [PlanTask]
  /// The events its tasks wait for.
  public let events: [PlanEvent]

  private let indicatorByKey: [String: Int]
  private let taskByKey: [String: Int]

  /// All parts, as read from the plan file.
  public init(
    code: String, number: String, title: String, issuedOn: CalendarDate? = nil,
    issuedBy: String? = nil, basis: String? = nil, firstYear: Int, lastYear: Int, cadence: Cadence,
    firstPeriod: Period? = nil, reportedBy: String,
    reportedTo: [String] = [], duties: [ReportingDuty] = [], indicators: [Indicator] = [],
    checks: [CrossCheck] = [],
    tasks: [PlanTask] = [], events: [PlanEvent] = []
  ) {
    self.code = code
    self.number = number
    self.title = title
    self.issuedOn = issuedOn
    self.issuedBy = issuedBy
    self.basis = basis
    self.firstYear = firstYear
    self.lastYear = lastYear
    self.cadence = cadence
    self.firstPeriod = firstPeriod
    self.reportedBy = reportedBy
    self.reportedTo = reportedTo
    self.duties = duties
    self.indicators = indicators
    self.checks = checks
    self.tasks = tasks
    self.events = events
    indicatorByKey = Dictionary(
      indicators.enumerated().map { ($1.code.uppercased(), $0) }, uniquingKeysWith: { a, _ in a })
    taskByKey = Dictionary(
      tasks.enumerated().map { ($1.code.uppercased(), $0) }, uniquingKeysWith: { a, _ in a })
  }

  /// The days of the plan's term.
  public var term: DateSpan {
    DateSpan(.first(ofMonth: 1, year: firstYear), .last(ofMonth: 12, year: lastYear))
  }

  /// The indicator of a code, in any case of letters.
  public func indicator(_ code: String) -> Indicator? {
    (indicatorByKey[code] ?? indicatorByKey[code.uppercased()]).map { indicators[$0] }
  }

  /// The task of a code, in any case of letters.
  public func task(_ code: String) -> PlanTask? {
    (taskByKey[code] ?? taskByKey[code.uppercased()]).map { tasks[$0] }
  }

  /// What an event is, in words; its code when the plan does not say.
  public func eventName(_ code: String) -> String {
    events.first { $0.code == code }?.name ?? code
  }

  /// The codes of all whom its tracker reports to: by the plan's main duty, then by the others.
  public var recipients: [String] {
    let others = duties.filter { $0.by == .units([reportedBy]) }.flatMap(\.to)
    var seen: Set<String> = []
    return (reportedTo + others).filter { seen.insert($0.uppercased()).inserted }
  }

  /// The event of a code.
  public func event(_ code: String) -> PlanEvent? { events.first { $0.code == code } }

  /// Whether the plan asks a unit for a form at all.
  func asks(_ unit: Unit, for form: Form) -> Bool {
    switch form {
    case .indicator: indicators.contains { $0.reporters.contains(unit) }
    case .task: tasks.contains { $0.isLed(by: unit) }
    }
  }

  /// Whether the form has something to fill in for a unit in a period.
  ///
  /// A unit that is asked only for yearly figures owes nothing in the first quarter.
  func asks(_ unit: Unit, for form: Form, in period: Period) -> Bool {
    switch form {
    case .indicator:
      indicators.contains { $0.isCollected(in: period) && $0.reporters.contains(unit) }
    case .task: asks(unit, for: .task)
    }
  }
}

extension PlanTask {
  /// Whether a unit answers for the task: it is charged with it, or took over from one that was.
  ///
  /// What each unit owes by one day is not asked of a unit that began after that day and took over from
  /// nobody.
  public func isLed(by unit: Unit) -> Bool {
    switch lead {
    case .units(let codes):
      codes.contains { $0 == unit.code || unit.predecessors.contains($0) }
    case .each(let selection): selection.contains(unit) && !isOver(before: unit)
    }
  }

  private func isOver(before unit: Unit) -> Bool {
    guard deadline.then == nil, unit.predecessors.isEmpty, let last = deadline.statedDay else {
      return false
    }
    return last < unit.begins
  }
}
