public import Assessment
public import PlanModel

/// On which days each unit was reminded of a period before.
///
/// An edition brings out one set of reminders, so the earlier editions of the period, with what they could
/// know, are the ledger of reminders: made again, they name the same units.
public struct ReminderHistory: Hashable, Sendable {
  private var days: [String: [CalendarDate]] = [:]

  /// Nobody was reminded.
  public init() {}

  /// Notes the units that were reminded on a day; a second time on one day is none.
  public mutating func add(_ units: [String], on day: CalendarDate) {
    for unit in units where !(days[unit]?.contains(day) ?? false) {
      days[unit, default: []].append(day)
      days[unit]?.sort()
    }
  }

  /// The days on which a unit was reminded, oldest first.
  func days(of unit: String) -> [CalendarDate] { days[unit] ?? [] }

  /// `đã đôn đốc 02 lần (ngày 05/10/2024, 08/10/2024)`; nil when never.
  func text(of unit: String) -> String? {
    let days = days(of: unit)
    guard !days.isEmpty else { return nil }
    let origin = NumberOrigin(.reminders, "times", unit: unit)
    return "đã đôn đốc \(prose(days.count).from(origin)) lần"
      + " (ngày \(days.map(\.shortText).joined(separator: ", ")))"
  }
}

extension Reminders {
  /// The units that a letter of that moment names, in the register's order.
  public static func units(
    _ submissions: [SubmissionAssessment], at moment: CivilTime, _ office: Office
  )
    -> [String]
  {
    AskedForms(submissions, at: moment, office).entries.map(\.unit)
  }

  /// The forms that the letters of a report ask for: none where its plan is reported on by other periods.
  public static func forms(in report: Report) -> [SubmissionBook.Key] {
    let input = report.assessment.input
    guard input.plan.isCollected(in: input.period) else { return [] }
    return AskedForms(report.assessment.submissions, at: input.asOf, input.office).entries
      .flatMap { $0.forms.map(\.key) }
  }
}

/// Units that have been reminded before and still owe something: what escalates in the report.
struct ReminderWording {
  let contents: ReportContents
  /// How many units are named.
  let limit: Int

  /// `A (02 lần, ngày 05/10/2024, 08/10/2024)`; nil when nobody was reminded in vain.
  var text: String? {
    let units = Reminders.units(
      contents.report.assessment.submissions, at: contents.input.asOf, contents.input.office)
    // those reminded on the same days are named together
    let groups = units.gathered(by: contents.report.reminders.days).filter { !$0.key.isEmpty }
    let parts = groups.map { days, units in
      let origin = NumberOrigin(.reminders, "times", unit: units[0])
      return contents.names.list(units, limit: limit)
        + " (\(prose(days.count).from(origin)) lần, ngày"
        + " \(days.map(\.shortText).joined(separator: ", ")))"
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
