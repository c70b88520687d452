import Foundation
import PlanFiles
import PlanModel
import Rendering
import Synchronization

/// The nightly run: takes what is new of every organisation and brings all documents up to date
/// (`tonghop-nightly`).
public enum NightlyStage {
  /// Lines of findings of one organisation that are still one screen; the slips have all of them.
  private static let mostNotices = 12

  /// One organisation's failure does not stop the others; prints one line when nothing was new, else a
  /// line for each organisation, quietly only of those that need attention, and adds a line for each to
  /// `outputs/run.jsonl`.
  public static func run(_ request: StageRequest, _ console: Console) -> ExitStatus {
    let asked = AskedOrganisations(request, console)
    if let refusal = asked.refusal() { return refusal }
    let nights = asked.codes.map { night($0, request, console) }
    var status = nights.reduce(asked.lookForOrphans()) { $0.and($1.status) }
    report(nights, request, console)
    do {
      let lines = nights.map { $0.result.json + "\n" }
      try OutputFile.append(lines.joined(), to: "\(request.outputs)/run.jsonl")
    } catch {
      console.notice("\(error)")
      status = status.and(.failed)
    }
    return status
  }

  private static func night(
    _ code: String, _ request: StageRequest, _ console: Console
  ) -> OrganisationNight {
    var request = request
    request.organisation = code
    request.isQuiet = true
    request.isJSON = false
    let notices = NoticeLimit(most: mostNotices, console.notice)
    let own = Console(
      output: console.output, notice: notices.print, progress: console.progress, log: console.log)
    let (started, clock) = (Date(), ContinuousClock.now)
    var intake = request
    // a file holds figures of all plans
    intake.plan = nil
    var status = IngestStage.run(intake, own)
    request.period = request.period ?? "all"
    request.shelf = ReportShelf()
    var held = request
    held.isHeld = true
    // what a stage could not do, the ones after it cannot: then the edition before stays as it stands
    let stages: [() -> ExitStatus] = [
      { AggregateStage.run(held, own) }, { WorkbookStage.run(held, own) },
      { BriefingStage.run(request, own) },
    ]
    for stage in stages where [.clean, .findings].contains(status) { status = status.and(stage()) }
    notices.finish(code)
    let seconds = (ContinuousClock.now - clock).components
    return OrganisationNight(
      organisation: code, started: started, status: status, counts: own.tally.current,
      milliseconds: Int(seconds.seconds) * 1000 + Int(seconds.attoseconds / 1_000_000_000_000_000))
  }

  private static func report(
    _ nights: [OrganisationNight], _ request: StageRequest, _ console: Console
  ) {
    let nights = request.isQuiet ? nights.filter { $0.status != .clean } : nights
    if nights.isEmpty { return }
    if request.isJSON { return nights.forEach { console.output($0.result, for: request) } }
    let time = OrganisationNight.seconds(nights.reduce(0) { $0 + $1.milliseconds })
    if nights.allSatisfy({ $0.status == .clean && $0.counts.isNothing }) {
      return console.output("nothing new in \(nights.count) organisations, \(time) s")
    }
    console.output(OrganisationNight.head)
    nights.forEach { console.output($0.result.sentence) }
  }
}

/// What one night was for one organisation.
struct OrganisationNight {
  let organisation: String
  let started: Date
  let status: ExitStatus
  let counts: RunTally.Counts
  let milliseconds: Int

  static let head = columns(
    "organisation", "new", "returned", "missing", "editions", "documents", "seconds", "status")

  /// A line of the table, and a night's record for other programs.
  var result: ResultLine {
    let new = counts.accepted + counts.returned
    let seconds = Self.seconds(milliseconds)
    return ResultLine(
      Self.columns(
        organisation, "\(new)", "\(counts.returned)", counts.missing.map(String.init) ?? "-",
        "\(counts.editions)", "\(counts.documents)", seconds, status.word),
      [
        "started": .text(started.formatted(.iso8601)), "organisation": .text(organisation),
        "status": .number(Int(status.rawValue)), "new": .number(new),
        "accepted": .number(counts.accepted), "returned": .number(counts.returned),
        "missing": counts.missing.map(ResultLine.Value.number) ?? .none,
        "editions": .number(counts.editions), "documents": .number(counts.documents),
        "seconds": .exactly(seconds),
      ])
  }

  /// Milliseconds as seconds with three decimals.
  static func seconds(_ milliseconds: Int) -> String {
    let rest = String(1000 + milliseconds % 1000).dropFirst()
    return "\(milliseconds / 1000).\(rest)"
  }

  private static func columns(_ name: String, _ others: String...) -> String {
    let first = name + String(repeating: " ", count: max(0, 20 - name.count))
    return others.reduce(first) { line, text in
      line + String(repeating: " ", count: max(1, 10 - text.count)) + text
    }
  }
}

extension ExitStatus {
  fileprivate var word: String {
    switch self {
    case .clean: "clean"
    case .failed: "failed"
    case .findings: "findings"
    case .usage: "usage"
    case .locked: "locked"
    }
  }
}

/// Lets a few lines of findings through and counts the others; what a stage could not do always passes, and
/// what only says something never does.
private final class NoticeLimit: Sendable {
  private struct Counts {
    var shown = 0
    var left = 0
    /// Whether the last finding was shown: the lines under it, set in from the left, go with it.
    var isShowing = true
  }

  private let most: Int
  private let notice: @Sendable (String) -> Void
  private let counts = Mutex(Counts())

  init(most: Int, _ notice: @escaping @Sendable (String) -> Void) {
    self.most = most
    self.notice = notice
  }

  func print(_ line: String) {
    let isShown = counts.withLock { counts in
      if line.hasPrefix(" ") { return counts.isShowing }
      if let severity = Self.severity(of: line) {
        counts.isShowing = severity > .info && counts.shown < most
        if counts.isShowing { counts.shown += 1 } else { counts.left += 1 }
      } else {
        counts.isShowing = true
      }
      return counts.isShowing
    }
    if isShown { notice(line) }
  }

  /// That of a finding; nil for any other line.
  private static func severity(of line: String) -> Severity? {
    guard line.hasSuffix("]") else { return nil }
    return Severity.allCases.first { line.contains(": \($0.rawValue): ") }
  }

  func finish(_ code: String) {
    let left = counts.withLock(\.left)
    if left > 0 {
      notice(
        "\(code): \(left) more lines like these; the slips in phan-hoi/ hold what units must mend")
    }
  }
}
