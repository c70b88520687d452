import Documents
import Foundation
import LedgerStore
import PlanModel
import TestSupport
import Testing

@testable import Stages

/// The ledger keeps the digests of what was issued: an edition that another build of the program prints in
/// other words is no copy of the one that was signed.
@Suite("Documents of an edition made again")
struct IssuedDocumentsTests {
  private let office: SmallOffice
  private static let otherwise = "issued, most likely because another version of the program"

  init() throws {
    office = try SmallOffice(WorkingFolder(), code: "nam-son", root: "TU", units: ["DV1", "DV2"])
    try send(46)
    report()
  }

  private func send(_ good: Int, _ name: String = "bieu01.csv") throws {
    for unit in ["DV1", "DV2"] {
      try office.write(
        "plan,indicator,numerator,denominator\nKH1,CT01,120,\nKH1,CT02,\(good),100\nKH1,CT03,5,\n",
        "submissions/2025-Q3/\(unit)/\(name)")
    }
  }

  private func report() {
    office.run(IngestStage.run)
    office.run(AggregateStage.run)
    office.run(WorkbookStage.run)
    office.run { BriefingStage.run($0, $1) }
  }

  /// As another build would word them.
  private static let reworded: DocumentComposer = {
    let standard = DocumentComposer.standard
    return DocumentComposer(
      ofPlan: { report in
        standard.ofPlan(report).map { document in
          document.mapped(document.name) { text in
            TextDocument(
              text.blocks.map { block in
                if case .paragraph(let words) = block { .paragraph(words + " v.v.") } else { block }
              })
          }
        }
      }, ofPeriod: standard.ofPeriod)
  }()

  @discardableResult
  private func briefing(
    _ edition: Int?, by composer: DocumentComposer = .standard, asOf: String? = nil
  ) -> (status: Stages.ExitStatus, text: String) {
    office.run {
      BriefingStage.run($0, $1, composedBy: composer)
    } _: {
      $0.edition = edition
      $0.asOf = asOf
    }
  }

  private func digests() throws -> [String] {
    let ledger = try Ledger(path: office.output("ledger.sqlite").path, mode: .readOnly)
    defer { try? ledger.close() }
    return try ledger.editions().flatMap { edition in
      try ledger.documents(of: edition).map { "\(edition.number) \($0.name)" }
    }
  }

  @Test(
    "each is kept when it is published first, and nothing is written when it is published again")
  func kept() throws {
    let documents = [
      "bao-cao.txt", "bieu-tong-hop.xlsx", "data/findings.csv", "data/indicators.csv",
      "data/submissions.csv", "data/tasks.csv", "tom-tat.txt",
    ]
    #expect(try digests() == documents.map { "1 \($0)" })
    let before = try Data(contentsOf: office.output("ledger.sqlite"))
    for name in ["bao-cao.txt", "bieu-tong-hop.xlsx"] {
      try FileManager.default.removeItem(at: office.output("2025-Q3/KH1/\(name)"))
    }
    report()
    #expect(FileManager.default.fileExists(atPath: office.output("2025-Q3/KH1/bao-cao.txt").path))
    #expect(try Data(contentsOf: office.output("ledger.sqlite")) == before)
  }

  @Test("one that comes out otherwise is printed and named, as often as the edition is asked for")
  func otherwise() throws {
    try send(47, "bieu01.v2.csv")
    report()
    #expect(try digests().contains("2 hieu-chinh.txt"))
    let same = briefing(1)
    #expect(same.status == .clean, "\(same.text)")
    briefing(2)
    for _ in 1...2 {
      let other = briefing(1, by: Self.reworded)
      #expect(other.status == .findings)
      #expect(
        other.text.contains(
          "nam-son: edition 1 of KH1 for 2025-Q3: bao-cao.txt comes out otherwise than it was "
            + "\(Self.otherwise) printed the edition then; the copy that was signed "
            + "counts"),
        "\(other.text)")
      let text = try String(
        contentsOf: office.output("2025-Q3/KH1/bao-cao.txt"), encoding: .utf8)
      #expect(text.contains("v.v."))
    }
    // the first that was printed is the one that was issued
    briefing(2)
    #expect(briefing(1).status == .clean)
  }

  @Test("whoever named no edition and no moment is told when it is written, and not every night")
  func onceByItself() throws {
    try FileManager.default.removeItem(at: office.output("2025-Q3/KH1/bao-cao.txt"))
    let written = briefing(nil, by: Self.reworded)
    #expect(written.status == .findings)
    #expect(written.text.contains(Self.otherwise))
    #expect(briefing(nil, by: Self.reworded).status == .clean)
    // also where nothing is looked at because nothing has changed
    for _ in 1...3 {
      let named = briefing(nil, by: Self.reworded, asOf: "2025-12-31")
      #expect(named.status == .findings, "\(named.text)")
      #expect(named.text.contains(Self.otherwise))
    }
  }

  @Test("workbooks are held as well")
  func workbook() throws {
    try send(47, "bieu01.v2.csv")
    office.run(IngestStage.run)
    office.run(AggregateStage.run)
    let path = office.output("ledger.sqlite").path
    let ledger = try Ledger(path: path, mode: .readWrite)
    let edition = try #require(try ledger.editions().last)
    let digest = String(repeating: "0", count: 64)
    try ledger.add([(edition, [IssuedDocument(name: "bieu-tong-hop.xlsx", sha256: digest)])])
    try ledger.close()
    let workbook = office.run(WorkbookStage.run) { $0.edition = 2 }
    #expect(workbook.status == .findings)
    #expect(
      workbook.text.contains("2025-Q3: bieu-tong-hop.xlsx comes out otherwise than it was issued"))
  }

  @Test("what was issued before ledgers kept digests is held against nothing, and never recorded")
  func before() throws {
    try StockSQLite.run(
      "DROP TRIGGER edition_document_no_delete; DELETE FROM edition_document",
      on: office.output("ledger.sqlite").path)
    try FileManager.default.removeItem(at: office.output("2025-Q3"))
    #expect(briefing(1, by: Self.reworded).status == .clean)
    #expect(office.run(WorkbookStage.run) { $0.edition = 1 }.status == .clean)
    #expect(try digests() == [])
  }

  @Test("in another structure of units nothing was issued")
  func structure() throws {
    let outcome = office.run {
      BriefingStage.run($0, $1, composedBy: Self.reworded)
    } _: {
      $0.structure = "2025-06-30"
    }
    #expect(outcome.status == .clean, "\(outcome.text)")
  }

  @Test("a ledger made anew has them as they were")
  func rebuilt() throws {
    let before = try digests()
    #expect(office.run { LedgerStage.rebuild($0, to: nil, $1) }.status == .clean)
    try FileManager.default.removeItem(at: office.output("ledger.sqlite"))
    try FileManager.default.moveItem(
      at: office.output("ledger-rebuilt.sqlite"), to: office.output("ledger.sqlite"))
    #expect(try digests() == before)
    #expect(office.run(WorkbookStage.run) { $0.edition = 1 }.status == .clean)
  }
}
