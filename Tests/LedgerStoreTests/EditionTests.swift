import ContentHash
import Foundation
import PlanModel
import TestSupport
import Testing

@testable import LedgerStore

@Suite("Editions")
struct EditionTests {
  let folder: WorkingFolder
  let ledger: Ledger

  init() throws {
    folder = try WorkingFolder()
    ledger = try folder.ledger()
    _ = try ledger.record([Sample.submission(), Sample.submission(unit: "HU-B")])
  }

  static func draft(
    plan: String = "NQ21", period: String = "2024-Q3", asOf: String = "2024-10-05",
    horizon: Int64 = 1, outcome: String = "", sources: [(String, String)] = [("units.csv", "a,b\n")]
  ) throws -> EditionDraft {
    EditionDraft(
      plan: plan, period: try Sample.period(period), asOf: try Sample.time(asOf), horizon: horizon,
      inputsDigest: SHA256Digest(of: []).hexadecimal,
      outcomeDigest: SHA256Digest(of: Array(outcome.utf8)).hexadecimal,
      sources: sources.map { SourceFile(name: $0, bytes: Array($1.utf8)) })
  }

  @Test("are numbered for each plan and period, and read back")
  func numbers() throws {
    let first = try ledger.issue(Self.draft())
    let second = try ledger.issue(Self.draft(asOf: "2024-10-06T17:00", horizon: 2, outcome: "x"))
    let others = [
      try ledger.issue(Self.draft(plan: "NQ35")),
      try ledger.issue(Self.draft(period: "2024-Q2", horizon: 0)),
    ]
    #expect([first, second].map(\.number) == [1, 2])
    #expect(others.map(\.number) == [1, 1])
    let quarter = try Sample.period("2024-Q3")
    #expect(try ledger.editions(plan: "NQ21", period: quarter) == [first, second])
    #expect(try ledger.edition(plan: "NQ21", period: quarter, number: 2) == second)
    #expect(second.asOf == (try Sample.time("2024-10-06T17:00:00")))
    #expect(first.asOf.isEndOfDay)
    #expect(second.horizon == 2)
    #expect(second.outcomeDigest == SHA256Digest(of: [UInt8(ascii: "x")]).hexadecimal)
    #expect(try ledger.editions(plan: "NQ99", period: quarter).isEmpty)
    let error = #expect(throws: LedgerError.self) {
      try ledger.edition(plan: "NQ21", period: quarter, number: 3)
    }
    #expect(error?.code == .unknownNumber)
    #expect(error?.message == "there is no edition 3 of NQ21 for 2024-Q3")
  }

  @Test("keep the files they were made from, each content once")
  func sources() throws {
    let files = [("units.csv", "u"), ("plans/NQ21.yaml", "p\u{0}"), ("events.csv", "")]
    let first = try ledger.issue(Self.draft(sources: files))
    let second = try ledger.issue(
      Self.draft(sources: [("units.csv", "u2"), ("plans/NQ21.yaml", "p\u{0}"), ("copy", "u")]))
    try ledger.close()
    let reader = try Ledger(path: ledger.path, mode: .readOnly)
    #expect(
      try reader.sources(of: first).map(\.name) == ["events.csv", "plans/NQ21.yaml", "units.csv"])
    #expect(
      try reader.sources(of: first).map { String(decoding: $0.bytes, as: UTF8.self) }
        == ["", "p\u{0}", "u"])
    #expect(
      try reader.sources(of: second).map { String(decoding: $0.bytes, as: UTF8.self) }
        == ["u", "p\u{0}", "u2"])
    #expect(try reader.count("source") == 4)
  }

  @Test("tell when a file they were made from has changed on the disk")
  func damagedSource() throws {
    let edition = try ledger.issue(Self.draft(sources: [("units.csv", "above: 90%")]))
    try ledger.close()
    var bytes = try Array(Data(contentsOf: URL(fileURLWithPath: ledger.path)))
    let place = try #require(bytes.firstRange(of: Array("above: 90%".utf8)))
    bytes[place.upperBound - 3] = UInt8(ascii: "1")
    try Data(bytes).write(to: URL(fileURLWithPath: ledger.path))
    let damaged = try Ledger(path: ledger.path, mode: .readOnly)
    let error = #expect(throws: LedgerError.self) { try damaged.sources(of: edition) }
    #expect(error?.code == .damaged)
    #expect(error?.message == "units.csv is not what it was made from")
  }

  @Test("keep the digests of their documents, each name once")
  func documents() throws {
    let digests = ["a", "b"].map { SHA256Digest(of: Array($0.utf8)).hexadecimal }
    let data = IssuedDocument(name: "data/tasks.csv", sha256: digests[0])
    let draft = try Self.draft()
    let first = try ledger.issue(
      EditionDraft(
        plan: draft.plan, period: draft.period, asOf: draft.asOf, horizon: draft.horizon,
        inputsDigest: draft.inputsDigest, outcomeDigest: draft.outcomeDigest,
        sources: draft.sources,
        documents: [data]))
    let second = try ledger.issue(Self.draft())
    let text = IssuedDocument(name: "bao-cao.txt", sha256: digests[1])
    try ledger.add([(first, [text])])
    #expect(try ledger.documents(of: first) == [text, data])
    #expect(try ledger.documents(of: second) == [])
    let other = IssuedDocument(name: "bao-cao.txt", sha256: digests[0])
    let error = #expect(throws: LedgerError.self) {
      try ledger.add([(second, [other]), (first, [other])])
    }
    #expect(error?.code == .refused)
    #expect(try ledger.documents(of: second) == [])
    #expect(try ledger.documents(of: first) == [text, data])
  }

  @Test("are refused whole when they cannot be kept")
  func refused() throws {
    let drafts = [
      try Self.draft(horizon: 3), try Self.draft(horizon: -1), try Self.draft(plan: ""),
      try Self.draft(sources: [("a", "1"), ("a", "2")]), try Self.draft(sources: [("", "1")]),
    ]
    for draft in drafts {
      let error = #expect(throws: LedgerError.self) { try ledger.issue(draft) }
      #expect(error?.code == .refused)
      #expect(error?.context == "\(ledger.path): \(draft.plan)/2024-Q3")
    }
    #expect(try ledger.count("edition") == 0)
    #expect(try ledger.count("source") == 0)
  }
}
