import Assessment
import Documents
import PlanModel
import Testing

/// What the briefing says of change: since when, and over which units.
@Suite struct TextChangeTests {
  /// Two districts that report a rate which is to rise; figures as `above/below`, by period.
  private func office(
    collected: Cadence, base: Target.Change.Base, in period: String, asOf: String,
    _ figures: [(period: String, above: Int)]
  ) -> ReportBuilder {
    var builder = ReportBuilder()
    builder.period = ReportBuilder.period(period)
    builder.asOf = ReportBuilder.time(asOf)
    builder.units += [
      ReportBuilder.unit("H1", "Huyện ủy 1"), ReportBuilder.unit("H2", "Huyện ủy 2"),
    ]
    builder.indicators = [
      ReportBuilder.share(
        "CT01", "Thôn tốt", .increase(Target.Change(nil, against: base)),
        .every(collected, from: nil, to: nil), collected: collected,
        carriesForward: collected == .year)
    ]
    for (period, above) in figures {
      for unit in ["H1", "H2"] {
        let receipt = builder.receive(unit, .indicator, in: ReportBuilder.period(period))
        builder.add(receipt, "CT01", above, 20)
      }
    }
    return builder
  }

  @Test("a yearly figure that is carried on is compared with the year its base was counted in")
  func yearOfTheBase() {
    let builder = office(
      collected: .year, base: .previousYear, in: "2026-Q3", asOf: "2026-10-05",
      [("2024-Q4", 10), ("2025-Q4", 12)])
    let text = briefing(builder)
    #expect(text.contains("tăng 10,0 điểm % so với năm 2024 (50,0%)"))
    #expect(text.contains("So kỳ trước: TT 1 với năm 2024."))
  }

  @Test("a half year's stock is compared with the quarter in which the one before was counted")
  func quarterOfTheBase() {
    let builder = office(
      collected: .quarter, base: .previousPeriod, in: "2025-H1", asOf: "2025-07-05",
      [("2024-Q4", 10), ("2025-Q1", 11), ("2025-Q2", 12)])
    let text = briefing(builder)
    #expect(text.contains("tăng 10,0 điểm % so với quý IV năm 2024 (50,0%)"))
    #expect(!text.contains("6 tháng cuối năm 2024"))
  }

  @Test("what is compared in the table, and what nobody has sent, is not said to be incomparable")
  func comparedAfterAReorganisation() {
    var builder = office(
      collected: .year, base: .previousYear, in: "2026-Q3", asOf: "2026-10-05",
      [("2024-Q4", 10), ("2025-Q4", 12)])
    let end = ReportBuilder.day("2026-06-30")
    builder.units.removeAll { $0.code == "H1" }
    builder.units.append(
      Unit(
        code: "H1", name: "Huyện ủy 1", kind: "huyen-uy", parent: "TU",
        validFrom: ReportBuilder.day("2020-01-01"), validTo: end,
        successors: ["X1", "X2"].map { Unit.Succession(unit: $0, share: nil) }))
    builder.units += ["X1", "X2"].map {
      Unit(
        code: $0, name: "Xã \($0)", kind: "huyen-uy", parent: "TU", validFrom: end.adding(days: 1))
    }
    builder.indicators += [
      ReportBuilder.share("CT02", "Thôn mới", nil, collected: .year, carriesForward: true),
      ReportBuilder.admissions("CT03"),
    ]
    for (unit, period) in [("H1", "2026-Q1"), ("H1", "2026-Q2"), ("H2", "2026-Q3")] {
      let receipt = builder.receive(unit, .indicator, in: ReportBuilder.period(period))
      builder.add(receipt, "CT03", 1, 100)
    }
    let text = briefing(builder)
    #expect(text.contains("So kỳ trước: TT 1 với năm 2024."), "\(text)")
    #expect(text.contains("không so sánh được do sắp xếp tổ chức: TT 3."), "\(text)")
  }

