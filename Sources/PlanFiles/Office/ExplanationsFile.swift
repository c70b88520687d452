internal import PlanModel

/// Reads `explanations.csv`: the explanations that the office has accepted.
enum ExplanationsFile {
  static let columns = ["unit", "period", "indicator", "code", "explanation"].map {
    TableColumn(name: $0)
  }

  /// What an explanation may be about: the indicators and tasks of each plan by their capital letters,
  /// and the plans by theirs.
  typealias Subjects = [String: (plan: String, codes: [String: String])]

  /// The indicator or task of a row; the plan is nil when the bare code stands in several plans.
  private struct Subject {
    var plan: String?
    var code = ""
  }

  /// All good rows. `subjects` is nil when a plan cannot be read, `explainable` when nobody knows what there
  /// is to explain. An empty indicator is an explanation about a file as a whole.
  static func read(
    _ bytes: [UInt8], _ report: FileReport, units: UnitsFile?, subjects: Subjects?,
    explainable: [String]?
  ) -> [Explanation] {
    guard let table = OfficeTable(bytes, report, columns: columns) else { return [] }
    var lines: [[String]: Int] = [:]
    return table.rows.compactMap { row in
      let unit = row.required("unit").flatMap { Self.unit($0, units) }
      let period = row.required("period").flatMap(Self.period)
      let subject = row["indicator"].map { Self.subject($0, subjects) } ?? Subject()
      let code = row.required("code").flatMap { findingCode($0, explainable) }
      let text = row.required("explanation")?.visibleText()
      guard let unit, let period, let subject, let code, let text else { return nil }
      let key = [unit, period.description, subject.plan ?? "", subject.code, code]
      if let line = lines.updateValue(row.line, forKey: key) {
        report.add(.rowRepeated("this explanation", line: line), at: row.place)
      }
      return Explanation(
        unit: unit, period: period, plan: subject.plan, indicator: subject.code, code: code,
        text: text)
    }
  }

  private static func unit(_ cell: OfficeCell, _ units: UnitsFile?) -> String? {
    guard let units else { return cell.text }
    if let code = units.code(matching: cell.text) { return code }
    cell.add(.unitUnknown(cell.text, among: cell.report.candidates(units.codes)))
    return nil
  }

  private static func period(_ cell: OfficeCell) -> Period? {
    if let period = Period.parse(cell.text) { return period }
    cell.add(.periodInvalid(cell.text, example: "2024-Q3"))
    return nil
  }

  /// `CT05`, or `NQ21/CT05` where several plans have the code.
  private static func subject(_ cell: OfficeCell, _ subjects: Subjects?) -> Subject? {
    let parts = cell.text.split(separator: "/", maxSplits: 1).map { $0.uppercased() }
    let isQualified = parts.count == 2
    guard let subjects else {
      return isQualified
        ? Subject(plan: parts.first, code: parts.last ?? "") : Subject(code: cell.text)
    }
    let key = isQualified ? parts.last ?? "" : cell.text.uppercased()
    let found = subjects.filter { !isQualified || $0.key == parts.first }.sorted { $0.key < $1.key }
      .compactMap { subject in subject.value.codes[key].map { (subject.value.plan, $0) } }
    guard let (plan, code) = found.first else {
      let codes = subjects.values.flatMap { plan in
        plan.codes.values.map { isQualified ? "\(plan.plan)/\($0)" : $0 }
      }
      cell.add(
        .indicatorUnknown(cell.text, among: cell.report.candidates(Set(codes).sorted())))
      return nil
    }
    guard found.count > 1 else { return Subject(plan: plan, code: code) }
    cell.add(.indicatorOfSeveral(code, plans: found.map(\.0)))
    return Subject(code: code)
  }

  /// The code of a finding: small letters, digits and hyphens. One that no finding has silences nothing.
  private static func findingCode(_ cell: OfficeCell, _ explainable: [String]?) -> String? {
    let isCode = cell.text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    if isCode {
      if let explainable, !explainable.contains(cell.text) {
        cell.add(.findingCodeUnknown(cell.text, among: explainable))
      }
      return cell.text
    }
    cell.add(.findingCodeInvalid(cell.text, among: explainable ?? []))
    return nil
  }
}
