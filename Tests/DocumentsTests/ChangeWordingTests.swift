import Assessment
import PlanModel
import Testing

@testable import Documents

/// What documents say of changes, of ways, and of the bounds of what is missing.
@Suite struct ChangeWordingTests {
  private static func indicator(
    _ target: Target, measure: Indicator.Measure = .share, code: String = "CT01"
  ) -> Indicator {
    Indicator(
      code: code, clause: "II", name: "tỉ lệ tổ chức tốt", shortName: "Tổ chức tốt",
      unitOfMeasure: "tổ chức", measure: measure, numerator: "số tốt",
      denominator: measure == .share ? "tổng số" : nil, numeratorKind: .stock,
      denominatorKind: .stock, reporters: UnitSelection(kinds: ["huyen-uy"]), collected: .quarter,
      targets: [target])
  }

  private static func change(
    _ amount: Target.Change.Amount?, _ base: Target.Change.Base = .previousPeriod
  ) -> Target.Change { Target.Change(amount, against: base) }

  private static func quarterly(_ comparison: Target.Comparison) -> Target {
    Target(comparison, .every(.quarter, from: nil, to: nil))
  }

  private static let twoPoints = FixedDecimal(2, fractionDigits: 2)

  /// The items of the briefing on the sample's six units: 200, 207, ... of which a few are not good.
  private func item(_ indicator: Indicator, missing: Set<Int> = []) throws -> String {
    let report = try #require(WorkbookSample(missing: missing, indicators: [indicator]).report())
    let items = Briefing.document(ReportContents(report)).blocks.compactMap { block -> String? in
      guard case .item(let text) = block, text.unmarked.hasPrefix("TT 1 (Tổ chức tốt): "),
        !text.contains("bình quân")
      else { return nil }
      return text.unmarked
    }
    return items.joined(separator: "\n")
  }

  @Test(arguments: [
    // 1296 of 1311 now, 1290 of 1305 before: 98.856% and 98.851%
    (
      quarterly(.increase(change(nil))),
      "TT 1 (Tổ chức tốt): kế hoạch không đặt mức; tăng 0,01 điểm % so với quý II năm 2024 (98,9%)."
    ),
    (
      quarterly(.increase(change(.by(twoPoints)))),
      // two points more than nearly all would be more than all: then all is what is asked
      "TT 1 (Tổ chức tốt): đạt 98,9% (1.296/1.311), thấp hơn 1,1 điểm % so với chỉ tiêu"
        + " (còn 15 tổ chức): Huyện ủy số 6 05, Huyện ủy số 5 04, Huyện ủy số 4 03,"
        + " Huyện ủy số 3 02, Huyện ủy số 2 01; tăng 0,01 điểm % so với quý II năm 2024 (98,9%)."
    ),
    (
      quarterly(.increase(change(nil, .previousYear))),
      "TT 1 (Tổ chức tốt): kế hoạch không đặt mức; chưa có đủ số liệu cùng kỳ năm trước để so sánh."
    ),
  ])
  func changes(target: Target, sentence: String) throws {
    let text = try item(Self.indicator(target))
    #expect(text == sentence)
  }

