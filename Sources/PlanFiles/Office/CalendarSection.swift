internal import PlanModel

/// Reads `calendar:` of `organisation.yaml`; what it leaves out has the defaults of the model.
struct CalendarSection {
  /// The calendar, with defaults in place of what is wrong.
  let calendar: ReportingCalendar
  /// How far the office's clock is ahead of UTC, in minutes.
  var utcOffsetMinutes: Int { calendar.utcOffsetMinutes }

  /// Where each period with days of its own stands.
  private(set) var exceptions: [(period: Period, cursor: YAMLCursor)] = []

  init(_ cursor: YAMLCursor?) {
    let usual = ReportingCalendar()
    guard let map = cursor.flatMap({ YAMLMapping($0, .calendar) }) else {
      calendar = usual
      return
    }
    let offset = map["utc_offset"].flatMap(Self.offset) ?? usual.utcOffsetMinutes
    let due = map["due"].flatMap { YAMLMapping($0, .due) }
    let mend = map["mend"].flatMap { YAMLMapping($0, .mend) }
    let weekend = map["weekend"].flatMap { YAMLMapping($0, .weekend) }
    let exceptions = map["exceptions"].map { Self.exceptions($0, utcOffsetMinutes: offset) }
    calendar = ReportingCalendar(
      utcOffsetMinutes: offset,
      closing: map["closing"].flatMap(Self.closing) ?? usual.closing,
      dueWorkingDays: due?["working_days"]?.integer(in: 0...60) ?? usual.dueWorkingDays,
      dueSecondOfDay: due?["time"].flatMap(Self.secondOfDay) ?? usual.dueSecondOfDay,
      mendWorkingDays: mend?["working_days"]?.integer(in: 0...60) ?? usual.mendWorkingDays,
      holidays: map["holidays"].map(Self.holidays) ?? [],
      weekend: weekend?["days"].map(Self.weekdays) ?? usual.weekend,
      workedDays: weekend?["worked"].map(Self.holidays) ?? [],
      closingOnRest: weekend?["closing"].flatMap(Self.restRule) ?? usual.closingOnRest,
      closedThrough: map["closed_through"]?.period(),
      exceptions: exceptions?.all ?? [:])
    self.exceptions = exceptions?.periods ?? []
    for (period, due, cursor) in exceptions?.dues ?? [] {
      let closing = calendar.closingDay(of: period)
      if due.date < closing { cursor.add(.rangeReversed(closing.description, due.description)) }
    }
  }

  private static func offset(_ cursor: YAMLCursor) -> Int? {
    guard let text = cursor.text() else { return nil }
    guard let minutes = CivilTime.offsetMinutes(text) else {
      cursor.add(.clockInvalid(text, example: "+07:00"))
      return nil
    }
    return minutes
  }

  private static func secondOfDay(_ cursor: YAMLCursor) -> Int? {
    guard let text = cursor.text() else { return nil }
    // the clock is read as part of a moment, whose day does not matter
    guard let time = CivilTime.parse("2000-01-01T" + text, utcOffsetMinutes: 0),
      text.utf8.allSatisfy({ $0 == UInt8(ascii: ":") || (0x30...0x39).contains($0) })
    else {
      cursor.add(.clockInvalid(text, example: "17:00"))
      return nil
    }
    return time.secondOfDay
  }

  /// `period_end` or `{day: 14}`.
  private static func closing(_ cursor: YAMLCursor) -> ReportingCalendar.Closing? {
    if let text = cursor.rawText {
      if text == "period_end" { return .periodEnd }
      cursor.add(.valueUnknown(text, among: ["period_end", "{day: 14}"]))
      return nil
    }
    guard let map = YAMLMapping(cursor, .closing) else { return nil }
    return map.required("day")?.integer(in: 1...31).map { .day($0) }
  }

  private static func holidays(_ cursor: YAMLCursor) -> Set<CalendarDate> {
    var days: Set<CalendarDate> = []
    for item in cursor.items() ?? [] {
      guard let day = item.date() else { continue }
      if !days.insert(day).inserted { item.add(.valueRepeated(day.description)) }
    }
    return days
  }

  private static let weekdayNames = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// `[saturday, sunday]`, as numbers from Monday.
  private static func weekdays(_ cursor: YAMLCursor) -> Set<Int> {
    var days: Set<Int> = []
    for item in cursor.items() ?? [] {
      guard let name = item.text() else { continue }
      guard let place = weekdayNames.firstIndex(of: name) else {
        item.add(.valueUnknown(name, among: weekdayNames))
        continue
      }
      if !days.insert(place + 1).inserted { item.add(.valueRepeated(name)) }
    }
    if days.count == weekdayNames.count { cursor.add(.noWorkingDay) }
    return days
  }

  private static func restRule(_ cursor: YAMLCursor) -> ReportingCalendar.RestRule? {
    guard let text = cursor.text() else { return nil }
    guard let rule = ReportingCalendar.RestRule(rawValue: text) else {
      cursor.add(.valueUnknown(text, among: ReportingCalendar.RestRule.allCases.map(\.rawValue)))
      return nil
    }
    return rule
  }

  /// The exceptions, and the moments among them that are to be held against the closing days.
  private static func exceptions(
    _ cursor: YAMLCursor, utcOffsetMinutes: Int
  ) -> (
    all: [Period: ReportingCalendar.Exception], dues: [(Period, CivilTime, YAMLCursor)],
    periods: [(Period, YAMLCursor)]
  ) {
    var exceptions: [Period: ReportingCalendar.Exception] = [:]
    var dues: [(Period, CivilTime, YAMLCursor)] = []
    var periods: [(Period, YAMLCursor)] = []
    for item in cursor.items() ?? [] {
      guard let map = YAMLMapping(item, .exception) else { continue }
      let period = map.required("period")?.period()
      let closing = map["closing"]?.date()
      let due = map["due"]?.moment(utcOffsetMinutes: utcOffsetMinutes)
      if map["closing"] == nil, map["due"] == nil {
        map.addOneNeeded(["closing", "due"])
      }
      guard let period else { continue }
      if let cursor = map["period"] { periods.append((period, cursor)) }
      if let due, let cursor = map["due"] { dues.append((period, due, cursor)) }
      if exceptions[period] != nil { map["period"]?.add(.valueRepeated(period.description)) }
      exceptions[period] = ReportingCalendar.Exception(closing: closing, due: due)
    }
    return (exceptions, dues, periods)
  }
}
