public import PlanModel

/// The bytes of one of the office's own files, as they were read.
public struct OfficeSource: Hashable, Sendable {
  /// Its path below the organisation's folder: `plans/NQ21.yaml`.
  public let name: String
  /// All its bytes.
  public let bytes: [UInt8]

  /// The file at `name` below the organisation's folder.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// An organisation's own files, read and checked.
public struct LoadedOffice: Sendable {
  /// What they say; nil when one of the findings is an error.
  public let office: Office?
  /// What is wrong or worth saying, file by file: the organisation, its units, its plans by name,
  /// events, explanations.
  public let findings: [FileFinding]
  /// The bytes that were read, by name.
  public let sources: [OfficeSource]

  /// All parts.
  public init(office: Office?, findings: [FileFinding], sources: [OfficeSource]) {
    self.office = office
    self.findings = findings
    self.sources = sources
  }
}
