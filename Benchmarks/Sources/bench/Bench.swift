import Glibc

/// `bench SIZE RELEASE FOLDER FLOORS CHECK [RUNS]`: measures the stages as whole processes, beside the
/// least that C programs need for the same files in the same minutes. It judges sums, never times.
@main
struct Bench {
  static func main() {
    do {
      try run()
    } catch {
      fflush(nil)
      print("bench: \(error)")
      exit(1)
    }
  }

  private static func run() throws {
    let words = CommandLine.arguments
    guard words.count >= 6 else {
      throw Failure("usage: bench SIZE RELEASE FOLDER FLOORS CHECK [RUNS]")
    }
    let sizes =
      words[1] == "all" ? Size.all : (Size.all + Size.histories).filter { $0.name == words[1] }
    guard !sizes.isEmpty else { throw Failure("SIZE: expected S, M, L, all, H or HL") }
    for size in sizes {
      let measurement = Measurement(
        size: size, release: words[2], folder: words[3], floors: words[4], check: words[5],
        runs: words.count > 6 ? Int(words[6]) ?? size.runs : size.runs)
      let isHistory = Size.histories.contains { $0.name == size.name }
      try isHistory ? measurement.reportHistory() : measurement.report()
    }
  }
}

struct Size {
  let name: String
  let units: Int
  let groups: Int
  let periods: Int
  let runs: Int

  var figures: Int { units * periods * 60 }

  static let all = [
    Size(name: "S", units: 65, groups: 5, periods: 4, runs: 9),
    Size(name: "M", units: 3_321, groups: 34, periods: 4, runs: 3),
    Size(name: "L", units: 52_000, groups: 700, periods: 1, runs: 1),
  ]

  /// Terms: what their last period costs, with all others in the ledger. The second takes 1.1 million files,
  /// 17 GB with its ledger and half an hour.
  static let histories = [
    Size(name: "H", units: 3_321, groups: 34, periods: 20, runs: 3),
    Size(name: "HL", units: 52_000, groups: 700, periods: 20, runs: 1),
  ]
}

/// One size, measured several times; medians are printed.
struct Measurement {
  let size: Size
  let release: String
  let folder: String
  let floors: String
  let check: String
  let runs: Int

  var code: String { "bench-\(size.name.lowercased())" }
  private var inputs: String { "\(folder)/inputs" }
  var outputs: String { "\(folder)/outputs" }
  var log: String { "\(folder)/\(code).log" }
  private var submissions: String { "\(inputs)/\(code)/submissions" }

  static let stages = ["ingest", "aggregate", "workbook", "briefing"]

  func report() throws {
    defer { fflush(nil) }
    try generate()
    print(
      "\n\(size.name): \(size.units) units x 60 indicators x \(size.periods) periods, load \(load())"
    )
    let floors = try measureFloors()
    var costs: [String: [Cost]] = [:]
    defer { removePutAside() }
    for _ in 0..<runs {
      try putOutputsAside()
      // what changed just before a run is looked at once more by the next one; nights are hours apart
      sleep(Self.settling)
      try runStages("new", &costs)
      try runStages("same", &costs)
      try changeOneFile()
      try runStages("one", &costs)
      try restoreFile()
      try runNights(&costs)
    }
    printTable(costs, floors)
    // the one file changed in the last run has been put back: let the sums follow
    try checkSums()
  }

  /// The sums of the last run, added up once more.
  func checkSums() throws {
    let check = try run(
      [
        "python3", check, "\(inputs)/\(code)",
        "\(outputs)/\(code)/2024-Q4/KH60/data/indicators.csv",
      ]
        + ["2024", String(size.periods)], log: log, accepting: [0, 1])
    print(
      "sums, added up independently: " + check.output.split(separator: "\n").joined(separator: "; ")
    )
    if check.output.contains(" 0 differ") == false { throw Failure("the sums differ") }
  }

  // MARK: inputs

  func generate() throws {
    let mark = "\(folder)/\(code).complete"
    if access(mark, F_OK) == 0 { return }
    print("\(size.name): writing \(size.units * size.periods) files")
    let words = ["\(folder)/bench-inputs", "\(inputs)/\(code)"]
    _ = try run(words + [size.units, size.groups, size.periods].map { String($0) }, log: log)
    _ = try run(["touch", mark], log: log)
  }

  /// The last unit mends one figure of the last period.
  private var changed: String {
    let unit = String(size.units - 1)
    let name = "X" + String(repeating: "0", count: 5 - unit.count) + unit
    return "\(submissions)/2024-Q4/\(name)/bieu01.csv"
  }

  private func changeOneFile() throws {
    _ = try run(["cp", "-p", changed, "\(folder)/\(code).kept"], log: log)
    _ = try run(["sed", "-i", "2s/CT01\\([,;]\\)[0-9]*/CT01\\17/", changed], log: log)
  }

  private func restoreFile() throws {
    _ = try run(["cp", "-p", "\(folder)/\(code).kept", changed], log: log)
    var costs: [String: [Cost]] = [:]
    try runStages("restored", &costs)
  }

  // MARK: measuring

  /// In seconds: longer than a program takes a change for one that may still go on.
  private static let settling: UInt32 = 4

