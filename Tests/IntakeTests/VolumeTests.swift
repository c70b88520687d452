import Foundation
import Intake
import PlanModel
import TestSupport
import Testing

/// Files far beyond any honest submission: refused by a limit that the finding names, in the time and
/// memory of the limit and not of the file.
@Suite("Volume")
struct VolumeTests {
  private static let header = "plan,indicator,numerator,denominator,note\n"

  @Test("a million rows")
  func rows() {
    var text = Array(Self.header.utf8)
    for _ in 0..<1_000_000 { text.append(contentsOf: "\n".utf8) }
    let content = SubmissionReader().read(text, in: SampleOffice.context())
    #expect(content.isReturned)
    #expect(content.findings.contains { $0.message.contains("the limit is 200000 rows") })
  }

  @Test("many rows that are all wrong: findings stay few, and say how many there were")
  func findings() {
    var text = Array(Self.header.utf8)
    for row in 0..<5_000 { text.append(contentsOf: "NQ21,CT01,-\(row),76,\n".utf8) }
    let clock = ContinuousClock()
    var content = SubmissionContent()
    let time = clock.measure {
      content = SubmissionReader().read(text, in: SampleOffice.context())
    }
    #expect(content.rows == 5_000)
    #expect(content.rowsInError == 5_000)
    #expect(content.findings.count <= 2 * (IntakeLimits().findings + 1))
    #expect(content.findings.contains { $0.message.hasPrefix("9699 more findings") })
    // a quadratic reader would take minutes
    #expect(time < .seconds(60))
  }

  @Test("a cell of ten megabytes")
  func field() {
    for cell in [
      "NQ21,CT01,72,76,\"" + String(repeating: "dài ", count: 2 << 20) + "\"\n",
      "NQ21,CT01," + String(repeating: "9", count: 10 << 20) + ",76,\n",
    ] {
      let content = SubmissionReader().read(
        Array((Self.header + cell).utf8), in: SampleOffice.context())
      #expect(content.isReturned)
      #expect(content.rowsInError == 1)
      #expect(
        content.findings.contains { $0.message.contains("the limit is 65536 bytes (field size)") })
    }
  }

  @Test("ten thousand columns, in the header and in a row")
  func columns() {
    let wide = Array(repeating: "a", count: 10_000).joined(separator: ",") + "\n"
    for text in [wide, wide + Self.header, Self.header + wide] {
      let content = SubmissionReader().read(Array(text.utf8), in: SampleOffice.context())
      #expect(content.isReturned)
      #expect(content.findings.contains { $0.message == "10000 columns; the limit is 200 columns" })
    }
  }

  @Test("a sparse file of 20 GB is refused by its size")
  func size() throws {
    let folder = try WorkingFolder()
    let path = try folder.write("2024-Q3/HU01/bieu01.csv", text: "x")
    try #require(truncate(path, 20 << 30) == 0)
    let submissions = try SubmissionFolder(folder.url.path, office: SampleOffice.office)
    let file = try #require(
      submissions.files(of: SampleOffice.period, folder: "2024-Q3").files.first)
    guard case .submission(let submission) = file.content else {
      Issue.record("\(file)")
      return
    }
    do {
      _ = try submissions.read(submission, limits: IntakeLimits())
      Issue.record("it was read")
    } catch {
      let finding = FindingCode.from(error)
      #expect(finding.code == "file-too-large")
      #expect(finding.message.contains("the limit is 16777216 bytes"))
    }
  }

  @Test("limits can be set")
  func limits() {
    var limits = IntakeLimits()
    limits.rows = 2
    let text = Self.header + "NQ21,CT01,72,76,\nNQ21,CT02,47,4310,\n"
    let content = SubmissionReader(limits: limits).read(
      Array(text.utf8), in: SampleOffice.context())
    #expect(content.findings.contains { $0.code == "too-many-rows" })
  }
}
