import Foundation
import TestSupport
import Testing

/// What programs say of their options, and what those do there.
@Suite("Help")
struct HelpTests {
  private static func help(_ program: String) throws -> String {
    let words = program.split(separator: " ").map(String.init)
    let outcome = try Executable("tonghop-\(words[0])").run(
      words.count == 2 ? ["help", words[1]] : ["--help"], environment: ["COLUMNS": "80"])
    return outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(
    "the organisation's own period is offered where it is taken",
    arguments: [
      ("plan", false), ("forms", true), ("ingest", false), ("aggregate", true), ("workbook", true),
      ("briefing", true), ("trace", true), ("nightly", false), ("ledger backup", false),
      ("ledger verify", false), ("ledger restore", false), ("ledger rebuild", false),
    ])
  func period(_ program: String, _ isTaken: Bool) throws {
    let help = try Self.help(program)
    #expect(help.contains("--period <period>"))
    #expect(help.contains("; the organisation's own, else the last one") == isTaken)
  }

  @Test(
    "one plan is offered where it narrows something",
    arguments: [
      ("plan", true), ("forms", false), ("ingest", false), ("aggregate", true), ("workbook", true),
      ("briefing", true), ("trace", true), ("nightly", false), ("ledger backup", false),
      ("ledger verify", false), ("ledger restore", false), ("ledger rebuild", false),
    ])
  func plan(_ program: String, _ isNarrowed: Bool) throws {
    let help = try Self.help(program)
    #expect(help.contains("--plan <plan>"))
    #expect(help.contains("One plan; all of them when left out.") == isNarrowed)
  }

  @Test("what the help says of the intake and the forms, they do")
  func behaviour() throws {
    let office = try SampleOffice.onePlan()
    #expect(try Self.help("ingest").contains("all periods when left out"))
    let ingest = try office.run("ingest", ["--plan", "NQ21", "--json"])
    let periods = ingest.output.split(separator: "\n").compactMap {
      $0.firstMatch(of: /"period":"([^"]+)"/).map { String($0.output.1) }
    }
    #expect(Set(periods).count > 1)
    #expect(ingest.errors.contains("--plan does not narrow an intake"))
    #expect(try Self.help("forms").contains("Refused: a unit's form holds what it owes"))
    #expect(try office.run("forms", ["--plan", "NQ21"]).status == 64)
    // what is said to do nothing does nothing
    let listed = try office.run("plan", ["--list"])
    let same = try office.run(
      "plan", ["--list", "--quiet", "--period", "2022-Q1", "--as-of", "2022-01-01"])
    #expect(same.output == listed.output)
    try office.run("aggregate")
    let trace = ["--indicator", "NQ21/CT05"]
    #expect(
      try office.run("trace", trace + ["--quiet"]).output == office.run("trace", trace).output)
    let backup = try office.run(
      "ledger backup", ["--period", "2022-Q1", "--plan", "XX", "--as-of", "2024-12-31"])
    #expect(backup.output.contains("ledger-2024-12-31.sqlite"), "\(backup.errors)")
  }
}
