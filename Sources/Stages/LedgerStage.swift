import Foundation
import LedgerStore
import PlanFiles
import PlanModel
import Rendering

/// Backs up, looks through, puts back and rebuilds ledgers (`tonghop-ledger`).
public enum LedgerStage {
  /// Copies each ledger to a dated file of its own, or to `target`, and writes its digest beside it.
  public static func backUp(
    _ request: StageRequest, to target: String?, _ console: Console
  ) -> ExitStatus {
    forEach(request, console) { place in
      let path = try target ?? free("\(place.folder)/sao-luu/ledger-\(day(request))")
      let lock = try RunLock(folder: place.folder)
      defer { withExtendedLifetime(lock) {} }
      let ledger = try Ledger(path: place.ledger, mode: .readOnly)
      defer { try? ledger.close() }
      let digest = try LedgerCopy.make(of: ledger, at: path)
      let line = ResultLine(
        "\(place.code): \(path), sha256 \(digest)",
        ["organisation": .text(place.code), "backup": .text(path), "sha256": .text(digest)])
      if !request.isQuiet { console.output(line, for: request) }
      return .clean
    }
  }

  /// The first name that no backup of the day has yet.
  private static func free(_ name: String) -> String {
    var number = 1
    func path() -> String { "\(name)\(number == 1 ? "" : "-\(number)").sqlite" }
    while FileManager.default.fileExists(atPath: path()) { number += 1 }
    return path()
  }

  /// Looks through each ledger for damage, and makes every edition again.
  public static func verify(_ request: StageRequest, _ console: Console) -> ExitStatus {
    forEach(request, console) { place in
      let lock = try RunLock(folder: place.folder)
      defer { withExtendedLifetime(lock) {} }
      let (ledger, complaints) = try opened(place)
      defer { try? ledger?.close() }
      for complaint in complaints { console.notice("\(place.code): \(complaint)") }
      guard let ledger, complaints.isEmpty else {
        throw StageError("the ledger is damaged; type: " + place.mending)
      }
      let (originals, same, editions) = try compared(ledger, place, console)
      let others = originals.others + editions
      others.forEach { console.notice("\(place.code): \($0)") }
      if !originals.others.isEmpty {
        console.notice(
          "\(place.code): rows have changed since they were read, or another version of the program reads "
            + "originals otherwise; if the program is the same, type: "
            + place.mending)
      }
      if !request.isQuiet {
        let withheld = try ledger.withheldCount()
        let kept = try ledger.lastReceiptNumber() - withheld
        let line = ResultLine(
          "\(place.code): \(others.isEmpty ? "sound" : "not as it was"); \(kept) originals as received, "
            + (withheld > 0 ? "\(withheld) not kept (personal data), " : "")
            + (originals.unread > 0
              ? "\(originals.unread) not read again in full (files of the office changed), " : "")
            + "\(same) editions made again with the same content",
          [
            "organisation": .text(place.code), "originals": .number(Int(kept)),
            "withheld": .number(Int(withheld)), "misread": .number(originals.others.count),
            "unread": .number(originals.unread), "same": .number(same),
            "different": .number(editions.count),
          ])
        console.output(line, for: request)
      }
      return others.isEmpty ? .clean : .findings
    }
  }

  /// Holds what is recorded against its originals, and makes every edition again; a record that makes no
  /// sense is damage like any other.
  private static func compared(
    _ ledger: Ledger, _ place: LedgerPlace, _ console: Console
  ) throws -> (originals: OriginalsCheck.Result, same: Int, editions: [String]) {
    let inputs = OfficeFiles.load(
      inputs: place.request.inputs, organisation: place.code
    ).office
    do {
      let originals = try OriginalsCheck(
        organisation: place.code, ledger: ledger, inputs: inputs
      ).all()
      let (same, editions) = try EditionCheck(organisation: place.code, ledger: ledger).all()
      return (originals, same, editions)
    } catch let error as LedgerError where error.code == .damaged {
      console.notice("\(place.code): \(error.message)")
      throw StageError("the ledger is damaged; type: " + place.mending)
    }
  }

  /// A ledger and what is wrong with it; damage can be such that opening or checking breaks off at it.
  private static func opened(_ place: LedgerPlace) throws -> (Ledger?, [String]) {
    do {
      let ledger = try place.open(.readOnly)
      return (ledger, try ledger.complaints())
    } catch let error as LedgerError where error.code == .damaged {
      return (nil, [error.message])
    }
  }

