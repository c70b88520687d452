import ContentHash
import Documents
import LedgerStore

/// The texts and workbooks of editions as they were issued: the ledger keeps the digest of each when it is
/// published for the first time, and whoever makes it again is told where it comes out otherwise.
///
/// A document follows from its edition and from the program that prints it; the ledger holds the one, and
/// knows the other only by what came out. What data files say is part of the edition itself (`MadeData`);
/// their digests are kept from the beginning, and an edition without them was issued before ledgers kept any:
/// it is held against nothing. Letters and slips are of a period and not of one edition, and what an edition
/// says in another structure of units was never issued.
final class IssuedDocuments {
  private let run: OrganisationRun
  private let ledger: Ledger
  private var new: [(Edition, [IssuedDocument])] = []
  private var status = ExitStatus.clean

  init(_ run: OrganisationRun, _ ledger: Ledger) {
    self.run = run
    self.ledger = ledger
  }

  /// Holds what a stage has written of an edition against what was issued, and says where it differs: when
  /// it is written, and as often as somebody asks for the edition or its moment by name.
  func hold(
    _ edition: Edition, _ stage: DocumentStage, _ folder: EditionFolder, isNew: Bool
  ) throws {
    guard run.structure == nil else { return }
    let issued = try ledger.documents(of: edition)
    if issued.isEmpty { return }
    let made = folder.written(stage).filter { stage.issuedNames.contains($0.name) }
    guard issued.contains(where: { stage.issuedNames.contains($0.name) }) else {
      return new.append((edition, made))
    }
    let isAsked = run.request.edition != nil || run.request.asOf != nil
    guard isNew || isAsked, let complaint = Self.complaint(edition, made: made, stage, issued)
    else { return }
    run.console.notice("\(run.code): \(complaint)")
    status = .findings
    guard isAsked else { return }
    // the next run finds these documents as they stand, and asks as this one did
    run.quiet?.notice("\(run.code): \(complaint)")
    run.quiet?.end(.findings)
  }

  /// Records what was published for the first time; returns whether something came out otherwise.
  func finish() throws -> ExitStatus {
    if !new.isEmpty {
      let writer = try Ledger(path: ledger.path, mode: .readWrite)
      defer { try? writer.close() }
      try writer.add(new)
      try writer.close()
      new = []
    }
    return status
  }

  /// What is to be said where documents of a stage are not what was issued under an edition's number.
  private static func complaint(
    _ edition: Edition, made: [IssuedDocument], _ stage: DocumentStage, _ issued: [IssuedDocument]
  ) -> String? {
    let others = stage.issuedNames.filter { name in
      made.first { $0.name == name } != issued.first { $0.name == name }
    }
    if others.isEmpty { return nil }
    let comes =
      others.count == 1 ? "comes out otherwise than it was" : "come out otherwise than they were"
    return
      "\(EditionCheck.name(edition)): \(others.joined(separator: ", ")) \(comes) issued, most likely "
      + "because another version of the program printed the edition then; the copy that was signed counts"
  }

  /// The data files of an edition, made in memory.
  static func data(_ made: MadeData) -> [IssuedDocument] {
    made.files.map {
      IssuedDocument(name: DocumentStage.dataName($0.name), sha256: $0.digest.hexadecimal)
    }
  }
}

extension DocumentStage {
  /// The documents that are issued: of a table that says where the numbers of texts come from nobody has a
  /// signed copy.
  fileprivate var issuedNames: [String] {
    names.filter { $0 != Self.dataName(BriefingSources.name) }
  }
}
