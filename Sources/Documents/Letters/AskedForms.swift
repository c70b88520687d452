import Assessment
import PlanModel

/// The forms of a period that letters speak of: all but the issuer's own, for nobody writes to himself.
struct AskedForms {
  let all: [SubmissionAssessment]
  /// How many are the issuer's own.
  let own: Int
  /// Those that are asked for, by unit in the register's order.
  let entries: [ReportingDiscipline.Entry]
  /// Those that were returned and may still be mended in time, by unit.
  let mending: [String: [SubmissionAssessment]]

  init(
    _ submissions: [SubmissionAssessment], at moment: CivilTime, _ office: Office
  ) {
    // the office writes no letter to itself
    let issuer = Set(
      office.registry.units.lazy.map(\.code).filter {
        office.registry.name($0) == office.organisation.issuer
      })
    all = issuer.isEmpty ? submissions : submissions.filter { !issuer.contains($0.key.unit) }
    own = submissions.count - all.count
    let late = ReportingDiscipline(submissions: all)
      .unfinished(at: moment, office.organisation.calendar)
    let known = Set(late.map(\.key))
    entries = ReportingDiscipline.entries(late)
    mending = Dictionary(
      grouping: all.filter {
        !$0.isValid && $0.dueAt < moment && !known.contains($0.key)
      }, by: \.key.unit)
  }

  /// How many units have time left to mend, and nothing that is asked for.
  var mendingUnits: Int { mending.count - entries.count { mending[$0.unit] != nil } }
}
