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
  ) -> DocumentComposer {
    @Sendable func rewritten(_ documents: [PendingDocument]) -> [PendingDocument] {
      documents.map { document in
        document.mapped(document.name) { document in
          TextDocument(
            document.blocks.map { block in
              switch block {
              case .item(let text): .item(rewrite(text))
              case .paragraph(let text): .paragraph(rewrite(text))
              default: block
              }
            })
        }
      }
    }
    let standard = DocumentComposer.standard
    return DocumentComposer(
      ofPlan: { rewritten(standard.ofPlan($0)) }, ofPeriod: { rewritten(standard.ofPeriod($0)) })
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

  @Test("a distance too small for six decimals is said to be near, and contradicts nothing")
  func smallestDistance() throws {
    // as of money: half of so many dong, but one
    try office.write(
      "plan,indicator,numerator,denominator\nKH1,CT01,120,\nKH1,CT02,749999999999,1500000000000\n"
        + "KH1,CT03,5,\n", "submissions/2025-Q3/DV1/bieu01.v2.csv")
    try office.write(
      "plan,indicator,numerator,denominator\nKH1,CT01,120,\nKH1,CT02,750000000000,1500000000000\n"
        + "KH1,CT03,5,\n", "submissions/2025-Q3/DV2/bieu01.v2.csv")
    office.run(IngestStage.run)
    office.run(AggregateStage.run)
    let (status, said) = issue { $0 }
    #expect(status == .clean, "\(said)")
    let text = try #require(try folder()["KH1/bao-cao.txt"])
    #expect(text.contains("~-0,000001 "))
    #expect(text.contains("~0,000001 điểm %"))
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

  @Test("a letter that counts otherwise is not sent")
  func letter() throws {
    let (status, text) = issue {
      // the letter alone, the briefing being right
      $0.contains("đã nhận được") ? $0.replacing("4 biểu", with: "5 biểu") : $0
    }
    #expect(status == .failed)
    #expect(
      text.contains("the letters and slips of 2025-Q3 contradict their edition"), "\(text)")
    #expect(text.contains("5 is printed for submissions.csv asked_forms, which is 4"), "\(text)")
    // neither the letter nor what was right
    #expect(try folder().keys.allSatisfy { !$0.hasSuffix(".txt") })
    #expect(issue { $0 }.status == .clean)
    #expect(try folder()["don-doc/cong-van.txt"]?.contains("2/4 biểu hợp lệ") == true)
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
