public import PlanModel
internal import ContentHash

/// The bytes of a file as they came, with their digest.
public struct Original: Sendable {
  /// The file as it came; empty where nobody may keep it.
  public let bytes: [UInt8]
  /// SHA-256 of its bytes, 64 hexadecimal digits.
  public let sha256: String
  /// How many bytes it had.
  let size: Int
  /// Whether its bytes are not kept: only its digest tells it from others.
  let isWithheld: Bool

  /// Takes the digest here, so that no receipt can carry that of other bytes.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    sha256 = SHA256Digest(of: bytes).hexadecimal
    size = bytes.count
    isWithheld = false
  }

  /// One whose bytes nobody has kept.
  public init(withheld sha256: String, size: Int) {
    bytes = []
    self.sha256 = sha256
    self.size = size
    isWithheld = true
  }

  /// The same without its bytes.
  public var withheld: Original { Original(withheld: sha256, size: size) }
}

/// One submission as intake hands it over, to be recorded.
public struct NewSubmission: Sendable {
  /// The period's folder.
  public let period: Period
  /// The unit's code.
  public let unit: String
  /// Which form it is, or was taken to be.
  public let form: Form
  /// Its path below `submissions/<period>/<unit>/`.
  public let file: String
  /// The N of `.vN` in its name, 1 without one.
  public let version: Int
  /// When it was received.
  public let receivedAt: CivilTime
  /// The number of the letter it came with; empty when none.
  public let documentNumber: String
  /// The file as it came.
  public let original: Original
  /// How many rows of figures it has, good and bad.
  public let rows: Int
  /// Its figures, each indicator of a plan once; kept only when the file is accepted.
  public let figures: [Figure]
  /// Its reports on tasks, each task of a plan once; kept only when the file is accepted.
  public let taskReports: [TaskReport]
  /// What was found in it, in the order of the slip.
  public let findings: [Finding]
  /// What intake read otherwise than written, as sentences of the slip, in Vietnamese.
  public let normalisations: [String]

  /// A submission with all its parts.
  public init(
    period: Period, unit: String, form: Form, file: String, version: Int = 1,
    receivedAt: CivilTime, documentNumber: String = "", original: Original, rows: Int,
    figures: [Figure] = [], taskReports: [TaskReport] = [], findings: [Finding],
    normalisations: [String] = []
  ) {
    self.period = period
    self.unit = unit
    self.form = form
    self.file = file
    self.version = version
    self.receivedAt = receivedAt
    self.documentNumber = documentNumber
    self.original = original
    self.rows = rows
    self.figures = figures
    self.taskReports = taskReports
    self.findings = findings
    self.normalisations = normalisations
  }

  /// SHA-256 of its bytes, 64 hexadecimal digits.
  public var sha256: String { original.sha256 }

  /// How many findings return it.
  var errors: Int { findings.count { $0.severity == .error } }

  /// How many findings ask for an explanation.
  var explanations: Int { findings.count { $0.severity == .explain } }

  /// What becomes of it: one error returns the whole file.
  public var state: SubmissionState { errors == 0 ? .accepted : .returned }

  /// Where it came from, for messages.
  var place: String { "\(period)/\(unit)/\(file)" }
}
