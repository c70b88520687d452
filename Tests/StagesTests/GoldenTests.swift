import Foundation
import TestSupport
import Testing

/// The sample's documents for its default period, as they were read and found right.
///
/// `make goldens` writes them anew; they are then to be read again before they are committed.
@Suite("Documents of the sample")
struct GoldenTests {
  private static let goldens = SampleOffice.repository
    .appendingPathComponent("Tests/StagesTests/Goldens/ninh-khanh")

  @Test("all text documents and data files are those on record")
  func documents() throws {
    let office = try SampleOffice()
    try office.report()
    let made = try office.files().filter {
      $0.key.hasSuffix(".txt") || $0.key.hasSuffix(".csv")
    }
    if ProcessInfo.processInfo.environment["TONGHOP_RECORD_GOLDENS"] != nil {
      try record(made)
      Issue.record("goldens were recorded, not compared: read them, then run the tests again")
      return
    }
    let known = try FileManager.default.subpathsOfDirectory(atPath: Self.goldens.path)
      .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".csv") }
    #expect(made.keys.sorted() == known.sorted())
    for path in known.sorted() {
      let expected = try String(
        contentsOf: Self.goldens.appendingPathComponent(path), encoding: .utf8)
      let found = made[path].map { String(decoding: $0, as: UTF8.self) } ?? ""
      #expect(found.split(separator: "\n") == expected.split(separator: "\n"), "\(path)")
      #expect(found == expected, "\(path)")
    }
  }

  private func record(_ made: [String: Data]) throws {
    try? FileManager.default.removeItem(at: Self.goldens)
    for (path, bytes) in made {
      let file = Self.goldens.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
    }
  }

  @Test("no document has a line over 80 columns, a letter in two parts, or a trace of the machine")
  func form() throws {
    let office = try SampleOffice()
    try office.report()
    for (path, bytes) in try office.files() where path.hasSuffix(".txt") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(text.hasSuffix("\n"))
      #expect(text.utf8.elementsEqual(text.precomposedStringWithCanonicalMapping.utf8))
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(path)")
      #expect(text.contains("SỐ LIỆU MINH HỌA"))
      #expect(!text.contains(office.folder.url.path))
    }
  }
}
