internal import PlanModel

/// Reads the sources of an office in the order in which they lean on each other: units, then the
/// organisation and the plans, then what refers to both.
struct OfficeReading {
  /// What the files say; nil when one finding is an error.
  let office: Office?
  /// The findings, file by file.
  let findings: [FileFinding]

  /// `path` is the folder's in findings; `unread` names files that are there and could not be read.
  init(
    _ sources: [OfficeSource], organisation: String, path: String, unread: Set<String>,
    explainable: [String]?
  ) {
    let bytes = Dictionary(
      sources.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    func report(_ name: String) -> FileReport { FileReport(path: path + "/" + name) }

    let unitsReport = report(OfficeFiles.unitsName)
    let units = bytes[OfficeFiles.unitsName].flatMap { UnitsFile($0, unitsReport) }
    let organisationFile = bytes[OfficeFiles.organisationName].map {
      OrganisationFile(
        $0, path: path + "/" + OfficeFiles.organisationName, folder: organisation, units: units)
    }
    let plans = Self.plans(sources, path: path, units: units, bodies: organisationFile?.bodies)
    Self.checkCodes(plans)

    let areSomeUnread = unread.contains { $0.hasPrefix(OfficeFiles.plansFolder) }
    let hasAllPlans = !plans.isEmpty && !areSomeUnread
    if hasAllPlans {
      Self.checkExceptions(organisationFile?.exceptions ?? [], plans.map(\.plan))
    }
    let subjects = Self.union(plans.map(\.subjects)) { $0.merge($1) { first, _ in first } }
    let events = Self.union(plans.map(\.events)) { $0.formUnion($1) }

    let eventsReport = report(OfficeFiles.eventsName)
    let occurrences = bytes[OfficeFiles.eventsName].map {
      EventsFile.read($0, eventsReport, declared: hasAllPlans ? events : nil)
    }
    let explanationsReport = report(OfficeFiles.explanationsName)
    let explanations = bytes[OfficeFiles.explanationsName].map {
      ExplanationsFile.read(
        $0, explanationsReport, units: units, subjects: hasAllPlans ? subjects : nil,
        explainable: explainable)
    }

    let organisationReport = organisationFile?.report ?? report(OfficeFiles.organisationName)
    for (name, report) in [
      (OfficeFiles.organisationName, organisationReport), (OfficeFiles.unitsName, unitsReport),
    ] where bytes[name] == nil && !unread.contains(name) {
      report.add(.fileMissing)
    }
    let folderReport = report(OfficeFiles.plansFolder)
    if plans.isEmpty, !areSomeUnread { folderReport.add(.noPlans) }
    let reports =
      [organisationReport, unitsReport, folderReport] + plans.map(\.report)
      + [eventsReport, explanationsReport]
    findings = reports.flatMap(\.findings)
    guard !reports.contains(where: \.hasErrors), let units, let root = units.root,
      let organisation = organisationFile?.organisation
    else {
      office = nil
      return
    }
    office = Office(
      organisation: organisation, registry: UnitRegistry(units: units.units, root: root),
      plans: plans.compactMap(\.plan).sorted { $0.code < $1.code }, occurrences: occurrences ?? [],
      explanations: explanations ?? [])
  }

  /// The plan files in the order of their names.
  private static func plans(
    _ sources: [OfficeSource], path: String, units: UnitsFile?, bodies: [String: String]?
  ) -> [PlanFile] {
    let prefix = OfficeFiles.plansFolder + "/"
    return sources.filter {
      $0.name.hasPrefix(prefix) && $0.name.hasSuffix(OfficeFiles.planSuffix)
    }.map {
      let name = $0.name.dropFirst(prefix.count).dropLast(OfficeFiles.planSuffix.count)
      return PlanFile(
        $0.bytes, path: path + "/" + $0.name, name: String(name),
        directory: Directory(units: units, bodies: bodies))
    }
  }

  /// Days of a period hold only where units report on it. What came before collecting began in another
  /// cadence may have had its own.
  private static func checkExceptions(
    _ exceptions: [(period: Period, cursor: YAMLCursor)], _ plans: [Plan?]
  ) {
    let known = plans.compactMap(\.self)
    guard known.count == plans.count else { return }
    for (period, cursor) in exceptions {
      let asking = known.first { plan in
        plan.cadence == period.cadence
          || plan.firstPeriod.map { period.span.first < $0.span.first } ?? false
      }
      guard asking == nil,
        let instead = known.lazy.compactMap({ Period.containing(period.span.last, $0.cadence) })
          .first
      else { continue }
      cursor.add(.periodUncollected(period, instead: instead))
    }
  }

  /// What all plans declare; nil when that of one is not known, so that nothing is called unknown
  /// then.
  private static func union<Codes>(
    _ all: [Codes?], _ join: (inout Codes, Codes) -> Void
  ) -> Codes? {
    let known = all.compactMap { $0 }
    guard known.count == all.count, var result = known.first else { return nil }
    known.dropFirst().forEach { join(&result, $0) }
    return result
  }

  /// Two files cannot have one name, but their codes may still differ in capitals only.
  private static func checkCodes(_ plans: [PlanFile]) {
    var seen: Set<String> = []
    for plan in plans {
      guard let cursor = plan.code, let text = cursor.rawText else { continue }
      if !seen.insert(text.uppercased()).inserted {
        cursor.add(.codeDuplicate(text, firstLine: nil))
      }
    }
  }
}