  /// Puts a backup in the place of an organisation's ledger; the one that stands there is kept aside.
  public static func restore(
    _ request: StageRequest, from backup: String, isForced: Bool, _ console: Console
  ) -> ExitStatus {
    one(request, console) { place in
      try OutputFile.makeFolder(place.folder)
      let lock = try RunLock(folder: place.folder)
      defer { withExtendedLifetime(lock) {} }
      guard isForced || !FileManager.default.fileExists(atPath: place.ledger) else {
        throw StageError(
          "\(place.ledger) stands; --force keeps it aside and puts the backup in its place")
      }
      let kept = try LedgerCopy.putBack(backup, as: place.ledger, of: place.code)
      if let kept {
        console.notice("\(place.code): the ledger that stood there is kept as \(kept)")
      }
      let line = ResultLine(
        "\(place.code): restored from \(backup)",
        [
          "organisation": .text(place.code), "restored": .text(backup),
          "kept": kept.map(ResultLine.Value.text) ?? .none,
        ])
      if !request.isQuiet { console.output(line, for: request) }
      let ledger = try Ledger(path: place.ledger, mode: .readOnly)
      defer { try? ledger.close() }
      let notices = try UnknownEditions.notices(in: place.folder, ledger)
      notices.forEach { console.notice("\(place.code): \($0)") }
      return notices.isEmpty ? .clean : .findings
    }
  }

  /// Makes a new ledger out of the originals that the old one keeps, and compares every edition.
  public static func rebuild(
    _ request: StageRequest, to target: String?, _ console: Console
  ) -> ExitStatus {
    one(request, console) { place in
      let path = target ?? "\(place.folder)/ledger-rebuilt.sqlite"
      let lock = try RunLock(folder: place.folder)
      defer { withExtendedLifetime(lock) {} }
      guard !FileManager.default.fileExists(atPath: path) else {
        throw StageError("\(path) stands: remove it, or name another with --to")
      }
      let old = try place.open(.readOnly)
      defer { try? old.close() }
      let inputs = OfficeFiles.load(inputs: request.inputs, organisation: place.code).office
      let new = try Ledger(path: path, mode: .readWrite)
      defer { try? new.close() }
      let differences: [String]
      do {
        differences = try LedgerRebuilding(
          organisation: place.code, old: old, new: new, inputs: inputs
        ).run()
      } catch {
        // half of a ledger must not be taken for one
        try? new.close()
        try? FileManager.default.removeItem(atPath: path)
        guard let error = error as? LedgerError, error.code == .damaged else { throw error }
        throw StageError(
          "\(place.ledger) is too damaged to be made anew (\(error.message)); "
            + place.remedy)
      }
      differences.forEach { console.notice("\(place.code): \($0)") }
      let (receipts, editions) = (try new.lastReceiptNumber(), try new.editions().count)
      let line = ResultLine(
        "\(place.code): \(path): \(receipts) receipts, \(editions) editions, "
          + "\(differences.count) differences; to use it, type: "
          + place.command("restore", "--from \(StageRequest.word(path)) --force"),
        [
          "organisation": .text(place.code), "rebuilt": .text(path),
          "receipts": .number(Int(receipts)), "editions": .number(editions),
          "differences": .number(differences.count),
        ])
      console.output(line, for: request)
      return differences.isEmpty ? .clean : .findings
    }
  }

  // MARK: which ledgers

  /// The organisation named, else every one that has a ledger: the inputs may be gone.
  private static func forEach(
    _ request: StageRequest, _ console: Console, _ body: (LedgerPlace) throws -> ExitStatus
  ) -> ExitStatus {
    let manager = FileManager.default
    let codes =
      request.organisation.map { [$0] }
      ?? ((try? manager.contentsOfDirectory(atPath: request.outputs)) ?? []).sorted().filter {
        manager.fileExists(atPath: LedgerPlace($0, request).ledger)
      }
    if codes.isEmpty {
      console.notice("no ledger in \(request.outputs): name the folder with --outputs")
      return .failed
    }
    return codes.reduce(.clean) { status, code in
      do {
        let place = LedgerPlace(code, request)
        try place.requireName()
        return status.and(try body(place))
      } catch {
        console.notice("\(code): \(request.sentence(on: error, of: code))")
        return status.and((error as? StageError)?.status ?? .failed)
      }
    }
  }

  private static func one(
    _ request: StageRequest, _ console: Console, _ body: (LedgerPlace) throws -> ExitStatus
  ) -> ExitStatus {
    guard request.organisation != nil else {
      console.notice("name the organisation whose ledger it is with --organisation")
      return .usage
    }
    return forEach(request, console, body)
  }

  /// Viet Nam's clock. The organisation's own is in its calendar, but a ledger may be all that is left:
  /// the inputs may be gone.
  private static let utcOffsetMinutes = ReportingCalendar.vietNamOffset

  private static func day(_ request: StageRequest) throws -> CalendarDate {
    let now = CivilTime(
      unixSeconds: Int(Date().timeIntervalSince1970), utcOffsetMinutes: utcOffsetMinutes)
    guard let text = request.asOf else { return now.date }
    guard let time = CivilTime.parse(text, utcOffsetMinutes: utcOffsetMinutes) else {
      throw StageError("--as-of \(text): expected a day such as 2024-10-05", status: .usage)
    }
    return time.date
  }
}
