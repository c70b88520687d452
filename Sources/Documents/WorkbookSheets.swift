/// The consolidated workbook of an edition, as neutral sheets.
public enum ConsolidatedWorkbook {
  /// The names of its sheets, in their order.
  public static let sheetNames = [
    WorkbookOverview.name, WorkbookIndicators.name, WorkbookUnits.name, WorkbookTasks.name,
    WorkbookSubmissions.name, WorkbookFindings.name,
  ]

  /// The six sheets of a report. Totals, rates and differences are formulas with their exact results.
  public static func sheets(of report: Report) -> [SheetModel] {
    let context = WorkbookContext(report)
    var units = WorkbookUnits(context)
    let unitSheet = units.build()
    var indicators = WorkbookIndicators(context, units.places)
    let indicatorSheet = indicators.build()
    var overview = WorkbookOverview(
      context, indicators: indicatorSheet, mainRows: indicators.mainRows)
    return [
      overview.build(), indicatorSheet, unitSheet, WorkbookTasks.sheet(context),
      WorkbookSubmissions.sheet(context), WorkbookFindings.sheet(context),
    ]
  }
}
