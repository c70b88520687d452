public import Assessment
public import PlanModel

/// Where the value of an indicator comes from: unit by unit, file by file, row by row.
public struct FigureTrace: Sendable {
  /// One row that went into the value.
  public struct Row: Sendable {
    /// The submission it stands in.
    public let receipt: Receipt
    /// The figure as it was sent.
    public let figure: Figure
    /// The part of it that the unit has taken over from the one that sent it; nil of its own.
    public let share: FixedDecimal?
  }

  /// What one reporting unit has in the value.
  public struct Part: Sendable {
    /// The unit's code.
    public let unit: String
    /// The unit's name.
    public let name: String
    /// Its own cell.
    public let cell: IndicatorCell
    /// The rows it was made from: its own, then those of the units it took over from, of each oldest first.
    public let rows: [Row]
    /// The rows that its denominator stands in, where that is the stock of a day under what flowed since.
    public let stockRows: [Row]
    /// The explanations the office has accepted for it in the periods of these rows.
    public let explanations: [Explanation]
  }

  /// The plan.
  public let plan: Plan
  /// The indicator.
  public let indicator: Indicator
  /// The period.
  public let period: Period
  /// The edition's number.
  public let edition: Int
  /// The edition's moment of counting.
  public let asOf: CivilTime
  /// The value that is traced.
  public let cell: IndicatorCell
  /// The name of its unit.
  public let name: String
  /// The units it is made from, in the register's order; those without a figure as well.
  public let parts: [Part]

  /// Traces an indicator for a unit in a window; nil when the report has no such value.
  ///
  /// Without a window the one is taken in which the plan's target speaks.
  public init?(_ report: Report, indicator code: String, unit: String, window: Window?) {
    let input = report.assessment.input
    guard
      let assessed = report.assessment.indicators.first(where: {
        $0.indicator.code.uppercased() == code.uppercased()
      }), let unit = input.office.registry.code(matching: unit),
      let cell = assessed.cell(unit, window ?? assessed.mainWindow)
    else { return nil }
    plan = input.plan
    indicator = assessed.indicator
    period = input.period
    edition = report.edition
    asOf = input.asOf
    self.cell = cell
    name = input.office.registry.name(unit)
    let rows = TracedRows(of: assessed.indicator, input)
    let registry = input.office.registry
    parts = assessed.ownCells(in: cell.window).filter { part in
      registry.lineage(of: part.unit, on: input.period.span.last).contains(unit)
    }.map { part in
      let stocks = rows.stockRows(under: part)
      let rows = rows.rows(of: part)
      return Part(
        unit: part.unit, name: registry.name(part.unit), cell: part, rows: rows,
        stockRows: stocks,
        explanations: input.office.explanations.filter { explanation in
          explanation.isAbout(assessed.indicator.code, ofPlan: input.plan.code)
            && rows.contains {
              $0.receipt.unit == explanation.unit && $0.receipt.period == explanation.period
            }
        })
    }
  }
}

/// Looks up the rows that cells were made from.
private struct TracedRows {
  private let indicator: Indicator
  private let input: AssessmentInput
  private let receipts: [Int64: Receipt]

  init(of indicator: Indicator, _ input: AssessmentInput) {
    self.indicator = indicator
    self.input = input
    receipts = input.submissions.receipts.keyed(by: \.number)
  }

  /// Those that the denominator of a unit stands in, where other rows make its numerator.
  func stockRows(under part: IndicatorCell) -> [FigureTrace.Row] {
    if part.tally.denominator == nil { return [] }
    return input.stockRows(under: part.unit, in: part.window, of: indicator).compactMap { row in
      let figure = input.figures.figures(indicator.code, of: row.sender)
        .first { $0.source == row.source }
      guard let figure, let receipt = receipts[row.source.receipt] else { return nil }
      return FigureTrace.Row(
        receipt: receipt, figure: figure.content,
        share: row.sender == part.unit ? nil : row.share)
    }
  }

  /// Those of a unit: a figure stands under the code of the unit that sent it.
  func rows(of part: IndicatorCell) -> [FigureTrace.Row] {
    let sources = Set(part.tally.sources)
    let others = Set(sources.compactMap { receipts[$0.receipt]?.unit }).subtracting([part.unit])
    return ([part.unit] + others.sorted()).flatMap { sender in
      input.figures.figures(indicator.code, of: sender).filter { sources.contains($0.source) }
        .compactMap { row(of: part.unit, $0, sentBy: sender) }
    }
  }

  private func row(
    of unit: String, _ figure: Reported<Figure>, sentBy sender: String
  ) -> FigureTrace.Row? {
    receipts[figure.source.receipt].map { receipt in
      FigureTrace.Row(
        receipt: receipt, figure: figure.content,
        share: sender == unit
          ? nil : input.share(of: sender, in: figure.period, takenOverBy: unit, of: indicator))
    }
  }
}
