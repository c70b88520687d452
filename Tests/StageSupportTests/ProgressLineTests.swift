import Stages
import Testing

@testable import StageSupport

@Suite("The line that says how far a run has come")
struct ProgressLineTests {
  @Test("files, rows, and the time left by the pace so far")
  func text() {
    let quarter = StageProgress(
      subject: "ninh-khanh 2024-Q3", unit: "files", done: 120, total: 480, rows: 7200)
    #expect(
      ProgressLine.text(quarter, after: .seconds(2))
        == "ninh-khanh 2024-Q3: 120 of 480 files, 7200 rows, 7 s left")
    let start = StageProgress(subject: "x", unit: "editions", done: 0, total: 12)
    #expect(ProgressLine.text(start, after: .seconds(2)) == "x: 0 of 12 editions")
  }

  @Test("never wider than a terminal's line")
  func width() {
    let long = StageProgress(
      subject: String(repeating: "x", count: 200), unit: "files", done: 1, total: 2)
    #expect(ProgressLine.text(long, after: .seconds(2)).count == 79)
  }
}
