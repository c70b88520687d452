import Assessment
import Documents
import PlanModel
import Testing

/// To whom proposals are addressed, and what they ask of them.
@Suite struct TextProposalTests {
  private func summary(_ builder: ReportBuilder) -> String {
    printed(Summary.onOnePage(builder.report)).flattened
  }

  @Test func aUnitIsAskedForItsOwnPartOfTheGap() {
    var builder = ReportBuilder.districts(
      .exactly(FixedDecimal(1)), [nil, nil, nil], schedule: .by(2024))
    builder.period = ReportBuilder.period("2024")
    builder.asOf = ReportBuilder.time("2025-01-05")
    for (unit, quarter, above) in [("H0", 4, 20), ("H1", 4, 18), ("H2", 3, 15)] {
      let period = ReportBuilder.quarter(quarter)
      builder.add(builder.receive(unit, .indicator, in: period), "CT01", above, 20)
    }
    let text = briefing(builder)
    #expect(text.contains("(còn 07 thôn)"), "\(text)")
    #expect(
      text.contains(
        "Chỉ đạo Huyện ủy 1 hoàn thành phần còn thiếu (02 thôn) của chỉ tiêu TT 1 (Thôn có chi bộ)"
          + " trong năm 2025; 05 thôn còn lại theo số liệu kỳ trước của 01 đơn vị chưa có số liệu"
          + " kỳ này."), "\(text)")
  }

  /// The small office, whose second district and board were merged into others in the new year.
  private var merged: ReportBuilder {
    var builder = ReportBuilder.small
    let heirs = [
      "H2": ReportBuilder.unit("X2", "Đảng ủy xã Suối Cát", kind: "xa"),
      "BTC": ReportBuilder.unit("BTGDV", "Ban Tuyên giáo và Dân vận Tỉnh ủy", kind: "ban-dang"),
    ]
    builder.units = builder.units.map { unit in
      guard let heir = heirs[unit.code] else { return unit }
      return Unit(
        code: unit.code, name: unit.name, kind: unit.kind, parent: unit.parent,
        validFrom: unit.validFrom, validTo: ReportBuilder.day("2024-12-31"),
        successors: [.init(unit: heir.code, share: nil)], members: unit.members)
    }
    builder.units += ["H2", "BTC"].compactMap { heirs[$0] }.map { unit in
      Unit(
        code: unit.code, name: unit.name, kind: unit.kind, parent: unit.parent,
        validFrom: ReportBuilder.day("2025-01-01"))
    }
    builder.asOf = ReportBuilder.time("2025-02-05")
    return builder
  }

  @Test func whoeverTookOverIsAsked() {
    let text = briefing(merged)
    let board = "Ban Tuyên giáo và Dân vận Tỉnh ủy (kế thừa Ban Dân vận Tỉnh ủy)"
    #expect(
      text.contains("Chỉ đạo \(board) hoàn thành biểu số liệu quý III năm 2024 trước"), "\(text)")
    #expect(
      text.contains(
        "Chỉ đạo Đảng ủy xã Suối Cát (kế thừa Huyện ủy Suối Cát) hoàn thành phần còn thiếu"
          + " (02 thôn)"), "\(text)")
    #expect(text.contains("\(board) (V.1-01)."), "\(text)")
    let asked = text.ranges(of: "ĐỀ NGHỊ").last.map { text[$0.upperBound...] } ?? ""
    #expect(!asked.contains("Chỉ đạo Huyện ủy Suối Cát"), "\(text)")
  }

  @Test func whoTookOverFromSeveralIsAskedOnce() {
    var builder = merged
    builder.units = builder.units.map { unit in
      guard unit.code == "H1" else { return unit }
      return Unit(
        code: unit.code, name: unit.name, kind: unit.kind, parent: unit.parent,
        validFrom: unit.validFrom, validTo: ReportBuilder.day("2024-12-31"),
        successors: [.init(unit: "X2", share: nil)], members: unit.members)
    }
    let receipt = builder.receive("H1", .indicator, revision: 2)
    builder.add(receipt, "CT02", 19, 20)
    let text = briefing(builder)
    #expect(
      text.contains("Đảng ủy xã Suối Cát (kế thừa Huyện ủy Suối Cát, Huyện ủy Đá Bạc) hoàn thành"),
      "\(text)")
  }

  @Test func bodiesThatTookOverTogetherAreCountedEach() {
    var builder = ReportBuilder.districts(
      .maintain(FixedDecimal(1)), Array(repeating: (18, 20), count: 15))
    let parts = ["A", "B"]
    let districts = builder.units.filter { $0.code != "TU" }
    builder.units = builder.units.map { unit in
      guard unit.code != "TU" else { return unit }
      return Unit(
        code: unit.code, name: unit.name, kind: unit.kind, parent: unit.parent,
        validFrom: unit.validFrom, validTo: ReportBuilder.day("2024-12-31"),
        successors: parts.map { .init(unit: unit.code + $0, share: nil) }, members: unit.members)
    }
    builder.units += districts.flatMap { unit in
      parts.map {
        Unit(
          code: unit.code + $0, name: "Đảng ủy xã \(unit.code)\($0)", kind: "xa", parent: "TU",
          validFrom: ReportBuilder.day("2025-01-01"))
      }
    }
    builder.asOf = ReportBuilder.time("2025-02-05")
    let text = briefing(builder)
    // twelve districts are named by the two communes that took over from each, three are not
    #expect(
      text.contains("Chỉ đạo 30 đơn vị (Đảng ủy xã H0A, Đảng ủy xã H0B (kế thừa Huyện ủy 0), "),
      "\(text)")
    #expect(
      text.contains("(kế thừa Huyện ủy 11) và 06 đơn vị khác) hoàn thành phần còn thiếu"), "\(text)"
    )
  }

  @Test func bodiesThatLeadATaskTogetherAreCountedEach() {
    var builder = ReportBuilder.districts(.maintain(FixedDecimal(1)), [(20, 20)])
    builder.tasks = (1...15).map { number in
      ReportBuilder.task(
        "V.1-\(number)", "xây dựng quy chế", lead: .units(["A\(number)", "B\(number)"]),
        .on(ReportBuilder.day("2024-03-31")))
    }
    let text = briefing(builder)
    #expect(text.contains("Yêu cầu hoàn thành 15 nhiệm vụ quá hạn"), "\(text)")
    #expect(text.contains("A12, B12 (V.1-12) và 06 đơn vị khác."), "\(text)")
  }

  @Test func whoIsBehindInASumIsNamedAndAsked() {
    var builder = ReportBuilder.small
    builder.units.append(ReportBuilder.unit("H3", "Huyện ủy Vĩnh Hà", members: 1000))
    for quarter in 1...3 {
      let receipt = builder.receive(
        "H3", .indicator, "2024-0\(quarter * 3)-16T09:00", in: ReportBuilder.quarter(quarter))
      builder.add(receipt, "CT01", 20, 20)
      builder.add(receipt, "CT02", 20, 20)
      builder.add(receipt, "CT03", 6, 1000)
    }
    let text = briefing(builder)
    #expect(
      text.contains(
        "; 02 đơn vị chậm tiến độ, số còn thiếu so với mức phải đạt cả năm: Huyện ủy Suối Cát 27,"
          + " Huyện ủy Vĩnh Hà 12."), "\(text)")
    #expect(
      text.contains(
        "trong quý IV năm 2024 không dưới 39 đảng viên; yêu cầu Huyện ủy Suối Cát, Huyện ủy Vĩnh Hà"
          + " có biện pháp khắc phục việc chậm tiến độ."), "\(text)")
    #expect(summary(builder).contains("không dưới 39 đảng viên. "), "\(summary(builder))")
  }

  @Test func nothingIsAskedOfWhoeverLeftNobody() {
    var builder = merged
    builder.units = builder.units.map { unit in
      Unit(
        code: unit.code, name: unit.name, kind: unit.kind, parent: unit.parent,
        validFrom: unit.validFrom, validTo: unit.validTo, members: unit.members)
    }
    let text = briefing(builder)
    #expect(!text.contains("hoàn thành biểu số liệu"), "\(text)")
    #expect(!text.contains("hoàn thành phần còn thiếu"), "\(text)")
    #expect(!text.contains("Yêu cầu hoàn thành"), "\(text)")
    #expect(
      text.contains(
        "Giao cơ quan chủ trì mới cho 03 nhiệm vụ của đơn vị đã kết thúc hoạt động, chưa xác định"
          + " đơn vị kế thừa: V.1-01, V.1-02, V.1-03."), "\(text)")
    // what each district owed is nobody else's
    builder.tasks.append(
      ReportBuilder.task(
        "V.1-04", "lập kế hoạch riêng", lead: .each(UnitSelection(kinds: ["huyen-uy"])), .unstated))
    #expect(briefing(builder).contains("đơn vị kế thừa: V.1-01, V.1-02, V.1-03."))
    #expect(!briefing(merged).contains("Giao cơ quan chủ trì mới"))
  }

  /// Behind the plan's last period nobody reports on it any more.
  @Test func nothingIsPutOffToAPeriodThatThePlanHasNot() {
    var builder = ReportBuilder.small
    builder.period = ReportBuilder.quarter(4)
    builder.asOf = ReportBuilder.time("2025-01-05")
    for unit in ["H1", "H2"] {
      let receipt = builder.receive(unit, .indicator, "2024-12-16T09:00")
      builder.add(receipt, "CT01", 20, 20)
      builder.add(receipt, "CT02", unit == "H1" ? 20 : 18, 20)
      builder.add(receipt, "CT03", 1, 1000)
    }
    #expect(briefing(builder).contains("trong quý I năm 2025"))
    builder.lastYear = 2024
    let text = briefing(builder)
    #expect(!text.contains("quý I năm 2025"), "\(text)")
    let moment = "trước 17 giờ 00 ngày 07/01/2025"
    #expect(
      text.contains(
        "Yêu cầu Huyện ủy Suối Cát báo cáo nguyên nhân chưa đạt chỉ tiêu TT 2 (Thôn có chi bộ)"
          + " và hướng xử lý \(moment)."), "\(text)")
    #expect(
      text.contains(
        "Yêu cầu báo cáo nguyên nhân và hướng xử lý đối với 01 nhiệm vụ quá hạn"
          + " \(moment): Ban Dân vận Tỉnh ủy (V.1-01)."), "\(text)")
    // while the plan runs there is a period to come, also in a report on an earlier one
    builder.period = ReportBuilder.quarter(3)
    builder.asOf = ReportBuilder.time("2024-10-05")
    #expect(briefing(builder).contains("trong quý IV năm 2024"))
  }

  /// Of a register that several keep, the unit whose figure is the newest answers for the number.
  @Test(arguments: [
    (
      Target.Comparison.atMost(FixedDecimal(5)), "theo số liệu mới nhất của Huyện ủy Đá Bạc",
      "Yêu cầu Huyện ủy Đá Bạc báo cáo nguyên nhân và biện pháp khắc phục đối với số vụ"
    ),
    (
      .atLeast(FixedDecimal(50)), "đạt 8/50 vụ",
      "Chỉ đạo Huyện ủy Đá Bạc hoàn thành phần còn thiếu (42 vụ)"
    ),
  ])
  func theNewestFigureHasItsUnit(
    _ comparison: Target.Comparison, _ said: String, _ asked: String
  ) {
    var builder = ReportBuilder.small
    builder.indicators = [
      Indicator(
        code: "CT09", clause: "II.2", name: "Vụ việc còn lại", shortName: "Vụ việc còn lại",
        unitOfMeasure: "vụ", measure: .count, numerator: "số vụ", denominator: nil,
        numeratorKind: .stock, denominatorKind: .stock, combination: .last,
        reporters: UnitSelection(kinds: ["huyen-uy"]), collected: .quarter,
        targets: [Target(comparison, .every(.quarter, from: nil, to: nil))])
    ]
    builder.add(builder.receive("H2", .indicator, "2024-09-14T09:00"), "CT09", 3)
    builder.add(builder.receive("H1", .indicator, "2024-09-15T09:00"), "CT09", 8)
    let text = briefing(builder)
    #expect(text.contains(said), "\(text)")
    #expect(text.contains(asked), "\(text)")
  }

  /// So much for each is no sum: what units have above the line is no part of it.
  @Test(arguments: [Indicator.Combination.sum, .max])
  func anAverageHasNoParts(_ combination: Indicator.Combination) {
    var builder = ReportBuilder.small
    builder.indicators = [
      Indicator(
        code: "CT09", clause: "II.2", name: "Chi phí", shortName: "Chi phí",
        unitOfMeasure: "triệu đồng", measure: .amount, numerator: "chi", denominator: "số lớp",
        numeratorKind: .flow, denominatorKind: .flow, combination: combination,
        reporters: UnitSelection(kinds: ["huyen-uy"]), collected: .quarter,
        targets: [Target(.atMost(FixedDecimal(5)), .every(.quarter, from: nil, to: nil))])
    ]
    builder.add(builder.receive("H1", .indicator), "CT09", 90, 10)
    builder.add(builder.receive("H2", .indicator), "CT09", 8, 4)
    let text = briefing(builder)
    #expect(text.contains("ngoài mức phấn đấu không quá 5."), "\(text)")
    #expect(
      text.contains("Yêu cầu Huyện ủy Đá Bạc báo cáo nguyên nhân chưa đạt chỉ tiêu TT 1"),
      "\(text)")
  }

  @Test func aShortenedListIsInTheTableOfSubmissions() {
    let builder = ReportBuilder.districts(
      .maintain(FixedDecimal(1)), [(10, 10), (10, 10)] + Array(repeating: nil, count: 18))
    let text = briefing(builder)
    #expect(text.contains("và 06 đơn vị khác."), "\(text)")
    let asked =
      "Chỉ đạo 18 đơn vị chưa có đủ biểu hợp lệ (danh sách tại Biểu 04 kèm theo) hoàn thành biểu"
    #expect(text.contains(asked), "\(text)")
    #expect(summary(builder).contains(asked), "\(summary(builder))")
    let few = ReportBuilder.districts(.maintain(FixedDecimal(1)), [(10, 10), nil, nil, nil])
    #expect(briefing(few).contains("Chỉ đạo 03 đơn vị chưa có đủ biểu hợp lệ nêu tại mục III hoàn"))
  }

  @Test func whatIsOverItsLevelIsNotShortOfIt() {
    let most = briefing(
      ReportBuilder.districts(
        .atMost(ReportBuilder.percent(5)), [(6, 100)], schedule: .every(.year, from: nil, to: nil)))
    #expect(most.contains("01 chậm tiến độ"), "\(most)")
    #expect(
      most.contains(
        "Yêu cầu Huyện ủy 0 báo cáo nguyên nhân chỉ tiêu TT 1 (Thôn có chi bộ) đang vượt mức không"
          + " quá 5% và biện pháp khắc phục trong quý IV năm 2024."), "\(most)")
    let about = briefing(
      ReportBuilder.districts(
        .about(ReportBuilder.percent(30), tolerance: ReportBuilder.percent(2)), [(33, 100)],
        schedule: .every(.year, from: nil, to: nil)))
    #expect(about.contains("| +1,0 đ%"), "\(about)")
    #expect(about.contains("đang vượt mức khoảng 30% và biện pháp khắc phục"), "\(about)")
    #expect(!about.contains("nguyên nhân chưa đạt"), "\(about)")
    let missed = briefing(ReportBuilder.districts(.atMost(ReportBuilder.percent(5)), [(6, 100)]))
    #expect(missed.contains("báo cáo nguyên nhân chưa đạt chỉ tiêu TT 1"), "\(missed)")
  }

  @Test func theFormsThatLackAreNamedByTheirPeriods() {
    var builder = ReportBuilder.districts(.maintain(FixedDecimal(1)), [nil, nil])
    builder.period = ReportBuilder.period("2024-9M")
    for (unit, quarters) in [("H0", [1, 2, 3]), ("H1", [1, 3])] {
      for quarter in quarters {
        let period = ReportBuilder.quarter(quarter)
        let receipt = builder.receive(
          unit, .indicator, "2024-0\(quarter * 3)-15T09:00", in: period)
        builder.add(receipt, "CT01", 20, 20)
      }
    }
    let text = briefing(builder)
    #expect(
      text.contains(
        "Chỉ đạo Huyện ủy 1 hoàn thành biểu số liệu còn thiếu của quý II năm 2024 trước"),
      "\(text)")
    builder.add(
      builder.receive("H1", .indicator, "2024-06-15T09:00", in: ReportBuilder.quarter(2)), "CT01",
      20, 20)
    #expect(!briefing(builder).contains("còn thiếu của"))
  }

  @Test func halfYearsAreNamedInFull() {
    var builder = ReportBuilder()
    builder.cadence = .half
    builder.period = ReportBuilder.period("2024")
    builder.asOf = ReportBuilder.time("2025-01-05")
    builder.indicators = [
      ReportBuilder.share(
        "CT01", "Thôn có chi bộ", .maintain(FixedDecimal(1)), .every(.half, from: nil, to: nil),
        collected: .half)
    ]
    builder.units.append(ReportBuilder.unit("H0", "Huyện ủy 0"))
    builder.add(
      builder.receive("H0", .indicator, "2024-06-15T09:00", in: ReportBuilder.period("2024-H1")),
      "CT01", 20, 20)
    let text = briefing(builder)
    #expect(
      text.contains("của các kỳ 6 tháng đầu năm 2024, 6 tháng cuối năm 2024."), "\(text)")
    #expect(!text.contains("tháng cuối/2024") && !text.contains("tháng đầu/2024"), "\(text)")
  }

  @Test func aBodyOutsideTheRegisterIsAskedForItsTask() {
    var builder = ReportBuilder.districts(.maintain(FixedDecimal(1)), [(20, 20)])
    builder.tasks = [
      ReportBuilder.task(
        "V.1-01", "xây dựng quy chế", lead: .units(["VPTU"]),
        .on(ReportBuilder.day("2024-03-31")))
    ]
    let text = briefing(builder)
    #expect(text.contains("Yêu cầu hoàn thành 01 nhiệm vụ quá hạn"), "\(text)")
    #expect(text.contains("VPTU (V.1-01)"), "\(text)")
  }
}