  private var aside: String { "\(folder)/aside/\(code)" }

  /// Begins with no outputs. Those there are deleted later: for minutes after thousands of files have gone,
  /// ext4 looks far longer for room for new ones.
  func putOutputsAside() throws {
    guard access("\(outputs)/\(code)", F_OK) == 0 else { return }
    _ = try run(["mkdir", "-p", aside], log: log)
    var number = 1
    while access("\(aside)/\(number)", F_OK) == 0 { number += 1 }
    _ = try run(["mv", "\(outputs)/\(code)", "\(aside)/\(number)"], log: log)
  }

  func removePutAside() { _ = try? run(["rm", "-rf", aside], log: log) }

  private func runStages(_ label: String, _ costs: inout [String: [Cost]]) throws {
    for stage in Self.stages { costs["\(label) \(stage)", default: []].append(try runStage(stage)) }
  }

  /// The same by `tonghop-nightly`, which brings all periods up to date in one process: when nothing has
  /// changed, and when one file has.
  private func runNights(_ costs: inout [String: [Cost]]) throws {
    _ = try runStage("nightly")
    costs["same nightly", default: []].append(try runStage("nightly"))
    try changeOneFile()
    costs["one nightly", default: []].append(try runStage("nightly"))
    try restoreFile()
  }

  /// One stage, of one period where it is named.
  func runStage(_ stage: String, of period: String? = nil) throws -> Cost {
    let words = ["--inputs", inputs, "--outputs", outputs, "--organisation", code]
    return try run(
      ["\(release)/tonghop-\(stage)"] + words + (period.map { ["--period", $0] } ?? []), log: log)
  }

  private struct Floor {
    let name: String
    let cost: Cost
    let rate: Double
  }

  private func measureFloors() throws -> [Floor] {
    func floor(_ name: String, _ words: [String], _ count: Int) throws -> Floor {
      let costs = try (0..<max(3, runs)).map { _ in try run([floors] + words, log: log) }
      var cost = costs[0]
      cost.wall = costs.map(\.wall).median
      cost.cpu = costs.map(\.cpu).median
      return Floor(name: name, cost: cost, rate: Double(count) / cost.wall)
    }
    let files = size.units * size.periods
    defer { for name in ["xlsx", "sqlite"] { remove("\(folder)/floor.\(name)") } }
    return [
      try floor("stat of all files", ["stat", submissions], files),
      try floor("read of all files", ["read", submissions], files),
      try floor("libcsv, empty callbacks", ["csv", submissions], size.figures),
      try floor(
        "libxlsxwriter, units x 60", ["xlsx", String(size.units), "60", "\(folder)/floor.xlsx"],
        size.units * 60),
      try {
        _ = remove("\(folder)/floor.sqlite")
        let cost = try run(
          [floors, "sqlite", String(files), "60", "\(folder)/floor.sqlite"], log: log)
        return Floor(
          name: "SQLite insert", cost: cost, rate: Double(size.figures) / cost.wall)
      }(),
    ]
  }

  // MARK: printing

  private func printTable(_ costs: [String: [Cost]], _ floors: [Floor]) {
    let head = padded("", 34, left: true)
    print(head + "  wall s   cpu s  peak MB       per s  x floor")
    for floor in floors { line("floor: " + floor.name, floor.cost, rate: floor.rate, over: nil) }
    let least = floors[2].cost.wall + floors[3].cost.wall
    let titles = [
      "new": "everything new", "same": "nothing changed", "one": "one file changed",
    ]
    for label in ["new", "same", "one"] {
      var all = Cost()
      for stage in Self.stages {
        let cost = median(costs["\(label) \(stage)"] ?? [])
        all.wall += cost.wall
        all.cpu += cost.cpu
        all.memory = max(all.memory, cost.memory)
        line(
          "\(titles[label] ?? label): \(stage)", cost, rate: Double(size.figures) / cost.wall,
          over: nil)
      }
      let floor = label == "new" ? least : floors[0].cost.wall
      line("\(titles[label] ?? label): all four", all, rate: nil, over: all.wall / floor)
      guard let nights = costs["\(label) nightly"] else { continue }
      let night = median(nights)
      line("\(titles[label] ?? label): one night", night, rate: nil, over: night.wall / floor)
    }
    print(
      "x floor: everything new over libcsv + libxlsxwriter, the others over stat; medians of \(runs)"
    )
  }

  func median(_ costs: [Cost]) -> Cost {
    var cost = Cost()
    cost.wall = costs.map(\.wall).median
    cost.cpu = costs.map(\.cpu).median
    cost.memory = costs.map(\.memory).max() ?? 0
    return cost
  }

  private func line(_ name: String, _ cost: Cost, rate: Double?, over ratio: Double?) {
    print(
      padded(name, 34, left: true) + fixed(cost.wall, 3, width: 8) + fixed(cost.cpu, 3, width: 8)
        + fixed(Double(cost.memory) / 1e6, 1, width: 9)
        + (rate.map { fixed($0, 0, width: 12) } ?? padded("", 12))
        + (ratio.map { fixed($0, 2, width: 9) } ?? ""))
  }
}
