import Foundation
import LedgerStore

/// A ledger that was emptied or spoiled, though what was made from it still stands.
enum LostLedger {
  /// Throws when the ledger in a folder of outputs is a file without a byte while documents of editions stand
  /// beside it: one begun anew in its place would number editions from 1 again, and know of no revision.
  static func refuseEmpty(in folder: String, of code: String, _ request: StageRequest) throws {
    let path = "\(folder)/ledger.sqlite"
    guard size(path) == 0, size(path + "-wal") ?? 0 == 0, holdsEditions(folder) else { return }
    throw StageError(
      "\(path): the ledger is empty, though documents of editions stand beside it; "
        + remedy(in: folder, of: code, request))
  }

  /// Opens the ledger in a folder of outputs, by `path` where it was copied elsewhere.
  ///
  /// What can no longer be known for a ledger is not to be moved away like any other file while documents of
  /// editions stand beside it.
  static func opening(
    _ path: String, _ mode: Ledger.Mode, in folder: String, of code: String, _ request: StageRequest
  ) throws -> Ledger {
    try refuseEmpty(in: folder, of: code, request)
    do {
      return try Ledger(path: path, mode: mode)
    } catch let error as LedgerError where error.code == .notALedger && holdsEditions(folder) {
      throw StageError(
        "\(folder)/ledger.sqlite: this file is no ledger any more, though documents of editions stand "
          + "beside it; " + remedy(in: folder, of: code, request))
    }
  }

  /// What is left to do when nothing in a ledger can be relied on.
  static func remedy(in folder: String, of code: String, _ request: StageRequest) -> String {
    "put a backup in its place: "
      + LedgerStage.command("restore", code, request, "--from BACKUP --force") + "; "
      + "without one, move \(folder) away before a new ledger is begun"
  }

  /// The bytes of a file; nil where there is none.
  private static func size(_ path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
  }

  private static func holdsEditions(_ folder: String) -> Bool {
    let manager = FileManager.default
    func names(_ folder: String) -> [String] {
      (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    }
    return names(folder).contains { period in
      names("\(folder)/\(period)").contains { plan in
        manager.fileExists(atPath: "\(folder)/\(period)/\(plan)/\(EditionFolder.markName)")
      }
    }
  }
}
