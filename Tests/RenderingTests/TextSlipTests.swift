import Assessment
import Documents
import PlanModel
import Testing

/// What feedback slips ask, quote and leave unsaid.
@Suite struct TextSlipTests {
  @Test func twoSlipsOfOneUnitShareAFile() throws {
    var builder = ReportBuilder.small
    let second = builder.receive("BTC", .indicator, state: .accepted)
    builder.reviews.append(
      SubmissionReview(
        receipt: second,
        findings: [
          Finding(
            code: "c", severity: .explain, subject: "CT01", message: "",
            problem: "Tăng nhiều hơn kỳ trước")
        ], normalisations: []))
    let slips = builder.slips
    #expect(slips.count == 1)
    let text = printed(try #require(slips.first).document)
    #expect(text.split(separator: String(repeating: "=", count: 80)).count == 2)
    #expect(text.contains("Phiếu số 01"))
    // nobody expected it: behind the three that were
    #expect(text.contains("Phiếu số 04"))
    #expect(text.contains("A- NỘI DUNG CẦN GIẢI TRÌNH"))
    #expect(text.flattened.contains("1. Toàn bộ tệp: chỉ tiêu CT01 (Thôn có đảng viên): Tăng"))
    #expect(text.contains("ĐÃ TIẾP NHẬN: 01 nội dung cần giải trình; 04 dòng"))
  }

  @Test func slipsQuoteOnlyWhatStandsInACell() throws {
    func finding(_ code: String, _ subject: String?, _ value: String) -> Finding {
      Finding(
        code: code, severity: .explain, place: Finding.Place(row: 5), subject: subject,
        plan: "KH", value: value, message: "", problem: "Số \(value) lạ")
    }
    var builder = ReportBuilder.small
    builder.reviews = [
      SubmissionReview(
        receipt: try #require(builder.receipts.last),
        findings: [
          finding("far-from-peers", "CT03", "77,5%"), finding("far-from-peers", "CT01", "54,7%"),
          finding("denominator-jump", "CT01", "1514"), finding("report-copied", nil, "13"),
          finding("percent-fell", "V.1-03", "40"),
        ], normalisations: [])
    ]
    let slip = try #require(builder.slips.first)
    let text = printed(slip.document).flattened
    #expect(text.contains("số tính được 9 tháng năm 2024: Số 77,5% lạ"), "\(text)")
    #expect(text.contains("số tính được quý III năm 2024: Số 54,7% lạ"))
    #expect(text.contains("(Thôn có đảng viên): Số 1514 lạ"))
    #expect(text.contains("đã ghi \"40\""))
    #expect(text.ranges(of: "đã ghi").count == 1)
  }

  @Test func whatSeveralPlansAskIsAskedOnce() throws {
    func finding(_ code: String) -> Finding {
      Finding(code: code, severity: .explain, message: "", problem: code)
    }
    let builder = ReportBuilder.small
    let receipt = try #require(builder.receipts.first)
    func report(_ codes: [String], of receipt: Receipt) -> Report {
      var builder = builder
      builder.reviews = [
        SubmissionReview(
          receipt: receipt, findings: codes.map(finding), normalisations: ["đọc là \(codes[0])"])
      ]
      return builder.report
    }
    let (one, other) = (report(["a", "b", "b"], of: receipt), report(["b", "c"], of: receipt))
    let elsewhere = report(["d"], of: try #require(builder.receipts.last))
    let asked = one.asking(whatIsAskedIn: [one, other, elsewhere]) { _, _ in true }
    #expect(asked.reviews.map { $0.findings.map(\.code) } == [["a", "b", "b", "c"]])
    #expect(asked.reviews.map(\.normalisations) == [["đọc là a"]])
  }

  @Test("the number of a slip stays, whatever else comes in, also with a later revision")
  func numbersStay() throws {
    var builder = ReportBuilder.small
    func numbers() -> [String: String?] {
      let slips = builder.slips
      return Dictionary(
        uniqueKeysWithValues: slips.map { slip in
          let text = printed(slip.document)
          return (
            slip.name,
            text.firstRange(of: "Phiếu số ").map { String(text[$0.upperBound...].prefix(2)) }
          )
        })
    }
    func review(_ unit: String, _ receivedAt: String) -> SubmissionReview {
      let receipt = builder.receive(unit, .indicator, receivedAt, state: .returned, errors: 1)
      let finding = Finding(code: "c", severity: .error, message: "", problem: "Sai")
      return SubmissionReview(receipt: receipt, findings: [finding], normalisations: [])
    }
    let task = builder.reviews
    builder.reviews = [review("H2", "2024-09-17T09:00")]
    #expect(numbers() == ["H2": "03"])
    builder.reviews = task + [review("H1", "2024-09-18T09:00"), review("H2", "2024-09-18T10:00")]
    #expect(numbers() == ["BTC": "01", "H1": "02", "H2": "03"])
  }

  @Test func onlyRemarksMakeNoSlip() {
    var builder = ReportBuilder.small
    builder.reviews = builder.reviews.map {
      SubmissionReview(receipt: $0.receipt, findings: [], normalisations: $0.normalisations)
    }
    #expect(builder.slips.isEmpty)
  }
}
