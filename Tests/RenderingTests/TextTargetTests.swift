import Documents
import PlanModel
import Testing

/// What documents say of single kinds of indicators and targets.
@Suite struct TextTargetTests {
  /// The texts of the workbook's cells.
  private func workbook(_ builder: ReportBuilder) -> [String] {
    ConsolidatedWorkbook.sheets(of: builder.report).flatMap(\.rows).flatMap(\.cells).compactMap {
      guard case .text(let text) = $0.value else { return nil }
      return text
    }
  }

  private func indicator(
    _ code: String, _ targets: [Target], unitOfMeasure: String = "cuộc",
    measure: Indicator.Measure = .count, _ kind: Indicator.Accumulation = .flow,
    combination: Indicator.Combination = .sum, carriesForward: Bool = false
  ) -> Indicator {
    Indicator(
      code: code, clause: "II.1", name: "Chỉ tiêu \(code)", shortName: "Chỉ tiêu \(code)",
      unitOfMeasure: unitOfMeasure, measure: measure, numerator: "số cuộc",
      denominator: measure == .share ? "tổng số" : nil, numeratorKind: kind,
      denominatorKind: .stock, combination: combination,
      reporters: UnitSelection(kinds: ["huyen-uy"]), collected: .quarter,
      carriesForward: carriesForward, targets: targets)
  }

  private static func every(
    _ cadence: Cadence, _ comparison: Target.Comparison, isPerUnit: Bool = false
  ) -> Target {
    Target(comparison, .every(cadence, from: nil, to: nil), isPerUnit: isPerUnit)
  }

  /// Districts with figures of the quarters of 2024, all indicators alike.
  private func office(
    _ indicators: [Indicator], in period: String, _ figures: [Int?]..., of whole: Int? = nil
  ) -> ReportBuilder {
    var builder = ReportBuilder()
    builder.period = ReportBuilder.period(period)
    builder.asOf = ReportBuilder.time("2025-01-10")
    builder.indicators = indicators
    for (number, quarters) in figures.enumerated() {
      builder.units.append(ReportBuilder.unit("H\(number)", "Huyện ủy \(number)"))
      for (place, figure) in quarters.enumerated() {
        guard let figure else { continue }
        let quarter = ReportBuilder.quarter(place + 1)
        let receipt = builder.receive("H\(number)", .indicator, in: quarter)
        for indicator in indicators {
          builder.add(receipt, indicator.code, figure, indicator.isQuotient ? whole : nil)
        }
      }
    }
    return builder
  }

