import Assessment
import PlanModel

/// What follows from the facts by fixed rules; each can be decided with yes or no.
///
/// 1. Somebody's form is missing or returned past its time: have it sent by a new moment; have those
///    explain who send nothing for the second period in a row, or were reminded twice in vain.
/// 2. A sum over time is behind: have what is still needed brought in the time that is left, and the units
///    that are behind in it mend that.
/// 3. A stock collected in every period falls short: have the gap closed in the next period.
/// 4. A target whose time is over was missed, or units are behind in what each of them owes: have those
///    that still exist explain; all of them where it is a sum in which none has a part of its own.
/// 5. A number is over its ceiling: have the units whose figures make it say why, and what they do.
/// 6. Tasks are overdue: have their leading bodies finish them in the next period.
/// 7. Whoever led tasks that are not done has ended and left nobody: have others named.
///
/// Behind the plan's last period there is no next one: whoever fell short is asked why, and what is to become
/// of it, by a day.
///
/// Nothing is asked of a unit that has ended, but of those that took over from it.
enum Proposal {
  case complete(
    units: [Addressee], of: [Period], by: CivilTime, explaining: [Silence],
    remindedInVain: [Addressee])
  case bring(IndicatorStanding, Remainder, units: [Addressee], behind: [Addressee])
  case close(IndicatorStanding, FixedDecimal, units: [Addressee], in: Period)
  case explain(IndicatorStanding, units: [Addressee], Occasion)
  case account(IndicatorStanding, units: [Addressee], Occasion)
  case finish([Unfinished], Occasion)
  case reassign([String])

  /// When something is to be done.
  enum Occasion {
    /// In a period that is still to come.
    case period(Period)
    /// By a moment: nobody reports on the plan any more.
    case after(term: CivilTime)
  }

  /// For how many periods in a row a unit has sent nothing valid, of which forms, and the last period.
  struct Silence {
    let unit: Addressee
    let forms: [Form]
    let periods: Int
    let last: Period
  }

  /// An overdue task, and who can still be asked for it.
  struct Unfinished {
    let code: String
    let leads: [Addressee]
  }

  /// Whether it is about one indicator.
  var isOnIndicator: Bool {
    switch self {
    case .bring, .close, .explain, .account: true
    case .complete, .finish, .reassign: false
    }
  }

  static func all(
    _ assessment: PlanAssessment, _ standings: [IndicatorStanding], _ tally: TaskTally,
    _ discipline: ReportingDiscipline, _ reminders: ReminderHistory
  ) -> [Proposal] {
    let input = assessment.input
    let answering = Answering(input)
    let reminding = Self.reminding(discipline, reminders, input, answering)
    let indicators = standings.compactMap { Self.proposal(for: $0, input, answering) }
    let overdue = tally.overdue.map {
      Unfinished(code: $0.task.code, leads: answering.addressees(for: $0.leads))
    }.filter { !$0.leads.isEmpty }
    let occasion = Self.coming(input)
    let finishing = occasion.flatMap { overdue.isEmpty ? nil : Proposal.finish(overdue, $0) }
    // behind the term nobody is to begin with them any more
    let isRunning = if case .period = occasion { true } else { false }
    let left = tally.byTask {
      // what each of some units owed goes with it
      guard case .units = $0.task.lead else { return false }
      return !$0.state.isDone && answering.addressees(for: $0.leads).isEmpty
    }.map(\.task.code)
    return [reminding].compactMap(\.self) + indicators
      + [finishing, left.isEmpty || !isRunning ? nil : .reassign(left)].compactMap(\.self)
  }

  /// The next period whose end is still to come, for nothing can be done in one that is over; behind the
  /// plan's term the day by which an answer is due.
  private static func coming(_ input: AssessmentInput) -> Occasion? {
    var coming = input.period.next
    while let period = coming, period.span.last < input.asOf.date { coming = period.next }
    return coming.map { period in
      period.span.first <= input.plan.term.last
        ? .period(period)
        : .after(term: input.office.organisation.calendar.mendDue(after: input.asOf.date))
    }
  }

  /// How often somebody is reminded before the report asks why.
  private static let patience = 2

