import Assessment
import PlanModel
import Testing

@testable import Documents

/// The sheets as the forms an office knows: headings, numbers of columns, ranks, trend, links.
@Suite struct WorkbookFormsTests {
  private func texts(_ row: SheetRow) -> [String] {
    row.cells.map { cell in
      if case .text(let text) = cell.value { return text }
      return cell.value.number?.rounded(toFractionDigits: 4)?.plainText ?? ""
    }
  }

  @Test func formOneHasItsColumnsAndTheirNumbers() throws {
    let sheet = try WorkbookSample().sheet("Biểu 01")
    let rows = sheet.rows.map(texts)
    let header = try #require(rows.firstIndex { $0.first == "TT" })
    #expect(
      rows[header] == [
        "TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện kỳ", "Lũy kế", "% kế hoạch", "Cùng kỳ",
        "So cùng kỳ", "Đánh giá", "Ghi chú",
      ])
    #expect(
      rows[header + 1] == [
        "1", "2", "3", "4", "5", "6", "7(=6*100/4)", "8", "9(=6-8)", "10", "11",
      ])
    #expect(sheet.repeatedRows == header...(header + 1))
  }

  @Test func aRateStandsOnTheRowsOfItsFigures() throws {
    let sheet = try WorkbookSample().sheet("Biểu 01")
    let row = try #require(
      sheet.rows.firstIndex { $0.cells.first?.value == .count(1) && $0.cells.count == 11 })
    guard case .formula(.quotient(let above, let below), _)? = sheet.cell(row, 4)?.value else {
      Issue.record("the rate is no quotient")
      return
    }
    #expect(above == .cell(SheetRange(row: row + 1, 4)))
    #expect(below == .cell(SheetRange(row: row + 2, 4)))
    #expect(sheet.rows[row + 1].level == 1)
    #expect(texts(sheet.rows[row + 1])[1] == "Tử số: số tốt")
    #expect(sheet.cell(row, 6)?.value.number != nil)
  }

  @Test func unitsAreRankedAndTheBestAndWorstSaySo() throws {
    let sheet = try WorkbookSample(unitCount: 7, groupSize: 3, missing: [2]).sheet("Biểu 02")
    let column = WorkbookUnits.Column.rank
    let first = try #require(sheet.anchors["CT01"])
    let end = try #require(sheet.anchors["CT02"])
    var ranks: [(rank: Ratio, value: Ratio, style: SheetStyle)] = []
    for row in first..<end {
      guard let cell = sheet.cell(row, column), let rank = cell.value.number else { continue }
      ranks.append((rank, try #require(sheet.cell(row, 7)?.value.number), cell.style))
      #expect(sheet.rows[row].cells.first?.style.role == .body, "totals have no rank")
    }
    #expect(ranks.count == 6)
    for one in ranks {
      let better = ranks.filter { $0.value > one.value }.count
      #expect(one.rank == Ratio(FixedDecimal(better + 1)))
    }
    let words = ranks.map { $0.style.content }
    #expect(words.contains(.target(before: "", .count, after: " - cao nhất")))
    #expect(words.contains(.target(before: "", .count, after: " - thấp nhất")))
  }

  /// The sum of a unit that has not sent a quarter is shown, and no rank is made of it.
  @Test func aSumThatLacksAQuarterIsNotRanked() throws {
    let sheet = try WorkbookSample(unitCount: 5, missing: [2], quarterCount: 3).sheet("Biểu 02")
    let column = WorkbookUnits.Column.rank
    let first = try #require(sheet.anchors["CT04"])
    let row = try #require(sheet.anchors["CT04 HU3"])
    #expect(sheet.cell(row, 7)?.value.number != nil)
    #expect(sheet.cell(row, column)?.value == .text("chưa xếp"))
    var ranks: [Ratio] = []
    for place in first..<sheet.rows.count {
      guard case .formula(.rank(_, let ranges, _), let rank)? = sheet.cell(place, column)?.value
      else { continue }
      ranks.append(rank)
      #expect(ranges.contains { $0.values.rows.contains(place) })
      #expect(!ranges.contains { $0.values.rows.contains(row) })
    }
    #expect(Set(ranks) == Set((1...4).map { Ratio(FixedDecimal($0)) }))
  }

  /// A floor that binds some units and a ceiling that binds others: the order is that of the first, in
  /// every office and every time, and no end of it is called good.
  @Test(arguments: Array(2...25), [true, false])
  func ranksDoNotDependOnWhichTargetBinds(unitCount: Int, isFloorFirst: Bool) throws {
    let quarterly: (Target.Comparison) -> Target = {
      Target($0, .every(.quarter, from: nil, to: nil))
    }
    let floor = quarterly(.atLeast(FixedDecimal(99, fractionDigits: 2)))
    let ceiling = quarterly(.atMost(FixedDecimal(985, fractionDigits: 3)))
    let indicator = Indicator(
      code: "CT01", clause: "II.2", name: "tỉ lệ", shortName: "Tỉ lệ", unitOfMeasure: "tổ chức",
      measure: .share, numerator: "số tốt", denominator: "tổng số", numeratorKind: .stock,
      denominatorKind: .stock, reporters: UnitSelection(kinds: ["huyen-uy"]), collected: .quarter,
      targets: isFloorFirst ? [floor, ceiling] : [ceiling, floor])
    let sheet = try WorkbookSample(unitCount: unitCount, indicators: [indicator]).sheet("Biểu 02")
    var ranks: [(rank: Ratio, value: Ratio)] = []
    for row in sheet.rows.indices {
      guard let cell = sheet.cell(row, WorkbookUnits.Column.rank),
        let rank = cell.value.number, let value = sheet.cell(row, 7)?.value.number
      else { continue }
      #expect(cell.style == SheetStyle(.body, .count))
      ranks.append((rank, value))
    }
    #expect(ranks.count == unitCount)
    for one in ranks {
      let better = ranks.count { isFloorFirst ? $0.value > one.value : $0.value < one.value }
      #expect(one.rank == Ratio(FixedDecimal(better + 1)))
    }
  }

  @Test func figuresOfUnitsLookAtTheirRows() throws {
    let sheets = try WorkbookSample(unitCount: 4).sheets()
    let units = try #require(sheets.first { $0.name == "Biểu 02" })
    let figures = try #require(sheets.first { $0.name == "Số liệu" })
    let row = try #require(units.anchors["CT01 HU2"])
    guard case .formula(.cell(let there), let result)? = units.cell(row, 5)?.value else {
      Issue.record("the figure is no look at its row")
      return
    }
    #expect(there.sheet == "Số liệu")
    #expect(figures.cell(there.rows.lowerBound, there.columns.lowerBound)?.value.number == result)
    #expect(figures.table?.name == "Bang_so_lieu")
    // CT02 adds the figures of two quarters up
    let flow = try #require(units.anchors["CT02 HU2"])
    guard case .formula(.sum(let ranges), _)? = units.cell(flow, 5)?.value else {
      Issue.record("the flow is no sum over its rows")
      return
    }
    #expect(ranges.reduce(0) { $0 + $1.rows.count } == 2)
  }

  @Test func missingPeriodsAreGapsInTheTrend() throws {
    var sample = WorkbookSample(unitCount: 3)
    sample.missing = [0, 1, 2]
    let sheet = try sample.sheet("Xu hướng")
    let row = try #require(sheet.anchors["CT01"])
    let values = sheet.rows[row].cells.filter { $0.column >= WorkbookTrend.first }.map(\.value)
    // first quarter: nothing; second: what all sent; third: nobody sent
    #expect(values.first == .blank)
    #expect(values[1].number != nil)
    #expect(values[2] == .blank)
    let submissions = sheet.rows.first { texts($0).contains("Chưa gửi") }
    // one form of tasks that nobody ever sends, then those of the three units too
    #expect(submissions.map { texts($0) }?.suffix(3) == ["", "1", "4"])
  }

  @Test func theOverviewShowsThreeChartsOverTheTrendSheet() throws {
    let charts = try WorkbookSample().sheet("Tổng quan").charts
    #expect(charts.map(\.kind) == [.columns, .lines, .stackedColumns])
    for range in charts.flatMap(\.series).flatMap({ [$0.values, $0.categories] }) {
      #expect(range.sheet == "Xu hướng")
      #expect(range.rows.count == 1 || range.columns.count == 1)
    }
    var tasksOnly = WorkbookSample(unitCount: 2)
    tasksOnly.indicators = []
    #expect(
      try tasksOnly.sheet("Tổng quan").charts.map(\.title) == [
        "Nhiệm vụ theo tình trạng", "Báo cáo theo tình trạng gửi",
      ])
  }

  @Test func everyLinkLeadsToARow() throws {
    let sheets = try WorkbookSample(unitCount: 5, missing: [0], returned: [1]).sheets()
    let known = Set(
      sheets.flatMap { sheet in sheet.anchors.keys.map { SheetAnchor($0, on: sheet.name) } })
    var links = 0
    for sheet in sheets {
      for cell in sheet.rows.flatMap(\.cells) {
        for case .link(let anchor, _) in cell.extras {
          links += 1
          #expect(known.contains(anchor), "\(sheet.name): \(anchor)")
        }
      }
    }
    #expect(links > 20)
  }

  @Test func derivedFiguresSayHowTheyAreMade() throws {
    let sheet = try WorkbookSample().sheet("Biểu 01")
    let comments = sheet.rows.flatMap(\.cells).flatMap(\.extras).compactMap { extra -> String? in
      if case .comment(let text) = extra { return text }
      return nil
    }
    #expect(comments.contains { $0.contains("không lấy trung bình các tỉ lệ") })
    #expect(comments.count >= 6)
  }

  @Test func overdueDaysAreDifferencesOfDays() throws {
    let sheet = try WorkbookSample().sheet("Biểu 03")
    let formulas = sheet.rows.flatMap(\.cells).filter { cell in
      if case .formula(.greater, _) = cell.value { return true }
      return false
    }
    #expect(formulas.map { $0.value.number } == [Ratio(FixedDecimal(1_739))])
  }
}
