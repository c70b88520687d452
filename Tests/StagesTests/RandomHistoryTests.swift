import Foundation
import TestSupport
import Testing

@testable import Stages

/// A random history of submissions, corrections and reports, beside a model that keeps everything in memory
/// and does it all in the simplest way.
@Suite("Random histories")
struct RandomHistoryTests {
  /// What the model remembers of one accepted file: nil is a blank or "not applicable" cell.
  private struct Sent {
    let hour: Int
    let version: Int
    let text: String
    let rows: [String: [Int?]]
  }

  private struct Key: Hashable {
    let unit: String
    let period: Int
  }

  /// An edition as the model expects it, and the bytes that were written when it was issued.
  private struct Issued {
    let period: Int
    let number: Int
    let totals: [String: String]
    let files: [String: Data]
  }

  private static let units = ["X1", "X2", "X3"]
  private static let periods = ["2025-Q1", "2025-Q2", "2025-Q3"]
  private static let names = ["indicators", "tasks", "submissions", "findings"]

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func everyEditionIsTheModels(seed: UInt64) throws {
    var dice = SeededDice(seed: seed)
    let office = try SmallOffice(try WorkingFolder(), code: "o", root: "T", units: Self.units)
    var accepted: [Key: [Sent]] = [:]
    var versions: [Key: Int] = [:]
    var registers: [Int: String] = [:]
    var issued: [Issued] = []
    var figures: [Int: [[String: String]]] = [:]
    for hour in 1...40 {
      let period = Int.random(in: 0..<3, using: &dice)
      guard Int.random(in: 0..<5, using: &dice) < 3 else {
        let edition = try report(office, period, hour)
        let totals = totals(accepted, period, by: hour)
        #expect(edition.totals == totals, "seed \(seed), hour \(hour)")
        issued.append(
          Issued(period: period, number: edition.number, totals: totals, files: edition.files))
        // the notice is there exactly when a figure of the periods up to this one differs
        let now = inForce(accepted, by: hour, through: period)
        let hasNotice = FileManager.default.fileExists(
          atPath: office.output("\(Self.periods[period])/KH1/hieu-chinh.txt").path)
        let before = figures[period]?.last
        #expect(hasNotice == (before != nil && before != now), "seed \(seed), hour \(hour)")
        figures[period, default: []].append(now)
        continue
      }
      let unit = Self.units[Int.random(in: 0..<3, using: &dice)]
      let key = Key(unit: unit, period: period)
      let version = (versions[key] ?? 0) + 1
      versions[key] = version
      let file = version == 1 ? "bieu01.csv" : "bieu01.v\(version).csv"
      let (text, rows) = submission(&dice, hour)
      try office.write(text, "submissions/\(Self.periods[period])/\(unit)/\(file)")
      registers[period, default: "unit,file,received_at\n"] += "\(unit),\(file),\(time(hour))\n"
      try office.write(registers[period] ?? "", "submissions/\(Self.periods[period])/register.csv")
      if let rows {
        accepted[key, default: []].append(
          Sent(hour: hour, version: version, text: text, rows: rows))
      }
      let taken = office.run(IngestStage.run)
      #expect(taken.text.contains("took 1 new files"), "\(taken.text)")
    }
    try compareAll(issued, office, seed)
  }

  /// Every edition again, in any order, after everything that came later.
  private func compareAll(_ issued: [Issued], _ office: SmallOffice, _ seed: UInt64) throws {
    try FileManager.default.removeItem(atPath: office.inputs)
    for edition in issued.reversed() {
      let made = office.run(AggregateStage.run) {
        $0.period = Self.periods[edition.period]
        $0.edition = edition.number
      }
      #expect(made.status == .clean, "\(made.text)")
      #expect(try files(office, edition.period) == edition.files, "seed \(seed)")
      #expect(try printedTotals(office, edition.period) == edition.totals)
    }
  }

  private func time(_ hour: Int) -> String {
    "2025-10-\(String(100 + hour / 24 + 1).dropFirst())T\(String(100 + hour % 24).dropFirst()):00"
  }

  // MARK: what is sent

