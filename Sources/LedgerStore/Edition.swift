public import PlanModel

/// One issued report on a plan and period: numbered, never changed.
///
/// It can be made again from what the ledger holds: the receipts up to its horizon, and its sources.
public struct Edition: Hashable, Sendable {
  /// The plan's code.
  public let plan: String
  /// The period.
  public let period: Period
  /// Which edition of this plan and period it is, from 1.
  public let number: Int
  /// The moment as of which it counts.
  public let asOf: CivilTime
  /// The highest number of a receipt it may use; 0 for none.
  public let horizon: Int64
  /// The digest of all it was made from, 64 hexadecimal digits.
  public let inputsDigest: String
  /// The digest of what it says, 64 hexadecimal digits.
  public let outcomeDigest: String
}

/// A file of the office that an edition was made from: a plan, the units, the events.
public struct SourceFile: Hashable, Sendable {
  /// Its path below the organisation's inputs.
  public let name: String
  /// Its content.
  public let bytes: [UInt8]

  /// A file and its content.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// A document of an edition as it was issued.
public struct IssuedDocument: Hashable, Sendable {
  /// Its path below the folder of its plan and period.
  public let name: String
  /// SHA-256 of its bytes, 64 hexadecimal digits.
  public let sha256: String

  /// A document and its digest.
  public init(name: String, sha256: String) {
    self.name = name
    self.sha256 = sha256
  }
}

/// An edition before it is issued; the ledger gives it its number.
public struct EditionDraft: Hashable, Sendable {
  /// The plan's code.
  public let plan: String
  /// The period.
  public let period: Period
  /// The moment as of which it counts.
  public let asOf: CivilTime
  /// The highest number of a receipt it may use; 0 for none.
  public let horizon: Int64
  /// The digest of all it was made from, 64 hexadecimal digits.
  public let inputsDigest: String
  /// The digest of what it says, 64 hexadecimal digits.
  public let outcomeDigest: String
  /// The files of the office it was made from, each name once.
  public let sources: [SourceFile]
  /// Those of its documents that are made already, each name once; none of an edition that was issued
  /// before ledgers kept them.
  public let documents: [IssuedDocument]

  /// A draft with all its parts.
  public init(
    plan: String, period: Period, asOf: CivilTime, horizon: Int64, inputsDigest: String,
    outcomeDigest: String, sources: [SourceFile], documents: [IssuedDocument] = []
  ) {
    self.plan = plan
    self.period = period
    self.asOf = asOf
    self.horizon = horizon
    self.inputsDigest = inputsDigest
    self.outcomeDigest = outcomeDigest
    self.sources = sources
    self.documents = documents
  }
}
