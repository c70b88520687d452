import Assessment
import Documents
import Intake
import LedgerStore
import PlanModel

/// What was found in the submissions that an edition shows, without what the office has accepted as explained.
extension EditionContent {
  /// The findings of the last revision of each submission of the period: those expected in the register's
  /// order, then any that nobody expected.
  func reviews(
    _ assessment: PlanAssessment, _ book: SubmissionBook, _ ledger: Ledger
  ) throws -> [SubmissionReview] {
    let expected = assessment.submissions.compactMap(\.latest)
    let known = Set(expected.map(\.number))
    let periods = Set(assessment.input.collectedPeriods)
    let keys = Set(
      book.receipts.filter { periods.contains($0.period) }.map(SubmissionBook.Key.init(of:)))
    let others = keys.compactMap { book.revisions(of: $0).last }
      .filter { !known.contains($0.number) }.sorted { $0.number < $1.number }
    return try reviews(of: expected + others, assessment, ledger)
  }

  /// What was found in some receipts, and what the assessment doubts of them.
  func reviews(
    of receipts: [Receipt], _ assessment: PlanAssessment, _ ledger: Ledger
  ) throws -> [SubmissionReview] {
    if receipts.isEmpty { return [] }
    let doubts = Dictionary(grouping: assessment.doubts, by: \.unit)
    let findings = try ledger.findings(of: receipts.map(\.number))
    let normalisations = try ledger.normalisations(of: receipts.map(\.number))
    return receipts.map { receipt in
      let found =
        (findings[receipt.number] ?? [])
        + self.findings(of: doubts[receipt.unit] ?? [], about: receipt)
      return SubmissionReview(
        receipt: receipt,
        findings: found.filter {
          !office.hasExplanation(for: $0, unit: receipt.unit, period: receipt.period)
        },
        normalisations: normalisations[receipt.number] ?? [])
    }
  }

  /// What only the assessment can doubt of a unit, said of the submission that brought the figure.
  private func findings(of doubts: [Doubt], about receipt: Receipt) -> [Finding] {
    doubts.filter { doubt in
      !doubt.isOfAllUnits && receipt.form == .indicator && receipt.state == .accepted
        && (doubt.source.map { $0.receipt == receipt.number } ?? true)
    }.map { $0.finding(plan: plan.code, row: $0.source?.row) }
  }
}
