import Assessment
import PlanModel
import VietnameseText
import Workers

/// What units themselves give as causes, counted and never interpreted.
///
/// A note is a cause when its row is one that falls short: an indicator the unit has not met or is
/// behind with, a task that is overdue or suspended. In a report over several periods it is what was written
/// beside the last figure of them.
struct Causes {
  /// One wording of a cause, and the units that gave it.
  struct Reason {
    let text: String
    var units: [String]
  }

  /// The causes given for one indicator.
  struct OfIndicator {
    let standing: IndicatorStanding
    /// How many units fall short.
    let shortUnits: Int
    var reasons: [Reason]
    /// How many of them say nothing beside their figure.
    let silent: Int
    /// How many have no figure of the period to say anything of.
    let absent: Int
  }

  /// The cause given for one task.
  struct OfTask {
    let task: PlanTask
    let reasons: [Reason]
  }

  let indicators: [OfIndicator]
  let tasks: [OfTask]

  var isEmpty: Bool { indicators.isEmpty && tasks.isEmpty }

  init(_ assessment: PlanAssessment, _ standings: [IndicatorStanding], _ tally: TaskTally) {
    let period = assessment.input.period
    let book = assessment.input.figures
    let periods = assessment.input.collectedPeriods
    indicators = standings.concurrentMap { standing -> OfIndicator? in
      let cells = standing.shortCells
      var reasons = ReasonList()
      let notes = periods.map { book.notes(standing.indicator.code, in: $0) }
      for cell in cells {
        // of several periods the last one in which the unit has a figure
        let last =
          periods.count == 1
          ? 0
          : periods.lastIndex { book.hasFigure(standing.indicator.code, of: cell.unit, in: $0) }
        guard let last else { continue }
        if let note = notes[last].bytes(of: cell.unit) { reasons.add(note, of: cell.unit) }
      }
      guard !reasons.list.isEmpty else { return nil }
      let speaking = Set(reasons.list.flatMap(\.units))
      let absent = Self.missing(standing, besides: speaking) { unit in
        !periods.contains { book.hasFigure(standing.indicator.code, of: unit, in: $0) }
      }
      return OfIndicator(
        standing: standing, shortUnits: cells.count, reasons: reasons.list,
        silent: cells.count - speaking.count - absent, absent: absent)
    }.compactMap(\.self)
    var perTask: [(task: PlanTask, reasons: ReasonList)] = []
    for row in tally.rows where row.state == .overdue || row.isSuspended {
      guard let report = row.report, period.span.contains(report.period.span),
        !report.content.note.isEmpty
      else { continue }
      if perTask.last?.task.code != row.task.code { perTask.append((row.task, ReasonList())) }
      perTask[perTask.count - 1].reasons.add(
        report.content.note, of: row.reporter ?? row.unit)
    }
    tasks = perTask.map { OfTask(task: $0.task, reasons: $0.reasons.list) }
  }

  /// How many of the units that fall short, and say nothing, miss figures of just these periods.
  private static func missing(
    _ standing: IndicatorStanding, besides speaking: Set<String>, where isAbsent: (String) -> Bool
  ) -> Int {
    let missing = standing.total?.missingUnits ?? []
    if missing.isEmpty { return 0 }
    let silent = Set(standing.shortCells.map(\.unit)).subtracting(speaking)
    return missing.count { silent.contains($0) && isAbsent($0) }
  }

  /// Notes gathered by what they say; spelling and spaces do not make two of one.
  private struct ReasonList {
    var list: [Reason] = []
    private var places: [MatchingKey: Int] = [:]
    /// The places of notes as they were typed: units say the same things over and over.
    private var known: [Typed: Int] = [:]

    /// A note in UTF-8: as a text it would be brought into normal form each time it is looked up.
    private struct Typed: Hashable {
      let bytes: ArraySlice<UInt8>

      func hash(into hasher: inout Hasher) {
        unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
      }
    }

    mutating func add(_ note: String, of unit: String) { add(Array(note.utf8)[...], of: unit) }

    mutating func add(_ note: ArraySlice<UInt8>, of unit: String) {
      if note.isEmpty { return }
      if let place = known[Typed(bytes: note)] { return list[place].units.append(unit) }
      let text = onOneLine(String(decoding: note, as: UTF8.self))
      guard !text.isEmpty else { return }
      let key = MatchingKey(text)
      let place = places[key] ?? list.count
      if place == list.count { list.append(Reason(text: text, units: [])) }
      list[place].units.append(unit)
      places[key] = place
      known[Typed(bytes: note)] = place
    }
  }
}

extension FigureBook {
  /// Whether a unit has given a number in a period: an empty cell is none.
  fileprivate func hasFigure(_ indicator: String, of unit: String, in period: Period) -> Bool {
    figure(indicator, of: unit, in: period)?.content.numerator.value != nil
  }
}
