internal import PlanModel

/// What only the rows of `units.csv` together can show.
struct UnitChecks {
  /// The rows of each unit, and the units made of them, in the same order.
  let groups: [[UnitRow]]
  let units: [Unit]
  let report: FileReport

  func run() {
    let byCode = Dictionary(grouping: units.indices) { units[$0].code }
    checkOverlaps(byCode)
    checkRings(byCode)
    // a successor may stand in a row that could not be read
    if !report.hasErrors {
      checkSuccessors(byCode)
      checkShares()
    }
  }

  /// What shares come to that are the whole but for their rounding, as three of 0.33.
  private static let nearlyAll = FixedDecimal(99, fractionDigits: 2)

  /// A unit that is divided leaves nothing over: figures of a part that nobody has go nowhere.
  private func checkShares() {
    for (unit, rows) in zip(units, groups) where !unit.successors.isEmpty {
      let shares = unit.successors.compactMap(\.share)
      let sum = shares.reduce(FixedDecimal.zero, +)
      if shares.count == unit.successors.count, sum < Self.nearlyAll {
        report.add(.sharesTooSmall(unit.code, sum.plainText), at: rows[0].row.place)
      }
    }
  }

  /// Who takes over does so on the day after: figures left to one who is not there then go nowhere.
  private func checkSuccessors(_ byCode: [String: [Int]]) {
    for (unit, rows) in zip(units, groups) where !unit.successors.isEmpty {
      guard let day = unit.validTo?.adding(days: 1) else { continue }
      for row in rows {
        guard let successor = row.successor,
          byCode[successor]?.contains(where: { units[$0].isValid(on: day) }) != true
        else { continue }
        row.row["successor"]?.add(.successorAbsent(successor, on: day.description))
      }
    }
  }

  /// One code names one unit at a time.
  private func checkOverlaps(_ byCode: [String: [Int]]) {
    for indexes in byCode.values where indexes.count > 1 {
      let sorted = indexes.sorted { units[$0].validFrom < units[$1].validFrom }
      for (earlier, later) in zip(sorted, sorted.dropFirst()) {
        let end = units[earlier].validTo
        guard end.map({ units[later].validFrom <= $0 }) ?? true else { continue }
        report.add(
          .unitOverlap(
            units[later].code, from: units[later].validFrom.description,
            line: groups[earlier][0].row.line, to: end?.description),
          at: groups[later][0].row.place)
      }
    }
  }

  /// Levels that organisations have, and more: above them one looks for a ring.
  private static let levels = 8
  /// More levels than any organisation has; each costs time for every unit below it.
  private static let mostLevels = 30

  /// Nobody stands above himself, nor below more levels than there are. A ring exists on the first day of
  /// its youngest member, so it is enough to walk up from every unit on its own first day.
  private func checkRings(_ byCode: [String: [Int]]) {
    var reported: Set<Set<String>> = []
    var isTooDeep = false
    for index in units.indices {
      let day = units[index].validFrom
      func parent(_ current: Int) -> Int? {
        units[current].parent.flatMap { byCode[$0]?.first { units[$0].isValid(on: day) } }
      }
      // who has nobody above him a few steps up is in no ring
      var top: Int? = index
      for _ in 0..<Self.levels { top = top.flatMap(parent) }
      if top == nil { continue }
      var line: [String] = []
      var next: Int? = index
      while line.count <= Self.mostLevels, let current = next,
        line.firstIndex(of: units[current].code) == nil
      {
        line.append(units[current].code)
        next = parent(current)
      }
      guard let current = next else { continue }
      let row = groups[index][0].row
      let place = row["parent"]?.place ?? row.place
      guard let start = line.firstIndex(of: units[current].code) else {
        // those below it are too deep as well
        if !isTooDeep {
          report.add(.unitTooDeep(units[index].code, most: Self.mostLevels), at: place)
        }
        isTooDeep = true
        continue
      }
      let ring = Array(line[start...])
      guard reported.insert(Set(ring)).inserted else { continue }
      report.add(.unitRing(ring), at: place)
    }
  }
}
