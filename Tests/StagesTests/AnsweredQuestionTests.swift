import Foundation
import TestSupport
import Testing

@testable import Stages

/// A unit that does what its slip asks is not sent the same slip again.
@Suite("Questions that a unit has answered")
struct AnsweredQuestionTests {
  private let office: SmallOffice

  init() throws {
    office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A"])
    try send("2025-Q2", "bieu01.csv", "40;100;")
  }

  private func send(_ period: String, _ file: String, _ share: String) throws {
    try office.write(
      "plan;indicator;numerator;denominator;note\nKH1;CT01;4;;\nKH1;CT02;\(share)\nKH1;CT03;1;;\n",
      "submissions/\(period)/A/\(file)")
  }

  private func slip() throws -> String {
    for period in ["2025-Q2", "2025-Q3"] { office.run(IngestStage.run) { $0.period = period } }
    office.run(AggregateStage.run)
    office.run({ BriefingStage.run($0, $1) })
    return try String(contentsOf: office.output("2025-Q3/phan-hoi/A.txt"), encoding: .utf8)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("the slip quotes the reason that was given, and asks for nothing but what may be added")
  func answered() throws {
    try send("2025-Q3", "bieu01.csv", "50;200;")
    let asked = try slip()
    #expect(
      asked.contains("Cần làm: Ghi giải trình vào cột \"Ghi chú\", gửi lại TOÀN BỘ tệp trước"))
    try send("2025-Q3", "bieu01.v2.csv", "50;200;sáp nhập hai xã")
    let answered = try slip()
    #expect(
      answered.contains(
        "Cần làm: Chỉ khi cần bổ sung giải trình hoặc sửa số, gửi lại TOÀN BỘ tệp trước"),
      "\(answered)")
    #expect(
      answered.contains(
        "Đơn vị đã ghi \"sáp nhập hai xã\": nếu đó là lý do thì không phải gửi lại."),
      "\(answered)")
    #expect(!answered.contains("nêu lý do ở cột Ghi chú"), "\(answered)")
    // the office accepts it, and nothing is asked any more
    try office.write(
      "unit,period,indicator,code,explanation\nA,2025-Q3,CT02,denominator-jump,sáp nhập\n",
      "explanations.csv")
    _ = try? slip()
    #expect(
      !FileManager.default.fileExists(atPath: office.output("2025-Q3/phan-hoi/A.txt").path))
  }
}
