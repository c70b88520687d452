internal import PlanModel

/// Reads the lists of a plan file; its extensions hold one kind of list each.
struct PlanReader {
  let report: FileReport
  /// The units of the register; nil when it cannot be read.
  let units: UnitsFile?
  /// The years of the plan; nil when they cannot be read.
  let term: ClosedRange<Int>?
  /// How often units report; nil when that cannot be read.
  let cadence: Cadence?

  /// What the plan declares.
  var indicatorCodes = DeclaredCodes()
  var taskCodes = DeclaredCodes()
  var eventCodes = DeclaredCodes()

  init(report: FileReport, units: UnitsFile?, term: ClosedRange<Int>?, cadence: Cadence?) {
    self.report = report
    self.units = units
    self.term = term
    self.cadence = cadence
  }

  /// What explanations may be about: indicators and tasks, by their capital letters; nil when not
  /// all of them are known.
  var subjects: [String: String]? {
    guard indicatorCodes.isWhole, taskCodes.isWhole else { return nil }
    return indicatorCodes.byKey.merging(taskCodes.byKey) { indicator, _ in indicator }
      .mapValues(\.code)
  }

  /// The codes of its events; nil when not all of them are known.
  var events: Set<String>? { eventCodes.isWhole ? Set(eventCodes.codes) : nil }

  private static let eventKeys = YAMLKeys(what: "an event", known: ["code", "name"])

  /// The outside events that tasks wait for.
  mutating func events(_ cursor: YAMLCursor) -> [PlanEvent] {
    (cursor.items() ?? []).compactMap { item in
      guard let map = YAMLMapping(item, Self.eventKeys) else { return nil }
      let code = eventCodes.declare(map.required("code"))
      let name = map.required("name")?.text()
      guard let code, let name else { return nil }
      return PlanEvent(code: code, name: name)
    }
  }
}
