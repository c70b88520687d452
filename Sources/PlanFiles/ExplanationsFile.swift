internal import PlanModel

/// Reads `explanations.csv`: the explanations that the office has accepted.
enum ExplanationsFile {
  private static let columns = ["unit", "period", "indicator", "code", "explanation"].map {
    TableColumn(name: $0)
  }

  /// All good rows. `subjects` are the indicators and tasks of all plans, by their capital
  /// letters, nil when a plan cannot be read. An empty indicator is an explanation about a file as
  /// a whole.
  static func read(
    _ bytes: [UInt8], _ report: FileReport, units: UnitsFile?, subjects: [String: String]?
  ) -> [Explanation] {
    guard let table = OfficeTable(bytes, report, columns: columns) else { return [] }
    var lines: [[String]: Int] = [:]
    return table.rows.compactMap { row in
      let unit = row.required("unit").flatMap { Self.unit($0, units) }
      let period = row.required("period").flatMap(Self.period)
      let subject = row["indicator"].map { Self.subject($0, subjects) } ?? ""
      let code = row.required("code").flatMap(findingCode)
      let text = row.required("explanation")?.visibleText()
      guard let unit, let period, let subject, let code, let text else { return nil }
      let key = [unit, period.description, subject, code]
      if let line = lines.updateValue(row.line, forKey: key) {
        report.add(.rowRepeated("this explanation", line: line), at: row.place)
      }
      return Explanation(unit: unit, period: period, indicator: subject, code: code, text: text)
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

  private static func subject(_ cell: OfficeCell, _ subjects: [String: String]?) -> String? {
    guard let subjects else { return cell.text }
    if let code = subjects[cell.text.uppercased()] { return code }
    cell.add(.indicatorUnknown(cell.text, among: cell.report.candidates(subjects.values.sorted())))
    return nil
  }

  /// The code of a finding: small letters, digits and hyphens.
  private static func findingCode(_ cell: OfficeCell) -> String? {
    let isCode = cell.text.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
    }
    if isCode { return cell.text }
    cell.add(.findingCodeInvalid(cell.text))
    return nil
  }
}
