import Intake
import LedgerStore
import PlanModel
import VietnameseText

/// What became of one file, as it is told: one line of JSON, and a line for each finding.
struct IngestLine {
  enum State: String, Encodable {
    case accepted, returned, unchanged, ignored
  }

  let periodName: String
  let unitName: String
  let file: String
  private(set) var state: State
  var form: Form?
  var revision: Int?
  var sha256: String?
  var rows = 0
  var findings: [Finding] = []
  var figures: [Figure] = []
  var taskReports: [TaskReport] = []

  private init(_ file: FoundFile, _ state: State) {
    periodName = file.periodName
    unitName = file.unitName
    self.file = file.name
    self.state = state
  }

  /// A name that is not read.
  init(_ file: FoundFile) {
    self.init(file, .ignored)
    if case .ignored(let finding) = file.content { findings = [finding] }
  }

  /// A file that could not be read, or is left for the next run.
  init(_ file: FoundFile, unreadable finding: Finding) {
    self.init(file, finding.severity == .error ? .returned : .ignored)
    findings = [finding]
  }

  /// Whether it was to be read and could not be, so that nothing of it is in the ledger.
  var isUnreadable: Bool { state == .returned && sha256 == nil }

  /// A file whose bytes are known.
  init(_ file: FoundFile, _ entry: KnownSubmissions.Entry, _ findings: [Finding]) {
    self.init(file, .unchanged)
    self.findings = findings
    form = entry.form
    revision = entry.revision
    sha256 = entry.sha256
    rows = entry.rows
  }

  /// A new submission.
  init(_ file: FoundFile, _ new: NewSubmission, _ content: SubmissionContent, _ revision: Int) {
    self.init(file, new.state == .accepted ? .accepted : .returned)
    form = content.form
    self.revision = revision
    sha256 = new.sha256
    rows = content.rows
    findings = content.findings.filter { !content.quiet.contains($0) }
    if new.state == .accepted {
      figures = content.figures
      taskReports = content.taskReports
    }
  }

  /// The same under the revision it was given; a refusal before it leaves another than was foreseen.
  func numbered(_ revision: Int?) -> IngestLine {
    var line = self
    line.revision = revision
    return line
  }

  /// A submission that a rule of the ledger keeps out: nothing of it counts, and every run says so anew.
  func refused(_ reason: String) -> IngestLine {
    var line = self
    line.state = .ignored
    line.revision = nil
    line.figures = []
    line.taskReports = []
    line.findings.append(
      Finding(
        code: "ledger-refused", severity: .error,
        message:
          "the ledger refuses this file (\(reason)): nothing of it is recorded; the other files "
          + "are. Send the file to whoever maintains the program",
        problem: "Sổ số liệu không ghi nhận được tệp này; không có số liệu nào của tệp được tính.",
        remedy: "Gửi tệp cho người bảo trì chương trình; các tệp khác vẫn được ghi nhận."))
    return line
  }

  /// `path:line:column: severity: text [code]` for every finding.
  func terminalLines(below folder: String) -> [String] {
    if findings.isEmpty { return [] }
    let path = visible(
      ([folder, periodName, unitName, file].filter { !$0.isEmpty }).joined(separator: "/"))
    return findings.map { finding in
      let place = [
        finding.place.line ?? finding.place.row, finding.place.column.map { $0 + 1 },
      ].prefix { $0 != nil }.compactMap { $0.map(String.init) }
      return ([path] + place).joined(separator: ":")
        + ": \(finding.severity.rawValue): \(visible(finding.message)) [\(finding.code)]"
    }
  }
}

/// What a run of intake did, in numbers.
struct IngestCounts {
  private var states: [IngestLine.State: Int] = [:]
  private var unreadable = 0
  private(set) var hasFindings = false

  mutating func add(_ line: IngestLine) {
    if line.isUnreadable {
      unreadable += 1
    } else {
      states[line.state, default: 0] += 1
    }
    for finding in line.findings { add(finding.severity) }
  }

  /// Counts a file that is known.
  mutating func addUnchanged() { states[.unchanged, default: 0] += 1 }

  mutating func add(_ severity: Severity) {
    if severity > .info { hasFindings = true }
  }

  /// One line: what is new, and what was there already.
  func sentence(_ organisation: String, isDryRun: Bool) -> String {
    func count(_ state: IngestLine.State) -> Int { states[state] ?? 0 }
    let new = count(.accepted) + count(.returned)
    let head = "\(organisation): " + (isDryRun ? "would take " : "took ")
    return head + "\(new) new files (\(count(.accepted)) accepted, \(count(.returned)) returned), "
      + "\(count(.unchanged)) unchanged, \(count(.ignored)) ignored"
      + (unreadable == 0 ? "" : ", \(unreadable) that cannot be read")
  }
}
