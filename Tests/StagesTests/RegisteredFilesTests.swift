import Foundation
import TestSupport
import Testing

@testable import Stages

/// Rows of a register that no file answers to.
@Suite("A register and the files")
struct RegisteredFilesTests {
  private let office: SmallOffice
  private let text = "plan;indicator;numerator;denominator\nKH1;CT02;40;100\n"

  init() throws {
    office = try SmallOffice(WorkingFolder(), code: "o", root: "T", units: ["A", "B"])
    try office.write(text, "submissions/2025-Q3/A/bieu01.csv")
  }

  private func findings(_ change: (inout StageRequest) -> Void = { _ in }) -> [String] {
    office.run(IngestStage.run, change).text.split(separator: "\n").map(String.init)
      .filter { $0.contains("register-file-unknown") }
  }

  @Test(
    "a row about a file that is not there is asked about: the file has another name, and its own time"
  )
  func misspelt() throws {
    try office.register("A", "Bieu01.csv", "2025-09-16T10:00", in: "2025-Q3")
    let path = "\(office.inputs)/o/submissions/2025-Q3/register.csv"
    let line =
      "\(path):2:2: explain: the folder of A has no file \"Bieu01.csv\", so the row has no effect; "
      + "did you mean \"bieu01.csv\"? [register-file-unknown]"
    #expect(findings() == [line])
    #expect(office.run(IngestStage.run).status == .findings)
    #expect(findings { $0.unit = "B" } == [])
    #expect(findings { $0.isDryRun = true } == [line])
  }

  @Test("a row about a file that was received, or that is no submission, is in order")
  func known() throws {
    try office.register("A", "bieu01.csv", "2025-09-16T10:00", in: "2025-Q3")
    try office.write("x", "submissions/2025-Q3/B/bieu.xlsx")
    try office.register("B", "bieu.xlsx", "2025-09-16T10:00", in: "2025-Q3")
    #expect(findings() == [])
    try FileManager.default.removeItem(
      atPath: "\(office.inputs)/o/submissions/2025-Q3/A/bieu01.csv")
    #expect(findings() == [])
  }
}
