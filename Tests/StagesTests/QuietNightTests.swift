import Foundation
import PlanModel
import TestSupport
import Testing

@testable import Stages

/// Every night twice: once with what the night before has noted, once without any note. Both must say and
/// leave behind the same, whatever was done in between.
@Suite("A night on which nothing has changed")
struct QuietNightTests {
  private static let all = ["ingest", "aggregate", "workbook", "briefing"]

  /// One organisation in two places, the second without a memory.
  private struct Twins {
    let remembering: SmallOffice
    let forgetful: SmallOffice
    /// How many seconds after its real time a night begins: files of these seconds are old by then.
    var delay = 60

    init(_ prepare: (SmallOffice) throws -> Void = { _ in }) throws {
      remembering = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B", "C"])
      forgetful = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B", "C"])
      try both { office in
        try office.write(
          "unit,file,received_at\nA,bieu01.csv,2025-10-02\nB,bieu01.csv,2025-10-03\n",
          "submissions/2025-Q3/register.csv")
        try office.send("A", "5")
        try office.send("B", "6")
        try prepare(office)
      }
    }

    func both(_ change: (SmallOffice) throws -> Void) throws {
      try change(remembering)
      try change(forgetful)
    }

    /// Runs all stages in both places, and returns those that saw at once that nothing had changed.
    func night(
      _ stages: [String] = QuietNightTests.all, _ change: (inout StageRequest) -> Void = { _ in }
    ) throws -> [String] {
      var quiet: [String] = []
      let clock = Int(Date().timeIntervalSince1970) + delay
      for stage in stages {
        let one = run(stage, remembering, at: clock, change)
        forgetful.forgetNotes()
        let other = run(stage, forgetful, at: clock, change)
        #expect(one.status == other.status, "\(stage)")
        #expect(Self.plain(one.text, remembering) == Self.plain(other.text, forgetful), "\(stage)")
        if one.text.contains("log: o: nothing has changed") { quiet.append(stage) }
        #expect(!other.text.contains("nothing has changed"))
      }
      #expect(try remembering.documents() == forgetful.documents())
      return quiet
    }

    private func run(
      _ stage: String, _ office: SmallOffice, at clock: Int,
      _ change: (inout StageRequest) -> Void
    ) -> (status: Stages.ExitStatus, text: String) {
      office.run({ request, console in
        switch stage {
        case "ingest": IngestStage.run(request, console)
        case "aggregate": AggregateStage.run(request, console)
        case "workbook": WorkbookStage.run(request, console)
        default: BriefingStage.run(request, console)
        }
      }) {
        $0.clock = clock
        change(&$0)
      }
    }

    private static func plain(_ text: String, _ office: SmallOffice) -> String {
      text.replacing(office.folder.url.path, with: "").split(separator: "\n")
        .filter { !$0.hasPrefix("log:") }.joined(separator: "\n")
    }
  }

  @Test("the next run says the same from its note, and a change of any kind is seen")
  func changes() throws {
    let twins = try Twins()
    #expect(try twins.night() == [])
    // documents are digested once, then their marks are enough
    for _ in 0..<3 {
      let quiet = try twins.night()
      #expect(quiet == Self.all)
    }
    for (name, change) in Changes.all {
      try twins.both(change)
      _ = try twins.night()
      _ = try twins.night()
      #expect(try twins.night() == Self.all, "after: \(name)")
    }
  }

