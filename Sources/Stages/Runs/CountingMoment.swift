import PlanModel

/// The moment of counting: the one asked for, the organisation's own, or the clock's.
struct CountingMoment {
  let time: CivilTime
  /// Whether it is the clock's: then it is no part of what was asked for.
  let isClock: Bool

  init(_ request: StageRequest, _ organisation: Organisation) throws {
    (time, isClock) = try Self.asked(request, organisation)
    guard Self.days.contains(time.date) else {
      throw StageError(
        "the moment of counting is \(time): \(Self.days.first) to \(Self.days.last) was expected",
        status: .usage)
    }
  }

  /// Days that files can bear as the day of their making, in any zone.
  private static let days = DateSpan(
    .first(ofMonth: 1, year: 1970).adding(days: 1), .last(ofMonth: 12, year: 9999))

  private static func asked(
    _ request: StageRequest, _ organisation: Organisation
  ) throws -> (CivilTime, isClock: Bool) {
    let offset = organisation.calendar.utcOffsetMinutes
    if let text = request.asOf {
      guard let time = CivilTime.parse(text, utcOffsetMinutes: offset) else {
        throw StageError(
          "--as-of \(text): expected a date or time such as 2024-10-05 or 2024-10-05T17:00",
          status: .usage)
      }
      return (time, false)
    }
    if let time = organisation.asOf, !isLater(request.period, than: time, organisation) {
      return (time, false)
    }
    return (CivilTime(unixSeconds: request.now, utcOffsetMinutes: offset), true)
  }

  /// Whether a period is asked for by name that closes only after the organisation's own moment, which
  /// then has nothing to say about it.
  private static func isLater(
    _ text: String?, than time: CivilTime, _ organisation: Organisation
  ) -> Bool {
    text.flatMap(Period.parse).map { organisation.calendar.closingDay(of: $0) > time.date } ?? false
  }
}
