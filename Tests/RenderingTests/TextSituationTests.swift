import Assessment
import Documents
import PlanModel
import TestSupport
import Testing

/// What the documents say, and leave unsaid, in single situations.
@Suite struct TextSituationTests {
  @Test func allIsWell() {
    let builder = ReportBuilder.districts(.maintain(FixedDecimal(1)), [(20, 20), (30, 30)])
    let text = briefing(builder)
    #expect(text.contains("Trong 01 chỉ tiêu: 01 đạt."))
    #expect(text.contains("Đã nhận 2/2 biểu hợp lệ (100,0%)"))
    for absent in ["ĐỀ NGHỊ", "NGUYÊN NHÂN", "NHIỆM VỤ", "- TT 1", "chưa gồm", "Chậm hạn"] {
      #expect(!text.contains(absent), "\(absent)")
    }
    #expect(text.contains("III- CHẾ ĐỘ BÁO CÁO"))
    #expect(letters(builder).isEmpty)
  }

  @Test func nothingAtAll() {
    let text = briefing(ReportBuilder())
    #expect(!text.contains("I- "))
    #expect(text.contains("BÁO CÁO"))
  }

  @Test func aBoardThatSendsFiguresIsNoCommittee() {
    var builder = ReportBuilder.districts(nil, [(1, 2)])
    builder.units.append(ReportBuilder.unit("BNC", "Ban Nội chính", kind: "ban-dang"))
    builder.indicators.append(
      Indicator(
        code: "CT02", clause: "II.2", name: "Đơn thư", shortName: "Đơn thư", unitOfMeasure: "đơn",
        measure: .count, numerator: "số đơn", denominator: nil, numeratorKind: .stock,
        denominatorKind: .stock, reporters: UnitSelection(kinds: ["ban-dang"]),
        collected: .quarter))
    #expect(briefing(builder).contains("Biểu số 01 (số liệu chỉ tiêu): 1/2 đơn vị"))
  }

  @Test func noticeOnlyWhenGiven() {
    var builder = ReportBuilder.districts(nil, [(1, 2)])
    builder.notice = nil
    #expect(!briefing(builder).contains("SỐ LIỆU MINH HỌA"))
  }

  @Test func roundingDoesNotContradictTheVerdict() {
    let ninety = ReportBuilder.percent(90)
    let text = briefing(ReportBuilder.districts(.above(ninety), [(2249, 2500)]))
    #expect(text.contains("đạt 89,96% (2.249/2.500)"))
    #expect(text.contains("(còn 02 thôn)"))
    let exactly = briefing(ReportBuilder.districts(.above(ninety), [(90, 100)]))
    #expect(exactly.contains("bằng mức 90% nhưng chưa vượt qua (còn 01 thôn)"))
  }

  @Test func tooMuchOfWhatShouldBeLittle() {
    let text = briefing(ReportBuilder.districts(.atMost(ReportBuilder.percent(5)), [(12, 100)]))
    #expect(text.contains("ở mức 12,0% (12/100), cao hơn 7,0 điểm % so với mức không quá 5%"))
  }

  @Test func whereItFallsShortIsNamedOnlyWhenItAddsUp() {
    let whole = briefing(
      ReportBuilder.districts(.maintain(FixedDecimal(1)), [(18, 20), (20, 20), (17, 20)]))
    #expect(whole.contains("(còn 05 thôn): Huyện ủy 2 03, Huyện ủy 0 02."))
    let part = briefing(
      ReportBuilder.districts(.above(ReportBuilder.percent(90)), [(10, 20), (20, 20)]))
    #expect(part.contains("; 01 đơn vị chưa đạt: Huyện ủy 0."))
    #expect(part.contains("Chỉ đạo các đơn vị chưa đạt (Huyện ủy 0) hoàn thành phần còn thiếu"))
  }

  /// Districts with cases of which there should be none, or few.
  private func cases(_ comparison: Target.Comparison, _ counts: [Int]) -> String {
    var builder = ReportBuilder.districts(nil, counts.map { _ in nil })
    builder.indicators = [
      Indicator(
        code: "CT01", clause: "II.1", name: "Số vụ", shortName: "Khiếu kiện", unitOfMeasure: "vụ",
        measure: .count, numerator: "số vụ", denominator: nil, numeratorKind: .flow,
        denominatorKind: .flow, reporters: UnitSelection(kinds: ["huyen-uy"]), collected: .quarter,
        targets: [Target(comparison, .every(.quarter, from: nil, to: nil))])
    ]
    for (number, count) in counts.enumerated() {
      builder.add(builder.receive("H\(number)", .indicator), "CT01", count)
    }
    return briefing(builder)
  }

