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

  @Test(
    "after a reorganisation the rows that districts sent stand under the communes that took over")
  func takenOver() throws {
    let office = try SampleOffice()
    let own = ["--organisation", "ninh-khanh", "--plan", "NQ21"]
    try office.run("ingest", ["--organisation", "ninh-khanh", "--period", "all"])
    let late = own + ["--period", "2025-Q3", "--as-of", "2025-10-05"]
    #expect(try office.run("aggregate", late).status == 0)
    let commune = late + ["--indicator", "NQ21/CT05", "--unit", "X03"]
    let words = try office.run("trace", commune)
    #expect(words.output.contains("2025-Q1/HU02/bieu01.csv, dòng 4"), "\(words.errors)")
    #expect(words.output.contains("(kế thừa toàn bộ)"))
    #expect(words.output.contains("X03 Đảng ủy xã Suối Cát: 69 / 2.814"))
    // the stock of the year's beginning: what the two districts had then
    for stock in ["dòng 6: lấy mẫu số 1.019 (kế thừa", "dòng 6: lấy mẫu số 1.795 (kế thừa"] {
      #expect(words.output.contains(stock))
    }
    for (indicator, window) in [("CT05", "year"), ("CT01", "point"), ("CT17", "year")] {
      let outcome = try office.run(
        "trace", late + ["--indicator", "NQ21/\(indicator)", "--window", window, "--json"])
      let trace = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let units = try #require(trace["units"] as? [[String: Any]])
      for unit in units {
        let rows = try #require(unit["rows"] as? [[String: Any]])
        let sum = try rows.reduce(Decimal.zero) { sum, row in
          let number = try #require(Decimal(string: row["numerator"] as? String ?? ""))
          let share = (row["share"] as? String).flatMap { Decimal(string: $0) }
          #expect((share != nil) == (row["unit"] as? String != unit["unit"] as? String))
          return sum + number * (share ?? 1)
        }
        #expect(unit["numerator"] as? String ?? "0" == "\(sum)", "\(indicator) \(unit)")
      }
    }
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
    // an edition there is, but of another moment: to make that of the clock again would change nothing
    let early = try office.run("trace", ["--indicator", "NQ21/CT01", "--as-of", "2024-09-10"])
    #expect(early.status == 1)
    #expect(early.errors.contains("no edition for 2024-Q3 was counted as of 2024-09-10T23:59:59"))
    #expect(early.errors.contains("issued were NQ21 1 (as of 2024-10-05T23:59:59): choose one"))
    #expect(early.errors.contains("--as-of 2024-09-10T23:59:59 first"))
  }
}
