import Foundation
import TestSupport
import Testing

@testable import Stages

/// A unit that saves its second form under the name of the first.
@Suite("One name for two forms")
struct OneNameTwoFormsTests {
  @Test("each submission has its own slip, and the numbers of both pass their check")
  func slips() throws {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    let name = "submissions/2025-Q3/A/bieu02.csv"
    try office.write("plan;task;status;completed_on\nKH1;V-01;abc;\nKH1;V-99;done;\n", name)
    office.run(IngestStage.run)
    try office.write("plan;indicator;numerator;denominator\nKH1;CT01;abc;\n", name)
    office.run(IngestStage.run)
    office.run(AggregateStage.run)
    let outcome = office.run { BriefingStage.run($0, $1) }
    #expect(outcome.status == .clean, "\(outcome.text)")
    let folder = office.output("2025-Q3/phan-hoi").path
    let texts = try FileManager.default.contentsOfDirectory(atPath: folder).map {
      try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)
    }
    let all = texts.joined(separator: "\n")
    #expect(all.split(separator: "PHIẾU YÊU CẦU CHỈNH LÝ").count == 3, "\(all)")
    #expect(all.contains("TRẢ LẠI: 01 lỗi phải sửa"), "\(all)")
    #expect(all.contains("TRẢ LẠI: 02 lỗi phải sửa"), "\(all)")
  }
}