  @Test func aStatedBaseIsNoMeasureForSomeOfTheUnits() throws {
    let target = Self.quarterly(
      .decrease(Self.change(nil, .fixed(.init(year: 2021, FixedDecimal(1_400))))))
    let whole = try item(Self.indicator(target, measure: .count))
    #expect(
      whole.contains("kế hoạch không đặt mức; giảm 104 tổ chức (7,4%) so với năm 2021 (1.400)"))
    let text = try item(Self.indicator(target, measure: .count), missing: [1])
    #expect(
      text.hasPrefix(
        "TT 1 (Tổ chức tốt): kế hoạch không đặt mức; chưa đủ căn cứ so với năm 2021 (1.400) vì còn thiếu"
          + " số liệu; chưa đủ số liệu của 1/6 đơn vị (Huyện ủy số 2)"))
  }

  @Test func otherTargetsAreNamedWithTheirVerdicts() throws {
    let ninety = Target(.atLeast(FixedDecimal(9, fractionDigits: 1)), .by(2025))
    var indicator = Self.indicator(Self.quarterly(.atLeast(FixedDecimal(999, fractionDigits: 3))))
    indicator = Indicator(
      code: indicator.code, clause: "II", name: indicator.name, shortName: indicator.shortName,
      unitOfMeasure: indicator.unitOfMeasure, measure: .share, numerator: indicator.numerator,
      denominator: indicator.denominator, numeratorKind: .stock, denominatorKind: .stock,
      reporters: indicator.reporters, collected: .quarter, targets: [ninety] + indicator.targets)
    let text = try item(indicator)
    #expect(text.contains("thấp hơn 1,0 điểm % so với chỉ tiêu"))
    #expect(text.contains("; mức từ 90% trở lên đến hết năm 2025: đang thực hiện (98,9%)"))
    let report = try #require(WorkbookSample(indicators: [indicator]).report())
    let rows = NumberTable(try #require(DataFiles.all(of: report).first)).rows
      .filter { $0[2] == "TU" }
    #expect(rows.map { [$0[8], $0[10]] } == [["0.999", "not_met"], ["0.9", "in_progress"]])
  }

  @Test func boundsOfWhatIsMissing() throws {
    let target = Self.quarterly(.atLeast(FixedDecimal(9, fractionDigits: 1)))
    let text = try item(Self.indicator(target), missing: [1])
    // at worst 1089 of 1103 + 207, at best 1089 + 207 of them
    #expect(
      text
        == "TT 1 (Tổ chức tốt): chưa đủ căn cứ đánh giá, mới tính được 98,7% (1.089/1.103);"
        + " tăng 0,01 điểm % so với quý II năm 2024, tính trên 05 đơn vị có đủ số liệu ở cả hai kỳ;"
        + " chưa đủ số liệu của 1/6 đơn vị (Huyện ủy số 2); đơn vị đã có chiếm 83,4% số đảng viên;"
        + " tùy số liệu còn thiếu, kết quả từ 83,1% đến 98,9%.")
  }

  @Test func whatSeveralShareStandsOnceBelowWhatIsTheirOwn() throws {
    let moving = Self.quarterly(.increase(Self.change(nil)))
    let report = try #require(
      WorkbookSample(
        missing: [1],
        indicators: [
          Self.indicator(moving),
          Self.indicator(
            Self.quarterly(.atLeast(FixedDecimal(9, fractionDigits: 1))), code: "CT02"),
          Self.indicator(moving, code: "CT03"),
        ]
      ).report())
    let items = Briefing.document(ReportContents(report)).blocks.compactMap { block -> String? in
      guard case .item(let text) = block, text.unmarked.hasPrefix("TT ") else { return nil }
      return text.unmarked
    }
    let missing = "chưa đủ số liệu của 1/6 đơn vị (Huyện ủy số 2)"
    #expect(items.count { $0.contains(missing) } == 1)
    #expect(items.count { $0.contains("kế hoạch không đặt mức") } == 1)
    #expect(items.contains("TT 1, 3: kế hoạch không đặt mức."))
    // what is said of just the same indicators is one sentence
    #expect(
      items.contains {
        $0.hasPrefix(
          "TT 1 đến TT 3: so sánh tính trên 05 đơn vị có đủ số liệu ở cả hai kỳ; \(missing)")
      })
    #expect(items.contains("TT 1 (Tổ chức tốt): tăng 0,01 điểm % so với quý II năm 2024 (98,7%)."))
  }

  @Test func whatIsTheSameOfSeveralIsSaidOnce() throws {
    let target = Self.quarterly(.increase(Self.change(nil, .previousYear)))
    let all = Self.quarterly(.atLeast(FixedDecimal(1)))
    let report = try #require(
      WorkbookSample(indicators: [
        Self.indicator(target), Self.indicator(all, code: "CT02"),
        Self.indicator(target, code: "CT03"),
      ]).report())
    let items = Briefing.document(ReportContents(report)).blocks.compactMap { block -> String? in
      guard case .item(let text) = block, text.hasPrefix("TT ") else { return nil }
      return text.unmarked
    }
    #expect(
      items.last
        == "TT 1, 3: kế hoạch không đặt mức; chưa có đủ số liệu cùng kỳ năm trước để so sánh.")
    #expect(items.count == 2 && items[0].hasPrefix("TT 2 (Tổ chức tốt): "))
    let rows = Briefing.document(ReportContents(report)).blocks.compactMap { block -> [String]? in
      guard case .table(let table) = block else { return nil }
      return table.rows.first { $0[0].unmarked == "2" }
    }
    // all of it, not at least all of it
    #expect(rows.first?[2].unmarked == "100%")
  }

  @Test func boundsStandInTheWorkbookToo() throws {
    let target = Self.quarterly(.atLeast(FixedDecimal(9, fractionDigits: 1)))
    let report = try #require(
      WorkbookSample(missing: [1], indicators: [Self.indicator(target)]).report())
    let sheet = try #require(
      ConsolidatedWorkbook.sheets(of: report).first { $0.name == "Biểu 01" })
    let texts = sheet.rows.flatMap(\.cells).compactMap { cell -> String? in
      guard case .text(let text) = cell.value else { return nil }
      return text
    }
    #expect(texts.contains { $0.contains("tùy số liệu còn thiếu, kết quả từ") })
  }

  @Test func aRateOnItsWaySaysWhereItShouldBe() throws {
    let target = Target(
      .atLeast(FixedDecimal(1)), .by(2025),
      start: .init(year: 2022, FixedDecimal(99, fractionDigits: 2)))
    let text = try item(Self.indicator(target))
    // 21 of the 36 months from 99% to 100%: 99.583%
    #expect(
      text
        == "TT 1 (Tổ chức tốt): đạt 98,9% (1.296/1.311), thấp hơn 1,1 điểm % so với chỉ tiêu"
        + " (còn 15 tổ chức): Huyện ủy số 6 05, Huyện ủy số 5 04, Huyện ủy số 4 03,"
        + " Huyện ủy số 3 02, Huyện ủy số 2 01; theo lộ trình đến nay phải đạt 99,6%;"
        + " còn 05 quý, mỗi quý phải tăng ít nhất 03 tổ chức;"
        + " tăng 0,01 điểm % so với quý II năm 2024.")
  }

  @Test func narrowCells() {
    func text(_ comparison: Target.Comparison, _ isRate: Bool = true) -> String {
      Wording.target(comparison) { isRate ? $0.percentPrinted : $0.printed }
    }
    #expect(text(.increase(Self.change(.by(Self.twoPoints)))) == "+2\u{A0}đ%")
    #expect(text(.decrease(Self.change(.by(Self.twoPoints)))) == "-2\u{A0}đ%")
    #expect(text(.increase(Self.change(.by(FixedDecimal(5)))), false) == "+5")
    #expect(
      text(.decrease(Self.change(.part(FixedDecimal(1, fractionDigits: 1)))), false) == "-10%")
    #expect(text(.increase(Self.change(nil))) == "tăng")
    #expect(text(.decrease(Self.change(nil))) == "giảm")
    #expect(text(.exists, false) == ">= 1")
  }
}