  @Test("a change is that of the two rates that are printed beside it")
  func asPrinted() {
    var builder = office(
      collected: .quarter, base: .previousPeriod, in: "2024-Q3", asOf: "2024-10-05", [])
    for (unit, quarter, above, below) in [
      ("H1", 2, 277, 2_000), ("H1", 3, 1_554, 10_000), ("H2", 3, 50, 100),
    ] {
      builder.add(
        builder.receive(unit, .indicator, in: ReportBuilder.quarter(quarter)), "CT01", above, below)
    }
    // 13.85% and 15.54%: with one digit 1.7 points between 13.9% and 15.5%
    let text = briefing(builder)
    #expect(
      text.contains("tăng 1,69 điểm % so với quý II năm 2024 (từ 13,85% lên 15,54%)"), "\(text)")
  }

  @Test("units that have fallen behind before the time has come are not said to have missed it")
  func behindIsNotMissed() {
    var builder = office(
      collected: .quarter, base: .previousPeriod, in: "2024-Q3", asOf: "2024-10-05", [])
    builder.indicators = [
      ReportBuilder.share(
        "CT01", "Tỉ lệ", .above(FixedDecimal(9, fractionDigits: 1)),
        .every(.year, from: nil, to: nil))
    ]
    // what one lacks is more than the whole does, for the other has more than it must
    for (unit, count) in [("H1", 50), ("H2", 100)] {
      builder.add(
        builder.receive(unit, .indicator, in: ReportBuilder.quarter(3)), "CT01", count, 100)
    }
    let text = briefing(builder)
    #expect(text.contains("01 đơn vị chậm tiến độ: Huyện ủy 1"), "\(text)")
    #expect(!text.contains("đơn vị chưa đạt"), "\(text)")
  }

  @Test("where there was nothing before, that is said instead of a number")
  func fromNothing() {
    var builder = office(
      collected: .quarter, base: .previousPeriod, in: "2024-Q3", asOf: "2024-10-05", [])
    builder.indicators = [
      Indicator(
        code: "CT01", clause: "II.1", name: "Số vụ", shortName: "Số vụ", unitOfMeasure: "vụ việc",
        measure: .count, numerator: "số vụ", denominator: nil, numeratorKind: .stock,
        denominatorKind: .stock, reporters: UnitSelection(kinds: ["huyen-uy"]),
        collected: .quarter,
        targets: [
          Target(
            .increase(Target.Change(nil, against: .previousPeriod)),
            .every(.quarter, from: nil, to: nil))
        ])
    ]
    for (unit, quarter, count) in [("H1", 2, 0), ("H2", 2, 0), ("H1", 3, 20), ("H2", 3, 25)] {
      builder.add(
        builder.receive(unit, .indicator, in: ReportBuilder.quarter(quarter)), "CT01", count)
    }
    let text = briefing(builder)
    #expect(text.contains("tăng 45 vụ việc (quý II năm 2024 không phát sinh)"), "\(text)")
    #expect(!text.contains("(0)"), "\(text)")
  }

  @Test(
    "that there was nothing before is said of a time only where all who had it then are there",
    arguments: [
      Target.Comparison.increase(Target.Change(nil, against: .previousPeriod)),
      .atLeast(FixedDecimal(100)),
    ])
  func nothingOfSome(_ asked: Target.Comparison) {
    var builder = office(
      collected: .quarter, base: .previousPeriod, in: "2024-Q3", asOf: "2024-10-05", [])
    builder.indicators = [
      Indicator(
        code: "CT01", clause: "II.1", name: "Số vụ", shortName: "Số vụ", unitOfMeasure: "vụ việc",
        measure: .count, numerator: "số vụ", denominator: nil, numeratorKind: .stock,
        denominatorKind: .stock, reporters: UnitSelection(kinds: ["huyen-uy"]),
        collected: .quarter, targets: [Target(asked, .every(.quarter, from: nil, to: nil))])
    ]
    // the second quarter's 17 are those of a unit that is silent now
    for (unit, quarter, count) in [("H1", 2, 0), ("H2", 2, 17), ("H1", 3, 20)] {
      builder.add(
        builder.receive(unit, .indicator, in: ReportBuilder.quarter(quarter)), "CT01", count)
    }
    let text = briefing(builder)
    #expect(!text.contains("không phát sinh"), "\(text)")
    #expect(
      text.contains("tăng 20 vụ việc so với quý II năm 2024 (từ 0 lên 20)"), "\(text)")
    #expect(text.contains("tính trên 01 đơn vị có đủ số liệu ở cả hai kỳ"), "\(text)")
  }
}
