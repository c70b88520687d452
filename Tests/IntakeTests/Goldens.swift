import Foundation
import Testing

/// Files of `Fixtures`: inputs named for their defect, and beside each what is to come of it.
///
/// With TONGHOP_RECORD_GOLDENS set the expectations are written anew; they are then to be read again.
enum Goldens {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  static let isRecording = ProcessInfo.processInfo.environment["TONGHOP_RECORD_GOLDENS"] != nil

  /// The names without extension of all files of a kind.
  static func names(_ suffix: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
      .filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted()
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// Compares `text` with the file `url`, line by line and then as a whole.
  static func compare(
    _ text: String, with url: URL, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if isRecording {
      try Data(text.utf8).write(to: url)
      Issue.record("recorded, not compared: read it, then run the tests again")
      return
    }
    let expected = try String(contentsOf: url, encoding: .utf8)
    #expect(
      text.split(separator: "\n") == expected.split(separator: "\n"),
      "\(url.lastPathComponent)", sourceLocation: sourceLocation)
    #expect(text == expected, "\(url.lastPathComponent)", sourceLocation: sourceLocation)
  }
}
