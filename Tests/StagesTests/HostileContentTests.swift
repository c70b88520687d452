import Foundation
import TestSupport
import Testing

/// What a file's words could do to a terminal, a document or a spreadsheet.
@Suite("Hostile words inside a submission")
struct HostileContentTests {
  private static let note =
    "\u{1B}]0;x\u{07}\u{1B}[2J\u{9B}31m =HYPERLINK(1) \u{202E}abc\u{FFFE}\u{FFFF} {{name}} _x0041_"

  @Test("codes and headers: returned, and nothing of them is obeyed")
  func returned() throws {
    let outcome = try Self.ingest(
      "plan,indicator,numerator,denominator,note,\u{1B}[31mextra\u{85}\n"
        + "NQ21,CT05\u{1B}[5m,=1+1,\u{9B}5n,\(Self.note),\n")
    #expect(outcome.output.contains("\"state\":\"returned\""))
    #expect(Self.isHarmless(outcome.output))
    #expect(Self.isHarmless(outcome.errors))
  }

  @Test("a note: kept readable in ledger, documents and data, with a question")
  func accepted() throws {
    let office = try SampleOffice()
    let file = office.submissions.appendingPathComponent("2024-Q3/HU01/bieu01.v2.csv")
    let rows = ["CT03,60,60,", "CT04,60,60,", "CT05,5,4310,\"\(Self.note)\"", "CT06,1,,"]
    let text =
      "plan,indicator,numerator,denominator,note\n"
      + rows.map { "NQ21,\($0)\n" }.joined()
    try text.write(to: file, atomically: true, encoding: .utf8)
    let outcome = try office.run("ingest", ["--json"])
    #expect(outcome.output.contains("note-damaged"))
    #expect(Self.isHarmless(outcome.output))
    #expect(Self.isHarmless(outcome.errors))
    for stage in ["aggregate", "workbook", "briefing"] {
      let outcome = try office.run(stage)
      #expect(outcome.status == 0, "\(stage): \(outcome.errors)")
      #expect(Self.isHarmless(outcome.output + outcome.errors))
    }
    for (path, bytes) in try office.files() where path.hasSuffix(".txt") || path.hasSuffix(".csv") {
      #expect(Self.isHarmless(String(decoding: bytes, as: UTF8.self)), "\(path)")
    }
  }

  private static func ingest(_ text: String) throws -> Executable.Outcome {
    let office = try SampleOffice()
    let file = office.submissions.appendingPathComponent("2024-Q3/HU01/bieu01.v2.csv")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return try office.run("ingest", ["--json"])
  }

  private static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A: true
      case 0xFEFF: true  // the mark at the start of data files
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: false
      default: scalar.value & 0xFFFE != 0xFFFE
      }
    }
  }
}
