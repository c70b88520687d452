import PlanFiles
import PlanModel

/// Tells what becomes of the files of an organisation, and notes what the next run would tell of them.
final class IngestTeller {
  private let run: OrganisationRun
  private var counts = IngestCounts()
  /// What the next run counts, if nothing changes.
  private var next = IngestCounts()

  init(_ run: OrganisationRun) { self.run = run }

  /// Tells what became of a file in this run alone.
  func tell(_ line: IngestLine) {
    counts.add(line)
    let isAccepted = line.state == .accepted
    let isReturned = line.state == .returned && !line.isUnreadable
    if isAccepted || isReturned {
      run.console.tally.add {
        $0.accepted += isAccepted ? 1 : 0
        $0.returned += isReturned ? 1 : 0
      }
    }
    if run.request.isJSON { run.console.output(line.jsonLine) }
    terminalLines(of: line).forEach(run.console.notice)
  }

  /// Tells what the next run tells as well.
  func tellAgain(_ line: IngestLine) {
    tell(line)
    next.add(line)
    terminalLines(of: line).forEach { run.quiet?.notice($0) }
  }

  /// The same of a finding about no file in particular.
  func tellAgain(_ finding: FileFinding) {
    for line in finding.terminalLines {
      run.console.notice(line)
      run.quiet?.notice(line)
    }
    counts.add(finding.finding.severity)
    next.add(finding.finding.severity)
  }

  /// Tells what became of a new file, which the next run knows, unless the ledger has refused it.
  func tellTaken(_ line: IngestLine) {
    tell(line)
    if line.state == .ignored { run.quiet?.forget() }
    next.addUnchanged()
  }

  /// Sums up; returns how the intake ends.
  func finish() -> ExitStatus {
    // whoever reads lines of JSON wants no other
    let sentence = counts.sentence(run.code, isDryRun: run.request.isDryRun)
    if !run.request.isJSON, !run.request.isQuiet { run.console.output(sentence) }
    run.quiet?.say(next.sentence(run.code, isDryRun: false))
    if next.hasFindings { run.quiet?.end(.findings) }
    return counts.hasFindings ? .findings : .clean
  }

  private func terminalLines(of line: IngestLine) -> [String] {
    line.findings.isEmpty
      ? [] : line.terminalLines(below: run.submissionsPath)
  }
}
