import Foundation
import TestSupport
import Testing

/// The samples' documents for their default periods, as they were read and found right.
///
/// `make goldens` writes them anew; they are then to be read again before they are committed.
@Suite("Documents of the sample")
struct GoldenTests {
  private static let goldens = SampleOffice.repository
    .appendingPathComponent("Tests/StagesTests/Goldens")

  /// Of the first sample the data files as well: they have the same form in all.
  @Test(
    "all text documents, and the data files of the first, are those on record",
    arguments: ["ninh-khanh", "cac-co-quan", "ubnd-ninh-khanh"])
  func documents(_ organisation: String) throws {
    let office = try SampleOffice()
    try office.report(["--organisation", organisation])
    let endings = organisation == "ninh-khanh" ? [".txt", ".csv"] : [".txt"]
    let goldens = Self.goldens.appendingPathComponent(organisation)
    let made = try office.files(of: organisation).filter { file in
      endings.contains { file.key.hasSuffix($0) }
    }
    if ProcessInfo.processInfo.environment["TONGHOP_RECORD_GOLDENS"] != nil {
      try record(made, in: goldens)
      Issue.record("goldens were recorded, not compared: read them, then run the tests again")
      return
    }
    let known = try FileManager.default.subpathsOfDirectory(atPath: goldens.path)
      .filter { path in endings.contains { path.hasSuffix($0) } }
    #expect(made.keys.sorted() == known.sorted())
    for path in known.sorted() {
      let expected = try String(
        contentsOf: goldens.appendingPathComponent(path), encoding: .utf8)
      let found = made[path].map { String(decoding: $0, as: UTF8.self) } ?? ""
      #expect(found.split(separator: "\n") == expected.split(separator: "\n"), "\(path)")
      #expect(found == expected, "\(path)")
    }
  }

  @Test("whatever a plan asks a unit about a figure stands on the slip that the unit gets")
  func slips() throws {
    let office = try SampleOffice()
    try office.report()
    let period = office.outputs.appendingPathComponent("2024-Q3")
    var plans: Set<String> = []
    for plan in ["KL21", "NQ21", "NQ28"] {
      let findings = try Table.rows(of: period.appendingPathComponent("\(plan)/data/findings.csv"))
      for row in findings where row["severity"] == "explain" && row["unit"] != "TU" {
        let unit = try #require(row["unit"])
        let slip = try String(
          contentsOf: period.appendingPathComponent("phan-hoi/\(unit).txt"), encoding: .utf8)
        let message = try #require(row["message"])
        #expect(words(of: slip).contains(words(of: message)), "\(plan) \(unit)")
        plans.insert("\(plan) \(row["code"] ?? "")")
      }
    }
    #expect(plans.contains("NQ21 far-from-peers"))
  }

  /// The text without its line breaks.
  private func words(of text: String) -> String {
    text.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
  }

  private func record(_ made: [String: Data], in goldens: URL) throws {
    try? FileManager.default.removeItem(at: goldens)
    for (path, bytes) in made {
      let file = goldens.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
    }
  }

  @Test(
    "no document has a line over 80 columns, a letter in two parts, or a trace of the machine",
    arguments: ["ninh-khanh", "cac-co-quan", "ubnd-ninh-khanh"])
  func form(_ organisation: String) throws {
    let office = try SampleOffice()
    try office.report(["--organisation", organisation])
    for (path, bytes) in try office.files(of: organisation) where path.hasSuffix(".txt") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.hasSuffix("\n"))
      #expect(text.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(path)")
      #expect(text.contains("SỐ LIỆU MINH HỌA"))
      #expect(!text.contains(office.folder.url.path))
    }
  }
}
