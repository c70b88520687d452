/// The consolidated workbook of an edition, as neutral sheets.
public enum ConsolidatedWorkbook {
  /// The sheet of the correction notice: it stands between "Xu hướng" and "Lỗi và giải trình" when there
  /// is something to correct.
  static let correctionName = WorkbookCorrections.name

  /// The names of the sheets that every workbook has, in their order.
  public static let sheetNames = [
    WorkbookOverview.name, WorkbookIndicators.name, WorkbookUnits.name, WorkbookTasks.name,
    WorkbookSubmissions.name, WorkbookTrend.name, WorkbookFindings.name, WorkbookFigures.name,
    WorkbookLegend.name,
  ]

  /// The sheets of a report. Totals, rates, differences and ranks are formulas with their exact results.
  ///
  /// What is looked at is made first: the figures, the units, the totals, and the overview last.
  public static func sheets(
    of report: Report, _ provenance: WorkbookProvenance = WorkbookProvenance()
  ) -> [SheetModel] {
    let context = WorkbookContext(report, provenance)
    var figures = WorkbookFigures(context)
    let figureSheet = figures.build()
    var units = WorkbookUnits(context, figures)
    let unitSheet = units.build()
    var indicators = WorkbookIndicators(context, units.places)
    let indicatorSheet = indicators.build()
    var tasks = WorkbookTasks(context)
    let taskSheet = tasks.build()
    let submissions = WorkbookSubmissions.made(context)
    let parts = WorkbookParts(
      indicators: indicatorSheet, indicatorRows: indicators.mainRows,
      indicatorTable: indicators.rows, taskRows: tasks.rows, submissionRows: submissions.rows)
    var trend = WorkbookTrend(context, parts)
    let trendSheet = trend.build()
    var legend = WorkbookLegend(context)
    var overview = WorkbookOverview(context, parts, trend.series)
    let corrections = report.correction.map { [WorkbookCorrections.sheet(context, $0)] } ?? []
    return [overview.build(), indicatorSheet, unitSheet, taskSheet, submissions.sheet, trendSheet]
      + corrections + [WorkbookFindings.sheet(context), figureSheet, legend.build()]
  }
}
