/// The consolidated workbook of an edition, as neutral sheets.
public enum ConsolidatedWorkbook {
  /// The names of the sheets it always has, in their order; "Hiệu chỉnh" stands before the last one when
  /// the edition corrects an earlier one.
  public static let sheetNames = [
    WorkbookOverview.name, WorkbookIndicators.name, WorkbookUnits.name, WorkbookTasks.name,
    WorkbookSubmissions.name, WorkbookFindings.name,
  ]

  /// The sheets of a report. Totals, rates and differences are formulas with their exact results.
  public static func sheets(of report: Report) -> [SheetModel] {
    let context = WorkbookContext(report)
    var units = WorkbookUnits(context)
    let unitSheet = units.build()
    var indicators = WorkbookIndicators(context, units.places)
    let indicatorSheet = indicators.build()
    var overview = WorkbookOverview(
      context, indicators: indicatorSheet, mainRows: indicators.mainRows)
    let corrections = report.correction.map { [WorkbookCorrections.sheet(context, $0)] } ?? []
    return [
      overview.build(), indicatorSheet, unitSheet, WorkbookTasks.sheet(context),
      WorkbookSubmissions.sheet(context),
    ] + corrections + [WorkbookFindings.sheet(context)]
  }
}
