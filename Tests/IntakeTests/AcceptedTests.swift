import Intake
import PlanModel
import Testing

/// One report in every spelling that committees use: whatever the bytes, the figures are these.
@Suite("Files read as they were meant")
struct AcceptedTests {
  /// The report of a unit, as every file of `sameReport` says it.
  private static let report = [
    "CT01 72/76", "CT02 47/4310", "CT03 2/-", "CT04 1234.5/- triệu đồng", "CT05 105.2/100",
    "CT06 6/-",
  ]

  private static let sameReport = [
    "plain", "no-final-newline", "excel-semicolon", "utf16le-tab", "utf16be-tab", "windows-1258",
    "nfd", "cr",
    "mixed-line-ends", "bom-quoted", "sep-line", "comma-english", "blank-lines",
    "trailing-separators", "missing-tail", "titles-and-signatures", "two-line-header",
    "repeated-header", "stt-and-measure", "header-spellings", "other-order", "number-spellings",
    "lower-case-codes", "unit-and-period", "indicator-named-dan-toc",
  ]

  /// What other files say: only the figures that differ.
  private static let otherReports: [String: [String: String]] = [
    "not-applicable": ["CT01": "x/x", "CT03": "x/-", "CT05": "x/x"],
    "zero-and-blank": ["CT01": "0/76", "CT03": "0/-", "CT06": "-/- chưa tổng hợp xong"],
    "note-lines": [
      "CT01": "72/76 dòng một\ndòng \"hai\" cột", "CT02": "47/4310 =1+2",
      "CT03": "2/- đặt; trong ngoặc",
    ],
    "percent-amount": ["CT04": "68.8/-"],
  ]

  @Test("the same report", arguments: sameReport)
  func same(name: String) throws {
    let content = try FixtureTests.read("accepted-" + name)
    #expect(!content.isReturned, "\(content.findings.map(\.message))")
    #expect(content.findings.allSatisfy { $0.severity == .info })
    #expect(content.figures.map(Self.text) == Self.report)
  }

  @Test("other values", arguments: otherReports.keys.sorted())
  func other(name: String) throws {
    let content = try FixtureTests.read("accepted-" + name)
    #expect(!content.isReturned, "\(content.findings.map(\.message))")
    let changes = Self.otherReports[name] ?? [:]
    let expected = Self.report.map { line in
      let code = String(line.prefix(4))
      return changes[code].map { "\(code) \($0)" } ?? line
    }
    #expect(content.figures.map(Self.text) == expected)
  }

  @Test(
    "reports on tasks", arguments: ["accepted-task", "accepted-task-states", "accepted-task-dates"])
  func tasks(name: String) throws {
    let content = try FixtureTests.read(name)
    #expect(!content.isReturned, "\(content.findings.map(\.message))")
    let first = try #require(content.taskReports.first)
    #expect(first.task == "NV01")
    #expect(first.status == .done)
    #expect(first.completedOn == SampleOffice.day(2024, 8, 31))
    #expect(first.documentNumber.hasSuffix("12-KH/HU"))
    #expect(content.taskReports.map(\.task) == ["NV01", "NV02"])
    if name == "accepted-task-dates" {
      #expect(content.taskReports[1].percent?.plainText == "62.5")
    }
    if name == "accepted-task-states" { #expect(content.taskReports[1].status == .notStarted) }
  }

  @Test("every accepted file is in one of the lists")
  func lists() {
    let tasks = ["task", "task-states", "task-dates"]
    let listed = Set(Self.sameReport + Self.otherReports.keys + tasks)
    #expect(
      Set(Goldens.names(".csv").filter { $0.hasPrefix("accepted-") })
        == Set(listed.map { "accepted-" + $0 }))
  }

  private static func text(_ figure: Figure) -> String {
    "\(figure.indicator) \(text(figure.numerator))/\(text(figure.denominator))"
      + (figure.note.isEmpty ? "" : " \(figure.note)")
  }

  private static func text(_ entry: Entry) -> String {
    switch entry {
    case .blank: "-"
    case .notApplicable: "x"
    case .value(let number): number.plainText
    }
  }
}
