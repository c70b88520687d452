import Intake
import LedgerStore
import PlanModel

/// What lies in the folders of units and no intake has taken: an edition counts it as not sent, and whoever
/// signs the report has to know.
///
/// For the periods that are reported on the ledger is asked about each unit, for those before them only
/// whether it knows anything of the period: an intake of one period or one unit leaves out all the rest.
struct UntakenSubmissions {
  let run: OrganisationRun
  let ledger: Ledger

  /// Further periods are only counted.
  private static let mostNamed = 3

  /// A sentence about what the editions of plans and periods lack; nil where nothing was left out.
  func notice(_ work: [(plan: Plan, period: Period)]) throws -> String? {
    // a night has just taken everything
    if run.request.shelf != nil, run.request.period == "all" { return nil }
    guard let folder = try? SubmissionFolder(run.submissionsPath, office: run.office),
      let found = try? folder.periods().periods
    else { return nil }
    let known = Set(try ledger.periods())
    var left: [(period: Period, count: Int)] = []
    for (period, name) in found.reversed() {
      let isReported = work.contains { $0.period.span.contains(period.span) }
      let isCounted = work.contains {
        $0.plan.term.first <= period.span.first && period.span.last <= $0.period.span.last
      }
      guard isCounted, isReported || !known.contains(period) else { continue }
      let count = folder.senders(
        of: period, folder: name, beside: try ledger.units(of: period))
      if count > 0 { left.append((period, count)) }
    }
    return left.isEmpty ? nil : sentence(left)
  }

  private func sentence(_ left: [(period: Period, count: Int)]) -> String {
    // one other has room for its name
    let named = left.count == Self.mostNamed + 1 ? left.count : Self.mostNamed
    var parts = left.prefix(named).map { "\($0.count) for \($0.period)" }
    let others = left.dropFirst(named)
    if !others.isEmpty {
      parts.append("\(others.reduce(0) { $0 + $1.count }) for \(others.count) other periods")
    }
    parts[0] = parts[0].replacing(" for ", with: left[0].count == 1 ? " unit for " : " units for ")
    return "what lies in the folders of units was never taken (" + parts.joined(separator: ", ")
      + "), and counts as not sent; type: "
      + run.request.command("tonghop-ingest", of: run.code) + " and run this again"
  }
}