  /// A file, and its rows when it is to be accepted.
  private func submission(_ dice: inout SeededDice, _ hour: Int) -> (String, [String: [Int?]]?) {
    var lines = ["plan,indicator,numerator,denominator"]
    var rows: [String: [Int?]] = [:]
    var isGood = true
    switch Int.random(in: 0..<6, using: &dice) {
    case 0: lines.append("KH1,CT01,,")
    case 1: lines.append("KH1,CT01,x,")
    case 2: break
    default:
      let count = Int.random(in: 0...300, using: &dice)
      lines.append("KH1,CT01,\(count),")
      rows["CT01"] = [count]
    }
    let below = Int.random(in: 1...50, using: &dice)
    switch Int.random(in: 0..<8, using: &dice) {
    case 0: lines.append("KH1,CT02,,")
    case 1: break
    case 2:
      // more than the whole: the file is returned
      lines.append("KH1,CT02,\(below + 1),\(below)")
      isGood = false
    default:
      let above = Int.random(in: 0...below, using: &dice)
      lines.append("KH1,CT02,\(above),\(below)")
      rows["CT02"] = [above, below]
    }
    // never the same bytes twice: a copy is no revision
    lines.append("KH1,CT03,\(hour),")
    return (lines.joined(separator: "\n") + "\n", isGood ? rows : nil)
  }

  // MARK: the model

  private func standing(_ accepted: [Key: [Sent]], _ unit: String, _ period: Int, by hour: Int)
    -> Sent?
  {
    accepted[Key(unit: unit, period: period)]?.filter { $0.hour <= hour }
      .max { $0.version < $1.version }
  }

  private func totals(_ accepted: [Key: [Sent]], _ period: Int, by hour: Int) -> [String: String] {
    var totals: [String: String] = [:]
    func sum(_ indicator: String, _ periods: ClosedRange<Int>) -> String {
      let found = periods.flatMap { period in
        Self.units.compactMap { standing(accepted, $0, period, by: hour)?.rows[indicator] }
      }
      guard let width = found.first?.count else { return "/" }
      let parts = (0..<2).map { place in
        place < width ? String(found.reduce(0) { $0 + ($1[place] ?? 0) }) : ""
      }
      return parts.joined(separator: "/")
    }
    totals["CT01 period"] = sum("CT01", period...period)
    totals["CT01 year"] = sum("CT01", 0...period)
    totals["CT01 term"] = sum("CT01", 0...period)
    totals["CT02 point"] = sum("CT02", period...period)
    return totals
  }

  /// The figures that an edition of a period rests on: those of the periods up to it.
  private func inForce(
    _ accepted: [Key: [Sent]], by hour: Int, through period: Int
  ) -> [String: String] {
    var figures: [String: String] = [:]
    for place in 0...period {
      for unit in Self.units {
        guard let sent = standing(accepted, unit, place, by: hour) else { continue }
        figures["\(unit) \(place)"] = sent.text
      }
    }
    return figures
  }

  // MARK: the program

  private func report(
    _ office: SmallOffice, _ period: Int, _ hour: Int
  ) throws -> (number: Int, totals: [String: String], files: [String: Data]) {
    let made = office.run(AggregateStage.run) {
      $0.period = Self.periods[period]
      $0.asOf = time(hour)
    }
    #expect(made.status == .clean, "\(made.text)")
    let again = office.run(AggregateStage.run) {
      $0.period = Self.periods[period]
      $0.asOf = time(hour)
    }
    #expect(again.text.contains("stands, 0 of 4 data files written"), "\(again.text)")
    let briefing = office.run(BriefingStage.run) {
      $0.period = Self.periods[period]
      $0.asOf = time(hour)
    }
    #expect(briefing.status == .clean, "\(briefing.text)")
    let words = made.text.split(separator: " ").map(String.init)
    let place = try #require(words.firstIndex(of: "edition"))
    let number = try #require(Int(words[place + 1].dropLast()))
    return (number, try printedTotals(office, period), try files(office, period))
  }

  private func files(_ office: SmallOffice, _ period: Int) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in Self.names {
      files[name] = try Data(
        contentsOf: office.output("\(Self.periods[period])/KH1/data/\(name).csv"))
    }
    return files
  }

  private func printedTotals(_ office: SmallOffice, _ period: Int) throws -> [String: String] {
    let rows = try office.data("indicators", Self.periods[period])
    var totals: [String: String] = [:]
    for row in rows where row["unit"] == "T" && row["indicator"] != "CT03" {
      totals["\(row["indicator"] ?? "") \(row["window"] ?? "")"] =
        "\(row["numerator"] ?? "")/\(row["denominator"] ?? "")"
    }
    return totals
  }
}
