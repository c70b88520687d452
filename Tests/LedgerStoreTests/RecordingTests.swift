import PlanModel
import TestSupport
import Testing

@testable import LedgerStore

@Suite("Recording a batch")
struct RecordingTests {
  let folder: WorkingFolder
  let ledger: Ledger

  init() throws {
    folder = try WorkingFolder()
    ledger = try folder.ledger()
  }

  @Test("numbers follow the order of receipt, revisions the unit, period and form")
  func revisions() throws {
    let receipts = try ledger.record([
      Sample.submission(), Sample.submission(unit: "HU-B"), Sample.submission(form: .task),
      Sample.submission(file: "so-lieu.v2.csv", version: 2), Sample.submission(period: "2024-Q2"),
    ])
    #expect(receipts.map(\.number) == [1, 2, 3, 4, 5])
    #expect(receipts.map(\.revision) == [1, 1, 1, 2, 1])
    let later = try ledger.record([Sample.submission(bytes: "new"), Sample.submission()])
    #expect(later.map(\.number) == [6, 7])
    #expect(later.map(\.revision) == [3, 4])
    #expect(try ledger.lastReceiptNumber() == 7)
    #expect(try ledger.receipts() == receipts + later)
    // a higher version in the name is later than a later receipt of a lower one
    #expect(receipts[3].isLater(than: later[0]))
    #expect(later[0].isLater(than: receipts[0]))
  }

  @Test("a receipt says everything about its file")
  func receipt() throws {
    let receipt = try #require(
      try ledger.record([
        Sample.submission(
          file: "sub/so-lieu.v3.csv", version: 3, documentNumber: "15-CV/HU", bytes: "abc", rows: 6)
      ]).first)
    let expected = Receipt(
      number: 1, period: try Sample.period("2024-Q3"), unit: "HU-A", form: .indicator,
      file: "sub/so-lieu.v3.csv", version: 3, revision: 1, state: .accepted,
      sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", size: 3,
      receivedAt: try Sample.time("2024-10-02T08:15:30"), documentNumber: "15-CV/HU", rows: 6,
      errors: 0, explanations: 0)
    #expect(receipt == expected)
    #expect(try ledger.receipt(number: 1) == expected)
  }

  @Test("a returned file keeps its bytes and findings and puts no row in force")
  func returned() throws {
    let submission = try Sample.submission(
      bytes: "bad", figures: [Sample.figure("CT01", row: 2, .value(.zero))],
      findings: [Sample.error])
    #expect(try ledger.record([submission]).map(\.state) == [.returned])
    #expect(try ledger.count("figure") == 0)
    #expect(try ledger.count("finding") == 1)
    #expect(try ledger.originalBytes(of: 1) == Array("bad".utf8))
  }

  @Test("of a file that nobody may keep there is the receipt and no byte")
  func withheld() throws {
    let returned = try Sample.submission(bytes: "số CCCD", findings: [Sample.personal])
    let receipt = try #require(
      try ledger.record([try Sample.submission(returned, original: returned.original.withheld)])
        .first)
    #expect(receipt.sha256 == returned.sha256)
    #expect(receipt.size == "số CCCD".utf8.count)
    #expect(try ledger.originalBytes(of: 1) == nil)
    #expect(try ledger.complaints().isEmpty)
    // what counts can be looked at
    _ = try ledger.record([
      try Sample.submission(
        try Sample.submission(unit: "HU-B"), original: returned.original.withheld)
    ])
    #expect(try ledger.complaints().count == 1)
  }

  /// Batches whose second of three submissions the ledger cannot take.
  static let unacceptable: [(name: String, figures: [Figure], context: String)] = {
    let long = FixedDecimal(1_000_000_000_000_000_000)
    let fine = FixedDecimal(1, fractionDigits: 7)
    let huge = FixedDecimal(Int128.max)
    let place = "2024-Q3/HU-B/so-lieu.csv"
    return [
      (
        "an indicator twice",
        [Sample.figure("CT01", row: 2, .blank), Sample.figure("CT01", row: 3, .blank)], place
      ),
      ("row 0", [Sample.figure("CT01", row: 0, .blank)], place),
      ("no plan", [Sample.figure("CT01", row: 2, .blank, plan: "")], place),
      ("19 digits", [Sample.figure("CT01", row: 2, .value(long))], place + ", row 2"),
      ("7 decimals", [Sample.figure("CT01", row: 2, .blank, .value(fine))], place + ", row 2"),
      ("39 digits", [Sample.figure("CT01", row: 2, .value(huge))], place + ", row 2"),
    ]
  }()

  @Test("is all or nothing", arguments: unacceptable.indices)
  func allOrNothing(index: Int) throws {
    let bad = Self.unacceptable[index]
    _ = try ledger.record([Sample.submission(bytes: "before")])
    let good = [Sample.figure("CT01", row: 2, .value(.zero))]
    let error = #expect(throws: LedgerError.self) {
      try ledger.record([
        Sample.submission(figures: good), Sample.submission(unit: "HU-B", figures: bad.figures),
        Sample.submission(unit: "HU-C", figures: good),
      ])
    }
    #expect(error?.code == .refused, "\(bad.name)")
    #expect(error?.context == bad.context, "\(bad.name)")
    #expect(error?.description.contains("000000") == false)
    #expect(try ledger.count("figure") == 0)
    #expect(try ledger.count("sqlar") == 1)
    #expect(try ledger.lastReceiptNumber() == 1)
    // and the ledger goes on as if nothing had been
    #expect(try ledger.record([Sample.submission(figures: good)]).map(\.revision) == [2])
    try ledger.close()
    #expect(try folder.names() == ["ledger.sqlite"])
  }

  @Test("a full disk keeps nothing of the batch and says so")
  func diskFull() throws {
    _ = try ledger.record([Sample.submission()])
    try ledger.writing { connection in
      let pages = try #require(try connection.integer("PRAGMA page_count"))
      _ = try connection.integer("PRAGMA max_page_count = \(pages + 2)")
    }
    let error = #expect(throws: LedgerError.self) {
      try ledger.record([
        Sample.submission(unit: "HU-B"),
        Sample.submission(unit: "HU-C", bytes: String(repeating: "x", count: 100_000)),
      ])
    }
    #expect(error?.code == .diskFull)
    #expect(
      error?.description
        == "2024-Q3/HU-C/so-lieu.csv: the disk is full; make room and run again [ledger-disk-full]")
    #expect(try ledger.lastReceiptNumber() == 1)
    try ledger.integrityCheck()
  }

  @Test("an empty batch and an empty file are recorded as such")
  func empty() throws {
    #expect(try ledger.record([]).isEmpty)
    #expect(try ledger.lastReceiptNumber() == 0)
    #expect(try ledger.record([Sample.submission(bytes: "")]).map(\.size) == [0])
    #expect(try ledger.originalBytes(of: 1) == [])
    #expect(
      try ledger.reading { try $0.integer("SELECT sz = 0 AND data IS NOT NULL FROM sqlar") } == 1)
  }
}

