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
  /// A document as it stands, by its path, or the note itself.
  struct Document {
    let path: String
    let sha256: String
  }

  private let path: String
  private let folder: String
  private let origin: String

  /// The documents a stage writes below a folder, made from editions.
  init(of stage: String, in folder: String, madeFrom editions: [Edition]) {
    self.folder = folder
    path = "\(folder)/\(Self.name(of: stage))"
    let identity = Self.identity(of: editions)
    var digest = FieldsDigest()
    digest.add(Program.identity)
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
    guard let note = OutputFile.contents("\(folder)/\(name(of: stage))") else {
      return false
    }
    let origin = String(decoding: note, as: UTF8.self).prefix { $0 != "\n" }
    return origin.hasSuffix(" \(identity(of: [edition]))")
  }

  /// The documents that stand as they were written from the same, the note last; nil when they are to be
  /// written.
  func standing() -> [Document]? {
    guard let note = OutputFile.contents(path),
      let noted = Self.documents(in: note), noted.origin == origin
    else { return nil }
    var documents: [Document] = []
    for (name, sha256) in noted.documents {
      guard digest(of: name) == sha256 else { return nil }
      documents.append(Document(path: "\(folder)/\(name)", sha256: sha256))
    }
    return documents + [self.note([UInt8](note))]
  }

  /// The names of what was written last, whatever it was made from.
  func names() -> Set<String> { Set(noted().map(\.name)) }

  /// What was written last, whatever it was made from.
  func noted() -> [IssuedDocument] {
    let note = OutputFile.contents(path)
    return (note.flatMap(Self.documents)?.documents ?? []).map {
      IssuedDocument(name: $0.name, sha256: $0.sha256)
    }
  }

  /// What a note says; nil where it is damaged.
  private static func documents(
    in note: Data
  ) -> (origin: String, documents: [(name: String, sha256: String)])? {
    var lines = String(decoding: note, as: UTF8.self).split(separator: "\n")
    guard !lines.isEmpty else { return nil }
    let origin = String(lines.removeFirst())
    var documents: [(name: String, sha256: String)] = []
    for line in lines {
      guard let blank = line.firstIndex(of: " ") else { return nil }
      documents.append((String(line[line.index(after: blank)...]), String(line[..<blank])))
    }
    return (origin, documents)
  }

  /// Notes that these documents, named below the folder, now stand; returns them, the note last. Those with
  /// a digest known from writing them are not read back.
  @discardableResult
  func record(_ names: [String], known: [String: SHA256Digest] = [:]) throws -> [Document] {
    let digests = names.concurrentMap { known[$0]?.hexadecimal ?? digest(of: $0) }
    var text = origin + "\n"
    var documents: [Document] = []
    for (name, digest) in zip(names, digests) {
      guard let digest else {
        throw StageError("\(folder)/\(name) cannot be read back: check the disk, then run again")
      }
      text += "\(digest) \(name)\n"
      documents.append(Document(path: "\(folder)/\(name)", sha256: digest))
    }
    try OutputFile.write(text, to: path)
    return documents + [note(Array(text.utf8))]
  }

  private func note(_ bytes: [UInt8]) -> Document {
    Document(path: path, sha256: SHA256Digest(of: bytes).hexadecimal)
  }

  private func digest(of name: String) -> String? {
    try? SHA256Digest(ofFile: "\(folder)/\(name)").hexadecimal
  }
}
