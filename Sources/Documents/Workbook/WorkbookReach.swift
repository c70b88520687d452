import Assessment
import PlanModel

/// How far back the rows of what was sent go. Each quarter of a term adds its rows to those of all before it:
/// what is furthest back gives way, before a sheet is one that nobody would open.
enum WorkbookReach: CaseIterable {
  /// All rows that the report's numbers rest on, and those of the totals of earlier periods.
  case trends
  /// All rows that the report's numbers rest on, those of the whole term.
  case term
  /// Of these the rows of the report's year.
  case year
  /// Of these the rows of the report's period.
  case period

  /// The rows that go back furthest among those of which there are not too many; those of the period,
  /// however many they are.
  static func furthest<Rows>(
    _ rows: (WorkbookReach) -> Rows, fit: (Rows) -> Bool
  ) -> (reach: WorkbookReach, rows: Rows) {
    for reach in allCases.dropLast() {
      let found = rows(reach)
      if fit(found) { return (reach, found) }
    }
    return (.period, rows(.period))
  }

  /// Whether rows that speak of `other` are shown in the report of a period.
  func goes(backTo other: Period, from period: Period) -> Bool {
    switch self {
    case .trends, .term: true
    case .year: period.yearToDate.contains(other.span)
    case .period: period.span.contains(other.span)
    }
  }

  /// What rows are shown, for a sentence that says so; nil when none is missing.
  func text(_ period: Period) -> String? {
    switch self {
    case .trends, .term: nil
    case .year: period.yearToDateText
    case .period: period.text
    }
  }
}
