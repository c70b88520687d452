public import PlanModel

/// Which receipts are asked for: those that meet every condition given.
public struct ReceiptFilter: Sendable {
  /// Only of this period.
  public var period: Period?
  /// Only of periods that lie wholly inside these days.
  public var within: DateSpan?
  /// Only of units from the first to the last of these codes, in the order of their bytes.
  public var units: (first: String, last: String)?
  /// Only of this form.
  public var form: Form?
  /// Only up to this number: what an edition with that horizon could use.
  public var through: Int64?
  /// Only received by this moment.
  public var receivedBy: CivilTime?

  /// The conditions; none gives every receipt.
  public init(
    period: Period? = nil, within: DateSpan? = nil,
    units: (first: String, last: String)? = nil, form: Form? = nil, through: Int64? = nil,
    receivedBy: CivilTime? = nil
  ) {
    self.period = period
    self.within = within
    self.units = units
    self.form = form
    self.through = through
    self.receivedBy = receivedBy
  }

  /// The conditions SQLite can judge; `within` needs the calendar.
  func prepare(_ connection: SQLConnection, select columns: String) throws -> SQLStatement {
    let texts: [(condition: String, value: String?)] = [
      ("period = ?", period?.description), ("unit >= ?", units?.first),
      ("unit <= ?", units?.last), ("form = ?", form?.rawValue),
      // what is no moment at all is not left out unseen: whoever reads it refuses it
      ("(received_at <= ? OR datetime(received_at) IS NULL)", receivedBy?.description),
    ]
    var conditions = texts.compactMap { $0.value == nil ? nil : $0.condition }
    if through != nil { conditions.append("number <= ?") }
    var statement = try connection.prepare(
      "SELECT \(columns) FROM receipt"
        + (conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND "))
        + " ORDER BY number")
    for value in texts.compactMap(\.value) { statement.add(value) }
    if let through { statement.add(through) }
    return statement
  }
}
