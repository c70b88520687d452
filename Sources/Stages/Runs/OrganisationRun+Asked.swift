import LedgerStore
import PlanModel

/// What is asked for: plans, periods, and until when the clock asks for no other.
extension OrganisationRun {
  /// The plans asked for; who asks for one that has gone is told which editions of it `ledger` has.
  func plans(_ ledger: Ledger? = nil) throws -> [Plan] {
    guard let code = request.plan else { return office.plans }
    guard let plan = office.plan(code) else {
      let there = office.plans.map(\.code).joined(separator: ", ")
      let issued = try ledger.map(editionsAsked) ?? []
      throw StageError(
        "--plan \(code): no such plan\(issued.isEmpty ? "" : " any more"); there are \(there)"
          + (issued.isEmpty
            ? "" : "; what was issued of it can be made again: \(Self.choice(issued))"),
        status: .usage)
    }
    return [plan]
  }

  /// The editions of the plan and period asked for.
  private func editionsAsked(_ ledger: Ledger) throws -> [Edition] {
    let period = try request.period.flatMap { $0 == "all" ? nil : try Self.period($0) }
    return try ledger.editions().filter {
      request.isAbout(plan: $0.plan) && (period == nil || $0.period == period)
    }
  }

  /// How each of some editions is asked for: `--period 2024-Q3 --edition 1 (as of 2024-10-05T23:59:59)`.
  private static func choice(_ editions: [Edition]) -> String {
    editions.map { "--period \($0.period) --edition \($0.number) (as of \($0.asOf))" }
      .joined(separator: ", ")
  }

  /// Whether any of them runs in a period.
  func covers(_ period: Period) throws -> Bool {
    try plans().contains { $0.term.contains(period.span) }
  }

  /// The codes of the plans asked for that may have an edition of a period.
  func planCodes(_ period: Period, _ ledger: Ledger) throws -> [String] {
    guard let number = request.edition else { return try plans(ledger).map(\.code) }
    let issued = try ledger.editions().filter {
      $0.period == period && request.isAbout(plan: $0.plan)
    }
    let codes = issued.filter { $0.number == number }.map(\.plan)
    guard !codes.isEmpty else {
      let known = issued.map { "\($0.plan) \($0.number)" }.joined(separator: ", ")
      throw StageError(
        "there is no edition \(number) for \(period); "
          + (known.isEmpty ? "none was issued" : "issued were \(known)"))
    }
    return codes
  }

  /// The periods asked for; `all` is every period of which a submission had come by the moment of
  /// counting, the last one that was due by then and those due before it that were reported on, or of which
  /// there is an edition of the number asked for.
  func periods(_ ledger: Ledger) throws -> [Period] {
    switch request.period {
    case "all"? where request.edition != nil:
      return Set(
        try ledger.editions().filter {
          $0.number == request.edition && request.isAbout(plan: $0.plan)
        }.map(\.period)
      ).sorted()
    case "all"?:
      let sent = Set(try ledger.receipts().filter { $0.receivedAt <= asOf }.map(\.period))
      // of a period that is not due and from which nothing had come there is nothing to say; of one in which
      // nobody has sent anything in time, that, and what has become of it since
      return sent.isEmpty ? [] : sent.union(try lastDue()).union(try missed(ledger)).sorted()
    case let text?: return [try Self.period(text)]
    case nil: return [try defaultPeriod()]
    }
  }

  /// The period named on the command line.
  static func period(_ text: String) throws -> Period {
    guard let period = Period.parse(text) else {
      throw StageError(
        "--period \(text): expected one such as 2024-Q3, 2024-09, 2024-H1, 2024-9M or 2024",
        status: .usage)
    }
    return period
  }

  /// The organisation's own period, or the last one whose figures are closed.
  func defaultPeriod() throws -> Period {
    if let period = office.organisation.period { return period }
    var period = Period.containing(asOf.date, office.plans.first?.cadence ?? .quarter)
    while let candidate = period {
      if office.organisation.calendar.closingDay(of: candidate) <= asOf.date { return candidate }
      period = candidate.previous
    }
    throw StageError("no period has been closed by \(asOf): name one with --period", status: .usage)
  }

  /// By the clock, from now until before which moment no other period is the default one and no submission
  /// comes to count, in seconds since 1970.
  func moments(_ ledger: Ledger) throws -> Range<Int>? {
    guard isClock else { return nil }
    let now = seconds(asOf)
    let turns = [nextClosing(), try nextDue(), try ledger.nextReceipt(after: asOf)]
      .compactMap(\.self)
    return now..<max(now, turns.map(seconds).min() ?? now)
  }

  /// Of each plan asked for the last period that units have had to report on by the moment of counting.
  private func lastDue() throws -> Set<Period> {
    Set(
      try plans().compactMap { plan in
        recentPeriods(plan).first { office.organisation.calendar.due(of: $0) < asOf }
          .flatMap { plan.isCollected(in: $0) && plan.term.contains($0.span) ? $0 : nil }
      })
  }

  /// The periods of reporting, due by the moment of counting, of which an edition was issued by then.
  private func missed(_ ledger: Ledger) throws -> Set<Period> {
    let plans = try plans()
    return Set(
      try ledger.editions().lazy.filter { edition in
        edition.asOf <= asOf && office.organisation.calendar.due(of: edition.period) < asOf
          && plans.contains { $0.code == edition.plan && $0.isCollected(in: edition.period) }
      }.map(\.period))
  }

  /// The next moment by which a period is due.
  private func nextDue() throws -> CivilTime? {
    try plans().flatMap { plan in
      recentPeriods(plan).map(office.organisation.calendar.due).filter { $0 >= asOf }
    }.min()
  }

  /// The period of a plan's reporting at the moment of counting, and those before it of which one is due for
  /// certain, the latest first.
  private func recentPeriods(_ plan: Plan) -> [Period] {
    var periods: [Period] = []
    var next = Period.containing(asOf.date, plan.cadence)
    while let period = next, periods.count < 4 {
      periods.append(period)
      next = period.previous
    }
    return periods
  }

  /// The next day on which a period may be closed that is not yet, or another one begins.
  private func nextClosing() -> CivilTime? {
    guard var period = Period.containing(asOf.date, office.plans.first?.cadence ?? .quarter) else {
      return nil
    }
    var days = [period.span.last.adding(days: 1)]
    while case let day = office.organisation.calendar.closingDay(of: period), day > asOf.date {
      days.append(day)
      guard let earlier = period.previous else { break }
      period = earlier
    }
    return days.min().map { CivilTime($0, secondOfDay: 0) }
  }

  /// A moment in seconds since 1970.
  func seconds(_ moment: CivilTime) -> Int {
    moment.unixSeconds(utcOffsetMinutes: office.organisation.calendar.utcOffsetMinutes)
  }
}
