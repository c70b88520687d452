import TestSupport
import Foundation

/// One row of the vectors: what two texts have to do with each other.
struct Vector: Sendable, CustomStringConvertible {
  let kind: String
  let left: String
  let right: String
  let note: String

  var description: String { "\(kind) \(left) | \(right): \(note)" }

  /// The rows of the fixture with this kind (`eq` or `ne`).
  static func of(kind: String) throws -> [Vector] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/text-vectors.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      .filter { $0.count >= 3 && $0[0] == kind }
      .map { Vector(kind: $0[0], left: $0[1], right: $0[2], note: $0.last ?? "") }
  }
}
