import Foundation
import PlanFiles
import PlanModel
import TestSupport
import Testing

/// What registers of receipt say.
@Suite struct RegisterTests {
  private let third: Period

  init() throws { third = try #require(Period.parse("2024-Q3")) }

  private func office() throws -> Office {
    try #require(OfficeFilesTests.valid.loaded.office)
  }

  private func read(_ rows: String, today: CalendarDate? = nil) throws -> Register {
    Register.read(
      Array(("unit,file,received_at,document_no\n" + rows).utf8), path: "register.csv",
      period: third, registry: try office().registry, utcOffsetMinutes: 420, today: today)
  }

  @Test func rows() throws {
    let register = try read(
      """
      HU02,chi-tieu.csv,2024-09-16T15:42,12-BC/HU
      hu03,q3/nhiem-vu.v2.csv,2024-09-16,
      DU01,chi-tieu.csv,2024-09-16T08:42:10Z

      """)
    #expect(register.findings.isEmpty)
    #expect(register.entries.count == 3)
    let first = try #require(register["HU02", "chi-tieu.csv"])
    #expect(first.receivedAt.description == "2024-09-16T15:42:00")
    #expect(first.documentNumber == "12-BC/HU")
    // a bare date is the end of the day; another clock is turned to the office's
    let second = try #require(register["HU03", "q3/nhiem-vu.v2.csv"])
    #expect(second.receivedAt == CivilTime.end(of: day(2024, 9, 16)))
    let third = try #require(register["DU01", "chi-tieu.csv"])
    #expect(third.receivedAt.description == "2024-09-16T15:42:10")
    #expect(register["HU02", "other.csv"] == nil)
  }

  @Test("without its header nothing of a register can be read; with a bad row the others hold")
  func header() throws {
    func read(_ text: String) throws -> Register {
      Register.read(
        Array(text.utf8), path: "register.csv", period: third, registry: try office().registry,
        utcOffsetMinutes: 420)
    }
    let misspelt = try read("unit,file,recieved_at\nHU02,a.csv,2024-09-16\n")
    #expect(misspelt.isUnreadable && !misspelt.findings.isEmpty)
    let badRow = try read(
      "unit,file,received_at\nHU02,a.csv,hôm qua\nHU03,b.csv,2024-09-16\n")
    #expect(!badRow.isUnreadable && badRow.findings.count == 1 && badRow.entries.count == 1)
  }

  @Test func namesOfFilesMatchInBothFormsOfUnicode() throws {
    let register = try read("HU02,Biểu 1.csv,2024-09-16,\n")
    #expect(register["HU02", "Bie\u{302}\u{309}u 1.csv"] != nil)
  }

  @Test func badRowsAreLeftOut() throws {
    let register = try read(
      """
      HU99,a.csv,2024-09-16,1
      HU02,,2024-09-16,1
      HU02,../a.csv,2024-09-16,1
      HU02,a.csv,16/9/2024 15:42,1
      HU02,b.csv,2024-09-16T15:42,1
      hu02,b.csv,2024-09-17,2
      HU02,c.csv,2024-09-16,1,
      HU02,d.csv

      """)
    #expect(
      register.findings.flatMap(\.terminalLines).joined(separator: "\n") == #"""
        register.csv:2:1: error: units.csv has no unit "HU99"; correct the code or add the unit \#
        [unit-unknown]
        register.csv:3:2: error: "file" has no value; fill it in [value-missing]
        register.csv:4:2: error: "../a.csv" is not the name of a file below the unit's folder; \#
        write it as it stands there [code-invalid]
        register.csv:5:3: error: "16/9/2024 15:42" is not a moment; write 2024-09-16T15:42, or \#
        2024-09-16 for the end of that day [date-invalid]
        register.csv:7: error: the file b.csv of HU02 is already on line 6; keep one of them \#
        [value-repeated]
        register.csv:8: error: the row has 5 cells, the header 4; a comma is missing or too many, \#
        or a text with a comma lacks its quotes [row-width]
        register.csv:9: error: the row has 2 cells, the header 4; a comma is missing or too many, \#
        or a text with a comma lacks its quotes [row-width]
        """#)
    #expect(register.entries.keys.map(\.file) == ["b.csv"])
  }

  @Test("what was received before the period began is a year, or a day, written wrongly")
  func beforeThePeriod() throws {
    let register = try read(
      """
      HU02,a.csv,2024-06-30T23:59,1
      HU03,b.csv,2024-07-01T00:00,2
      DU01,c.csv,2023-09-16,3

      """)
    #expect(
      register.findings.flatMap(\.terminalLines) == [
        "register.csv:2:3: error: \"2024-06-30T23:59\" lies before 2024-Q3 begins on 2024-07-01; "
          + "correct the day or the year [date-invalid]",
        "register.csv:4:3: error: \"2023-09-16\" lies before 2024-Q3 begins on 2024-07-01; "
          + "correct the day or the year [date-invalid]",
      ])
    #expect(register.entries.keys.map(\.file) == ["b.csv"])
  }

  @Test("a day that is still to come is asked about, where the clock counts; that of today is not")
  func ahead() throws {
    let rows = "HU02,a.csv,2024-09-16,1\nHU03,b.csv,2025-09-16,2\n"
    let register = try read(rows, today: day(2024, 9, 16))
    #expect(
      register.findings.flatMap(\.terminalLines) == [
        "register.csv:3:3: explain: \"2025-09-16\" is still to come: today is 2024-09-16, and until "
          + "then the file does not count; correct the day or the year [date-ahead]"
      ])
    #expect(register.isAhead && register.entries.count == 2)
    let other = try read(rows)
    #expect(other.findings.isEmpty && !other.isAhead)
  }

  @Test("of a file full of errors a thousand are listed, and the others counted")
  func tooMany() throws {
    let rows = (1...1_200).map { "HU02,\($0).csv,hôm qua,\n" } + ["HU03,a.csv,2024-09-16,\n"]
    let register = try read(rows.joined())
    #expect(register.findings.count == 1_001)
    #expect(
      register.findings.last?.terminalLines == [
        "register.csv: error: 200 more findings are not listed; mend those above and check again "
          + "[too-many-findings]"
      ])
    #expect(register.entries.count == 1)
  }

  @Test func aRegisterBesideSubmissions() throws {
    let folder = try WorkingFolder()
    let office = try office()
    let inputs = folder.path("inputs")
    try folder.write("inputs/nam-son/x", text: "")
    #expect(
      Register.read(inputs: inputs, office: office, period: third, folder: "2024-Q3").entries
        .isEmpty)
    #expect(
      Register.read(inputs: inputs, office: office, period: third, folder: "2024-Q3").findings
        .isEmpty)
    try folder.write(
      "inputs/nam-son/submissions/2024-Q3/register.csv",
      text: "unit,file,received_at\nHU02,a.csv,2024-09-16\n")
    let register = Register.read(inputs: inputs, office: office, period: third, folder: "2024-Q3")
    #expect(register["HU02", "a.csv"]?.documentNumber == "")
    #expect(register.findings.isEmpty)
  }

  @Test func aRegisterThatIsALink() throws {
    let folder = try WorkingFolder()
    let inputs = folder.path("inputs")
    let path = try folder.write("inputs/nam-son/submissions/2024-Q3/other.csv", text: "")
    try FileManager.default.createSymbolicLink(
      atPath: path.replacing("other.csv", with: "register.csv"), withDestinationPath: "other.csv")
    let register = Register.read(
      inputs: inputs, office: try office(), period: third, folder: "2024-Q3")
    #expect(
      register.findings.flatMap(\.terminalLines) == [
        inputs + "/nam-son/submissions/2024-Q3/register.csv: error: this is a symbolic link, "
          + "which is never followed; put the file or folder itself here [file-refused]"
      ])
  }
}
