/// Finds the figures of one plan in many receipts, by ascending numbers of these.
///
/// It goes from one record to the next, which takes a fraction of the time of looking for each, and looks for
/// the one wanted where others lie between.
struct FigureScan: ~Copyable {
  private let plan: String
  private var statement: SQLStatement
  /// The receipt of the record it stands at: nil before the first, beyond all receipts behind the last.
  private var receipt: Int64?

  /// Looking for a record takes as long as passing over so many.
  private static let mostPassed = 4

  /// Of all receipts.
  init(of plan: String, _ connection: SQLConnection) throws {
    self.plan = plan
    statement = try connection.prepare(
      """
      SELECT receipt, numbers, notes FROM figures WHERE receipt >= ? AND plan = ? ORDER BY receipt
      """)
  }

  /// Whether a receipt, behind all that were asked for before, has figures of the plan.
  mutating func find(_ wanted: Int64) throws -> Bool {
    var passed = 0
    while let receipt, receipt < wanted, passed < Self.mostPassed {
      try step()
      passed += 1
    }
    if receipt.map({ $0 < wanted }) ?? true { try look(for: wanted) }
    return receipt == wanted
  }

  /// What is recorded of the numbers of those found last.
  var numbers: [UInt8] { statement.bytes(1) }

  /// What is recorded of their notes.
  var notes: [UInt8] { statement.bytes(2) }

  private mutating func look(for first: Int64) throws {
    statement.reset()
    statement.add(first)
    statement.add(plan)
    try step()
  }

  private mutating func step() throws {
    receipt = try statement.next() ? statement.integer(0) : .max
  }
}
