import Assessment
import PlanModel

// The rows of "Số liệu": of each indicator by itself, so that all processors can make them.
extension WorkbookFigures {
  /// The rows that an indicator's values rest on, and those of the totals of earlier periods.
  struct FoundSources: Sendable {
    let used: Set<Source>
    let earlier: Set<Source>

    /// Those that the sheet has.
    func sources(_ reach: WorkbookReach, _ context: WorkbookContext) -> Set<Source> {
      switch reach {
      case .trends: used.union(earlier)
      case .term: used
      case .year, .period:
        used.filter { source in
          context.receipts[source.receipt]
            .map { reach.goes(backTo: $0.period, from: context.period) } ?? false
        }
      }
    }
  }

  /// A row that was sent, and the cells that show it.
  struct Shown: Sendable {
    let unit: String
    let reported: Reported<Figure>
    let cells: [SheetCell]
  }

  /// The rows behind an indicator.
  static func sources(
    of assessment: IndicatorAssessment, _ context: WorkbookContext
  ) -> FoundSources {
    var used: Set<Source> = []
    for cell in assessment.cells where !cell.isTotal { used.formUnion(cell.tally.sources) }
    if let earlier = assessment.comparison?.cell { used.formUnion(earlier.tally.sources) }
    return FoundSources(
      used: used, earlier: context.trend.sources(of: assessment.indicator.code))
  }

  /// The rows among some sources, unit by unit in the register's order.
  static func rows(
    of indicator: Indicator, _ sources: Set<Source>, _ context: WorkbookContext
  ) -> [Shown] {
    let units = Set(sources.compactMap { context.receipts[$0.receipt]?.unit })
    var rows: [Shown] = []
    rows.reserveCapacity(sources.count)
    var seen: Set<String> = []
    for unit in context.registry.units.map(\.code)
    where units.contains(unit) && seen.insert(unit).inserted {
      for figure in context.input.figures.figures(indicator.code, of: unit)
      where sources.contains(figure.source) {
        guard let receipt = context.receipts[figure.source.receipt] else { continue }
        rows.append(
          Shown(
            unit: unit, reported: figure,
            cells: cells(figure, receipt, unit, indicator, context.registry.name(unit))))
      }
    }
    return rows
  }

  private static func cells(
    _ reported: Reported<Figure>, _ receipt: Receipt, _ unit: String, _ indicator: Indicator,
    _ name: String
  ) -> [SheetCell] {
    let figure = reported.content
    let format = IndicatorFormat(indicator: indicator)
    let (body, centred) = (SheetStyle(.body), SheetStyle(.body, .centred))
    let (above, below) = (figure.numerator.value, figure.denominator.value)
    let isNotApplicable = figure.numerator == .notApplicable
    return [
      SheetCell(0, .text(indicator.code), centred), SheetCell(1, .text(indicator.shortName), body),
      SheetCell(2, .text(unit), centred)
        .linked(to: SheetAnchor(anchor(indicator, unit), on: WorkbookUnits.name)),
      SheetCell(3, .text(name), body),
      SheetCell(4, .text(reported.period.description), centred),
      SheetCell(5, .text(indicator.unitOfMeasure), centred),
      SheetCell(Place.numerator, .figure(above), SheetStyle(.body, format.figure(above))),
      SheetCell(Place.denominator, .figure(below), SheetStyle(.body, format.figure(below))),
      SheetCell(8, .count(receipt.revision), SheetStyle(.body, .count)),
      SheetCell(9, .text(receipt.file), body),
      SheetCell(10, .count(reported.source.row), SheetStyle(.body, .count)),
      SheetCell(11, .moment(reported.receivedAt), SheetStyle(.body, .moment)),
      SheetCell(
        12, .text(WorkbookWords.note([isNotApplicable ? "không áp dụng" : "", figure.note])), body),
    ]
  }

  static func anchor(_ indicator: Indicator, _ unit: String) -> String {
    "\(indicator.code) \(unit)"
  }
}
