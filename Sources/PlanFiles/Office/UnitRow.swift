internal import PlanModel

/// One good row of `units.csv`.
struct UnitRow {
  let row: OfficeRow
  let code: String
  let name: String
  let kind: String
  let parent: String?
  let validFrom: CalendarDate
  let validTo: CalendarDate?
  let successor: String?
  let share: FixedDecimal?
  let members: Int?

  /// Reads a row; nil, with findings, when something in it is missing or wrong.
  ///
  /// `codes` are those of the whole file, by their capital letters.
  init?(_ row: OfficeRow, _ codes: [String: String]) {
    self.row = row
    var isGood = true
    func optional<Value>(_ name: String, _ read: (OfficeCell) -> Value?) -> Value? {
      guard let cell = row[name] else { return nil }
      let value = read(cell)
      isGood = isGood && value != nil
      return value
    }
    func known(_ cell: OfficeCell) -> String? {
      if let code = codes[cell.text.uppercased()] { return code }
      cell.add(.unitUnknown(cell.text, among: cell.report.candidates(codes.values.sorted())))
      return nil
    }
    let code = row.required("code")?.code(.path)
    let name = row.required("name")?.visibleText()
    let kind = row.required("kind")?.code(.path)
    parent = optional("parent", known)
    let validFrom = row.required("valid_from")?.date()
    validTo = optional("valid_to") { $0.date() }
    successor = optional("successor", known)
    share = optional("share", Self.share)
    members = optional("members", Self.members)
    if let validFrom, let validTo, validTo < validFrom {
      row["valid_to"]?.add(.rangeReversed(validFrom.description, validTo.description))
      isGood = false
    }
    if row["successor"] != nil, row["valid_to"] == nil {
      row["successor"]?.add(.successorWithoutEnd)
      isGood = false
    }
    if row["share"] != nil, row["successor"] == nil {
      row["share"]?.add(.shareWithoutSuccessor)
      isGood = false
    }
    guard isGood, let code, let name, let kind, let validFrom else { return nil }
    self.code = codes[code.uppercased()] ?? code
    self.name = name
    self.kind = kind
    self.validFrom = validFrom
  }

  private static func share(_ cell: OfficeCell) -> FixedDecimal? {
    guard let share = Quantity.parse(cell.text)?.value, share > .zero, share <= FixedDecimal(1)
    else {
      cell.add(.notAShare(cell.text))
      return nil
    }
    return share
  }

  private static func members(_ cell: OfficeCell) -> Int? {
    guard let number = FixedDecimal.parse(cell.text), number.isWhole else {
      cell.add(.notWhole(cell.text))
      return nil
    }
    guard let members = Int(exactly: number.significand), (0...mostMembers).contains(members) else {
      cell.add(.outOfRange(cell.text, "0", "\(mostMembers)"))
      return nil
    }
    return members
  }

  /// More than any committee has; sums of them stay far inside an integer.
  private static let mostMembers = 100_000_000

  /// The rows of one unit together, in the order of the file; rows that contradict or repeat each
  /// other are findings and left out.
  static func grouped(_ rows: [UnitRow], _ report: FileReport) -> [[UnitRow]] {
    struct Key: Hashable {
      let code: String
      let from: CalendarDate
      let to: CalendarDate?
    }
    var groups: [[UnitRow]] = []
    var indexes: [Key: Int] = [:]
    for row in rows {
      let key = Key(code: row.code, from: row.validFrom, to: row.validTo)
      guard let index = indexes[key] else {
        indexes[key] = groups.count
        groups.append([row])
        continue
      }
      if let complaint = row.contradiction(to: groups[index]) {
        report.add(complaint, at: row.row.place)
      } else {
        groups[index].append(row)
      }
    }
    return groups
  }

  /// Why the row cannot be a further successor of the unit that other rows describe.
  private func contradiction(to rows: [UnitRow]) -> Complaint? {
    let first = rows[0]
    let line = first.row.line
    if successor == nil
      || rows.contains(where: { $0.successor == nil || $0.successor == successor })
    {
      return .unitRowRepeated(code, line: line)
    }
    let stated = rows.lazy.compactMap(\.members).first
    let differing: [(String, Bool)] = [
      ("name", name != first.name), ("kind", kind != first.kind),
      ("parent", parent != first.parent),
      ("members", members != nil && stated != nil && members != stated),
    ]
    return differing.first { $0.1 }.map { .unitRowsDisagree(code, column: $0.0, line: line) }
  }
}
