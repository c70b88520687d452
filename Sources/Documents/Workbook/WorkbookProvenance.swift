/// Where an edition came from, for the last sheet of the workbook: what only the ledger knows.
public struct WorkbookProvenance: Hashable, Sendable {
  /// A file of the office: a plan, the register of units, the events.
  public struct File: Hashable, Sendable {
    /// Its path below the organisation's inputs.
    public let name: String
    /// SHA-256 of its bytes, 64 hexadecimal digits.
    public let sha256: String

    /// A file and its digest.
    public init(name: String, sha256: String) {
      self.name = name
      self.sha256 = sha256
    }
  }

  /// The digest of all the edition was made from; nil when nobody knows it.
  public let inputsDigest: String?
  /// The digest of what it says; nil when nobody knows it.
  public let outcomeDigest: String?
  /// The office's files.
  public let files: [File]

  /// Digests and files; none of them when a report is made outside a ledger.
  public init(inputsDigest: String? = nil, outcomeDigest: String? = nil, files: [File] = []) {
    self.inputsDigest = inputsDigest
    self.outcomeDigest = outcomeDigest
    self.files = files
  }
}
