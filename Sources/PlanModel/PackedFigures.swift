/// A number cell in 8 bytes, for there are millions of them: what `Entry` says, of a number that a figure
/// can be (at most 18 digits, 6 of them behind the mark).
public struct PackedEntry: Hashable, Sendable {
  // The significand above three bits that count its digits behind the mark; seven of those are no number.
  // In two halves, so that rows of a size that is no multiple of eight have no gap.
  private let high: Int32
  private let low: UInt32

  private static let noNumber: Int64 = 7

  private init(bits: Int64) {
    high = Int32(truncatingIfNeeded: bits >> 32)
    low = UInt32(truncatingIfNeeded: bits)
  }

  private var bits: Int64 { Int64(high) << 32 | Int64(low) }

  /// No figure yet.
  public static let blank = PackedEntry(bits: noNumber)
  /// What the indicator asks of does not exist there.
  public static let notApplicable = PackedEntry(bits: 1 << 3 | noNumber)

  /// `significand` / 10^`fractionDigits`; nil of a number that no figure is.
  public init?(_ significand: Int64, fractionDigits: Int = 0) {
    var (significand, fractionDigits) = (significand, fractionDigits)
    while fractionDigits > 0, significand % 10 == 0 {
      significand /= 10
      fractionDigits -= 1
    }
    guard significand.magnitude < 1_000_000_000_000_000_000,
      (0...FixedDecimal.maximumFractionDigits).contains(fractionDigits)
    else { return nil }
    self.init(bits: significand << 3 | Int64(fractionDigits))
  }

  /// The figure, when there is one.
  public var value: FixedDecimal? {
    let bits = bits
    guard bits & 7 != Self.noNumber else { return nil }
    return FixedDecimal(lowest: Int128(bits >> 3), fractionDigits: Int(bits & 7))
  }

  /// The cell in full.
  public var entry: Entry {
    value.map(Entry.value) ?? (self == .notApplicable ? .notApplicable : .blank)
  }
}

/// The figures of one plan in one submission, without a text for each.
public struct PackedFigures: Sendable {
  /// One figure.
  public struct Row: Sendable {
    /// The row, as a spreadsheet numbers it.
    public let row: Int32
    /// The numerator cell.
    public let numerator: PackedEntry
    /// The denominator cell.
    public let denominator: PackedEntry

    /// A row of a form.
    public init(row: Int32, numerator: PackedEntry, denominator: PackedEntry) {
      self.row = row
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// The plan's code.
  public let plan: String
  /// In the order of the submission.
  public var rows: [Row] = []
  /// The code of the indicator of each row; what stands behind those says nothing.
  public var codes: [String] = []
  /// What stands beside all rows, in UTF-8.
  public var notes: [UInt8] = []
  /// Where the note of each row ends in those bytes; empty when notes were not read.
  public var noteEnds: [Int] = []

  /// None yet.
  public init(of plan: String) { self.plan = plan }

  /// The unit's own words beside the figure in a place, in UTF-8; empty when none, or when they were not
  /// read.
  public func note(_ place: Int) -> ArraySlice<UInt8> {
    if noteEnds.isEmpty { return [] }
    return notes[(place == 0 ? 0 : noteEnds[place - 1])..<noteEnds[place]]
  }

  /// The figures, each in full.
  public var figures: [Figure] {
    rows.indices.map { place in
      Figure(
        plan: plan, indicator: codes[place], row: Int(rows[place].row),
        numerator: rows[place].numerator.entry, denominator: rows[place].denominator.entry,
        note: String(decoding: note(place), as: UTF8.self))
    }
  }
}
