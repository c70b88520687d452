internal import PlanModel

/// Whom codes of a plan may name: units of the register, and bodies of organisation.yaml.
struct Directory {
  /// The units of the register; nil when that cannot be read.
  let units: UnitsFile?
  /// The names of bodies by code; nil when organisation.yaml names none.
  let bodies: [String: String]?
}

/// `reporting:` of a plan file.
struct Reporting {
  let by: String
  let to: [String]
  let cadence: Cadence
  let firstPeriod: Period?

  /// `term` are the plan's years; nil when they cannot be read.
  init?(_ cursor: YAMLCursor, _ directory: Directory, term: ClosedRange<Int>?) {
    guard let map = YAMLMapping(cursor, .reporting) else { return nil }
    let by = map.required("by")?.unit(directory.units)
    let to = map["to"].map { $0.list { $0.recipient(directory) } } ?? []
    let cadence = map.required("every")?.word(Cadence.self)
    let first = map["from"]?.period()
    if let first, let term, !term.contains(first.year) {
      map["from"]?.add(.outsideTerm(first.year, term))
    }
    guard let by, let to, let cadence else { return nil }
    firstPeriod = first
    self.by = by
    self.to = to
    self.cadence = cadence
  }
}

/// `duties:` of a plan file: what else the plan says on who reports what to whom.
enum ReportingDuties {
  private static let words = Cadence.allCases.map(\.rawValue) + ["periodic", "on_request"]

  static func read(_ cursor: YAMLCursor, _ directory: Directory) -> [ReportingDuty] {
    (cursor.items() ?? []).compactMap { item in
      guard let map = YAMLMapping(item, .duty) else { return nil }
      let clause = map.required("clause")?.text()
      let by = map.required("by").flatMap { reporters($0, directory.units) }
      let to = map.required("to")?.list { $0.recipient(directory) }
      let frequency = map.required("every").flatMap(frequency)
      let matter = map["matter"]?.text()
      guard let clause, let by, let to, let frequency else { return nil }
      return ReportingDuty(clause: clause, by: by, to: to, frequency, matter: matter)
    }
  }

  private static func reporters(_ cursor: YAMLCursor, _ units: UnitsFile?) -> PlanTask.Lead? {
    if case .map = cursor.kindName {
      return cursor.selection(units, .dutyReporters).map { .each($0) }
    }
    return cursor.unitList(units).map { .units($0) }
  }

  private static func frequency(_ cursor: YAMLCursor) -> ReportingDuty.Frequency? {
    guard let text = cursor.text() else { return nil }
    if let cadence = Cadence(rawValue: text) { return .every(cadence) }
    switch text {
    case "periodic": return .periodic
    case "on_request": return .onRequest
    default:
      cursor.add(.valueUnknown(text, among: words))
      return nil
    }
  }
}

extension YAMLCursor {
  /// The code of one who is reported to: a unit, or a body that organisation.yaml names. Where it names
  /// none at all, any code is taken, and documents go by their own list of recipients.
  fileprivate func recipient(_ directory: Directory) -> String? {
    guard let text = code() else { return nil }
    guard let bodies = directory.bodies, let units = directory.units else { return text }
    if units.code(matching: text) != nil { return text }
    if bodies.keys.contains(where: { $0.uppercased() == text.uppercased() }) { return text }
    add(.bodyUnknown(text, among: report.candidates(bodies.keys.sorted() + units.codes)))
    return nil
  }
}
