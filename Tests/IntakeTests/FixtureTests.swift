import Foundation
import PlanModel
import Testing

@testable import Intake

/// Files named for their defect, each with the whole of what intake says of it.
///
/// `make goldens` writes the answers anew; they are then to be read again before they are committed.
@Suite("Files as they come")
struct FixtureTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Fixtures")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name + ".csv")))
  }

  static func read(_ bytes: [UInt8]) throws -> SubmissionContent {
    var limits = IntakeLimits()
    limits.rows = 1_000
    return SubmissionReader(limits: limits).read(bytes, in: try TestOffice.context())
  }

  @Test("what is read, what is found, and what the slip says", arguments: names)
  func answer(name: String) throws {
    let content = try Self.read(Self.bytes(name))
    let found = Self.answer(content)
    let place = Self.folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["TONGHOP_RECORD_GOLDENS"] != nil {
      try found.write(to: place, atomically: true, encoding: .utf8)
      Issue.record("recorded, not compared: read the answers, then run the tests again")
      return
    }
    #expect(found == (try String(contentsOf: place, encoding: .utf8)))
    #expect(!found.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test("a fixture named for a finding has it; one named accepted is accepted", arguments: names)
  func name(name: String) throws {
    let content = try Self.read(Self.bytes(name))
    if name.hasPrefix("accepted") {
      #expect(!content.isReturned)
      #expect(content.findings.allSatisfy { $0.severity == .info })
      return
    }
    let code = FindingCode.allCases.filter { name.hasPrefix($0.rawValue) }
      .max { $0.rawValue.count < $1.rawValue.count }
    let expected = try #require(code, "no code is called so")
    #expect(content.findings.contains { $0.code == expected.rawValue })
    #expect(content.isReturned == content.findings.contains { $0.severity == .error })
  }

  @Test("every code that a file can show has a fixture")
  func coverage() {
    // those of folders and of other files are shown by the tests of the stages
    let elsewhere: Set<FindingCode> = [
      .notRegularFile, .fileNameUnreadable, .fileNotCSV, .fileTemporary, .fileMisplaced,
      .fileUnreadable, .fileChanging, .fileTooLarge, .periodUnknown, .periodInFuture,
      .periodClosed, .unitUnknown, .unitNotValid, .versionOverridden, .fileReplaced,
    ]
    let missing = FindingCode.allCases.filter { code in
      !elsewhere.contains(code) && !Self.names.contains { $0.hasPrefix(code.rawValue) }
    }
    #expect(missing.isEmpty, "\(missing.map(\.rawValue))")
  }

  @Test("the receipt adds up: rows read = taken + left out + in error", arguments: names)
  func receipt(name: String) throws {
    let content = try Self.read(Self.bytes(name))
    let taken = content.figures.count + content.taskReports.count
    #expect(taken + content.rowsLeftOut <= content.rows)
    if !content.isReturned { #expect(taken + content.rowsLeftOut == content.rows) }
  }

  /// All that intake says of a file, as text.
  private static func answer(_ content: SubmissionContent) -> String {
    var lines = [
      "\(content.isReturned ? "returned" : "accepted") \(content.form?.rawValue ?? "no form"): "
        + "\(content.rows) rows, \(content.rowsLeftOut) left out"
    ]
    for figure in content.figures {
      lines.append(
        "row \(figure.row): \(figure.plan)/\(figure.indicator) \(text(figure.numerator)) / "
          + "\(text(figure.denominator))" + (figure.note.isEmpty ? "" : " \(shown(figure.note))"))
    }
    for report in content.taskReports {
      lines.append(
        "row \(report.row): \(report.plan)/\(report.task) \(report.status.rawValue) "
          + "\(report.percent?.plainText ?? "-") \(report.completedOn?.description ?? "-") "
          + "\(report.documentNumber.isEmpty ? "-" : report.documentNumber)")
    }
    for finding in content.findings.prefix(12) {
      let place = (finding.place.columnLetter ?? "") + (finding.place.row.map(String.init) ?? "")
      lines += [
        "", "\(place.isEmpty ? "file" : place) \(finding.severity.rawValue) [\(finding.code)]",
        "  \(shown(finding.message))", "  Đã ghi:   \(finding.value.map(shown) ?? "-")",
        "  Lỗi:      \(shown(finding.problem))",
        "  Cách sửa: \(finding.remedy.isEmpty ? "-" : shown(finding.remedy))",
      ]
    }
    if content.findings.count > 12 { lines.append("... \(content.findings.count) findings") }
    if !content.normalisations.isEmpty { lines += [""] + content.normalisations.map(shown) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func shown(_ text: String) -> String {
    let cut = text.count > 200 ? text.prefix(200) + "..." : text[...]
    return String(cut).replacing("\n", with: "\\n")
      .replacing("\u{1B}", with: "\\u{1B}")
  }

  private static func text(_ entry: Entry) -> String {
    switch entry {
    case .blank: "blank"
    case .notApplicable: "n/a"
    case .value(let number): number.plainText
    }
  }
}
