import Assessment
import PlanModel
import Testing

@testable import Documents

/// What stands beside the numbers of an indicator: its unit of measure, its plan, the time before.
@Suite struct WorkbookPlanCellsTests {
  private typealias Place = WorkbookIndicators.Place

  private func share(
    _ code: String, _ target: Target.Comparison, isPerUnit: Bool = false,
    carriesForward: Bool = false
  ) -> Indicator {
    Indicator(
      code: code, clause: "II.2", name: "tỉ lệ", shortName: "Tỉ lệ", unitOfMeasure: "tổ chức",
      measure: .share, numerator: "số tốt", denominator: "tổng số", numeratorKind: .stock,
      denominatorKind: .stock, combination: isPerUnit ? .unitsMeeting : .sum,
      reporters: UnitSelection(kinds: ["huyen-uy"]), collected: .quarter,
      carriesForward: carriesForward,
      targets: [Target(target, .every(.quarter, from: nil, to: nil), isPerUnit: isPerUnit)])
  }

  /// The cells of the first indicator's own row.
  private func cells(_ sample: WorkbookSample, _ name: String) throws -> [Int: SheetCell] {
    let sheet = try sample.sheet(name)
    let row = try #require(sheet.anchors[sample.indicators[0].code])
    return Dictionary(uniqueKeysWithValues: sheet.rows[row].cells.map { ($0.column, $0) })
  }

  @Test("Units that meet what each owes are counted, though each owes a rate")
  func countedUnitsAreNoRate() throws {
    // one unit was above it a quarter ago, and none is now
    let target = Target.Comparison.atLeast(FixedDecimal(932, fractionDigits: 5))
    let sample = WorkbookSample(indicators: [share("CT05", target, isPerUnit: true)])
    let one = Ratio(FixedDecimal(1))
    let minusOne = Ratio(FixedDecimal(-1))

    let form = try cells(sample, "Biểu 01")
    #expect(form[Place.unit]?.value == .text("đơn vị"))
    #expect(form[Place.earlier]?.value.number == one)
    #expect(form[Place.change]?.value.number == minusOne)
    #expect(form[Place.change]?.style.content == .change(decimals: 0))

    let trend = try sample.sheet("Xu hướng")
    let row = try #require(trend.anchors["CT05"])
    #expect(trend.cell(row, 3)?.value == .text("đơn vị"))
    #expect(trend.rows[row].cells.last?.value.number == minusOne)
    #expect(trend.rows[row].cells.last?.style.content == .change(decimals: 0))
    #expect(trend.cell(row + 1, 3)?.value == .text("đơn vị"))

    #expect(try cells(sample, "Tổng quan")[3]?.value == .text("đơn vị"))
  }

  @Test(
    "A change that is asked of nobody in numbers is asked in the words of the briefing",
    arguments: [
      (
        Target.Comparison.increase(
          Target.Change(.by(FixedDecimal(5, fractionDigits: 3)), against: .previousYear)),
        "+0,5\u{A0}đ%"
      ),
      (
        .decrease(Target.Change(.part(FixedDecimal(1, fractionDigits: 1)), against: .previousYear)),
        "-10%"
      ),
    ])
  func changeWithoutItsBase(_ asked: Target.Comparison, _ words: String) throws {
    let sample = WorkbookSample(missing: [0], indicators: [share("CT01", asked)])
    for (name, column) in [("Biểu 01", Place.plan), ("Tổng quan", 4)] {
      #expect(try cells(sample, name)[column]?.value == .text(words), "\(name)")
    }
    let units = try sample.sheet("Biểu 02")
    let missing = try #require(units.anchors["CT01 HU1"])
    #expect(units.cell(missing, WorkbookUnits.Column.target)?.value == .text(words))
  }

  @Test("The rate of the time before is not rounded against its target either")
  func earlierRateIsHonest() throws {
    // 406/407 then and 408/409 now: 99,8% would be the very number that both miss
    let target = Target.Comparison.above(FixedDecimal(998, fractionDigits: 3))
    let form = try cells(
      WorkbookSample(unitCount: 2, indicators: [share("CT01", target)]), "Biểu 01")
    #expect(form[Place.cumulated]?.style.content == .percent(decimals: 2))
    #expect(form[Place.earlier]?.style.content == .percent(decimals: 2))
  }

  @Test("What no unit has is not called a time that has not come")
  func nobodyHasIt() throws {
    let target = Target.Comparison.above(FixedDecimal(9, fractionDigits: 1))
    let indicators = [share("CT01", target)]
    let form = try cells(
      WorkbookSample(unitCount: 2, notApplicable: [0, 1], indicators: indicators), "Biểu 01")
    guard case .text(let note)? = form[Place.note]?.value else {
      Issue.record("the indicator has no note")
      return
    }
    #expect(note.hasSuffix("; không có đơn vị nào thuộc diện phải báo cáo"), "\(note)")
  }

  @Test("Where units are missing, workbook and briefing state the same change")
  func changeOfSameUnits() throws {
    let target = Target.Comparison.above(FixedDecimal(9, fractionDigits: 1))
    let sample = WorkbookSample(missing: [0], indicators: [share("CT01", target)])
    let assessment = try #require(sample.report()).assessment
    let standing = IndicatorStanding(
      ordinal: 1, assessment: assessment.indicators[0], period: assessment.input.period,
      plan: assessment.input.plan)
    let words = IndicatorWording(
      standing: standing, names: Names(assessment.input.office, in: assessment.input.period),
      limit: 0)
    let said = try #require(words.change?.text.unmarked)
    let form = try cells(sample, "Biểu 01")
    guard case .text(let note)? = form[Place.note]?.value else {
      Issue.record("the indicator has no note")
      return
    }
    #expect(note.contains("nên cột 9 để trống; \(said), tính trên 05 đơn vị"), "\(note)")
    #expect(form[Place.change]?.value.number == nil)
    #expect(words.againstEarlierCell.hasSuffix("*"))
  }

