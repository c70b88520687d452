import Foundation
import LedgerStore
import PlanFiles

/// Where the outputs of an organisation stand, and its ledger among them.
struct LedgerPlace {
  /// The organisation.
  let code: String
  let request: StageRequest

  init(_ code: String, _ request: StageRequest) {
    self.code = code
    self.request = request
  }

  /// The folder of its outputs.
  var folder: String { "\(request.outputs)/\(code)" }
  /// Its ledger.
  var ledger: String { "\(folder)/ledger.sqlite" }

  /// Throws where the organisation has no name that a folder may have.
  func requireName() throws {
    guard OfficeFolder.isPlainName(code) else {
      throw StageError("--organisation \(code): expected the name of a folder", status: .usage)
    }
  }

  /// Opens the ledger, by `copy` where it was copied elsewhere.
  ///
  /// One that was emptied or spoiled is not to be moved away like any other file while documents of editions
  /// stand beside it: a new one in its place would number them from 1 again, and know of no revision.
  func open(_ mode: Ledger.Mode, copy: String? = nil) throws -> Ledger {
    if size(ledger) == 0, size(ledger + "-wal") ?? 0 == 0, holdsEditions {
      throw StageError(
        "\(ledger): the ledger is empty, though documents of editions stand beside it; \(remedy)")
    }
    do {
      return try Ledger(path: copy ?? ledger, mode: mode)
    } catch let error as LedgerError where error.code == .notALedger && holdsEditions {
      throw StageError(
        "\(ledger): this file is no ledger any more, though documents of editions stand beside it; "
          + remedy)
    }
  }

  /// What is left to do when nothing in the ledger can be relied on.
  var remedy: String {
    "put a backup in its place: " + command("restore", "--from BACKUP --force") + "; "
      + "without one, move \(folder) away before a new ledger is begun"
  }

  /// What to type when the ledger is not what it was.
  var mending: String {
    command("restore", "--from BACKUP --force") + ", or, without a backup: " + command("rebuild")
  }

  /// A command as it is to be typed for this very ledger; its options are typed as given.
  func command(_ name: String, _ options: String = "") -> String {
    request.command("tonghop-ledger \(name)", of: code, options, readsInputs: name != "restore")
  }

  /// The bytes of a file; nil where there is none.
  private func size(_ path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
  }

  private var holdsEditions: Bool {
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
