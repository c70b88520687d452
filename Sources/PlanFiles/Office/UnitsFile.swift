internal import PlanModel

/// What `units.csv` says, as far as it can be read.
struct UnitsFile {
  /// The units of the good rows, in the order of the file.
  let units: [Unit]
  /// Whether every row of the file is among them.
  let isWhole: Bool
  /// The code of the unit above all others; nil when there is none or several.
  let root: String?
  /// All codes of the file, those of faulty rows among them, by their capital letters.
  private let codeByKey: [String: String]
  /// All kinds of the file.
  let kinds: Set<String>

  static let columns = [
    TableColumn(name: "code"), TableColumn(name: "name"), TableColumn(name: "kind"),
    TableColumn(name: "parent"), TableColumn(name: "valid_from"),
    TableColumn(name: "valid_to", isRequired: false),
    TableColumn(name: "successor", isRequired: false),
    TableColumn(name: "share", isRequired: false),
    TableColumn(name: "members", isRequired: false),
  ]

  /// Reads and checks the register; nil when it cannot be divided into rows.
  init?(_ bytes: [UInt8], _ report: FileReport) {
    guard let table = OfficeTable(bytes, report, columns: Self.columns) else { return nil }
    var spelling: [String: (code: String, line: Int)] = [:]
    for row in [table.rows, table.misfits].joined() {
      guard let cell = row["code"] else { continue }
      let key = cell.text.uppercased()
      guard let first = spelling[key] else {
        spelling[key] = (cell.text, row.line)
        continue
      }
      if first.code != cell.text {
        cell.add(.codeDuplicate(first.code, firstLine: first.line))
      }
    }
    let codes = spelling.mapValues(\.code)
    codeByKey = codes
    kinds = Set([table.rows, table.misfits].joined().lazy.compactMap { $0["kind"]?.text })
    let rows = table.rows.compactMap { UnitRow($0, codes) }
    isWhole = rows.count == table.rows.count && table.misfits.isEmpty
    let groups = UnitRow.grouped(rows, report)
    units = groups.map { Self.unit($0, report) }
    root = Self.root(of: table, codes, report)
    UnitChecks(groups: groups, units: units, report: report).run()
  }

  /// The code as the register writes it; codes match in any case.
  func code(matching text: String) -> String? { codeByKey[text.uppercased()] }

  /// All codes, for proposals.
  var codes: [String] { codeByKey.values.sorted() }

  /// One unit of the rows that share its code and dates: each names one successor.
  private static func unit(_ rows: [UnitRow], _ report: FileReport) -> Unit {
    let first = rows[0]
    let successors = rows.compactMap { row in
      row.successor.map { successor in
        // one successor takes over the whole unless the row says otherwise; a split is declared or
        // not known
        let whole = rows.count == 1 ? FixedDecimal(1) : nil
        return Unit.Succession(unit: successor, share: row.share ?? whole)
      }
    }
    let shares = successors.compactMap(\.share).reduce(FixedDecimal.zero, +)
    if shares > FixedDecimal(1) {
      report.add(.sharesTooLarge(first.code, shares.plainText), at: first.row.place)
    }
    return Unit(
      code: first.code, name: first.name, kind: first.kind, parent: first.parent,
      validFrom: first.validFrom, validTo: first.validTo, successors: successors,
      members: rows.lazy.compactMap(\.members).first)
  }

  /// The one code without a parent.
  private static func root(
    of table: OfficeTable, _ codes: [String: String], _ report: FileReport
  ) -> String? {
    let top = table.rows.filter { $0["parent"] == nil && $0["code"] != nil }
    var roots: [(code: String, line: Int)] = []
    for row in top {
      guard let cell = row["code"], let code = codes[cell.text.uppercased()],
        !roots.contains(where: { $0.code == code })
      else { continue }
      if let first = roots.first {
        cell.add(.rootSeveral(code, first: first.code, line: first.line))
      }
      roots.append((code, row.line))
    }
    // the root may stand in a row that could not be read
    if roots.isEmpty, table.misfits.isEmpty { report.add(.rootMissing) }
    return roots.count == 1 ? roots[0].code : nil
  }
}
