import Foundation
import TestSupport
import Testing

@testable import Stages

/// What units wrote, in a report over several periods in which they report.
@Suite("Causes in a report over a longer period")
struct CausesTests {
  @Test("it has the causes that units gave in the last of them")
  func causes() throws {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A"])
    for (quarter, note) in [(1, "chưa rà soát"), (2, "thiếu nguồn")] {
      try office.write(
        "plan;indicator;numerator;denominator;note\nKH1;CT02;4\(quarter);100;\(note)\n",
        "submissions/2025-Q\(quarter)/A/bieu01.csv")
      try office.write(
        "unit,file,received_at\nA,bieu01.csv,2025-0\(3 * quarter)-15\n",
        "submissions/2025-Q\(quarter)/register.csv")
    }
    office.run(IngestStage.run) { $0.asOf = "2025-07-05" }
    for stage in [AggregateStage.run, { BriefingStage.run($0, $1) }] {
      let outcome = office.run(stage) {
        $0.period = "2025-H1"
        $0.asOf = "2025-07-05"
      }
      #expect(outcome.status != .failed, "\(outcome.text)")
    }
    let text = try String(
      contentsOf: office.output("2025-H1/KH1/bao-cao.txt"), encoding: .utf8
    ).split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    #expect(text.contains("ghi \"thiếu nguồn\""), "\(text)")
    #expect(!text.contains("chưa rà soát"), "\(text)")
  }
}
