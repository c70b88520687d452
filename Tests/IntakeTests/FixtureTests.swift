import Foundation
import Intake
import PlanModel
import Testing

/// One file for each thing that can be wrong, and what is said of it: in the data, on the terminal, in
/// the slip.
@Suite("Files named for their defect")
struct FixtureTests {
  @Test("each is judged as on record", arguments: Goldens.names(".csv"))
  func verdict(name: String) throws {
    let content = try Self.read(name)
    try Goldens.compare(
      printed(content), with: Goldens.folder.appendingPathComponent(name + ".expected"))
    #expect(content.rows == content.rowsTaken + content.rowsLeftOut + content.rowsInError)
    if !name.hasPrefix("accepted") {
      let codes = FindingCode.allCases.map(\.rawValue).filter { name.hasPrefix($0) }
      let code = codes.max { $0.count < $1.count } ?? "no code"
      #expect(content.findings.contains { $0.code == code }, "the file is named for \(code)")
    }
  }

  @Test("every code has a file or a folder that shows it")
  func completeness() throws {
    let shown = try (Goldens.names(".expected")).map { name in
      String(decoding: try Goldens.bytes(name + ".expected"), as: UTF8.self)
    }.joined()
    let missing = FindingCode.allCases.filter { !shown.contains("[\($0.rawValue)]") }
    #expect(missing.isEmpty)
  }

  static func read(_ name: String) throws -> SubmissionContent {
    var limits = IntakeLimits()
    if name.hasPrefix("too-many-rows") { limits.rows = 5 }
    if name.hasPrefix("too-many-columns") { limits.columns = 8 }
    if name.hasPrefix("field-too-long") { limits.fieldBytes = 100 }
    if name.hasPrefix("file-too-large") { limits.fileBytes = 200 }
    if name.hasPrefix("more-findings") { limits.findings = 2 }
    let bytes = try Goldens.bytes(name + ".csv")
    return SubmissionReader(limits: limits).read(bytes, in: context(name))
  }

  /// What the unit had reported before, for the files that are judged by it.
  private static func context(_ name: String) -> SubmissionContext {
    func past(
      _ indicator: String, _ quarter: Int, _ above: Int128?, _ below: Int128? = nil
    ) -> SampleOffice.Past {
      SampleOffice.Past(
        quarter: quarter, indicator: indicator, numerator: above.map { FixedDecimal($0) },
        denominator: below.map { FixedDecimal($0) })
    }
    let past: [String: [SampleOffice.Past]] = [
      "denominator-jump": [past("CT01", 1, 70, 76), past("CT01", 2, 58, 60)],
      "figure-fell": [past("CT06", 1, 5), past("CT06", 2, 8)],
      "figure-cumulative": [past("CT02", 1, 20), past("CT02", 2, 27)],
    ]
    return SampleOffice.context(
      earlier: past.first { name.hasPrefix($0.key) }?.value ?? [])
  }
}
