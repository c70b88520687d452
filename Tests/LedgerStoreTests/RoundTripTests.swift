import PlanModel
import TestSupport
import Testing

@testable import LedgerStore

@Suite("What is recorded is read back")
struct RoundTripTests {
  let folder: WorkingFolder
  let ledger: Ledger

  init() throws {
    folder = try WorkingFolder()
    ledger = try folder.ledger()
  }

  @Test(
    "each kind of cell stays what it is",
    arguments: [
      "0", "1", "-1", "68.8", "0.000001", "-0.5", "10", "100.1", "999999999999999999",
      "-999999999999999999", "999999999999.999999", "123456789012.345678",
    ])
  func numbers(text: String) throws {
    let number = try Sample.number(text)
    let rows = [
      Sample.figure("CT01", row: 2, number, .blank),
      Sample.figure("CT02", row: 3, .notApplicable, number),
      Sample.figure("CT03", row: 4, .blank, .notApplicable),
    ]
    let receipt = try #require(try ledger.record([Sample.submission(figures: rows)]).first)
    #expect(try ledger.allFigures(of: receipt.number) == rows)
    try ledger.close()
    #expect(
      try Ledger(path: folder.path("ledger.sqlite"), mode: .readOnly).allFigures(of: 1) == rows)
  }

  @Test(
    "texts keep every byte",
    arguments: [
      "", "chưa gồm 2 chi bộ mới", "a\u{0}b\u{0}", "\u{0}", "e\u{301}", "\u{E9}", "'; --\n\r",
    ])
  func texts(note: String) throws {
    var place = Finding.Place()
    place.header = note
    let finding = Finding(
      code: "note-odd", severity: .explain, place: place, subject: note, value: note,
      message: note, problem: note, remedy: note)
    let report = TaskReport(
      plan: "NQ21", task: "V.1-01", row: 2, status: .waiting, percent: nil, completedOn: nil,
      documentNumber: note, note: note)
    let submission = try Sample.submission(
      documentNumber: note, bytes: note,
      figures: [Sample.figure("CT01", row: 2, .blank, note: note)], taskReports: [report],
      findings: [finding], normalisations: [note])
    let receipt = try #require(try ledger.record([submission]).first)
    let utf8 = Array(note.utf8)
    #expect(try ledger.allFigures(of: 1).map { Array($0.note.utf8) } == [utf8])
    #expect(try ledger.allTaskReports(of: 1).map { Array($0.documentNumber.utf8) } == [utf8])
    #expect(try ledger.findings(of: 1) == [finding])
    #expect(try ledger.findings(of: 1).map { $0.value.map { Array($0.utf8) } } == [utf8])
    #expect(try ledger.normalisations(of: 1).map { Array($0.utf8) } == [utf8])
    #expect(try ledger.originalBytes(of: 1) == utf8)
    #expect(try ledger.receipt(number: 1) == receipt)
    #expect(Array(try ledger.receipt(number: 1).documentNumber.utf8) == utf8)
  }

  @Test("reports on tasks in every state, in the order of their rows")
  func taskReports() throws {
    let day = try #require(CalendarDate(year: 2024, month: 9, day: 5))
    let percents: [FixedDecimal?] = [
      FixedDecimal(100), FixedDecimal(335, fractionDigits: 1), .zero, nil,
      FixedDecimal(99_999_999, fractionDigits: 6),
    ]
    let rows = zip(TaskStatus.allCases, percents).enumerated().map { index, pair in
      TaskReport(
        plan: "NQ21", task: "V.1-0\(9 - index)", row: index + 2, status: pair.0, percent: pair.1,
        completedOn: pair.0 == .done ? day : nil, documentNumber: "12-KH/HU", note: "")
    }
    _ = try ledger.record([Sample.submission(form: .task, rows: 5, taskReports: rows)])
    #expect(try ledger.allTaskReports(of: 1) == rows)
    #expect(try ledger.allTaskReports(of: 1, plan: "NQ35").isEmpty)
  }

  @Test("findings keep their order and tell an unknown place from a known one")
  func findings() throws {
    let bare = Finding(code: "file-empty", severity: .info, message: "m", problem: "p")
    let findings = [Sample.error, bare, Sample.error]
    let receipt = try #require(
      try ledger.record([Sample.submission(findings: findings)]).first)
    #expect(try ledger.findings(of: receipt.number) == findings)
    #expect(receipt.state == .returned)
    #expect(receipt.errors == 2)
    #expect(receipt.explanations == 0)
  }

  @Test("figures come receipt by receipt, row by row, of the plan asked for")
  func order() throws {
    let first = [
      Sample.figure("CT09", row: 2, .blank), Sample.figure("CT01", row: 3, .blank),
      Sample.figure("CT01", row: 4, .blank, plan: "NQ35"), Sample.figure("CT05", row: 5, .blank),
    ]
    let second = [Sample.figure("CT01", row: 2, .value(.zero))]
    _ = try ledger.record([
      Sample.submission(figures: first), Sample.submission(unit: "HU-B", figures: second),
    ])
    var seen: [String] = []
    try ledger.figures(of: [2, 7, 1], plan: "NQ21") {
      seen.append("\($0)/\($1.row)/\($1.indicator)")
    }
    #expect(seen == ["1/2/CT09", "1/3/CT01", "1/5/CT05", "2/2/CT01"])
  }

  @Test("figures are found whether those asked for are near to each other or far apart")
  func nearAndFar() throws {
    for number in 1...40 {
      // some receipts have no figures of the plan
      let plan = number % 7 == 0 ? "NQ35" : "NQ21"
      let figure = Sample.figure("CT01", row: number + 1, .blank, plan: plan)
      _ = try ledger.record([Sample.submission(unit: "HU-\(number)", figures: [figure])])
    }
    var dice = SeededDice(seed: 21)
    for size in [1, 2, 3, 5, 10, 20, 39] {
      let wanted = Array((1...60).map(Int64.init).shuffled(using: &dice).prefix(size))
      var seen: [Int64] = []
      try ledger.figures(of: wanted, plan: "NQ21") { receipt, figure in
        #expect(figure.row == Int(receipt) + 1)
        seen.append(receipt)
      }
      #expect(seen == wanted.filter { $0 <= 40 && $0 % 7 != 0 }.sorted())
    }
  }

  @Test("the numbers of all plans come receipt by receipt, plan by plan, without the notes")
  func numbers() throws {
    let first = [
      Sample.figure("CT09", row: 2, try Sample.number("68.8"), .notApplicable, note: "ghi chú"),
      Sample.figure("CT01", row: 3, .blank, try Sample.number("-7")),
      Sample.figure("CT01", row: 4, .value(.zero), plan: "NQ05"),
    ]
    _ = try ledger.record([
      Sample.submission(figures: first),
      Sample.submission(unit: "HU-B", figures: [Sample.figure("CT01", row: 2, .value(.zero))]),
    ])
    var seen: [String] = []
    try ledger.numbers(of: [2, 7, 1]) { receipt, plan, indicator, numerator, denominator in
      let numbers = [numerator, denominator].map { $0?.plainText ?? "-" }
      seen.append(([String(receipt), plan, indicator] + numbers).joined(separator: " "))
    }
    #expect(
      seen == [
        "2 NQ21 CT01 0 -", "1 NQ05 CT01 0 -", "1 NQ21 CT09 68.8 -", "1 NQ21 CT01 - -7",
      ])
    // the ledger is free again, also when the reader has had enough
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try ledger.numbers(of: [1]) { _, _, _, _, _ in throw Enough() }
    }
    _ = try ledger.record([Sample.submission()])
    try ledger.close()
    #expect(try folder.names() == ["ledger.sqlite"])
  }

  @Test("texts of any length stand beside each other, in one statement and in the next")
  func longTexts() throws {
    // beyond what a statement keeps of them itself, and back again
    for (place, length) in [10, 40_000, 3_000, 0, 32_768, 7].enumerated() {
      let rows = (0..<23).map {
        Sample.figure(
          "CT\($0)", row: $0 + 2, .blank, note: String(repeating: "\($0 % 10)", count: length))
      }
      let receipt = try ledger.record([Sample.submission(unit: "HU-\(place)", figures: rows)])[0]
      #expect(try ledger.allFigures(of: receipt.number) == rows)
    }
  }

  @Test("any number of figures", arguments: [0, 1, 19, 20, 21, 40, 61])
  func counts(count: Int) throws {
    let rows = (0..<count).map {
      Sample.figure("CT\($0)", row: $0 + 2, .value(FixedDecimal($0)), .notApplicable)
    }
    _ = try ledger.record([
      Sample.submission(figures: rows), Sample.submission(unit: "HU-B", figures: rows),
    ])
    #expect(try ledger.allFigures(of: 1) == rows)
    #expect(try ledger.allFigures(of: 2) == rows)
  }

  @Test("a reader may stop, and the ledger can be used again")
  func stopping() throws {
    struct Enough: Error {}
    let rows = [Sample.figure("CT01", row: 2, .blank), Sample.figure("CT02", row: 3, .blank)]
    _ = try ledger.record([Sample.submission(figures: rows)])
    #expect(throws: Enough.self) {
      try ledger.figures(of: [1], plan: "NQ21") { _, _ in throw Enough() }
    }
    #expect(try ledger.allFigures(of: 1) == rows)
    _ = try ledger.record([Sample.submission()])
    try ledger.close()
    #expect(try folder.names() == ["ledger.sqlite"])
  }
}