  private static func reminding(
    _ discipline: ReportingDiscipline, _ reminders: ReminderHistory, _ input: AssessmentInput,
    _ answering: Answering
  ) -> Proposal? {
    let entries = ReportingDiscipline.entries(
      discipline.unfinished(at: input.asOf, input.office.organisation.calendar))
    let units = answering.addressees(for: entries.map(\.unit).uniqued())
    guard !units.isEmpty else { return nil }
    let byUnit = entries.keyed(by: \.unit)
    let repeated = units.compactMap { unit in
      byUnit[unit.unit]?.silence.map {
        Silence(unit: unit, forms: $0.forms, periods: $0.periods, last: $0.last)
      }
    }
    let explaining = Set(repeated.map(\.unit))
    let periods = Set(units.flatMap { byUnit[$0.unit]?.forms ?? [] }.map(\.key.period))
    return .complete(
      units: units, of: periods.sorted(),
      by: input.office.organisation.calendar.mendDue(after: input.asOf.date),
      explaining: repeated,
      remindedInVain: units.filter { unit in
        reminders.days(of: unit.unit).count >= patience && !explaining.contains(unit)
      })
  }

  private static func proposal(
    for standing: IndicatorStanding, _ input: AssessmentInput, _ answering: Answering
  ) -> Proposal? {
    guard standing.verdict == .behind || standing.verdict == .notMet,
      let occasion = coming(input)
    else { return nil }
    if let remainder = Remainder(standing) {
      // nothing can be brought in a time that is over
      if remainder.next.span.last < input.asOf.date { return nil }
      let units = answering.reporters(of: standing)
      let behind = answering.addressees(for: standing.behind(naming: 0).map(\.unit))
      return .bring(
        standing, remainder, units: units, behind: units.count == behind.count ? [] : behind)
    }
    // what each unit owes is no number of things that could be shared out
    let isCurrent =
      standing.indicator.numeratorKind == .stock && standing.carriedFrom == nil
      && standing.indicator.combination != .unitsMeeting
    let short = answering.addressees(for: standing.shortCells.map(\.unit))
    if isCurrent, let lacking = standing.lacking {
      let units =
        standing.shortCells.isEmpty
        ? answering.addressees(for: [standing.speaker].compactMap(\.self)) : short
      if units.isEmpty, !standing.shortCells.isEmpty { return nil }
      guard case .period(let next) = occasion else {
        return .explain(standing, units: units, occasion)
      }
      return .close(standing, lacking, units: units, in: next)
    }
    if !short.isEmpty { return .explain(standing, units: short, occasion) }
    let makers = standing.makers
    if makers.isEmpty {
      return standing.shortCells.isEmpty && (standing.isMissedSum || standing.isStoppedAtEdge)
        ? .explain(standing, units: answering.reporters(of: standing), occasion) : nil
    }
    let asked = answering.addressees(for: makers.map(\.unit))
    return asked.isEmpty ? nil : .account(standing, units: asked, occasion)
  }
}

/// Who is asked for what a unit owes: the unit itself or, where it has ended, those that took over.
struct Addressee: Hashable {
  /// The unit that owes it.
  let unit: String
  /// Who took over from it; empty where it answers for itself, as nearly all do.
  private let heirs: [String]

  init(unit: String, holders: [String]) {
    self.unit = unit
    heirs = holders == [unit] ? [] : holders
  }

  /// A unit that answers for itself.
  init(_ unit: String) {
    self.unit = unit
    heirs = []
  }

  /// Who answers for it by now; never nobody.
  var holders: [String] { heirs.isEmpty ? [unit] : heirs }

  /// Whether the unit still answers for itself.
  var isUnit: Bool { heirs.isEmpty }
}

/// Who answers for units at the end of the period or the moment of counting, whichever is later.
struct Answering {
  private let registry: UnitRegistry
  private let day: CalendarDate
  /// The units that do not exist on that day: of tens of thousands hardly any.
  private let ended: Set<String>

  init(_ input: AssessmentInput) {
    let day = max(input.period.span.last, input.asOf.date)
    (registry, self.day) = (input.office.registry, day)
    ended = Set(registry.units.lazy.filter { !$0.isValid(on: day) }.map(\.code))
  }

  /// Those who report an indicator, where they are so few that they are named; none stands for all units.
  fileprivate func reporters(of standing: IndicatorStanding) -> [Addressee] {
    let units = standing.total?.expectedUnits ?? []
    return units.count > Self.mostReporters ? [] : addressees(for: units)
  }

  private static let mostReporters = 3

  /// Who is asked for some units; of one that has ended and left nobody, none.
  func addressees(for units: [String]) -> [Addressee] {
    if ended.isEmpty { return units.map { Addressee($0) } }
    return units.compactMap { unit in
      guard ended.contains(unit) else { return Addressee(unit) }
      let holders = registry.holders(of: unit, on: day).filter {
        registry.unit($0, on: day)?.isValid(on: day) ?? false
      }
      return holders.isEmpty ? nil : Addressee(unit: unit, holders: holders)
    }
  }
}
