import Foundation
import TestSupport
import Testing

@testable import Stages

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

/// Where the state of a task comes from.
@Suite("Tracing a task")
struct TaskTraceTests {
  private static func object(_ line: some StringProtocol) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test("every state of the data file is that of the trace, and its rows stand in the files")
  func states() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    try office.run("aggregate")
    let rows = try String(
      contentsOf: office.outputs.appendingPathComponent("2024-Q3/NQ21/data/tasks.csv"),
      encoding: .utf8
    ).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    // one task of every kind of deadline and every state
    var kinds: Set<String> = []
    let tasks = Dictionary(grouping: rows, by: { $0[1] }).sorted { $0.key < $1.key }.filter {
      kinds.insert("\($0.value[0][4].prefix(6)) \(Set($0.value.map { $0[6] }).sorted())").inserted
    }
    #expect(tasks.count > 5)
    for (task, expected) in tasks {
      let outcome = try office.run("trace", ["--task", "NQ21/\(task)", "--json"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      let trace = try Self.object(outcome.output)
      #expect(trace["deadline"] as? String == expected[0][4])
      #expect(trace["due_on"] as? String ?? "" == expected[0][5])
      let units = try #require(trace["units"] as? [[String: Any]])
      let said = units.map { unit in
        [
          unit["unit"] as? String ?? "", unit["state"] as? String ?? "",
          unit["completed_on"] as? String ?? "", "\(unit["days_overdue"] as? Int ?? -1)",
        ]
      }
      #expect(said == expected.map { [$0[2], $0[6], $0[7], $0[8]] }, "\(task)")
      for row in units.flatMap({ $0["rows"] as? [[String: Any]] ?? [] }) {
        let path = "\(row["period"] ?? "")/\(row["unit"] ?? "")/\(row["file"] ?? "")"
        let file = try String(
          contentsOf: office.submissions.appendingPathComponent(path), encoding: .utf8)
        let lines = file.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let line = lines[try #require(row["row"] as? Int) - 1]
        #expect(line.uppercased().contains(task.uppercased()), "\(path): \(line)")
      }
    }
  }

  @Test("in words: deadline, due day, event, and the reports, the newest first")
  func words() throws {
    let office = try SampleOffice()
    let organisation = ["--organisation", "ninh-khanh", "--period", "2024-Q3"]
    try office.run("ingest", ["--organisation", "ninh-khanh", "--period", "all"])
    #expect(try office.run("aggregate", organisation).status == 0)
    let outcome = try office.run("trace", organisation + ["--task", "v.1-07"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("NQ21/V.1-07 "))
    #expect(
      lines.contains { $0.hasPrefix("Thời hạn: khi ") && $0.hasSuffix("; chưa có ngày hết hạn") })
    #expect(
      lines.contains {
        $0.hasPrefix("Sự kiện TW-HD35 ") && $0.hasSuffix("ngày 20/11/2023, văn bản 96-HD/BTCTW")
      })
    let reports = lines.filter { $0.contains("/bieu02.csv, dòng ") }
    #expect(reports.first?.hasPrefix("  theo 2024-Q3/") ?? false, "\(reports)")
    #expect(reports.dropFirst().first?.hasPrefix("  trước đó: 2024-Q2/") ?? false, "\(reports)")
    #expect(lines.contains { $0.hasPrefix("    nhận 2024-09-") && $0.contains("lần gửi 1") })
    #expect(lines.count { $0.hasPrefix("    sha256 ") } == reports.count)
  }

  @Test(
    "one unit of a task that each owes; one that leads with others; nobody's: 1; badly asked: 64")
  func units() throws {
    let office = try SampleOffice()
    let organisation = ["--organisation", "ninh-khanh", "--period", "2024-Q3"]
    try office.run("ingest", ["--organisation", "ninh-khanh"])
    #expect(try office.run("aggregate", organisation).status == 0)
    func trace(_ arguments: String...) throws -> Executable.Outcome {
      try office.run("trace", organisation + arguments)
    }
    let one = try trace("--task", "NQ21/III-02", "--unit", "hu01", "--json")
    #expect(one.status == 0, "\(one.errors)")
    let units = try #require(try Self.object(one.output)["units"] as? [[String: Any]])
    #expect(units.compactMap { $0["unit"] as? String } == ["HU01"])
    let unknown = try trace("--task", "NQ21/IX-99")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("no task NQ21/IX-99 in the edition: check the codes"))
    #expect(try trace("--task", "NQ21/III-02", "--unit", "XX").status == 1)
    #expect(try trace().status == 64)
    #expect(try trace("--task", "NQ21/III-02", "--indicator", "NQ21/CT01").status == 64)
    #expect(try trace("--task", "NQ21/III-02", "--window", "year").status == 64)
  }
}

