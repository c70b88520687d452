import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite("Results as JSON")
struct ResultLineTests {
  @Test("what a stage prints with --json is one object a line, and nothing else")
  func everyStage() throws {
    let office = try SampleOffice.onePlan()
    for (stage, arguments, keys) in [
      ("ingest", [], ["unit", "state", "sha256", "findings"]),
      ("aggregate", [], ["plan", "period", "edition", "standing", "written"]),
      (
        "aggregate", ["--export-submission", office.folder.path("cap-tren")], ["export", "written"]
      ),
      ("workbook", [], ["plan", "edition", "file", "written"]),
      ("briefing", [], ["period", "folder", "written", "unchanged", "removed"]),
      ("forms", [], ["period", "units", "written"]),
      ("ledger backup", ["--as-of", "2024-10-05"], ["backup", "sha256"]),
      ("ledger verify", [], ["originals", "same", "different"]),
      ("nightly", [], ["started", "status", "new", "seconds"]),
    ] {
      let objects = try objects(office, stage, arguments)
      for key in keys {
        #expect(objects.contains { $0[key] != nil }, "\(stage) says nothing of \(key)")
      }
    }
  }

  @Test("an object says the same as the sentence in its place")
  func sameAsSentence() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    let object = try #require(try objects(office, "aggregate", []).first)
    #expect(object["organisation"] as? String == "ninh-khanh")
    #expect(object["standing"] as? String == "new")
    #expect(object["written"] as? Int == 4)
    let workbook = try #require(try objects(office, "workbook", []).first)
    let path = try #require(workbook["file"] as? String)
    #expect(FileManager.default.fileExists(atPath: office.folder.path(path)))
    #expect(workbook["written"] as? Bool == true)
    let again = try objects(office, "workbook", [])
    #expect(again.map { $0["written"] as? Bool } == [false])
    let sentences = try office.run("workbook").output
    #expect(sentences.contains("\(path): unchanged"))
  }

  @Test("a text with quotation marks and line breaks stays one line")
  func quoting() throws {
    let line = ResultLine("", ["text": .text("a \"b\"\n/c"), "none": .none, "number": .number(-1)])
    #expect(line.json == #"{"text":"a \"b\"\n/c","none":null,"number":-1}"#)
  }

  private func objects(
    _ office: SampleOffice, _ stage: String, _ arguments: [String]
  ) throws -> [[String: Any]] {
    let outcome = try office.run(stage, arguments + ["--json"])
    #expect([0, 2].contains(outcome.status), "\(stage): \(outcome.errors)")
    return try outcome.output.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
  }
}
