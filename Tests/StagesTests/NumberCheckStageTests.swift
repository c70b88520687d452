import Documents
import Foundation
import PlanModel
import TestSupport
import Testing

@testable import Stages

/// A stage whose words contradict the edition publishes nothing.
@Suite("Numbers that contradict the edition")
struct NumberCheckStageTests {
  let office: SmallOffice

  init() throws {
    office = try SmallOffice(WorkingFolder(), code: "nam-son", root: "TU", units: ["DV1", "DV2"])
    for (unit, good) in [("DV1", 46), ("DV2", 47)] {
      try office.write(
        "plan,indicator,numerator,denominator\nKH1,CT01,120,\nKH1,CT02,\(good),100\nKH1,CT03,5,\n",
        "submissions/2025-Q3/\(unit)/bieu01.csv")
    }
    office.run(IngestStage.run)
    office.run(AggregateStage.run)
  }

  /// The stage's own documents, of which every line was rewritten.
  private func composer(
    _ rewrite: @escaping @Sendable (String) -> String
  ) -> CheckedDocuments.Composer {
    { report in
      CheckedDocuments.composer(report).map { name, document in
        let blocks = document.blocks.map { block -> TextDocument.Block in
          guard case .item(let text) = block else { return block }
          return .item(rewrite(text))
        }
        return (name, TextDocument(blocks))
      }
    }
  }

  private func issue(
    _ rewrite: @escaping @Sendable (String) -> String
  ) -> (status: Stages.ExitStatus, text: String) {
    office.run { BriefingStage.run($0, $1, composedBy: composer(rewrite)) }
  }

  private func folder() throws -> [String: String] {
    let folder = office.output("2025-Q3")
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".csv") }
    return try Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8))
      })
  }

  @Test("as they are, they are published")
  func sound() throws {
    #expect(issue { $0 }.status == .clean)
    let text = try #require(try folder()["KH1/bao-cao.txt"])
    #expect(text.contains("46,5% (93/200)"))
  }

  @Test(
    "a wrong number, and a part that does not add up, fail the stage before anything is published",
    arguments: [
      // 93 of 200 make 46.5%, against a target of 50%
      ("46,5%", "46,4%", "46,4 is printed for indicators.csv CT02 TU point value, which is 46.5%"),
      ("46,5%", "50,0%", "50,0 is printed for indicators.csv CT02 TU point value, which is 46.5%"),
      ("(93", "(94", "94 is printed for indicators.csv CT02 TU point numerator, which is 93"),
    ])
  func contradictory(right: String, wrong: String, sentence: String) throws {
    let before = try folder()
    let (status, text) = issue { line in
      // the mark before a number stays: the sentence still says which cell it speaks of
      let digits = right.drop { !$0.isNumber }
      return line.replacing(digits, with: wrong.drop { !$0.isNumber })
    }
    #expect(status == .failed)
    #expect(text.contains("the documents of KH1 for 2025-Q3 contradict their edition"), "\(text)")
    #expect(text.contains(sentence), "\(text)")
    #expect(try folder() == before)
    #expect(before["KH1/bao-cao.txt"] == nil)
  }

  @Test("what stood before stays when the next one is wrong")
  func keepsWhatStood() throws {
    #expect(issue { $0 }.status == .clean)
    let before = try folder()
    try office.write(
      "plan,indicator,numerator,denominator\nKH1,CT01,121,\nKH1,CT02,46,100\nKH1,CT03,5,\n",
      "submissions/2025-Q3/DV1/bieu01.v2.csv")
    office.run(IngestStage.run)
    let (status, _) = issue { $0.replacing("46,5%", with: "99,9%") }
    // without a new edition there is nothing to write
    #expect(status == .clean)
    #expect(try folder() == before)
    office.run(AggregateStage.run)
    #expect(issue { $0.replacing("46,5%", with: "99,9%") }.status == .failed)
  }
}
