import Assessment
import PlanModel

/// What follows from the facts by fixed rules; each can be decided with yes or no.
///
/// 1. Somebody's form is missing or returned past its time: have it sent by a new moment; have those
///    explain who send nothing for the second period in a row, or were reminded twice in vain.
/// 2. A sum over time is behind: have what is still needed brought in the time that is left.
/// 3. A stock collected in every period falls short: have the gap closed in the next period.
/// 4. A target whose time is over was missed, or units are behind in what each of them owes: have those
///    that still exist explain.
/// 5. A number is over its ceiling: have the units whose figures make it say why, and what they do.
/// 6. Tasks are overdue: have their leading bodies finish them in the next period.
enum Proposal {
  case complete(
    units: [String], by: CivilTime, explaining: [Silence], remindedInVain: [String])
  case bring(IndicatorStanding, Remainder)
  case close(IndicatorStanding, FixedDecimal, in: Period)
  case explain(IndicatorStanding, units: [String], in: Period)
  case account(IndicatorStanding, units: [String], in: Period)
  case finish([TaskTally.Overdue], in: Period)

  /// For how many periods in a row a unit has sent nothing valid, and the last of them.
  struct Silence {
    let unit: String
    let periods: Int
    let last: Period
  }

  /// Whether it is about one indicator.
  var isOnIndicator: Bool {
    switch self {
    case .bring, .close, .explain, .account: true
    case .complete, .finish: false
    }
  }

  static func all(
    _ assessment: PlanAssessment, _ standings: [IndicatorStanding], _ tally: TaskTally,
    _ discipline: ReportingDiscipline, _ reminders: ReminderHistory
  ) -> [Proposal] {
    let input = assessment.input
    let reminding = Self.reminding(discipline, reminders, input)
    let indicators = standings.compactMap { Self.proposal(for: $0, input) }
    let overdue = tally.overdue
    let finishing = Self.coming(input).flatMap {
      overdue.isEmpty ? nil : Proposal.finish(overdue, in: $0)
    }
    return [reminding].compactMap(\.self) + indicators + [finishing].compactMap(\.self)
  }

  /// The next period whose end is still to come: nothing can be done in one that is over.
  private static func coming(_ input: AssessmentInput) -> Period? {
    var coming = input.period.next
    while let period = coming, period.span.last < input.asOf.date { coming = period.next }
    return coming
  }

  /// How often somebody is reminded before the report asks why.
  private static let patience = 2

  private static func reminding(
    _ discipline: ReportingDiscipline, _ reminders: ReminderHistory, _ input: AssessmentInput
  ) -> Proposal? {
    let entries = ReportingDiscipline.entries(
      discipline.unfinished(at: input.asOf, input.office.organisation.calendar))
    guard !entries.isEmpty else { return nil }
    let repeated = entries.compactMap { entry in
      entry.forms.max { $0.periodsWithout < $1.periodsWithout }.flatMap {
        $0.periodsWithout > 1
          ? Silence(unit: entry.unit, periods: $0.periodsWithout, last: $0.key.period) : nil
      }
    }
    let explaining = Set(repeated.map(\.unit))
    return .complete(
      units: entries.map(\.unit),
      by: input.office.organisation.calendar.mendDue(after: input.asOf.date),
      explaining: repeated,
      remindedInVain: entries.map(\.unit).filter { unit in
        reminders.days(of: unit).count >= patience && !explaining.contains(unit)
      })
  }

  private static func proposal(
    for standing: IndicatorStanding, _ input: AssessmentInput
  ) -> Proposal? {
    guard standing.verdict == .behind || standing.verdict == .notMet,
      let next = coming(input)
    else { return nil }
    if let remainder = Remainder(standing) {
      // nothing can be brought in a time that is over
      return remainder.next.span.last < input.asOf.date ? nil : .bring(standing, remainder)
    }
    // what each unit owes is no number of things that could be shared out
    let isCurrent =
      standing.indicator.numeratorKind == .stock && standing.carriedFrom == nil
      && standing.indicator.combination != .unitsMeeting
    if isCurrent, let lacking = standing.lacking { return .close(standing, lacking, in: next) }
    let short = answering(standing.shortCells.map(\.unit), input)
    if !short.isEmpty { return .explain(standing, units: short, in: next) }
    let makers = answering(standing.makers.map(\.unit), input)
    return makers.isEmpty ? nil : .account(standing, units: makers, in: next)
  }

  /// Who answers for some units by now: nothing can be asked of one that has ended.
  private static func answering(_ units: [String], _ input: AssessmentInput) -> [String] {
    let day = max(input.period.span.last, input.asOf.date)
    let registry = input.office.registry
    var seen: Set<String> = []
    return units.flatMap { registry.holders(of: $0, on: day) }.filter {
      seen.insert($0).inserted && registry.unit($0, on: day)?.isValid(on: day) ?? false
    }
  }
}
