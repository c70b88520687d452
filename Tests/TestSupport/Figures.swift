public import Assessment
public import PlanModel

extension PackedEntry {
  /// Nil of a number that no figure is.
  public init?(_ entry: Entry) {
    switch entry {
    case .blank: self = .blank
    case .notApplicable: self = .notApplicable
    case .value(let number):
      guard let significand = Int64(exactly: number.significand) else { return nil }
      self.init(significand, fractionDigits: number.fractionDigits)
    }
  }
}

extension PackedFigures {
  /// Some figures of a plan as the ledger would hand them over; nil when one has a number that no figure is.
  public init?(_ figures: [Figure], of plan: String) {
    self.init(of: plan)
    for figure in figures {
      guard let numerator = PackedEntry(figure.numerator),
        let denominator = PackedEntry(figure.denominator)
      else { return nil }
      rows.append(Row(row: Int32(figure.row), numerator: numerator, denominator: denominator))
      codes.append(figure.indicator)
      notes += figure.note.utf8
      noteEnds.append(notes.count)
    }
  }
}

extension FigureBook {
  /// Takes in one figure of a submission in force; its numbers are such as a form may bring.
  public mutating func add(_ figure: Figure, of receipt: Receipt) {
    guard let packed = PackedFigures([figure], of: figure.plan) else {
      preconditionFailure("a figure has more digits than any form may bring")
    }
    addAll { $0(packed, receipt) }
  }
}
