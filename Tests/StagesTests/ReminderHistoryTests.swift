import Foundation
import TestSupport
import Testing

@testable import PlanModel
@testable import Stages

/// What letters say of those before them, from the editions alone.
@Suite("Reminders before")
struct ReminderHistoryTests {
  private let organisation = ["--organisation", "ninh-khanh"]

  @Test("by the clock, letters come out once their time has passed, though nothing came in")
  func clock() throws {
    let office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    let path = "\(office.inputs)/o/organisation.yaml"
    try office.write(
      try String(contentsOfFile: path, encoding: .utf8)
        .replacing("as_of: 2025-12-31", with: "# by the clock"), "organisation.yaml")
    let head = "plan;indicator;numerator;denominator\n"
    try office.write("\(head)KH1;CT02;40;100\n", "submissions/2025-Q3/A/bieu01.csv")
    try office.write("\(head)KH1;CT02;9;8\n", "submissions/2025-Q3/B/bieu01.csv")
    try office.write(
      "unit,file,received_at\nA,bieu01.csv,2025-09-12\nB,bieu01.csv,2025-09-16T16:00\n",
      "submissions/2025-Q3/register.csv")
    // due on 16 September at 17:00; what came back that day, two working days later
    func night(_ day: Int) throws -> (said: String, letters: [String]) {
      let moment = CivilTime(
        try #require(CalendarDate(year: 2025, month: 9, day: day)), secondOfDay: 3600)
      var said = ""
      for stage in [IngestStage.run, AggregateStage.run, { BriefingStage.run($0, $1) }] {
        said += office.run(stage) { $0.clock = moment.unixSeconds(utcOffsetMinutes: 420) }.text
      }
      let names = try? FileManager.default.contentsOfDirectory(
        atPath: office.output("2025-Q3/don-doc").path)
      return (said, (names ?? []).sorted())
    }
    #expect(try night(16).letters.isEmpty)
    #expect(try night(17).said.contains("edition 2, new"))
    #expect(try night(17).letters == ["A.txt", "B.txt", "cong-van.txt"])
    #expect(try night(18).said.contains("nothing has changed"))
    let mended = try night(19)
    #expect(mended.said.contains("edition 3, new"), "\(mended.said)")
  }

  private func remind(_ office: SampleOffice, _ moment: String) throws {
    for stage in ["aggregate", "briefing"] {
      let outcome = try office.run(stage, organisation + ["--as-of", moment])
      #expect(outcome.status == 0, "\(stage): \(outcome.errors)")
    }
  }

  private func text(_ office: SampleOffice, _ path: String) throws -> String {
    let file = office.outputs.appendingPathComponent("2024-Q3/\(path)")
    return try String(contentsOf: file, encoding: .utf8)
      .replacing("\n", with: " ").split(separator: " ").joined(separator: " ")
  }

  @Test("each day with an edition counts once; a rerun of a day says the same again")
  func days() throws {
    let office = try SampleOffice()
    try office.run("ingest", organisation)
    try remind(office, "2024-09-20T08:00:00")
    #expect(!(try text(office, "don-doc/BTG.txt").contains("đã đôn đốc")))
    #expect(!(try text(office, "NQ21/bao-cao.txt").contains("Đã được đôn đốc")))
    try remind(office, "2024-09-20T15:00:00")
    #expect(!(try text(office, "don-doc/BTG.txt").contains("đã đôn đốc")))
    try remind(office, "2024-09-26T08:00:00")
    let once = try text(office, "don-doc/BTG.txt")
    #expect(once.contains("đã đôn đốc 01 lần (ngày 20/9/2024)"))
    let asked = "giải trình việc đã được đôn đốc nhiều lần nhưng chưa hoàn thành"
    #expect(!(try text(office, "NQ21/bao-cao.txt").contains(asked)))
    try remind(office, "2024-10-05")
    #expect(
      try text(office, "don-doc/BTG.txt").contains("đã đôn đốc 02 lần (ngày 20/9/2024, 26/9/2024)"))
    #expect(
      try text(office, "don-doc/cong-van.txt").contains(
        "Thực hiện Kế hoạch số 118-KH/TU, Kế hoạch số 167-KH/TU"))
    let report = try text(office, "NQ21/bao-cao.txt")
    #expect(
      report.contains("Đã được đôn đốc nhưng đến nay chưa hoàn thành: Ban Tuyên giáo Tỉnh ủy"))
    #expect(report.contains("(02 lần, ngày 20/9/2024, 26/9/2024)"))
    // two letters in vain, and the committee is asked to have it explained
    #expect(report.contains(asked))
    let sources = try text(office, "NQ21/data/briefing-sources.csv")
    #expect(sources.contains(",02,reminders,NQ21,,BTG,,,times"))
    // made again, an earlier letter knows nothing of those after it
    try remind(office, "2024-09-26T08:00:00")
    #expect(try text(office, "don-doc/BTG.txt") == once)
  }
}
