import Foundation
import TestSupport
import Testing

/// Commands that a program prints are typed as they stand, in the folder where it ran: they must do what the
/// sentence says, for the organisation and in the folders that it was asked about.
@Suite("Commands that are advised")
struct AdvisedCommandTests {
  private let folder: WorkingFolder
  private let office: SmallOffice

  init() throws {
    folder = try WorkingFolder()
    office = try SmallOffice(folder, code: "o", root: "T", units: ["A"])
    _ = try SmallOffice(folder, code: "other", root: "T", units: ["A"])
    try office.write(
      "plan;indicator;numerator;denominator\nKH1;CT01;4;\n", "submissions/2025-Q3/A/bieu01.csv")
    try FileManager.default.createDirectory(
      atPath: folder.path("inputs/other/submissions"), withIntermediateDirectories: true)
  }

  private func run(_ program: String, _ options: [String] = []) throws -> Executable.Outcome {
    let words = program.split(separator: " ").map(String.init)
    return try Executable(words[0]).run(
      Array(words.dropFirst()) + ["--organisation", "o", "--outputs", "my outputs"] + options,
      in: folder.url)
  }

  /// What the shell makes of the words between two others.
  private func type(_ text: String, from first: String, to last: String) throws
    -> Executable.Outcome
  {
    let start = try #require(text.firstRange(of: first)?.upperBound, "\(text)")
    let rest = text[start...]
    let end = try #require(rest.firstRange(of: last)?.lowerBound, "\(text)")
    return try Executable(path: "/bin/sh").run(["-c", String(rest[..<end])], in: folder.url)
  }

  private func names(_ path: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path(path))) ?? []).sorted()
  }

  @Test("who lacks a ledger, then an edition, is led to the documents, and nothing else is issued")
  func led() throws {
    let quarter = ["--period", "2025-Q3"]
    let first = try run("tonghop-briefing", quarter)
    #expect(first.status == 1)
    #expect(try type(first.errors, from: "; run ", to: " first").output.contains("took 1 new"))
    let second = try run("tonghop-briefing", quarter)
    #expect(second.status == 1)
    let issued = try type(second.errors, from: ": run ", to: " first")
    #expect(issued.output.hasPrefix("o: KH1 2025-Q3: edition 1, new"), "\(issued.errors)")
    #expect(try run("tonghop-briefing", quarter).status != 1)
    #expect(names("my outputs") == ["o"])
    #expect(!names(".").contains("outputs"))
    // an edition of another moment
    let earlier = try run("tonghop-briefing", quarter + ["--as-of", "2025-10-07"])
    #expect(earlier.status == 1)
    let again = try type(earlier.errors, from: ", or run ", to: " first")
    #expect(again.output.hasPrefix("o: KH1 2025-Q3: edition"), "\(again.errors)")
    #expect(try run("tonghop-briefing", quarter + ["--as-of", "2025-10-07"]).status != 1)
  }

  @Test("what is said of a damaged ledger leads to that ledger, not to sound ones elsewhere")
  func damaged() throws {
    #expect(try run("tonghop-ingest").status != 1)
    #expect(try run("tonghop-aggregate").status != 1)
    // a sound one where the options are left out
    #expect(
      try Executable("tonghop-ingest").run(["--organisation", "o"], in: folder.url).status != 1)
    let ledger = URL(fileURLWithPath: folder.path("my outputs/o/ledger.sqlite"))
    var bytes = try Data(contentsOf: ledger)
    for page in 5..<(bytes.count / 4096) { bytes[page * 4096] = 0xEE }
    try bytes.write(to: ledger)
    let outcome = try run("tonghop-aggregate")
    #expect(outcome.status == 1)
    let verified = try type(outcome.errors, from: "type: ", to: ", which says")
    #expect(verified.status == 1, "\(verified.output)")
    #expect(verified.errors.contains("o: the ledger is damaged"), "\(verified.errors)")
    #expect(
      verified.errors.contains(" rebuild --organisation o --outputs 'my outputs'"),
      "\(verified.errors)")
  }
}