  @Test func whoIsBehindInWhatEachOwesIsNamedAsSuch() {
    let ten = Self.every(.year, .atLeast(FixedDecimal(10)), isPerUnit: true)
    let each = indicator("CT01", [ten], combination: .unitsMeeting)
    let running = office([each], in: "2024-Q3", [4, 4, 4], [0, 0, 0])
    let text = briefing(running)
    #expect(
      text.contains("đạt 1/2 đơn vị (50,0%), 01 đơn vị chậm tiến độ: Huyện ủy 1"), "\(text)")
    #expect(text.contains("Trong 01 chỉ tiêu: 01 chậm tiến độ."), "\(text)")
    #expect(
      workbook(running).contains {
        $0.lowercased().contains("cần 2 đơn vị, 1 đã đạt, 1 chậm tiến độ")
      })
    let over = office([each], in: "2024-Q4", [4, 4, 4, 0], [0, 0, 0, 0])
    #expect(briefing(over).contains("đạt 1/2 đơn vị (50,0%), 01 đơn vị chưa đạt: Huyện ủy 1"))
    #expect(
      workbook(over).contains { $0.lowercased().contains("cần 2 đơn vị, 1 đã đạt, 1 chưa đạt") })
  }

  /// Every kind of sentence that counts something, of things the plan gives no name.
  @Test(arguments: [[8, 9, 12, nil], [8, 9, 12, 20]])
  func whatHasNoUnitOfMeasureIsCountedWithoutOne(figures: [Int?]) {
    let hundred = Target.Comparison.atLeast(FixedDecimal(100))
    let change = Target.Change(.by(FixedDecimal(50)), against: .previousPeriod)
    let fixed = Target.Change(
      .by(FixedDecimal(50)), against: .fixed(Target.Start(year: 2023, FixedDecimal(1))))
    let indicators: [(Indicator.Measure, Indicator.Accumulation, Target)] = [
      (.count, .flow, Self.every(.quarter, hundred)), (.count, .flow, Self.every(.year, hundred)),
      (.count, .stock, Self.every(.quarter, hundred)),
      (.count, .stock, Self.every(.quarter, .atMost(FixedDecimal(3)))),
      (.count, .stock, Self.every(.quarter, .increase(change))),
      (.count, .stock, Target(.increase(fixed), .by(2025))),
      (.amount, .flow, Self.every(.half, .exactly(.zero))),
      (.count, .flow, Target(hundred, .overTerm)),
      (.share, .stock, Self.every(.quarter, .maintain(FixedDecimal(1)))),
      (.share, .flow, Self.every(.year, .atLeast(FixedDecimal(1)))),
    ]
    for quarter in ["2024-Q2", "2024-Q3", "2024-Q4", "2024"] {
      let all = indicators.enumerated().map { number, kind in
        indicator("CT\(number + 1)", [kind.2], unitOfMeasure: "", measure: kind.0, kind.1)
      }
      let each = indicator(
        "CT20", [Self.every(.year, hundred, isPerUnit: true)], unitOfMeasure: "",
        combination: .unitsMeeting)
      let builder = office(all + [each], in: quarter, figures, [1, 2, 3, 4], of: 40)
      let texts =
        [briefing(builder), printed(Summary.onOnePage(builder.report)).flattened]
        + workbook(builder)
      #expect(texts.flatMap(gaps) == [])
      #expect(!texts[0].contains("đối với số thuộc chỉ tiêu"))
    }
  }

  /// What stands around the places where a word was to follow.
  private func gaps(_ text: String) -> [String] {
    [" .", " ,", " ;", " )", "( ", "(;", "  (", "\u{A0};"].flatMap { gap in
      text.ranges(of: gap).map { "\(text[..<$0.upperBound].suffix(40))" }
    }
  }

  /// A hundred in each half year: in the first it is the year's sum to date that counts towards it.
  @Test func aHalfYearsTargetIsNamedInEveryQuarter() {
    let half = indicator("CT01", [Self.every(.half, .atLeast(FixedDecimal(100)))])
    func text(_ period: String) -> String { briefing(office([half], in: period, [25, 24, 60, 9])) }
    #expect(
      text("2024-Q1").contains(
        "lũy kế quý I năm 2024 đạt 25/100 cuộc, bằng 25,0% mức phải đạt cả 6 tháng, chậm 25 cuộc so"
          + " với tiến độ 3/6 tháng (50); quý II năm 2024 phải thực hiện ít nhất 75 cuộc"),
      "\(text("2024-Q1"))")
    #expect(text("2024-Q2").contains("đạt 49/100 cuộc (49,0%), còn thiếu 51 cuộc"))
    for quarter in ["2024-Q3", "2024-Q4"] {
      let said = text(quarter)
      #expect(
        said.contains(
          "mức ít nhất 100 cuộc được đánh giá tại báo cáo 6 tháng cuối năm 2024"),
        "\(said)")
      #expect(!said.contains("không có mức phấn đấu"), "\(said)")
    }
    #expect(text("2024-H2").contains("đạt 69/100 cuộc (69,0%), còn thiếu 31 cuộc"))
  }

  @Test func aFigureFromInsideALongerPeriodIsItsOwn() {
    let level = Self.every(.quarter, .atLeast(FixedDecimal(100)))
    let own = office([indicator("CT01", [level], .stock)], in: "2024-H1", [5, 6], [5, 6])
    #expect(!workbook(own).contains { $0.lowercased().contains("số liệu quý ii/2024") })
    // of the second quarter's figure that one unit lacks it is still said
    let gap = office([indicator("CT01", [level], .stock)], in: "2024-H1", [5, 6], [5])
    #expect(
      workbook(gap).contains { $0.lowercased().contains("số liệu quý i/2024, thiếu quý ii/2024") })
    let carrying = indicator("CT01", [level], .stock, carriesForward: true)
    let carried = office([carrying], in: "2024-Q3", [5, 6], [5, 6])
    #expect(workbook(carried).contains { $0.lowercased().contains("dùng số liệu quý ii/2024") })
    #expect(briefing(carried).contains("quý II năm 2024"))
  }
}
