import ContentHash
import Documents
import Foundation
import LedgerStore
import PlanModel
import Rendering

/// The stages that write documents of an edition, and the names of those.
enum DocumentStage: String, CaseIterable {
  case aggregate, workbook, briefing

  /// Below the folder of a plan and period.
  var names: [String] {
    switch self {
    case .aggregate: DataFiles.names.map(Self.dataName)
    case .workbook: ["bieu-tong-hop.xlsx"]
    case .briefing:
      ["bao-cao.txt", "tom-tat.txt", "hieu-chinh.txt", Self.dataName(BriefingSources.name)]
    }
  }

  /// A data file, below the same folder.
  static func dataName(_ name: String) -> String { "\(dataFolder)/\(name)" }

  /// Where those stand.
  static let dataFolder = "data"
}

/// The folder of a plan and period, which holds the documents of one edition and of no other.
///
/// A stage writes into a folder aside that is made of links to what stands, and that folder is switched
/// in by one step. Documents that other stages made of another edition are not taken over: the folder then
/// lacks them until those stages have run. Held back, the folder aside collects the documents of all
/// stages, and the last one switches it in.
struct EditionFolder {
  /// Where readers look.
  let shown: String
  private let aside: String
  private let edition: Edition
  private let isHeld: Bool
  private let run: OrganisationRun

  /// Says in the folder whose documents it holds.
  static let markName = ".edition"

  init(of edition: Edition, _ run: OrganisationRun) {
    shown = run.planFolder(edition.plan, edition.period)
    let name = (shown as NSString).lastPathComponent
    aside = "\((shown as NSString).deletingLastPathComponent)/.\(name).ban-moi"
    self.edition = edition
    isHeld = run.request.isHeld
    self.run = run
  }

  /// How many documents of a stage stand as it wrote them of this edition; nil when they are to be written.
  func standing(_ stage: DocumentStage) -> Int? {
    let place = isPrepared ? aside : shown
    guard isMarked(place), let documents = notes(stage, place).standing() else { return nil }
    run.restsOn(documents.map(shown) + [shownMark], without: aside)
    return documents.count - 1
  }

  /// Lets `body` write the documents of a stage in the place handed over; it returns their names. Of some
  /// the digest may be known.
  func write(
    _ stage: DocumentStage, known: [String: SHA256Digest] = [:],
    _ body: (String) throws -> [String]
  ) throws {
    try prepare()
    let names: [String]
    do {
      names = try body(aside)
    } catch let error as OutputError {
      throw error.shown(in: shown, madeIn: aside)
    }
    let documents = try notes(stage, aside).record(names, known: known)
    run.restsOn(documents.map(shown) + [shownMark], without: aside)
  }

  /// What a stage has written of this edition and stands, by its names below the folder.
  func written(_ stage: DocumentStage) -> [IssuedDocument] {
    notes(stage, isPrepared ? aside : shown).noted()
  }

  /// A document where readers will look for it.
  private func shown(_ document: PublishedDocuments.Document) -> PublishedDocuments.Document {
    guard document.path.hasPrefix(aside + "/") else { return document }
    return .init(path: shown + document.path.dropFirst(aside.count), sha256: document.sha256)
  }

  private var shownMark: PublishedDocuments.Document {
    .init(
      path: "\(shown)/\(Self.markName)", sha256: SHA256Digest(of: Array(mark.utf8)).hexadecimal)
  }

  /// Switches in what has been written, unless it is to be held back.
  func show() throws {
    if isHeld { return }
    guard isPrepared else { return try clear() }
    for stage in DocumentStage.allCases
    where !PublishedDocuments.areOf(edition, stage: stage.rawValue, in: aside) {
      for name in stage.names + [PublishedDocuments.name(of: stage.rawValue)] {
        _ = try OutputFile.remove("\(aside)/\(name)")
      }
    }
    try FolderSwitch.replace(shown, with: aside, isOurs: Self.isOurs)
  }

  /// Takes away the edition before, or what is left of a folder, where a failing disk did not let go of it
  /// when this one was switched in.
  private func clear() throws {
    guard isMarked(shown), Self.marked(aside)?.number ?? 0 < edition.number else { return }
    try FolderSwitch.absorb(aside, into: shown, isOurs: Self.isOurs)
  }

  /// Whether the folder aside is whole, and of this edition.
  private var isPrepared: Bool { isMarked(aside) }

  private func prepare() throws {
    if isPrepared { return }
    try FolderSwitch.recover(shown, isOurs: Self.isOurs)
    // of another edition, or broken off
    try FolderSwitch.absorb(aside, into: shown, isOurs: Self.isOurs)
    if FileManager.default.fileExists(atPath: shown) {
      let data = "\(shown)/\(DocumentStage.dataFolder)"
      let isLinked = (try? FileManager.default.destinationOfSymbolicLink(atPath: data)) != nil
      // through a link, documents would be written where readers look
      let linked: Set = isLinked ? [DocumentStage.dataFolder] : []
      try FolderSwitch.link(shown, into: aside, omitting: linked.union([Self.markName]))
    }
    // the mark comes last: without it, what is aside counts for nothing
    try OutputFile.write(mark, to: "\(aside)/\(Self.markName)")
  }

  private func isMarked(_ folder: String) -> Bool {
    OutputFile.contents("\(folder)/\(Self.markName)") == Data(mark.utf8)
  }

  /// The edition that a folder is marked with; nil when it has no mark.
  static func marked(_ folder: String) -> (plan: String, period: Period, number: Int)? {
    let bytes = OutputFile.contents("\(folder)/\(markName)")
    let words = bytes.map { String(decoding: $0, as: UTF8.self).split(separator: " ") } ?? []
    guard words.count > 2, let period = Period.parse(words[1]), let number = Int(words[2]) else {
      return nil
    }
    return (String(words[0]), period, number)
  }

  private var mark: String {
    "\(edition.plan) \(edition.period) \(edition.number) "
      + "\(PublishedDocuments.identity(of: [edition]))\n"
  }

  private func notes(_ stage: DocumentStage, _ folder: String) -> PublishedDocuments {
    PublishedDocuments(of: stage.rawValue, in: folder, madeFrom: [edition])
  }

  /// Whether a path below the folder is one that stages write; anything else belongs to the office.
  private static func isOurs(_ path: String) -> Bool { ours.contains(path) }

  private static let ours = Set(
    DocumentStage.allCases.flatMap { $0.names + [PublishedDocuments.name(of: $0.rawValue)] }
      + [markName])
}
