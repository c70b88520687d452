import PlanModel

/// Which cell of an edition a printed number was made from.
///
/// Documents are made from typed values: whoever formats one into a sentence says where it came from, and
/// the words carry that with them, unseen (`String.from`), until the renderer knows the line they stand on.
public struct NumberOrigin: Hashable, Sendable {
  /// What the edition keeps its numbers in: a data file of it, or what its text rests on.
  public enum Source: String, Hashable, Sendable {
    case indicators = "indicators.csv"
    case tasks = "tasks.csv"
    case submissions = "submissions.csv"
    case findings = "findings.csv"
    /// When units were reminded before.
    case reminders
    /// What the edition changes in those issued before it.
    case correction
    /// Counted from the list that is printed there.
    case list
    /// The plan's own text: its number, codes, clauses, targets.
    case plan
    /// Days, hours, periods.
    case calendar
    /// The office's form of documents.
    case organisation
    /// Names and codes of units.
    case units = "units.csv"
    /// What a unit wrote itself.
    case note
    /// The fixed words of a document: `Biểu số 01`.
    case text
    /// Nobody knows: such a number must not stand in a document.
    case unknown
  }

  /// What it is in a sum whose parts and whole are printed together.
  public enum Role: String, Hashable, Sendable {
    case part, whole
  }

  /// Where it is kept.
  public let source: Source
  /// The code of the indicator or task, or the form; empty of others.
  public let item: String
  /// The unit's code; empty where it is of none.
  public let unit: String
  /// The period; empty where it is of none.
  public let period: String
  /// The window of an indicator; empty of others.
  public let window: String
  /// The column, or what was made of columns: `count(state=overdue)`.
  public let field: String
  /// Its role in a sum that is printed with it; nil when there is none.
  public var role: Role?

  /// All parts.
  init(
    _ source: Source, _ field: String, item: String = "", unit: String = "",
    period: Period? = nil, window: String = "", role: Role? = nil
  ) {
    self.init(
      source, field, item: item, unit: unit, periodText: period?.description ?? "",
      window: window, role: role)
  }

  init(
    _ source: Source, _ field: String, item: String, unit: String, periodText: String,
    window: String, role: Role?
  ) {
    self.source = source
    self.field = field
    self.item = item
    self.unit = unit
    period = periodText
    self.window = window
    self.role = role
  }

  /// The number of an item in the list it stands in.
  public static let ordinal = NumberOrigin(.list, "ordinal")
  /// A number that the template of the document itself holds.
  static let template = NumberOrigin(.text, "template")
  /// What a printed list leaves out, or how long it is.
  static let listed = NumberOrigin(.list, "count")

  /// The same as a part of a printed sum.
  var part: NumberOrigin { with(.part) }
  /// The same as the whole of a printed sum.
  var whole: NumberOrigin { with(.whole) }

  private func with(_ role: Role) -> NumberOrigin {
    var copy = self
    copy.role = role
    return copy
  }
}
