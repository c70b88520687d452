import Glibc

/// What the last period of a term costs with all periods before it in the ledger, beside the same period in
/// an empty ledger.
extension Measurement {
  func reportHistory() throws {
    defer { fflush(nil) }
    try generate()
    print(
      "\n\(size.name): \(size.units) units x 60 indicators, the last of \(size.periods) quarters,"
        + " load \(load())")
    let quarters = (2024 * 4 + 4 - size.periods..<2024 * 4 + 4).map { "\($0 / 4)-Q\($0 % 4 + 1)" }
    let last = quarters[quarters.count - 1]
    var alone: [String: [Cost]] = [:]
    var behind: [String: [Cost]] = [:]
    defer { removePutAside() }
    for _ in 0..<runs {
      try putOutputsAside()
      for stage in Self.stages { alone[stage, default: []].append(try runStage(stage, of: last)) }
      try putOutputsAside()
      for quarter in quarters.dropLast() { _ = try runStage("ingest", of: quarter) }
      for stage in Self.stages { behind[stage, default: []].append(try runStage(stage, of: last)) }
    }
    print(padded("", 34, left: true) + " alone s    MB   behind s    MB   ratio")
    for stage in Self.stages {
      let (first, later) = (median(alone[stage] ?? []), median(behind[stage] ?? []))
      print(
        padded(stage, 34, left: true) + fixed(first.wall, 3, width: 8)
          + fixed(Double(first.memory) / 1e6, 0, width: 6) + fixed(later.wall, 3, width: 11)
          + fixed(Double(later.memory) / 1e6, 0, width: 6)
          + fixed(later.wall / first.wall, 2, width: 8))
    }
    print("medians of \(runs)")
    try checkSums()
  }
}
