/// What a finding does to its file.
public enum Severity: String, CaseIterable, Sendable, Comparable {
  /// Only says something.
  case info
  /// Asks for an explanation; the file stands.
  case explain
  /// Returns the file.
  case error

  /// Info is below explain, explain below error.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .info: 0
    case .explain: 1
    case .error: 2
    }
  }
}

/// Something wrong, doubtful or worth saying about a submission or a file of the office.
public struct Finding: Hashable, Sendable {
  /// Where in a file it is; every part may be unknown.
  public struct Place: Hashable, Sendable {
    /// The row as a spreadsheet numbers it, from 1.
    public var row: Int?
    /// The line of the file, from 1; differs from the row after a line break inside quotes.
    public var line: Int?
    /// The column, from 0.
    public var column: Int?
    /// The header of the column, as typed.
    public var header: String?

    /// A place in a file.
    public init(row: Int? = nil, line: Int? = nil, column: Int? = nil, header: String? = nil) {
      self.row = row
      self.line = line
      self.column = column
      self.header = header
    }

    /// The column's letter as a spreadsheet shows it: 0 is `A`, 26 is `AA`.
    public var columnLetter: String? {
      guard var rest = column else { return nil }
      var letters = ""
      repeat {
        letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
        rest = rest / 26 - 1
      } while rest >= 0
      return letters
    }
  }

  /// A stable code in kebab case: `number-ambiguous`.
  public let code: String
  /// What it does to the file.
  public let severity: Severity
  /// Where it is.
  public let place: Place
  /// The code of the indicator or task it is about; nil when about the file.
  public let subject: String?
  /// The code of the plan the subject belongs to; nil when about the file, or not known.
  ///
  /// Codes of indicators repeat from plan to plan: without its plan a subject names nothing.
  public private(set) var plan: String?
  /// What was found, as typed; nil when nothing can be quoted.
  public let value: String?
  /// What was found and expected, in English, for the terminal.
  public let message: String
  /// What is wrong, in Vietnamese, for the slip.
  public let problem: String
  /// How to mend it, in Vietnamese, for the slip; empty when nothing is to be done.
  public let remedy: String

  /// A finding with its texts.
  public init(
    code: String, severity: Severity, place: Place = Place(), subject: String? = nil,
    plan: String? = nil, value: String? = nil, message: String, problem: String, remedy: String = ""
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.subject = subject
    self.plan = plan
    self.value = value
    self.message = message
    self.problem = problem
    self.remedy = remedy
  }

  /// The same finding, said of a plan; one that names its plan already keeps it.
  public func said(ofPlan code: String?) -> Finding {
    var finding = self
    finding.plan = plan ?? code
    return finding
  }
}