/// What `--json` prints for other programs.
@Suite("A trace as JSON")
struct TraceJSONTests {
  private static func object(_ line: some StringProtocol) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  /// Every key of an object, and of all below it.
  private static func keys(_ value: Any) -> Set<String> {
    switch value {
    case let object as [String: Any]:
      object.reduce(into: Set(object.keys)) { $0.formUnion(keys($1.value)) }
    case let list as [Any]: list.reduce(into: []) { $0.formUnion(keys($1)) }
    default: []
    }
  }

  @Test("keys are snake_case, every row has all of them, and a blank is not what does not apply")
  func rows() throws {
    let office = try OneIndicatorOffice(
      "measure: share, denominator: b, kind: stock, targets: [{at_least: 50%, every: quarter}]")
    try office.send([(a: ",", b: "x,x"), (a: "3,4", b: ",9")])
    let moments = ["2025-Q1": "2025-04-05", "2025-Q2": "2025-07-05"]
    for (period, moment) in moments { office.small.issue(period, moment) }
    func trace(_ period: String) throws -> (whole: [String: Any], rows: [String: [String: Any]]) {
      let run = office.small.run({
        TraceStage.run($0, TraceQuestion(.indicator("CT01", window: nil), unit: nil), $1)
      }) {
        $0.period = period
        $0.asOf = moments[period]
        $0.isJSON = true
      }
      let line = try #require(
        run.text.split(separator: "\n").first { $0.hasPrefix("{") }, "\(run.text)")
      let whole = try Self.object(line)
      let units = try #require(whole["units"] as? [[String: Any]])
      var rows: [String: [String: Any]] = [:]
      for unit in units {
        let row = (unit["rows"] as? [[String: Any]])?.last ?? [:]
        rows[unit["unit"] as? String ?? ""] = unit.merging(row) { _, second in second }
      }
      return (whole, rows)
    }
    let (first, second) = (try trace("2025-Q1"), try trace("2025-Q2"))
    for trace in [first, second] {
      for key in Self.keys(trace.whole) { #expect(!key.contains(#/[A-Z]/#), "\(key)") }
      #expect(trace.whole["as_of"] is String)
    }
    #expect(Set(first.whole.keys) == Set(second.whole.keys))
    #expect(first.rows["A"]?["not_applicable"] as? Bool == false)
    #expect(first.rows["B"]?["not_applicable"] as? Bool == true)
    #expect(first.rows["A"]?["numerator"] is NSNull)
    #expect(first.rows["B"]?["numerator"] is NSNull)
    let row = try #require(second.rows["B"])
    #expect(row["numerator"] is NSNull)
    #expect(row["denominator"] is NSNull || row["denominator"] as? String == "9")
  }

  @Test("a cell that says that it does not apply is told from one that was left blank")
  func cells() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    try office.run("aggregate")
    let outcome = try office.run(
      "trace", ["--indicator", "NQ21/CT06", "--window", "term", "--json"])
    let units = try #require(try Self.object(outcome.output)["units"] as? [[String: Any]])
    func row(_ unit: String) throws -> [String: Any] {
      let part = try #require(units.first { $0["unit"] as? String == unit })
      return try #require((part["rows"] as? [[String: Any]])?.last)
    }
    let (blank, without) = (try row("HU01"), try row("DU01"))
    #expect(Set(blank.keys) == Set(without.keys))
    for row in [blank, without] { #expect(row["denominator"] is NSNull) }
    #expect(blank["denominator_not_applicable"] as? Bool == false)
    #expect(without["denominator_not_applicable"] as? Bool == true)
    #expect(without["numerator_not_applicable"] as? Bool == false)
  }
}