  @Test("Where units are missing and the others have not moved, the workbook says so too")
  func unchangedSameUnits() throws {
    // the first unit has its whole in both quarters, the second is silent now
    let target = Target.Comparison.above(FixedDecimal(9, fractionDigits: 1))
    let form = try cells(
      WorkbookSample(unitCount: 2, missing: [1], indicators: [share("CT01", target)]), "Biểu 01")
    guard case .text(let note)? = form[Place.note]?.value else {
      Issue.record("the indicator has no note")
      return
    }
    #expect(
      note.contains("nên cột 9 để trống; bằng quý II năm 2024, tính trên 01 đơn vị"), "\(note)")
  }

  @Test("What is to be about a number is no part of it: the briefing counts from the least of it")
  func aboutIsNoPart() throws {
    let target = Target.Comparison.about(
      FixedDecimal(9, fractionDigits: 1), tolerance: FixedDecimal(2, fractionDigits: 2))
    let sample = WorkbookSample(indicators: [share("CT01", target)])
    let form = try cells(sample, "Biểu 01")
    #expect(form[Place.plan]?.value.number != nil)
    #expect(form[Place.againstPlan]?.value == .blank)
    let trend = try sample.sheet("Xu hướng")
    let shares = try #require(
      trend.rows.first { $0.cells.contains { $0.value == .text("% kế hoạch") } })
    #expect(shares.cells.allSatisfy { $0.value.number == nil })
  }

  @Test("A returned revision behind one that counts has its errors and questions beside it")
  func returnedBehindAccepted() throws {
    let sheet = try WorkbookSample(resent: [1]).sheet("Biểu 04")
    let notes = sheet.rows.flatMap(\.cells).compactMap { cell -> String? in
      guard case .text(let text) = cell.value else { return nil }
      return text.contains("Bản gửi lần 2") ? text : nil
    }
    #expect(notes == ["Bản gửi lần 2 bị trả lại (01 lỗi), dùng bản lần 1"])
  }

  @Test("A figure that is carried on is no point of the trend; the overview says when it is from")
  func carriedFigures() throws {
    let target = Target.Comparison.above(FixedDecimal(9, fractionDigits: 1))
    let sample = WorkbookSample(
      missing: Set(0..<6), quarterCount: 3,
      indicators: [share("CT01", target, carriesForward: true)])
    let form = try cells(sample, "Biểu 01")
    let carried = try #require(form[Place.cumulated]?.value.number)
    let overview = try cells(sample, "Tổng quan")
    #expect(overview[5]?.value.number == carried)
    #expect(overview[2]?.value == .text("Tỉ lệ (mục II.2) (quý II năm 2024)"))

    let trend = try sample.sheet("Xu hướng")
    let row = try #require(trend.anchors["CT01"])
    let points = trend.rows[row].cells.filter { $0.column >= WorkbookTrend.first }
    #expect(points.compactMap(\.value.number).count == 2)
    #expect(points.suffix(2).allSatisfy { $0.value == .blank })
  }

  @Test("Every total of the trend has beside it of how many units it is")
  func coverageOfTheTrend() throws {
    let target = Target.Comparison.above(FixedDecimal(9, fractionDigits: 1))
    let sample = WorkbookSample(missing: [0], indicators: [share("CT01", target)])
    let trend = try sample.sheet("Xu hướng")
    let row = try #require(trend.anchors["CT01"])
    let units = try #require(
      trend.rows[row...].first {
        $0.cells.contains { $0.value == .text("Đơn vị có đủ số liệu") }
      })
    let texts = units.cells.filter { $0.column >= WorkbookTrend.first }.map(\.value)
    #expect(texts.filter { $0 != .blank } == [.text("6/6"), .text("5/6")])
  }

  @Test("Of units that stay below a number more are better", arguments: [true, false])
  func columnsOfCountedUnits(isPerUnit: Bool) throws {
    let target = Target.Comparison.below(FixedDecimal(932, fractionDigits: 5))
    let sample = WorkbookSample(indicators: [share("CT05", target, isPerUnit: isPerUnit)])
    let trend = try sample.sheet("Xu hướng")
    let codes = trend.rows.flatMap(\.cells).compactMap { cell -> String? in
      guard case .text(let text) = cell.value, text.hasPrefix("CT05") else { return nil }
      return text
    }
    #expect(codes.last == (isPerUnit ? "CT05" : "CT05 (<=)"))
  }

  /// A cell holds fifteen digits; those behind it would be printed as zeros that nobody reported.
  @Test(arguments: [
    (123_456_789_012_345_678, 6, 3), (123_456_789_012_345, 6, 6), (123_456_789_012_345_678, 0, 0),
    (-123_456_789_012_345_678, 6, 3), (1, 6, 6), (999_999_999_999_999_999, 2, 0), (0, 0, 0),
  ])
  func figuresEndWithTheDigitsOfACell(_ number: Int, _ behind: Int, _ shown: Int) throws {
    let format = IndicatorFormat(indicator: WorkbookSample.indicators[3])
    let figure = FixedDecimal(Int128(number), fractionDigits: behind)
    #expect(format.figure(figure) == .number(decimals: shown))
  }
}
