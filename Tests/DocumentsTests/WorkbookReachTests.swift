import PlanModel
import Testing

@testable import Documents

/// How far back "Số liệu" goes when a term has more rows than a sheet should have.
struct WorkbookReachTests {
  private struct Made {
    let figures: SheetModel
    let units: SheetModel
    /// The periods of the rows, one for each.
    let periods: [Period]

    /// The sheets of seven quarters with so many rows at most.
    init(mostRows: Int) throws {
      let sample = WorkbookSample(unitCount: 4, quarterCount: 7, firstYear: 2023)
      let context = WorkbookContext(try #require(sample.report()), WorkbookProvenance())
      var figures = WorkbookFigures(context, mostRows: mostRows)
      self.figures = figures.build()
      var units = WorkbookUnits(context, figures)
      self.units = units.build()
      periods = figures.entries.values.flatMap(\.values).map(\.period)
    }

    var remark: String? {
      figures.rows.flatMap(\.cells).lazy.compactMap { cell in
        if case .text(let text) = cell.value { text } else { nil }
      }.first { $0.hasPrefix("Biểu này chỉ in số liệu") }
    }

    /// Whether the first figure of a unit is a formula.
    func isFormula(_ anchor: String) throws -> Bool {
      let row = try #require(units.anchors[anchor])
      if case .formula = units.cell(row, 5)?.value { return true }
      return false
    }

    /// The sums on the sheet of units that are formulas.
    var formulaCount: Int {
      units.rows.flatMap(\.cells).count { cell in
        if case .formula(.sum, _) = cell.value { true } else { false }
      }
    }
  }

  @Test func theFurthestRowsGiveWayFirst() throws {
    let trends = try Made(mostRows: .max)
    #expect(trends.remark == nil)
    let again = try Made(mostRows: trends.periods.count)
    #expect(again.periods.count == trends.periods.count)

    let term = try Made(mostRows: trends.periods.count - 1)
    #expect(term.periods.count < trends.periods.count)
    #expect(term.periods.contains { $0.year == 2023 })
    #expect(term.remark == nil)
    #expect(term.formulaCount == trends.formulaCount)

    let year = try Made(mostRows: term.periods.count - 1)
    #expect(Set(year.periods.map(\.description)) == ["2024-Q1", "2024-Q2", "2024-Q3"])
    #expect(year.remark?.contains("của 9 tháng năm 2024:") == true)
    #expect(year.formulaCount < term.formulaCount)
    // the unit has reported 0 all along: what is left out would add nothing
    #expect(try year.isFormula("CT03 HU1") == false)
    #expect(try term.isFormula("CT03 HU1"))

    let period = try Made(mostRows: year.periods.count - 1)
    #expect(Set(period.periods.map(\.description)) == ["2024-Q3"])
    #expect(period.remark?.contains("của quý III năm 2024:") == true)
    #expect(period.formulaCount < year.formulaCount)
    #expect(try Made(mostRows: 0).periods.count == period.periods.count)
  }

  @Test func theListOfFilesLeavesOutEarlierYears() throws {
    let sample = WorkbookSample(unitCount: 1_700, quarterCount: 7, firstYear: 2023)
    let context = WorkbookContext(try #require(sample.report()), WorkbookProvenance())
    var legend = WorkbookLegend(context)
    let rows = legend.build().rows.map { row in
      row.cells.compactMap { cell in
        if case .text(let text) = cell.value { text } else { nil }
      }
    }
    let listed = Set(rows.filter { $0.contains("bieu01.csv") }.map { $0[0] })
    #expect(listed == ["2024-Q1", "2024-Q2", "2024-Q3"])
    #expect(rows.contains { $0.first?.hasPrefix("Chỉ in tệp báo cáo của 9 tháng") == true })
  }

  @Test(arguments: [90, 60, 40, 0])
  func unitsHaveTheSameNumbersWhateverRowsAreLeftOut(_ mostRows: Int) throws {
    let whole = try Made(mostRows: .max)
    let short = try Made(mostRows: mostRows)
    #expect(short.periods.count < whole.periods.count)
    let evaluator = WorkbookEvaluator([short.figures, short.units])
    for (row, other) in zip(short.units.rows, whole.units.rows) {
      #expect(row.cells.map(\.value.number) == other.cells.map(\.value.number))
      for cell in row.cells {
        guard case .formula(let formula, let result) = cell.value else { continue }
        let stored = result.doubleValue
        let computed = evaluator.value(formula, on: short.units.name)
        #expect(abs(computed - stored) <= 1e-12 * max(1, abs(stored)), "\(formula)")
      }
    }
  }
}
