public import PlanModel
import VietnameseText

/// Every code that intake can find, with what it does to the file.
///
/// Codes are stable: explanations.csv, data files and other programs refer to them.
public enum FindingCode: String, CaseIterable, Sendable {
  // files and folders
  case notRegularFile = "not-regular-file"
  case fileNameUnreadable = "file-name-unreadable"
  case fileNotCSV = "file-not-csv"
  case fileTemporary = "file-temporary"
  case fileMisplaced = "file-misplaced"
  case fileUnreadable = "file-unreadable"
  case fileChanging = "file-changing"
  case fileTooLarge = "file-too-large"
  case periodUnknown = "period-unknown"
  case periodInFuture = "period-in-future"
  case periodClosed = "period-closed"
  case unitUnknown = "unit-unknown"
  case unitNotValid = "unit-not-valid"
  case versionOverridden = "version-overridden"
  case registerUnreadable = "register-unreadable"
  case fileReplaced = "file-replaced"
  case fileSuperseded = "file-superseded"
  case fileRestored = "file-restored"
  case fileNotInForce = "file-not-in-force"
  case fileTakenAgain = "file-taken-again"
  // text
  case fileEmpty = "file-empty"
  case notATable = "not-a-table"
  case encodingUnknown = "encoding-unknown"
  case encodingLegacy = "encoding-legacy"
  case encodingMojibake = "encoding-mojibake"
  case fileTruncated = "file-truncated"
  case quoteStray = "quote-stray"
  case quoteUnterminated = "quote-unterminated"
  case fieldTooLong = "field-too-long"
  case tooManyColumns = "too-many-columns"
  case tooManyRows = "too-many-rows"
  case moreFindings = "more-findings"
  // header
  case headerMissing = "header-missing"
  case headerChanged = "header-changed"
  case separatorMixed = "separator-mixed"
  case formUnclear = "form-unclear"
  case columnMissing = "column-missing"
  case columnDuplicate = "column-duplicate"
  case columnUnknown = "column-unknown"
  case columnPersonal = "column-personal"
  // rows
  case rowsMissing = "rows-missing"
  case rowLeftOut = "row-left-out"
  case rowAboveHeader = "row-above-header"
  case rowTooWide = "row-too-wide"
  case rowTooNarrow = "row-too-narrow"
  case cellWithoutHeader = "cell-without-header"
  case codeMissing = "code-missing"
  case planUnknown = "plan-unknown"
  case planNotCollected = "plan-not-collected"
  case indicatorUnknown = "indicator-unknown"
  case indicatorNotOwed = "indicator-not-owed"
  case taskUnknown = "task-unknown"
  case taskNotOwed = "task-not-owed"
  case duplicateRow = "duplicate-row"
  case duplicateRowSame = "duplicate-row-same"
  case unitMismatch = "unit-mismatch"
  case periodMismatch = "period-mismatch"
  case noteDamaged = "note-damaged"
  case noteTooLong = "note-too-long"
  case noteIsNumber = "note-is-number"
  case notePersonal = "note-personal"
  // numbers
  case numberAmbiguous = "number-ambiguous"
  case numberNegative = "number-negative"
  case numberNotWhole = "number-not-whole"
  case numberPercentSign = "number-percent-sign"
  case numberScientific = "number-scientific"
  case numberHexadecimal = "number-hexadecimal"
  case numberNotFinite = "number-not-finite"
  case numberSpreadsheetError = "number-spreadsheet-error"
  case numberHidden = "number-hidden"
  case numberDateLike = "number-date-like"
  case numberLetters = "number-letters"
  case numberApostrophe = "number-apostrophe"
  case numberGrouping = "number-grouping"
  case numberTooLong = "number-too-long"
  case numberText = "number-text"
  // dates and states
  case dateImpossible = "date-impossible"
  case dateMonthFirst = "date-month-first"
  case dateTwoDigitYear = "date-two-digit-year"
  case dateSerial = "date-serial"
  case dateText = "date-text"
  case dateInFuture = "date-in-future"
  case statusMissing = "status-missing"
  case statusUnknown = "status-unknown"
  case percentOutOfRange = "percent-out-of-range"
  case percentAgainstStatus = "percent-against-status"
  case doneWithoutDate = "done-without-date"
  case dateWithoutDone = "date-without-done"
  // figures against each other, the plan and the past
  case numeratorOverDenominator = "numerator-over-denominator"
  case denominatorZero = "denominator-zero"
  case denominatorBlank = "denominator-blank"
  case denominatorUnexpected = "denominator-unexpected"
  case checkFailed = "check-failed"
  case figureBlank = "figure-blank"
  case indicatorMissing = "indicator-missing"
  case taskMissing = "task-missing"
  case denominatorJump = "denominator-jump"
  case figureFell = "figure-fell"
  case figureCumulative = "figure-cumulative"

  /// Those that ask a unit for an explanation; what a failed check does, its plan says.
  public static var explainable: [FindingCode] {
    allCases.filter { $0.severity == .explain || $0 == .checkFailed }
  }

  /// Whether a finding may be gone on another day.
  public static func dependsOnDay(_ finding: Finding) -> Bool {
    [periodInFuture, dateInFuture].contains { $0.rawValue == finding.code }
  }

  /// What it does to the file.
  public var severity: Severity {
    switch self {
    case .fileNotCSV, .fileTemporary, .fileChanging, .versionOverridden, .fileSuperseded,
      .fileTakenAgain, .registerUnreadable, .moreFindings, .columnUnknown, .rowLeftOut,
      .duplicateRowSame, .denominatorZero:
      .info
    case .fileReplaced, .fileRestored, .fileNotInForce, .noteDamaged, .noteTooLong,
      .percentAgainstStatus, .doneWithoutDate, .dateWithoutDone, .denominatorUnexpected,
      .figureBlank, .indicatorMissing, .taskMissing, .denominatorJump, .figureFell,
      .figureCumulative:
      .explain
    default:
      .error
    }
  }

  /// A finding of this code with its texts: English for the terminal, Vietnamese for the slip.
  func finding(
    at place: Finding.Place = Finding.Place(), subject: String? = nil, value: String? = nil,
    _ message: String, problem: String, remedy: String = "", severity: Severity? = nil
  ) -> Finding {
    var place = place
    place.header = place.header.map(Self.harmless)
    return Finding(
      code: rawValue, severity: severity ?? self.severity, place: place,
      subject: subject.map(Self.harmless), value: value.map(Self.harmless), message: message,
      problem: problem, remedy: remedy)
  }

  /// Characters of a typed value that a finding keeps.
  static let valueLimit = 200

  /// A typed value as it may be stored, printed and shown anywhere: nothing in it is obeyed by a
  /// terminal, and a cell of megabytes does not fill the ledger once more.
  private static func harmless(_ typed: String) -> String {
    let start = typed.unicodeScalars.prefix(valueLimit)
    let isCut = start.endIndex < typed.unicodeScalars.endIndex
    return visible(toNFC(String(start))) + (isCut ? "..." : "")
  }
}
