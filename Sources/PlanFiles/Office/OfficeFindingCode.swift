/// The stable codes of findings in the office's own files.
///
/// The raw value is the `code` of the finding. A code never changes its meaning; a new meaning
/// gets a new code. Its texts stand in the extensions of `Complaint`.
public enum OfficeFindingCode: String, CaseIterable, Sendable {
  // files and folders
  case organisationUnknown = "organisation-unknown"
  case fileMissing = "file-missing"
  case fileRefused = "file-refused"
  case fileTooLarge = "file-too-large"
  case fileUnreadable = "file-unreadable"
  case fileIgnored = "file-ignored"
  case textDamaged = "text-damaged"

  // YAML
  case yamlSyntax = "yaml-syntax"
  case yamlAnchor = "yaml-anchor"
  case keyUnknown = "key-unknown"
  case keyMissing = "key-missing"
  case keyDuplicate = "key-duplicate"
  case keyConflict = "key-conflict"
  case typeWrong = "type-wrong"

  // CSV
  case tableUnreadable = "table-unreadable"
  case columnUnknown = "column-unknown"
  case columnMissing = "column-missing"
  case columnDuplicate = "column-duplicate"
  case rowWidth = "row-width"

  // single values
  case valueMissing = "value-missing"
  case valueUnknown = "value-unknown"
  case valueRepeated = "value-repeated"
  case numberInvalid = "number-invalid"
  case numberOutOfRange = "number-out-of-range"
  case dateInvalid = "date-invalid"
  case dateAhead = "date-ahead"
  case periodInvalid = "period-invalid"
  case textTooLong = "text-too-long"
  case codeInvalid = "code-invalid"
  case codeDuplicate = "code-duplicate"
  case codeMismatch = "code-mismatch"
  case findingCodeUnknown = "finding-code-unknown"
  case rangeReversed = "range-reversed"
  case registerFileUnknown = "register-file-unknown"
  case periodUncollected = "period-uncollected"
  case tooManyFindings = "too-many-findings"

  // units
  case unitUnknown = "unit-unknown"
  case kindUnknown = "kind-unknown"
  case unitOverlap = "unit-overlap"
  case unitRowsDisagree = "unit-rows-disagree"
  case unitRing = "unit-ring"
  case unitTooDeep = "unit-too-deep"
  case rootMissing = "root-missing"
  case rootSeveral = "root-several"
  case rootUnknown = "root-unknown"
  case successionIncomplete = "succession-incomplete"
  case sharesTooLarge = "shares-too-large"
  case sharesTooSmall = "shares-too-small"
  case successorAbsent = "successor-absent"

  // plans
  case measureConflict = "measure-conflict"
  case targetConflict = "target-conflict"
  case targetImpossible = "target-impossible"
  case targetEmpty = "target-empty"
  case targetHidden = "target-hidden"
  case targetUnjudged = "target-unjudged"
  case outsideTerm = "outside-term"
  case indicatorUnknown = "indicator-unknown"
  case indicatorOfSeveral = "indicator-of-several"
  case indicatorUnreported = "indicator-unreported"
  case bodyUnknown = "body-unknown"
  case leadMissing = "lead-missing"
  case eventUnknown = "event-unknown"
  case eventUnawaited = "event-unawaited"
  case eventRing = "event-ring"
  case taskUnknown = "task-unknown"
  case leadUnfound = "lead-unfound"
  case deadlineBeforePlan = "deadline-before-plan"
  case deadlineBeforeIssue = "deadline-before-issue"
  case deadlineAfterPlan = "deadline-after-plan"
  case ruleSyntax = "rule-syntax"
  case ruleConflict = "rule-conflict"
}
