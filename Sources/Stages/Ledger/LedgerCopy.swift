import ContentHash
import Foundation
import LedgerStore
import PlanFiles
import Rendering

/// Ledgers as whole files: backups, with their digests beside them.
enum LedgerCopy {
  /// Copies a ledger to a new file and writes its digest beside it; returns the digest.
  static func make(of ledger: Ledger, at path: String) throws -> String {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw StageError("\(path) stands already and is not overwritten: name another with --to")
    }
    let temporary = try temporary(beside: path)
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    try ledger.backUp(to: temporary)
    let digest = try SHA256Digest(ofFile: temporary).hexadecimal
    // the digest first: a backup without one could not be told from half of one
    let name = (path as NSString).lastPathComponent
    try OutputFile.write("\(digest)  \(name)\n", to: "\(path).sha256")
    try OutputFile.place(temporary, at: path)
    return digest
  }

  /// Puts a backup in the place of an organisation's ledger; returns where the one that stood there is kept.
  static func putBack(
    _ backup: String, as path: String, of organisation: String
  ) throws -> String? {
    try check(backup)
    let temporary = try temporary(beside: path)
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    try copy(backup, to: temporary)
    try checkOwner(of: temporary, from: backup, organisation)
    let kept = try keepAside(path)
    do {
      if let kept { try moveJournals(of: path, to: kept) }
      try OutputFile.place(temporary, at: path)
    } catch {
      // where the old one still stands it is whole only with its journals, and needs no second name
      if let kept, areSame(path, kept) {
        try? moveJournals(of: kept, to: path)
        try? FileManager.default.removeItem(atPath: kept)
      }
      throw error
    }
    return kept
  }

  /// Refuses the ledger of another organisation, by the files its last edition was made from.
  private static func checkOwner(
    of path: String, from backup: String, _ organisation: String
  ) throws {
    let ledger = try Ledger(path: path, mode: .readOnly)
    defer { try? ledger.close() }
    guard let edition = try ledger.editions().max(by: { $0.horizon < $1.horizon }) else { return }
    let sources = try ledger.officeSources(of: edition)
    guard let owner = OfficeFiles.organisationNamed(in: sources), owner != organisation else {
      return
    }
    throw StageError(
      "\(backup) is a backup of the ledger of \(owner), not of \(organisation): take another backup"
    )
  }

  /// Copies a backup that is sound; one of an earlier version is brought up to date on the way.
  private static func copy(_ backup: String, to path: String) throws {
    func sound(_ ledger: Ledger) throws -> Ledger {
      guard try ledger.complaints().isEmpty else {
        throw StageError("\(backup) is damaged itself: take another backup")
      }
      return ledger
    }
    do {
      let source = try Ledger(path: backup, mode: .readOnly)
      defer { try? source.close() }
      try sound(source).backUp(to: path)
    } catch let error as LedgerError where error.code == .outdated {
      try FileManager.default.copyItem(atPath: backup, toPath: path)
      try sound(Ledger(path: path, mode: .readWrite)).close()
    }
  }

  /// Holds a backup against the digest beside it, if there is one.
  private static func check(_ backup: String) throws {
    guard FileManager.default.fileExists(atPath: backup) else {
      throw StageError("--from \(backup): there is no such file")
    }
    guard let note = OutputFile.contents("\(backup).sha256") else { return }
    let expected = String(decoding: note.prefix(64), as: UTF8.self)
    guard try SHA256Digest(ofFile: backup).hexadecimal == expected else {
      throw StageError(
        "\(backup) is not the file that \(backup).sha256 was written for: take another backup")
    }
  }

  /// Keeps a ledger under a free name as well; it stands until another takes its place.
  private static func keepAside(_ path: String) throws -> String? {
    let manager = FileManager.default
    guard manager.fileExists(atPath: path) else { return nil }
    var number = 1
    while manager.fileExists(atPath: "\(path).cu-\(number)") { number += 1 }
    let kept = "\(path).cu-\(number)"
    try manager.linkItem(atPath: path, toPath: kept)
    return kept
  }

  /// Whether two names are of one file.
  private static func areSame(_ path: String, _ other: String) -> Bool {
    let numbers = [path, other].map { name in
      (try? FileManager.default.attributesOfItem(atPath: name))?[.systemFileNumber] as? Int
    }
    return numbers[0] != nil && numbers[0] == numbers[1]
  }

  /// Beside another ledger its journals would be taken for that one's.
  private static func moveJournals(of path: String, to other: String) throws {
    let manager = FileManager.default
    for suffix in ["-wal", "-shm"] where manager.fileExists(atPath: path + suffix) {
      try manager.moveItem(atPath: path + suffix, toPath: other + suffix)
    }
  }

  private static func temporary(beside path: String) throws -> String {
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty { try OutputFile.makeFolder(folder) }
    let name = ".\((path as NSString).lastPathComponent).part"
    let temporary = folder.isEmpty ? name : "\(folder)/\(name)"
    try? FileManager.default.removeItem(atPath: temporary)
    return temporary
  }
}
