import Foundation
import LedgerStore
import Rendering

/// The run at work with its ledger open.
extension OrganisationRun {
  /// Works with the ledger open and this run alone in the folder.
  func withLedger<Result>(_ mode: Ledger.Mode, _ body: (Ledger) throws -> Result) throws -> Result {
    let lock = try RunLock(folder: folder)
    defer { withExtendedLifetime(lock) {} }
    let ledger = try place.open(mode)
    do {
      let result = try body(ledger)
      try quiet?.restsOn(ledger)
      if let moments = try moments(ledger) { quiet?.restsOn(moments) }
      try ledger.close()
      quiet?.keep()
      return result
    } catch {
      try? ledger.close()
      throw error
    }
  }

  /// Works with a copy of the ledger that is thrown away: nothing of it reaches the outputs.
  func withScratchLedger<Result>(_ body: (Ledger) throws -> Result) throws -> Result {
    let manager = FileManager.default
    let scratch = manager.temporaryDirectory.appendingPathComponent("tonghop-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: scratch) }
    try OutputFile.makeFolder(scratch.path)
    let copy = scratch.appendingPathComponent("ledger.sqlite").path
    if manager.fileExists(atPath: place.ledger) {
      // nobody may write while it is copied, with what a killed run has left in its journal
      let lock = try RunLock(folder: folder)
      for suffix in ["", "-wal"] where manager.fileExists(atPath: place.ledger + suffix) {
        try manager.copyItem(atPath: place.ledger + suffix, toPath: copy + suffix)
      }
      withExtendedLifetime(lock) {}
    }
    let ledger = try place.open(.readWrite, copy: copy)
    let result = try body(ledger)
    try ledger.close()
    return result
  }
}
