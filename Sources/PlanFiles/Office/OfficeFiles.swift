internal import PlanModel

/// The office's own files: where they stand, how they are read.
public enum OfficeFiles {
  /// No file of the office may have more bytes: 4 MB, a hundred times the largest plan.
  public static let largestFile = 4 << 20

  static let organisationName = "organisation.yaml"
  static let unitsName = "units.csv"
  static let eventsName = "events.csv"
  static let explanationsName = "explanations.csv"
  static let plansFolder = "plans"
  static let planSuffix = ".yaml"
  static let templatesFolder = "templates"
  static let templateSuffix = ".mustache"

  /// The files beside the folder of plans.
  static let names = [organisationName, unitsName, eventsName, explanationsName]

  /// The organisation that an office's own files are of, as their organisation.yaml says; nil where it says
  /// none.
  public static func organisationNamed(in sources: [OfficeSource]) -> String? {
    sources.first { $0.name == organisationName }.flatMap { OrganisationFile.code(in: $0.bytes) }
  }

  /// Reads and checks the files of `<inputs>/<organisation>`.
  ///
  /// Everything that is wrong in any of them is found in one pass. One `error` is enough for there
  /// to be no office; `info` is not. Files are read without following links and up to
  /// `largestFile` bytes.
  public static func load(inputs: String, organisation: String) -> LoadedOffice {
    load(OfficeFolder(inputs: inputs, organisation: organisation))
  }

  /// Checks files that have been read; `explainable` are the codes of the findings that an explanation may
  /// be about, where somebody knows them.
  public static func load(
    _ folder: OfficeFolder, explainable: [String]? = nil
  ) -> LoadedOffice {
    guard folder.isThere else {
      return LoadedOffice(office: nil, findings: folder.findings, sources: [])
    }
    let reading = OfficeReading(
      folder.sources, organisation: folder.organisation,
      path: folder.inputs + "/" + folder.organisation, unread: folder.unread,
      explainable: explainable)
    let findings = folder.findings + reading.findings
    let isGood = !folder.findings.contains { $0.finding.severity == .error }
    return LoadedOffice(
      office: isGood ? reading.office : nil, findings: findings, sources: folder.sources,
      templateFindings: folder.templateFindings)
  }

  /// Checks files that were read before, as `LoadedOffice.sources` holds them, so that what was
  /// made from them can be made again. Findings name them as `<organisation>/<name>`.
  public static func load(
    sources: [OfficeSource], organisation: String, explainable: [String]? = nil
  ) -> LoadedOffice {
    let sources = sources.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let reading = OfficeReading(
      sources, organisation: organisation, path: organisation, unread: [], explainable: explainable)
    return LoadedOffice(office: reading.office, findings: reading.findings, sources: sources)
  }
}