@Suite("Damaged figures")
struct DamagedFiguresTests {
  static let damaged = [
    ("[", "[]"), ("[]x", "[]"), ("[[2,\"CT01\",1]]", "[\"\"]"), ("[[2,\"CT01\",1,nul]]", "[\"\"]"),
    ("[[2,\"CT01\",1,\"x\"]]", "[\"\"]"), ("[[2,\"CT01\",1,2]]", "[]"),
    ("[[2,\"CT01\",1,2]]", "[\"\",\"\"]"), ("[[2,\"CT01\",1,2]]", "[\"\\u12\"]"),
    ("[[2,\"CT01\",1,2]", "[\"\"]"), ("[[2,\"CT01\",1,2],]", "[\"\"]"),
    ("[[0,\"CT01\",1,2]]", "[\"\"]"), ("[[4294967296,\"CT01\",1,2]]", "[\"\"]"),
    ("[[2,\"CT01,1,2]]", "[\"\"]"), ("[[2,CT01,1,2]]", "[\"\"]"), ("[[2,\"CT01\",-,2]]", "[\"\"]"),
  ]

  @Test("are an error that says which, and no crash", arguments: damaged)
  func damage(numbers: String, notes: String) throws {
    let folder = try WorkingFolder()
    let ledger = try folder.ledger()
    _ = try ledger.record([Sample.submission()])
    try ledger.writing {
      try $0.execute("INSERT INTO figures VALUES (1, 'NQ21', '\(numbers)', '\(notes)')")
    }
    let error = #expect(throws: LedgerError.self) { try ledger.allFigures(of: 1) }
    #expect(error?.code == .damaged)
    #expect(error?.message.contains("the figures of receipt 1") == true)
    // as for any other damage: verify says what there is to do
    #expect(error?.remedy.contains("tonghop-ledger verify") == true)
  }
}
