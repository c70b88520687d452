import Assessment
import ContentHash
import Foundation
import LedgerStore
import Rendering
import Workers

/// The note of what a stage last wrote: while it would write the same again, and the documents stand as
/// they were written, there is nothing to do.
///
/// It holds what the documents were made from (the editions, and the program itself) and the digest of
/// each document, so that one that was altered or lost is written again.
struct PublishedDocuments {
  private let path: String
  private let folder: String
  private let origin: String

  /// The documents a stage writes below a folder, made from editions.
  init(of stage: String, in folder: String, madeFrom editions: [Edition]) {
    self.folder = folder
    path = "\(folder)/\(Self.name(of: stage))"
    let identity = Self.identity(of: editions)
    var digest = FieldsDigest()
    digest.add(Self.program)
    digest.add(identity)
    origin = "\(digest.digest.hexadecimal) \(identity)"
  }

  /// The name of a stage's note.
  static func name(of stage: String) -> String { ".\(stage).published" }

  /// Which editions these are, whatever program prints them.
  static func identity(of editions: [Edition]) -> String {
    var digest = FieldsDigest()
    for edition in editions {
      digest.add(edition.plan)
      digest.add("\(edition.period) \(edition.number) \(edition.asOf) \(edition.horizon)")
      digest.add(edition.inputsDigest)
      digest.add(edition.outcomeDigest)
    }
    return digest.digest.hexadecimal
  }

  /// Whether a stage's note says that its documents in a folder are of an edition.
  static func areOf(_ edition: Edition, stage: String, in folder: String) -> Bool {
    guard let note = FileManager.default.contents(atPath: "\(folder)/\(name(of: stage))") else {
      return false
    }
    let origin = String(decoding: note, as: UTF8.self).prefix { $0 != "\n" }
    return origin.hasSuffix(" \(identity(of: [edition]))")
  }

  /// How many documents stand as they were written from the same; nil when they are to be written.
  func standing() -> Int? {
    guard let note = FileManager.default.contents(atPath: path) else { return nil }
    var lines = String(decoding: note, as: UTF8.self).split(separator: "\n").map(String.init)
    guard !lines.isEmpty, lines.removeFirst() == origin else { return nil }
    let asWritten = lines.allSatisfy { line in
      guard let blank = line.firstIndex(of: " ") else { return false }
      return digest(of: String(line[line.index(after: blank)...])) == String(line[..<blank])
    }
    return asWritten ? lines.count : nil
  }

  /// Notes that these documents, named below the folder, now stand.
  func record(_ names: [String]) throws {
    let digests = names.concurrentMap { digest(of: $0) }
    let lines = try zip(names, digests).map { name, digest in
      guard let digest else {
        throw StageError("\(folder)/\(name) cannot be read back: check the disk, then run again")
      }
      return "\(digest) \(name)\n"
    }
    try OutputFile.write(origin + "\n" + lines.joined(), to: path)
  }

  private func digest(of name: String) -> String? {
    try? SHA256Digest(ofFile: "\(folder)/\(name)").hexadecimal
  }

  /// Which build of the program this is: another one may write other documents of the same editions.
  private static let program: String = {
    let file = Bundle.main.executablePath.flatMap {
      try? FileManager.default.attributesOfItem(atPath: $0)
    }
    return "\(file?[.size] ?? 0) \(file?[.modificationDate] ?? 0) \(file?[.systemFileNumber] ?? 0)"
  }()
}
