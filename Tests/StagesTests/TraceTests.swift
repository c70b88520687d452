import Foundation
import TestSupport
import Testing

@Suite("Tracing a figure")
struct TraceTests {
  @Test("the rows of a trace, looked up in the files themselves, add up to the figure")
  func addsUp() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    try office.run("aggregate")
    let outcome = try office.run("trace", ["--indicator", "NQ21/CT05", "--json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let trace = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(trace["numerator"] as? String == "510")
    let units = try #require(trace["units"] as? [[String: Any]])
    var sum = 0
    for unit in units {
      for row in try #require(unit["rows"] as? [[String: Any]]) {
        let path = "\(row["period"] ?? "")/\(unit["unit"] ?? "")/\(row["file"] ?? "")"
        let file = try String(
          contentsOf: office.submissions.appendingPathComponent(path), encoding: .utf8)
        let lines = file.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let line = lines[try #require(row["row"] as? Int) - 1]
        #expect(line.uppercased().contains("CT05"), "\(path): \(line)")
        sum += try #require(Int(row["numerator"] as? String ?? ""))
      }
    }
    #expect(sum == 510)
  }

  @Test("a unit's own figure, in words")
  func words() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    try office.run("aggregate")
    let outcome = try office.run(
      "trace", ["--indicator", "NQ21/CT04", "--unit", "hu03", "--organisation", "ninh-khanh"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("57 / 58 = 0.982759"))
    #expect(outcome.output.contains("2024-Q3/HU03/bieu01.v2.csv, dòng"))
    #expect(outcome.output.contains("lần gửi 2"))
  }

  @Test("nothing to trace: 1, with a sentence; a window that is none: 64")
  func nothing() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    try office.run("aggregate")
    let unknown = try office.run("trace", ["--indicator", "NQ21/CT99"])
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("check the codes"))
    #expect(try office.run("trace", ["--indicator", "CT01", "--window", "week"]).status == 64)
  }
}
