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
    #expect(outcome.output.contains("57 / 58 = 98,2759%"))
    #expect(outcome.output.contains("2024-Q3/HU03/bieu01.v2.csv, dòng"))
    #expect(outcome.output.contains("lần gửi 2"))
  }

  @Test(
    "a past edition is traced by its number from the ledger alone, with receipt and explanation")
  func pastEdition() throws {
    let office = try SampleOffice()
    let organisation = ["--organisation", "ninh-khanh"]
    try office.run("ingest", organisation)
    for moment in ["2024-09-17T08:00:00", "2024-10-05"] {
      try office.run("aggregate", organisation + ["--as-of", moment])
    }
    try FileManager.default.removeItem(at: office.folder.url.appendingPathComponent("inputs"))
    func trace(_ edition: Int, _ unit: String) throws -> String {
      let outcome = try office.run(
        "trace",
        organisation + [
          "--period", "2024-Q3", "--indicator", "NQ21/CT05", "--unit", unit, "--edition",
          "\(edition)",
        ])
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output
    }
    let late = try trace(2, "HU06")
    #expect(late.contains("lần phát hành 2"))
    #expect(late.contains("nhận 2024-09-"))
    #expect(late.contains("sha256 "))
    #expect(late.contains("giải trình (2024-Q3, denominator-jump): Tiếp nhận"))
    // the first edition was counted before some had sent, and knows nothing of them
    let early = try trace(1, "TU")
    #expect(early.contains("lần phát hành 1"))
    #expect(early != (try trace(2, "TU")))
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