  @Test("what is not as it was noted goes the whole way", arguments: Changes.all.indices)
  func careful(_ place: Int) throws {
    let twins = try Twins { try Self.prepare($0, for: place) }
    _ = try twins.night()
    _ = try twins.night()
    #expect(try twins.night() == Self.all)
    try twins.both(Changes.all[place].change)
    let quiet = try twins.night()
    #expect(
      quiet == Changes.stillQuiet[Changes.all[place].name] ?? [], "\(Changes.all[place].name)")
  }

  @Test("by the clock, it goes the whole way on the days on which a state may move")
  func clock() throws {
    // the turned clock must have passed the times of the files
    let today = CivilTime(unixSeconds: Int(Date().timeIntervalSince1970), utcOffsetMinutes: 420)
      .date
    func day(_ days: Int) -> CalendarDate { today.adding(days: days) }
    var twins = try Twins { office in
      let path = "\(office.inputs)/o/organisation.yaml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try office.write(
        text.replacing("as_of: 2025-12-31", with: "# by the clock")
          .replacing("period: 2025-Q3", with: "# the last one closed"), "organisation.yaml")
      let plan = try String(contentsOfFile: "\(office.inputs)/o/plans/KH1.yaml", encoding: .utf8)
      let tasks = """
          - {code: V-02, clause: V, lead: [A], summary: a, due: {on: \(day(9))}}
          - {code: V-03, clause: V, lead: [A], summary: b, due: {after: {event: E1, within: 1 month}}}

        events:
          - {code: E1, name: việc bên ngoài}

        """
      try office.write(
        plan.replacing("to: 2026}", with: "to: \(today.year + 2)}")
          .trimmingCharacters(in: .newlines) + "\n" + tasks, "plans/KH1.yaml")
      try office.write(
        "event,occurred_on,known_on,document\nE1,\(day(4)),\(day(13)),1-CV\n", "events.csv")
      try office.send("C", "3")
      // it counts from a day to come
      try office.write(
        "unit,file,received_at\nA,bieu01.csv,2025-10-02\nB,bieu01.csv,2025-10-03\n"
          + "C,bieu01.csv,\(day(20))T00:00\n",
        "submissions/2025-Q3/register.csv")
    }
    let start = twins.delay
    var quiet: [Int] = []
    for number in 0..<100 {
      twins.delay = start + number * 86_400
      let stages = try twins.night(number == 0 ? Self.all : ["aggregate"]) { $0.period = "all" }
      if !stages.isEmpty { quiet.append(number) }
    }
    // most nights, but not those of a deadline, an event, a submission, a closing day
    #expect(quiet.count > 70)
    #expect(Set(quiet).isDisjoint(with: [10, 13, 20]))
  }

  /// Some changes need something there before; documents are there after the first night.
  private static func prepare(_ office: SmallOffice, for place: Int) throws {
    for change in Changes.all[..<place] where !change.name.hasPrefix("document") {
      try change.change(office)
    }
  }
}

/// What may be done between two nights.
private enum Changes {
  /// The stages that a change does not concern: they rest on neither the submissions nor each other's
  /// documents.
  static let stillQuiet: [String: [String]] = [
    "file renamed": ["aggregate", "workbook", "briefing"],
    "register with an error": ["aggregate", "workbook", "briefing"],
    "touched folder": ["aggregate", "workbook", "briefing"],
    "temporary file": ["aggregate", "workbook", "briefing"],
    "empty folder": ["aggregate", "workbook", "briefing"],
    "file deleted": ["aggregate", "workbook", "briefing"],
    "unknown unit": ["aggregate", "workbook", "briefing"],
    "link in place of a file": ["aggregate", "workbook", "briefing"],
    "link in place of a folder": ["aggregate", "workbook", "briefing"],
    "register": ["aggregate", "workbook", "briefing"],
    "document altered": ["ingest", "workbook", "briefing"],
    "document touched": ["ingest", "aggregate", "workbook", "briefing"],
    "document lost": ["ingest", "aggregate", "briefing"],
    "letters' note lost": ["ingest", "aggregate", "workbook"],
  ]

