import DelimitedText
import Intake
import LedgerStore
import PlanFiles
import PlanModel

/// What is known of a period while its submissions are taken.
struct PeriodIntake {
  let asked: AskedFigures
  let register: Register
  var known: KnownSubmissions
  var seen: SeenFiles
  /// Whether a file was new.
  var hasTaken = false
  /// What came before; looked up when a file is new.
  var past: PastFigures?
  /// What is to be recorded next.
  var batch: BatchWriter.Batch = []

  init(
    asked: AskedFigures, register: Register, known: KnownSubmissions, seen: SeenFiles
  ) {
    self.asked = asked
    self.register = register
    self.known = known
    self.seen = seen
  }

  /// The receipt of a file that bears the mark it had when it was read, and needs no second look.
  mutating func settled(_ submission: FoundFile.Submission) -> KnownSubmissions.Entry? {
    seen.digest(of: submission).flatMap { known.settled(submission, $0, register) }
  }

  /// What is told of a file whose bytes are known.
  func line(
    _ file: FoundFile, _ submission: FoundFile.Submission, sameAs entry: KnownSubmissions.Entry
  ) -> IngestLine {
    IngestLine(file, entry, known.findings(submission, sameAs: entry))
  }

  /// What the register says of the bytes of a file.
  func entry(of file: NewFile) -> Register.Entry? {
    known.entry(of: file.submission, file.original.sha256, in: register)
  }

  /// Rows of the register about files that are neither there nor in the ledger, of the units asked for: the
  /// file they mean has another name, and is taken with its own time.
  func unanswered(by found: FoundFiles, _ isAsked: (String) -> Bool) -> [FileFinding] {
    // in a folder that could not be listed there may be anything
    if register.entries.isEmpty || found.marks == nil { return [] }
    var names: [String: Set<String>] = [:]
    for file in found.files {
      if case .submission(let submission) = file.content {
        names[submission.unit.code.uppercased(), default: []].insert(submission.file)
      } else {
        names[file.unitName.uppercased(), default: []].insert(file.name)
      }
    }
    return register.unanswered { key in
      !isAsked(key.unit) || known.holds(key)
        || names[key.unit.uppercased()]?.contains(key.file) ?? false
    } names: {
      names[$0.uppercased()]?.sorted() ?? []
    }
  }

  /// Files as a folder names them, those of one unit and version in the order in which they were received:
  /// names say nothing about that. `received` is the time of a file that the register does not name.
  func inOrder(
    _ files: [FoundFile], _ received: (FileTime) -> CivilTime
  ) -> [FoundFile] {
    func areAlike(_ one: FoundFile, _ other: FoundFile) -> Bool {
      one.version == other.version && one.version > 0 && one.unitName == other.unitName
    }
    // nearly always a unit has one
    guard zip(files, files.dropFirst()).contains(where: areAlike) else { return files }
    func time(of file: FoundFile) -> CivilTime? {
      guard case .submission(let submission) = file.content else { return nil }
      let entry = register[submission.unit.code, submission.file]
      if let entry, !known.isKnown(entry, of: submission) { return entry.receivedAt }
      return received(submission.mark.modified)
    }
    func comesBefore(_ one: FoundFile, _ other: FoundFile) -> Bool {
      guard let earlier = time(of: one), let later = time(of: other), earlier != later else {
        return one.name < other.name
      }
      return earlier < later
    }
    var ordered: [FoundFile] = []
    ordered.reserveCapacity(files.count)
    var rest = files[...]
    while let first = rest.first {
      let own = rest.prefix { areAlike($0, first) }
      ordered += own.count < 2 ? Array(rest.prefix(1)) : own.sorted(by: comesBefore)
      rest = rest.dropFirst(max(own.count, 1))
    }
    return ordered
  }
}
