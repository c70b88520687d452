import Foundation
import TestSupport

@testable import Stages

/// An office of a few units with a small plan, its stages run inside the test.
struct SmallOffice {
  let folder: WorkingFolder
  let code: String
  let root: String

  /// `units` are the codes of base units; the plan has a sum (CT01), a share (CT02) and an amount (CT03).
  init(_ folder: WorkingFolder, code: String, root: String, units: [String]) throws {
    self.folder = folder
    self.code = code
    self.root = root
    let sample = SampleOffice.repository.appendingPathComponent("inputs/ninh-khanh")
    let organisation = try String(
      contentsOf: sample.appendingPathComponent("organisation.yaml"), encoding: .utf8
    )
    .replacing("organisation: ninh-khanh", with: "organisation: \(code)")
    .replacing("root: TU", with: "root: \(root)")
    .replacing("as_of: 2024-10-05", with: "as_of: 2025-12-31")
    .replacing("period: 2024-Q3", with: "period: 2025-Q3")
    try write(organisation, "organisation.yaml")
    let rows =
      ["\(root),Cấp trên \(root),cap-tren,,2020-01-01"]
      + units.map { "\($0),Đơn vị \($0),don-vi,\(root),2020-01-01" }
    try write(
      "code,name,kind,parent,valid_from\n" + rows.joined(separator: "\n") + "\n", "units.csv")
    try write(Self.plan(root), "plans/KH1.yaml")
  }

  /// What every small plan begins with, up to its indicators.
  static func planHead(by root: String, every cadence: String = "quarter") -> String {
    """
    plan: KH1
    number: 1-KH/TU
    title: thử nghiệm
    term: {from: 2025, to: 2026}
    reporting: {by: \(root), to: [BTV], every: \(cadence)}
    """
  }

  static func plan(_ root: String) -> String {
    """
    \(planHead(by: root))
    indicators:
      - code: CT01
        clause: I
        name: Số phát sinh
        measure: count
        numerator: số phát sinh trong kỳ
        unit_of_measure: việc
        kind: flow
        over_units: sum
        reported_by: {kinds: [don-vi]}
        targets: [{at_least: 1000, every: year}]
      - code: CT02
        clause: I
        name: Tỉ lệ đạt
        measure: share
        numerator: số đạt
        denominator: tổng số
        unit_of_measure: tổ chức
        kind: stock
        over_units: sum
        reported_by: {kinds: [don-vi]}
        targets: [{at_least: 50%, every: quarter}]
      - code: CT03
        clause: I
        name: Kinh phí
        measure: amount
        numerator: số tiền
        unit_of_measure: triệu đồng
        kind: flow
        over_units: sum
        reported_by: {kinds: [don-vi]}
        targets: []
    tasks:
      - code: V-01
        clause: V
        lead: {kinds: [don-vi]}
        summary: việc của mỗi đơn vị
        due: {year: 2025}

    """
  }

  var inputs: String { folder.path("inputs") }

  func write(_ text: String, _ name: String) throws {
    let url = URL(fileURLWithPath: "\(inputs)/\(code)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: url, atomically: true, encoding: .utf8)
  }

  /// Runs a stage of this organisation; returns its status and what it printed.
  @discardableResult
  func run(
    _ stage: (StageRequest, Console) -> ExitStatus,
    _ change: (inout StageRequest) -> Void = { _ in }
  ) -> (status: ExitStatus, text: String) {
    var request = StageRequest()
    request.inputs = inputs
    request.outputs = folder.path("outputs")
    request.organisation = code
    change(&request)
    let lines = Lines()
    let status = stage(
      request,
      Console(
        output: { lines.add($0) }, notice: { lines.add($0) }, log: { lines.add("log: \($0)") }))
    return (status, lines.text)
  }

  private final class Lines: @unchecked Sendable {
    private let lock = NSLock()
    private var all: [String] = []

    func add(_ line: String) { lock.withLock { all.append(line) } }
    var text: String { lock.withLock { all.joined(separator: "\n") } }
  }

  func output(_ name: String) -> URL {
    URL(fileURLWithPath: folder.path("outputs")).appendingPathComponent("\(code)/\(name)")
  }

  /// The rows of a data file.
  func data(_ name: String, _ period: String) throws -> [[String: String]] {
    try Table.rows(of: output("\(period)/KH1/data/\(name).csv"))
  }

  /// Notes in the register of a period when a file came.
  func register(_ unit: String, _ file: String, _ received: String, in period: String) throws {
    let name = "submissions/\(period)/register.csv"
    let known = try? String(contentsOfFile: "\(inputs)/\(code)/\(name)", encoding: .utf8)
    try write((known ?? "unit,file,received_at\n") + "\(unit),\(file),\(received)\n", name)
  }

  /// Takes what has come, and makes all documents of a period as of a moment.
  func issue(_ period: String, _ moment: String) {
    run(IngestStage.run) { $0.period = "all" }
    for stage in [AggregateStage.run, WorkbookStage.run, { BriefingStage.run($0, $1) }] {
      run(stage) {
        $0.period = period
        $0.asOf = moment
      }
    }
  }

  /// The words of a correction notice, without its line ends; nil when there is none.
  func notice(_ period: String) throws -> String? {
    let url = output("\(period)/KH1/hieu-chinh.txt")
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    return try String(contentsOf: url, encoding: .utf8)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