  static let all: [(name: String, change: @Sendable (SmallOffice) throws -> Void)] = [
    ("same size", { try $0.send("A", "7") }),
    (
      "same size, a time in the past",
      {
        try $0.send("A", "8")
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)],
          ofItemAtPath: $0.submission("A"))
      }
    ),
    (
      "touched folder",
      {
        try FileManager.default.setAttributes(
          [.modificationDate: Date()], ofItemAtPath: "\($0.sent)/A")
      }
    ),
    ("new file", { try $0.send("C", "9") }),
    ("second version", { try $0.send("C", "4", "bieu01.v2.csv") }),
    (
      "file renamed",
      {
        try FileManager.default.moveItem(
          atPath: $0.submission("B"), toPath: $0.submission("B", "bieu01-2025.csv"))
      }
    ),
    ("temporary file", { try $0.send("B", "1", "~$bieu01.csv") }),
    (
      "empty folder",
      {
        try FileManager.default.createDirectory(
          atPath: "\($0.sent)/T", withIntermediateDirectories: true)
      }
    ),
    ("file in a folder that was empty", { try $0.send("T", "1") }),
    ("file deleted", { try FileManager.default.removeItem(atPath: $0.submission("T")) }),
    ("unknown unit", { try $0.send("X", "1") }),
    (
      "link in place of a file",
      {
        try FileManager.default.moveItem(atPath: $0.submission("A"), toPath: "\($0.inputs)/kept")
        try FileManager.default.createSymbolicLink(
          atPath: $0.submission("A"), withDestinationPath: "\($0.inputs)/kept")
      }
    ),
    (
      "link in place of a folder",
      {
        try FileManager.default.moveItem(atPath: "\($0.sent)/X", toPath: "\($0.inputs)/X")
        try FileManager.default.createSymbolicLink(
          atPath: "\($0.sent)/X", withDestinationPath: "\($0.inputs)/X")
      }
    ),
    (
      "register",
      {
        try $0.write("unit,file,received_at\n", "submissions/2025-Q3/register.csv")
      }
    ),
    (
      "register with an error",
      {
        try $0.write("unit,file,received_at\nQ,q.csv,soon\n", "submissions/2025-Q3/register.csv")
      }
    ),
    (
      "units",
      {
        let rows = try String(contentsOfFile: "\($0.inputs)/o/units.csv", encoding: .utf8)
        try $0.write(rows + "D,Đơn vị D,don-vi,T,2020-01-01\n", "units.csv")
      }
    ),
    (
      "plan",
      {
        let plan = try String(contentsOfFile: "\($0.inputs)/o/plans/KH1.yaml", encoding: .utf8)
        try $0.write(plan.replacing("at_least: 1000", with: "at_least: 9"), "plans/KH1.yaml")
      }
    ),
    ("name among the plans", { try $0.write("x", "plans/ghi-chu.txt") }),
    (
      "another moment",
      {
        let text = try String(contentsOfFile: "\($0.inputs)/o/organisation.yaml", encoding: .utf8)
        try $0.write(
          text.replacing("as_of: 2025-12-31", with: "as_of: 2026-01-02"), "organisation.yaml")
      }
    ),
    (
      "document altered",
      {
        // as many bytes
        let path = $0.output("2025-Q3/KH1/data/tasks.csv").path
        var bytes = try #require(FileManager.default.contents(atPath: path))
        bytes[bytes.count - 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: path))
      }
    ),
    (
      "document touched",
      {
        try FileManager.default.setAttributes(
          [.modificationDate: Date()],
          ofItemAtPath: $0.output("2025-Q3/KH1/bieu-tong-hop.xlsx").path)
      }
    ),
    (
      "document lost",
      {
        try FileManager.default.removeItem(at: $0.output("2025-Q3/KH1/bieu-tong-hop.xlsx"))
      }
    ),
    (
      "letters' note lost",
      {
        try FileManager.default.removeItem(at: $0.output("2025-Q3/.briefing.published"))
      }
    ),
  ]
}

extension SmallOffice {
  fileprivate var sent: String { "\(inputs)/\(code)/submissions/2025-Q3" }

  fileprivate func submission(_ unit: String, _ name: String = "bieu01.csv") -> String {
    "\(sent)/\(unit)/\(name)"
  }

  /// A submission with one digit that differs.
  fileprivate func send(_ unit: String, _ digit: String, _ name: String = "bieu01.csv") throws {
    try write(
      "plan;indicator;numerator;denominator\nKH1;CT01;\(digit);\nKH1;CT02;1;2\nKH1;CT03;7;\n",
      "submissions/2025-Q3/\(unit)/\(name)")
  }

  fileprivate func forgetNotes() {
    for stage in ["ingest", "aggregate", "workbook", "briefing"] {
      if let path = CacheNote.path(stage, for: "\(folder.path("outputs"))/\(code)") {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }

  /// Every document by its path.
  fileprivate func documents() throws -> [String: Data] {
    let outputs = folder.path("outputs/\(code)")
    var documents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: outputs)
    where !path.contains("ledger") && !path.hasSuffix(".lock") {
      documents[path] = FileManager.default.contents(atPath: "\(outputs)/\(path)")
    }
    return documents
  }
}
