public import PlanModel

/// The bytes of one of the office's own files, as they were read.
public struct OfficeSource: Hashable, Sendable {
  /// Its path below the organisation's folder: `plans/NQ21.yaml`.
  public let name: String
  /// All its bytes.
  public let bytes: [UInt8]

  /// Of a template its name without folder and ending, `bao-cao`; nil of another file.
  public var templateName: String? {
    let prefix = OfficeFiles.templatesFolder + "/"
    guard name.hasPrefix(prefix), name.hasSuffix(OfficeFiles.templateSuffix) else { return nil }
    return String(name.dropFirst(prefix.count).dropLast(OfficeFiles.templateSuffix.count))
  }

  /// The path of a template below the organisation's folder.
  public static func path(ofTemplate name: String) -> String {
    OfficeFiles.templatesFolder + "/" + name + OfficeFiles.templateSuffix
  }

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
  /// What kept templates from being read: no reason to stop, the program has its own.
  public let templateFindings: [FileFinding]

  /// All parts.
  init(
    office: Office?, findings: [FileFinding], sources: [OfficeSource],
    templateFindings: [FileFinding] = []
  ) {
    self.office = office
    self.findings = findings
    self.sources = sources
    self.templateFindings = templateFindings
  }
}
