/// The maps of the office's YAML files, and the keys that each may have.
///
/// All of them stand here, so that `docs/plan-file.md` and `docs/office-files.md` can be held against them:
/// each has a table there.
enum YAMLKeys: CaseIterable {
  // a plan
  case plan, term, reporting, duty, dutyReporters
  case indicator, kind, flows, reporters, target, change, base, milestone
  case check, event
  case task, lead, deadline, deadlineYears, awaitedEvent
  // organisation.yaml
  case organisation, letterhead, numbers, signature, recipients, thresholds, limits, plausibility
  case calendar, closing, due, mend, weekend, exception

  /// What the map describes, in words of a message: `a target`.
  var what: String { entry.what }

  /// The keys that are read, in the order in which they are proposed.
  var known: [String] { entry.known }

  private var entry: (what: String, known: [String]) {
    switch self {
    case .plan:
      (
        "a plan",
        [
          "plan", "number", "title", "issued_on", "issued_by", "basis", "term", "reporting",
          "duties", "indicators", "checks", "events", "tasks",
        ]
      )
    case .term: ("the term", Self.fromTo)
    case .reporting: ("the reporting", ["by", "to", "every", "from"])
    case .duty: ("a duty", ["clause", "by", "to", "every", "matter"])
    case .dutyReporters: ("who reports", Self.selection)
    case .indicator:
      (
        "an indicator",
        [
          "code", "clause", "name", "short", "measure", "numerator", "denominator",
          "unit_of_measure", "decimals", "kind", "over_units", "collected", "carry_forward",
          "never_falls", "reported_by", "targets", "flows",
        ]
      )
    case .kind: ("the kind", ["numerator", "denominator", "denominator_at"])
    case .flows: ("the flows of a stock", ["in", "out"])
    case .reporters: ("reported_by", Self.selection)
    case .target:
      (
        "a target",
        PlanReader.comparisons + ["tolerance"] + PlanReader.schedules
          + ["from", "to", "per", "path", "base"]
      )
    case .change: ("a change", ["by", "against"])
    case .base: ("a base", ["year", "value"])
    case .milestone: ("a milestone", ["year"] + PlanReader.numbers + ["tolerance"])
    case .check: ("a check", ["rule", "severity", "message"])
    case .event: ("an event", ["code", "name", "caused_by"])
    case .task: ("a task", ["code", "clause", "lead", "with", "summary", "product", "due"])
    case .lead: ("the lead", Self.selection)
    case .deadline: ("a deadline", PlanReader.dated + PlanReader.undated + ["then"])
    case .deadlineYears: ("the years of a deadline", Self.fromTo)
    case .awaitedEvent: ("an awaited event", ["event", "within"])
    case .organisation:
      (
        "organisation.yaml",
        [
          "organisation", "root", "name", "issuer", "letterhead", "place", "numbers", "draft",
          "signature", "recipients", "archive", "committee", "committees", "contact", "notice",
          "period", "as_of", "calendar", "thresholds", "limits", "bodies", "profile", "tone",
          "members", "plausibility",
        ]
      )
    case .letterhead: ("the letterhead", ["superior", "issuer"])
    case .numbers: ("the numbers", Self.documents)
    case .signature: ("the signature", ["authority", "office", "name"])
    case .recipients: ("the recipients", Self.documents)
    case .thresholds: ("the thresholds", ["denominator_change"])
    case .limits: ("the limits", ["file_bytes", "field_bytes", "columns", "rows"])
    case .plausibility:
      (
        "the plausibility limits",
        [
          "deviations", "fewest_peers", "fewest_periods", "growth", "least_growth", "full_units",
          "heap_units", "heap_width", "heap_share",
        ]
      )
    case .calendar:
      (
        "the calendar",
        [
          "utc_offset", "closing", "due", "mend", "holidays", "weekend", "closed_through",
          "exceptions",
        ]
      )
    case .closing: ("the closing rule", ["day"])
    case .due: ("the due rule", ["working_days", "time"])
    case .mend: ("the mending rule", ["working_days"])
    case .weekend: ("the weekend", ["days", "worked", "closing"])
    case .exception: ("an exception of the calendar", ["period", "closing", "due"])
    }
  }

  private static let fromTo = ["from", "to"]
  private static let selection = ["kinds", "units"]
  private static let documents = ["report", "letter"]
}
