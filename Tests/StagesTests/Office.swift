import Foundation
import TestSupport
import Testing

/// A copy of the sample's inputs with outputs of its own, and the four stages to run on it.
struct SampleOffice {
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  let folder: WorkingFolder

  /// The sample as it is shipped.
  init() throws { try self.init(inputs: Self.repository.appendingPathComponent("inputs")) }

  /// The sample with one plan of 6 indicators and 28 tasks, for tests that count by hand.
  static func onePlan() throws -> SampleOffice {
    try SampleOffice(
      inputs: repository.appendingPathComponent("Tests/StagesTests/Fixtures/one-plan/inputs"))
  }

  private init(inputs: URL) throws {
    folder = try WorkingFolder()
    try FileManager.default.copyItem(at: inputs, to: folder.url.appendingPathComponent("inputs"))
  }

  var outputs: URL { folder.url.appendingPathComponent("outputs/ninh-khanh") }
  var submissions: URL { folder.url.appendingPathComponent("inputs/ninh-khanh/submissions") }

  /// How many files the units have sent.
  func sent() throws -> Int {
    try FileManager.default.subpathsOfDirectory(atPath: submissions.path)
      .count { $0.hasSuffix(".csv") && !$0.hasSuffix("register.csv") }
  }

  /// Runs one stage, by its name behind `tonghop-`, and with its subcommand if it has one.
  @discardableResult
  func run(
    _ stage: String, _ arguments: [String] = [], environment: [String: String] = [:],
    onOneProcessor: Bool = false
  ) throws -> Executable.Outcome {
    let words = stage.split(separator: " ").map(String.init)
    let program = try Executable("tonghop-\(words[0])")
    let arguments = words.dropFirst() + arguments
    return onOneProcessor
      ? try Executable(path: "/usr/bin/taskset").run(
        ["--cpu-list", "0", program.path] + arguments, environment: environment, in: folder.url)
      : try program.run(Array(arguments), environment: environment, in: folder.url)
  }

  /// Runs all four, as `make report` does.
  func report(
    _ arguments: [String] = [], environment: [String: String] = [:], onOneProcessor: Bool = false
  ) throws {
    let ingest = try run(
      "ingest", arguments, environment: environment, onOneProcessor: onOneProcessor)
    #expect([0, 2].contains(ingest.status), "\(ingest.errors)")
    for stage in ["aggregate", "workbook", "briefing"] {
      let outcome = try run(
        stage, arguments, environment: environment, onOneProcessor: onOneProcessor)
      #expect(outcome.status == 0, "\(stage): \(outcome.errors)")
    }
  }

  /// Leaves the plan with its tasks alone, and the submissions with the forms on them.
  func removeIndicators() throws {
    let plan = folder.url.appendingPathComponent("inputs/ninh-khanh/plans/NQ21.yaml")
    let text = try String(contentsOf: plan, encoding: .utf8)
    let start = try #require(text.range(of: "\nindicators:"))
    let end = try #require(text.range(of: "\nevents:"))
    try (text[..<start.lowerBound] + text[end.lowerBound...]).write(
      to: plan, atomically: true, encoding: .utf8)
    try FileManager.default.removeItem(
      at: folder.url.appendingPathComponent("inputs/ninh-khanh/explanations.csv"))
    for path in try FileManager.default.subpathsOfDirectory(atPath: submissions.path)
    where path.contains("bieu01") {
      try FileManager.default.removeItem(at: submissions.appendingPathComponent(path))
    }
  }

  /// Every file of the outputs by its path, the lock apart.
  func files(of organisation: String = "ninh-khanh") throws -> [String: Data] {
    let outputs = outputs.deletingLastPathComponent().appendingPathComponent(organisation)
    let keys: Set<URLResourceKey> = [.isRegularFileKey]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: outputs.path)
    return try Dictionary(
      uniqueKeysWithValues: paths.compactMap { path in
        let file = outputs.appendingPathComponent(path)
        guard try file.resourceValues(forKeys: keys).isRegularFile == true,
          !path.hasSuffix(".lock")
        else { return nil }
        return (path, try Data(contentsOf: file))
      })
  }

  /// When each document was last written; the ledger is opened by every run.
  func documentTimes() throws -> [String: Date] {
    try Dictionary(
      uniqueKeysWithValues: files().keys.filter { !$0.hasPrefix("ledger") }.map { path in
        let full = outputs.appendingPathComponent(path).path
        let attributes = try FileManager.default.attributesOfItem(atPath: full)
        return (path, try #require(attributes[.modificationDate] as? Date))
      })
  }

  /// The rows of a data file of the plan, each by its columns' names.
  func data(_ name: String, period: String = "2024-Q3") throws -> [[String: String]] {
    try Table.rows(of: outputs.appendingPathComponent("\(period)/NQ21/data/\(name).csv"))
  }
}

/// The simplest reader of a CSV file there can be, so that tests do not lean on the library's.
enum Table {
  static func rows(of url: URL) throws -> [[String: String]] {
    let text = try String(contentsOf: url, encoding: .utf8)
    let lines = text.replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n")
      .split(separator: "\n").map(String.init)
    let separator: Character = lines[0].contains(";") ? ";" : ","
    let header = cells(lines[0], separator)
    return lines.dropFirst().map { line in
      Dictionary(uniqueKeysWithValues: zip(header, cells(line, separator)))
    }
  }

  static func cells(_ line: String, _ separator: Character) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == separator, !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
