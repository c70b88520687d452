import Assessment
public import PlanModel
import Workers

/// The consolidated workbook of an edition, as neutral sheets.
public enum ConsolidatedWorkbook {
  /// Above so many values a workbook with a row for each would be opened by nobody, and take minutes and
  /// hundreds of megabytes: there it has the totals, and the data files have the units.
  private static let mostUnitValues = 200_000

  /// Whether units and rows of submissions have rows of their own in the workbook of a plan, where every
  /// unit may have a value in each window of each indicator; if not, nothing of it names a row or its note.
  public static func showsUnits(_ plan: Plan, in office: Office) -> Bool {
    plan.mostValues(ofUnits: office.registry.units.count) <= mostUnitValues
  }

  /// The sheets of a report. Totals, rates, differences and ranks are formulas with their exact results.
  ///
  /// What is looked at is made first: the figures, the units, the totals, and the overview last.
  public static func sheets(
    of report: Report, _ provenance: WorkbookProvenance = WorkbookProvenance()
  ) -> [SheetModel] {
    let context = WorkbookContext(report, provenance)
    let (made, besides) = together {
      var figures = WorkbookFigures(context)
      let figureSheet = figures.build()
      var units = WorkbookUnits(context, figures)
      let unitSheet = units.build()
      var indicators = WorkbookIndicators(context, units.places)
      return (figureSheet, unitSheet, indicators.build(), indicators)
    } _: {
      // what looks at no other sheet
      var legend = WorkbookLegend(context)
      return (
        WorkbookSubmissions.made(context), WorkbookFindings.sheet(context), legend.build()
      )
    }
    let (figureSheet, unitSheet, indicatorSheet, indicators) = made
    let (submissions, findingsSheet, legendSheet) = besides
    var tasks = WorkbookTasks(context)
    let taskSheet = tasks.build()
    let parts = WorkbookParts(
      indicators: indicatorSheet, indicatorRows: indicators.mainRows,
      indicatorTable: indicators.rows, taskRows: tasks.rows, submissionRows: submissions.rows)
    var trend = WorkbookTrend(context, parts)
    let trendSheet = trend.build()
    var overview = WorkbookOverview(context, parts, trend.series)
    let corrections = report.correction.map { [WorkbookCorrections.sheet(context, $0)] } ?? []
    return [overview.build(), indicatorSheet, unitSheet, taskSheet, submissions.sheet, trendSheet]
      + corrections + [findingsSheet, figureSheet, legendSheet]
  }
}
