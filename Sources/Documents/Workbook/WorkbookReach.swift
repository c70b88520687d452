import Assessment
import PlanModel

/// How far back the rows of "Số liệu" go. Each quarter of a term adds its rows to those of all before it: what is
/// furthest back gives way, before the sheet is one that nobody would open.
enum WorkbookReach: CaseIterable {
  /// All rows that the report's numbers rest on, and those of the totals of earlier periods.
  case trends
  /// All rows that the report's numbers rest on, those of the whole term.
  case term
  /// Of these the rows of the report's year.
  case year
  /// Of these the rows of the report's period.
  case period

  /// The days from which rows are shown; nil when all are.
  func span(_ period: Period) -> DateSpan? {
    switch self {
    case .trends, .term: nil
    case .year: period.yearToDate
    case .period: period.span
    }
  }

  /// What the sheet says of the rows it has not; nil when none is missing.
  func remark(_ period: Period) -> String? {
    let shown: String
    switch self {
    case .trends, .term: return nil
    case .year: shown = period.yearToDateText
    case .period: shown = period.text
    }
    return
      "Biểu này chỉ in số liệu của \(shown): số liệu cả giai đoạn có quá nhiều dòng. Số cộng từ các kỳ"
      + " trước đó ghi sẵn, không lập công thức; tệp và dòng gốc tra bằng lệnh tonghop-trace."
  }
}
