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
  /// The day the plan was issued; nil when it does not say.
  let issuedOn: CalendarDate?

  /// What the plan declares.
  var indicatorCodes = DeclaredCodes()
  var taskCodes = DeclaredCodes()
  var eventCodes = DeclaredCodes()

  /// The events that deadlines name.
  let awaited = AwaitedEvents()
  /// The events as declared, with their places.
  private var placedEvents: [PlacedEvent] = []

  init(
    report: FileReport, units: UnitsFile?, term: ClosedRange<Int>?, cadence: Cadence?,
    issuedOn: CalendarDate?
  ) {
    self.report = report
    self.units = units
    self.term = term
    self.cadence = cadence
    self.issuedOn = issuedOn
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

  /// The events that tasks wait for.
  mutating func events(_ cursor: YAMLCursor) -> [PlanEvent] {
    (cursor.items() ?? []).compactMap { item in
      guard let map = YAMLMapping(item, .event) else { return nil }
      let code = eventCodes.declare(map.required("code"))
      let name = map.required("name")?.text()
      let causedBy = map["caused_by"].map { $0.code() }
      guard let code else { return nil }
      placedEvents.append(
        PlacedEvent(
          code: code, cursor: map["code"] ?? item, cause: causedBy ?? nil,
          causeCursor: map["caused_by"]))
      guard let name, !isFaulty(causedBy) else { return nil }
      return PlanEvent(code: code, name: name, causedBy: causedBy ?? nil)
    }
  }

  /// Holds the events against the tasks, which must have been read before: what causes one must be a
  /// task, and not one that waits for it; and somebody should wait for it.
  ///
  /// Returns them with the codes of their tasks as the plan writes those.
  func linked(_ events: [PlanEvent], to tasks: [PlanTask]) -> [PlanEvent] {
    let waits = Dictionary(
      tasks.map { ($0.code, $0.deadline.event) }, uniquingKeysWith: { first, _ in first })
    var causes: [String: String] = [:]
    for event in placedEvents {
      // what cannot be read may be what waits
      if !awaited.events.contains(event.code), !report.hasErrors {
        event.cursor.add(.eventUnawaited(event.code))
      }
      guard let text = event.cause else { continue }
      if let task = taskCodes[text]?.code {
        causes[event.code] = task
      } else if taskCodes.isWhole {
        event.causeCursor?.add(.taskUnknown(text, among: report.candidates(taskCodes.codes)))
      }
    }
    for event in placedEvents where isRing(event.code, causes, waits) {
      event.causeCursor?.add(.eventRing(event.code))
    }
    return events.map {
      PlanEvent(code: $0.code, name: $0.name, causedBy: causes[$0.code] ?? $0.causedBy)
    }
  }

  /// Whether an event waits, through the tasks that cause it, for itself.
  private func isRing(
    _ event: String, _ causes: [String: String], _ waits: [String: String?]
  ) -> Bool {
    var seen: Set<String> = []
    var next = event
    while seen.insert(next).inserted {
      guard let task = causes[next], let waited = waits[task] ?? nil else { return false }
      if waited == event { return true }
      next = waited
    }
    return false
  }
}

/// The events that deadlines name, gathered while those are read.
final class AwaitedEvents {
  var events: Set<String> = []
}

/// An event and where it stands in its file.
private struct PlacedEvent {
  let code: String
  let cursor: YAMLCursor
  /// The task that causes it, as typed.
  let cause: String?
  let causeCursor: YAMLCursor?
}

extension Deadline {
  /// The event it waits for.
  fileprivate var event: String? {
    guard case .after(let event, _) = rule else { return nil }
    return event
  }
}