  @Test func whoseFiguresMakeTooMuchIsNamedAndAsked() {
    let none = cases(.exactly(.zero), [3, 0, 5])
    #expect(
      none.contains("ở mức 08 vụ, ngoài mức phấn đấu 0, trong đó Huyện ủy 2 05, Huyện ủy 0 03."))
    #expect(
      none.contains(
        "Yêu cầu Huyện ủy 2, Huyện ủy 0 báo cáo nguyên nhân và biện pháp khắc phục đối với số vụ"
          + " thuộc chỉ tiêu TT 1 (Khiếu kiện) trong quý IV năm 2024."))
    let few = cases(.atMost(FixedDecimal(3)), [4])
    #expect(few.contains("ở mức 04 vụ, ngoài mức phấn đấu không quá 3, trong đó Huyện ủy 0 04."))
    let enough = cases(.exactly(.zero), [0, 0])
    #expect(!enough.contains("ngoài mức") && !enough.contains("ĐỀ NGHỊ"))
  }

  @Test func aUnitThatHasEndedIsNamedAsSuch() {
    var builder = ReportBuilder.districts(
      .above(ReportBuilder.percent(90)), [(10, 20), (20, 20), (5, 20)])
    builder.indicators = [
      ReportBuilder.share(
        "CT01", "Thôn có chi bộ", .above(ReportBuilder.percent(90)),
        .every(.year, from: nil, to: nil), collected: .year, carriesForward: true)
    ]
    builder.period = ReportBuilder.quarter(3, 2025)
    builder.asOf = ReportBuilder.time("2025-10-05")
    builder.receipts = []
    builder.book = FigureBook()
    builder.units.removeAll { $0.code == "H2" }
    builder.units.append(
      Unit(
        code: "H2", name: "Huyện ủy 2", kind: "huyen-uy", parent: "TU",
        validFrom: ReportBuilder.day("2020-01-01"), validTo: ReportBuilder.day("2025-06-30")))
    for (unit, above) in [("H0", 10), ("H1", 20), ("H2", 5)] {
      builder.add(
        builder.receive(unit, .indicator, in: ReportBuilder.quarter(4)), "CT01", above, 20)
    }
    let text = briefing(builder)
    #expect(text.contains("Huyện ủy 2 (đã kết thúc hoạt động)"), "\(text)")
    #expect(text.contains("Yêu cầu Huyện ủy 0 báo cáo nguyên nhân"), "\(text)")
  }

  @Test func theSummarySaysOfWhichKindTheRestIs() {
    var builder = ReportBuilder.districts(.maintain(FixedDecimal(1)), [(10, 20)])
    builder.indicators = (1...30).map {
      ReportBuilder.share("CT\($0)", "Thôn loại \($0)", .maintain(FixedDecimal(1)))
    }
    let receipt = builder.receipts[0]
    for indicator in builder.indicators.dropFirst() { builder.add(receipt, indicator.code, 1, 2) }
    let summary = Summary.onOnePage(builder.report)
    let text = printed(summary).flattened
    #expect(text.contains(/chỉ tiêu (khác )?chưa đạt, nêu tại Báo cáo/), "\(text)")
  }

  @Test func missingUnitsAreNamed() {
    let text = briefing(ReportBuilder.districts(.maintain(FixedDecimal(1)), [(20, 20), nil]))
    #expect(text.contains("chưa đủ số liệu của 1/2 đơn vị (Huyện ủy 1)"))
    #expect(text.contains("Chưa đủ căn cứ: số liệu còn thiếu"))
    #expect(text.contains("SL 1/2"))
  }

  @Test func noDataAndNoTarget() {
    #expect(
      briefing(ReportBuilder.districts(.maintain(FixedDecimal(1)), [nil])).contains(
        "TT 1 (Thôn có chi bộ): chưa có số liệu."))
    // the summary's table says it once
    let page = printed(
      Summary.onOnePage(
        ReportBuilder.districts(.maintain(FixedDecimal(1)), [nil]).report)
    ).flattened
    #expect(page.contains("Trong 01 chỉ tiêu: 01 chưa có số liệu."), "\(page)")
    #expect(!page.contains("TT 1: chưa có số liệu"), "\(page)")
    // a statistic stands in the table alone: there is nothing to fall short of
    let statistic = briefing(ReportBuilder.districts(nil, [(1, 2)]))
    #expect(statistic.contains("|Không"))
    #expect(!statistic.contains("- TT 1"))
  }

  @Test func formsNotYetDueAreNotChased() {
    var builder = ReportBuilder.districts(.maintain(FixedDecimal(1)), [nil])
    builder.asOf = ReportBuilder.time("2024-09-16T10:00")
    #expect(letters(builder).isEmpty)
    let text = briefing(builder)
    #expect(text.contains("Chưa gửi (chưa đến hạn): Huyện ủy 0 (Biểu số 01)."))
    #expect(!text.contains("ĐỀ NGHỊ"))
  }

  @Test func afterNineMonthsComesTheLastQuarter() {
    var builder = ReportBuilder.small
    builder.period = ReportBuilder.period("2024-9M")
    let text = briefing(builder)
    #expect(
      text.contains(
        "chậm 05 đảng viên so với tiến độ 9/12 tháng (68); quý IV năm 2024 phải thực hiện ít nhất"
          + " 27 đảng viên; 01 đơn vị chậm tiến độ"), "\(text)")
    #expect(text.contains("03 quý đã qua, bình quân mỗi quý 21 đảng viên; quý còn lại cần 27"))
    #expect(
      text.contains("chỉ tiêu TT 3 (Kết nạp đảng viên): trong quý IV năm 2024 không dưới 27"))
    #expect(text.contains("hoàn thành 01 nhiệm vụ quá hạn trong quý IV năm 2024"))
    #expect(!text.contains("riêng 9 tháng"))
    builder.period = ReportBuilder.period("2024-H1")
    builder.asOf = ReportBuilder.time("2024-07-05")
    let half = briefing(builder)
    #expect(
      half.contains("6 tháng cuối năm 2024 phải thực hiện ít nhất 48 đảng viên, nhiều hơn 06"))
    #expect(!half.contains("riêng 6 tháng"))
  }

  @Test func anEstimateOfAmountsHasTheirDecimals() {
    var builder = ReportBuilder.districts(nil, [nil])
    builder.indicators = [ReportBuilder.amount("CT01", atLeast: 100)]
    for quarter in 1...3 {
      builder.book.add(
        Figure(
          plan: "KH", indicator: "CT01", row: 2,
          numerator: .value(FixedDecimal(124, fractionDigits: 1)), denominator: .blank, note: ""),
        of: builder.receive("H0", .indicator, in: ReportBuilder.quarter(quarter)))
    }
    #expect(briefing(builder).contains("ước cả năm đạt 49,6/100 triệu đồng, không đạt chỉ tiêu"))
  }

  @Test func silenceIsCountedInTheFormsOwnPeriods() {
    var builder = ReportBuilder.districts(.maintain(FixedDecimal(1)), [nil])
    builder.asOf = ReportBuilder.time("2025-01-20")
    builder.period = ReportBuilder.period("2024")
    for quarter in 1...2 {
      builder.add(
        builder.receive("H0", .indicator, in: ReportBuilder.quarter(quarter)), "CT01", 20, 20)
    }
    let text = briefing(builder)
    #expect(text.contains("giải trình việc 02 quý liên tiếp chưa có Biểu số 01 hợp lệ"), "\(text)")
  }

  @Test func aReturnedFormHasTheTimeItsSlipGives() {
    var builder = ReportBuilder.districts(.maintain(FixedDecimal(1)), [nil])
    builder.receive("H0", .indicator, "2024-10-04T08:00", state: .returned, errors: 2)
    #expect(letters(builder).isEmpty)
    builder.asOf = ReportBuilder.time("2024-10-09")
    let sent = letters(builder)
    #expect(sent.keys.sorted() == ["H0", "cong-van"])
    #expect(sent["cong-van"]?.contains("Kính gửi: Huyện ủy 0.") == true)
    #expect(
      sent["H0"]?.contains("trước 17 giờ 00 ngày 11/10/2024 (thứ Sáu)") == true)
  }

  @Test func thePeriodOfEveryKindIsNamed() {
    for (code, text) in [
      ("2024-09", "tháng 9 năm 2024"), ("2024-H1", "6 tháng đầu năm 2024"), ("2024", "năm 2024"),
    ] {
      var builder = ReportBuilder.districts(nil, [(1, 2)])
      builder.period = ReportBuilder.period(code)
      builder.cadence = builder.period.cadence ?? .quarter
      let lines = printed(Briefing.document(ReportContents(builder.report))).split(separator: "\n")
      #expect(lines.contains { $0.drop { $0 == " " } == text }, "\(code)")
    }
  }

  @Test func aRowWithoutAFigureIsNoFigureThatCame() throws {
    var builder = ReportBuilder.districts(nil, [nil, (1, 2)])
    builder.indicators.append(ReportBuilder.share("CT02", "Thôn mới", nil))
    let before = builder.report
    let receipt = builder.receive("H0", .indicator)
    builder.add(receipt, "CT01", 1, 2)
    builder.add(receipt, "CT02", nil)
    var report = builder.report
    report.correction = Correction(
      previous: 1, previousAsOf: builder.asOf,
      comparison: EditionComparison(
        from: before.assessment.input, to: report.assessment.input),
      changedFiles: [], affected: [])
    let notice = try #require(CorrectionNotice.document(report))
    let text = printed(notice).flattened
    #expect(text.contains("có 01 số liệu bổ sung, cụ thể"), "\(text)")
    #expect(!text.contains("(trống)"))
  }

  @Test func identicalCausesAreCounted() {
    var builder = ReportBuilder.districts(.maintain(FixedDecimal(1)), [])
    for (number, note) in ["thiếu nguồn", "Thiếu  nguồn", "", "\"ở\" xa"].enumerated() {
      builder.units.append(ReportBuilder.unit("H\(number)", "Huyện ủy \(number)"))
      builder.add(builder.receive("H\(number)", .indicator), "CT01", 1, 2, note: note)
    }
    let text = briefing(builder)
    #expect(
      text.contains(
        "04 đơn vị chưa đạt; 02 đơn vị ghi \"thiếu nguồn\" (Huyện ủy 0, Huyện ủy 1); Huyện ủy 3 ghi"
          + " \"'ở' xa\"; 01 đơn vị không ghi chú."))
  }

  @Test func causesOfALongerReportAreThoseOfItsLastFigures() {
    var builder = ReportBuilder.districts(.maintain(FixedDecimal(1)), [nil, nil])
    builder.period = ReportBuilder.period("2024-H1")
    builder.asOf = ReportBuilder.time("2024-07-05")
    builder.tasks = [
      ReportBuilder.task(
        "V.8-01", "kiện toàn tổ chức", lead: .each(UnitSelection(kinds: ["huyen-uy"])),
        .on(ReportBuilder.day("2024-05-31")))
    ]
    for (unit, quarter, note) in [
      ("H0", 1, "chưa rà soát"), ("H0", 2, "thiếu nguồn"), ("H1", 1, "địa bàn rộng"),
    ] {
      let period = ReportBuilder.quarter(quarter)
      let receipt = builder.receive(unit, .indicator, "2024-0\(quarter * 3)-15T09:00", in: period)
      builder.add(receipt, "CT01", 1, 2, note: note)
    }
    builder.add(
      builder.receive("H1", .task, "2024-06-15T09:00", in: ReportBuilder.quarter(2)),
      task: "V.8-01", .inProgress, note: "chờ nhân sự")
    let text = briefing(builder)
    #expect(text.contains("Huyện ủy 0 ghi \"thiếu nguồn\""), "\(text)")
    #expect(!text.contains("chưa rà soát"), "\(text)")
    #expect(text.contains("Nhiệm vụ V.8-01: Huyện ủy 1 ghi \"chờ nhân sự\"."), "\(text)")
  }

  @Test func tasksAreCountedByRowAndByTask() {
    var builder = ReportBuilder.districts(nil, [(1, 2), (1, 2), (1, 2)])
    builder.tasks = [
      ReportBuilder.task(
        "V.8-01", "kiện toàn tổ chức", lead: .each(UnitSelection(kinds: ["huyen-uy"])),
        .on(ReportBuilder.day("2024-09-30")))
    ]
    let receipt = builder.receive("H1", .task)
    builder.add(receipt, task: "V.8-01", .done, on: "2024-09-15")
    let text = briefing(builder)
    #expect(text.contains("Trong 03 đầu việc của 01 nhiệm vụ"))
    #expect(text.contains("01 hoàn thành đúng hạn; 02 quá hạn."))
    #expect(text.contains("Đã hoàn thành 1/3 đầu việc đến hạn (33,3%)."))
    #expect(text.contains("Yêu cầu hoàn thành 01 nhiệm vụ quá hạn trong quý IV năm 2024:"))
    #expect(text.contains("Chưa có báo cáo nào về: V.8-01 (Huyện ủy 0, Huyện ủy 2)."))
  }
}
