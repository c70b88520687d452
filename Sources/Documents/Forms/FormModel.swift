public import PlanModel

/// The blank forms of one unit for one period: what it owes, with everything but its figures filled in.
///
/// Neutral content: a renderer makes a workbook or plain files of it and decides on nothing.
public struct UnitForms: Hashable, Sendable {
  /// The unit that fills them in.
  public let unit: Unit
  /// The period they are for.
  public let period: Period
  /// One for each form it owes.
  public var forms: [BlankForm]
  /// How to fill them in and send them.
  public let guide: [FormGuideLine]

  /// The states that the cells of a task offer, in the order of the list.
  public static let states = TaskStatus.allCases.map(FormWording.state)
}

/// One blank form as a table whose first row is the header that intake knows.
public struct BlankForm: Hashable, Sendable {
  /// Which form it is.
  public let form: Form
  /// What stands above and below the table on paper.
  public let heading: FormHeading
  /// Its columns.
  public let columns: [FormColumn]
  /// Its rows, one cell for each column.
  public var rows: [[FormCell]]

  /// Its name, also that of its sheet: `Biểu số 01`.
  public var name: String { Wording.name(of: form) }
  /// The name of the file a unit sends: `bieu01.csv`.
  public var fileName: String { Self.fileName(of: form) }

  /// The name of the file that a form is sent as.
  public static func fileName(of form: Form) -> String { "bieu\(Wording.number(of: form)).csv" }

  /// The number of a column; nil when the form has none of that title.
  public func column(_ title: String) -> Int? { columns.firstIndex { $0.title == title } }
}

/// What stands above and below a form on paper. On the sheet itself nothing does: the sheet is saved as
/// CSV, and a title there would be a row too many.
public struct FormHeading: Hashable, Sendable {
  /// The office's lines.
  public let left: [String]
  /// What the form is about, and the marking.
  public let centre: [String]
  /// Whose it is.
  public let unit: String
  /// Until when it is to be sent.
  public let due: String
  /// Who made it, at the lower left.
  public let clerk: String
  /// Who signs it, at the lower right.
  public let signatory: String
}

/// A column of a form.
public struct FormColumn: Hashable, Sendable {
  /// Its header, word for word as intake knows it.
  public let title: String
  /// Its width in digits.
  public let width: Double
  /// What the unit does with it.
  public let part: Part
  /// Whether its short values stand in the middle.
  public let isCentred: Bool
  /// A remark on the header; nil when it speaks for itself.
  public let hint: String?

  /// What a column is for.
  public enum Part: Hashable, Sendable {
    /// Filled in by the office, sent back unchanged.
    case given
    /// Put there by the office for the eye only, read past when it comes back.
    case shown
    /// Filled in by the unit.
    case asked
  }

  init(
    _ title: String, _ width: Double, _ part: Part = .given, isCentred: Bool = false,
    hint: String? = nil
  ) {
    self.title = title
    self.width = width
    self.part = part
    self.isCentred = isCentred
    self.hint = hint
  }
}

/// A cell of a form.
public struct FormCell: Hashable, Sendable {
  /// What stands in it.
  public var value: FormValue
  /// What may be typed into it; nil when it is locked.
  public let entry: FormEntry?

  init(_ value: FormValue, entry: FormEntry? = nil) {
    self.value = value
    self.entry = entry
  }

  /// An empty cell to be filled in.
  static func asked(_ entry: FormEntry) -> FormCell { FormCell(.blank, entry: entry) }

  static func text(_ text: String) -> FormCell { FormCell(.text(text)) }
}

/// What stands in a cell of a form.
public enum FormValue: Hashable, Sendable {
  case blank
  case text(String)
  case number(FixedDecimal)
  /// The first of these questions that is open, in words; nothing when none is.
  case checks([FormCheck])
}

/// What may be typed into a cell.
public enum FormEntry: Hashable, Sendable {
  /// A whole number from 0, or the sign for "not applicable".
  case whole
  /// A number from 0 with at most so many digits behind the mark, or the sign for "not applicable".
  case decimal(digits: Int)
  /// One of the five states.
  case state
  /// A whole number of per cent from 0 to 100.
  case percent
  /// A day of a span.
  case day(DateSpan)
  /// Text of at most so many characters.
  case text(limit: Int)
}