@Suite("Finding receipts")
struct ReceiptTests {
  let folder: WorkingFolder
  let ledger: Ledger

  init() throws {
    folder = try WorkingFolder()
    ledger = try folder.ledger()
    _ = try ledger.record([
      Sample.submission(period: "2024-06", receivedAt: "2024-07-01T00:00:00"),
      Sample.submission(period: "2024-Q3", bytes: "one"),
      Sample.submission(unit: "HU-B", period: "2024-Q3", receivedAt: "2024-10-04T10:00:00"),
      Sample.submission(period: "2024-Q3", form: .task, file: "nhiem-vu.csv"),
      Sample.submission(period: "2024-Q3", receivedAt: "2024-10-09T10:00:00", bytes: "two"),
      Sample.submission(period: "2024-Q4", receivedAt: "2025-01-02T10:00:00"),
    ])
  }

  @Test("by each condition and by all of them")
  func filters() throws {
    let quarter = try Sample.period("2024-Q3")
    func numbers(_ filter: ReceiptFilter) throws -> [Int64] {
      try ledger.receipts(filter).map(\.number)
    }
    #expect(try numbers(ReceiptFilter()) == [1, 2, 3, 4, 5, 6])
    #expect(try numbers(ReceiptFilter(period: quarter)) == [2, 3, 4, 5])
    #expect(try numbers(ReceiptFilter(within: quarter.yearToDate)) == [1, 2, 3, 4, 5])
    #expect(try numbers(ReceiptFilter(units: ("HU-A", "HU-AZ"))) == [1, 2, 4, 5, 6])
    #expect(try numbers(ReceiptFilter(period: quarter, units: ("HU-B", "HU-B"))) == [3])
    #expect(try numbers(ReceiptFilter(units: ("a", "z"))) == [])
    #expect(try numbers(ReceiptFilter(form: .task)) == [4])
    #expect(try numbers(ReceiptFilter(through: 2)) == [1, 2])
    #expect(try numbers(ReceiptFilter(through: 0)) == [])
    let asOf = try Sample.time("2024-10-04T10:00:00")
    #expect(try numbers(ReceiptFilter(receivedBy: asOf)) == [1, 2, 3, 4])
    #expect(
      try numbers(
        ReceiptFilter(
          period: quarter, within: quarter.span, units: ("HU-A", "HU-A"), form: .indicator,
          through: 5,
          receivedBy: try Sample.time("2024-10-09"))) == [2, 5])
  }

  @Test("the periods of which something was received, each once")
  func periods() throws {
    let periods = try ["2024-06", "2024-Q3", "2024-Q4"].map(Sample.period)
    #expect(try ledger.periods().sorted() == periods)
    #expect(try WorkingFolder().ledger().periods() == [])
  }

  @Test("a number that was never given is an error")
  func unknown() throws {
    for number: Int64 in [0, -1, 7, .max] {
      #expect(throws: LedgerError.self) { try ledger.receipt(number: number) }
      let error = #expect(throws: LedgerError.self) { try ledger.originalBytes(of: number) }
      #expect(error?.code == .unknownNumber)
    }
    #expect(try ledger.findings(of: 7).isEmpty)
    #expect(try ledger.normalisations(of: 7).isEmpty)
  }
}
