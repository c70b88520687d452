/// What part a cell plays and how its value is written; fonts and colours are the renderer's business.
public struct SheetStyle: Hashable, Sendable {
  /// The part it plays on the sheet.
  public enum Role: Hashable, Sendable {
    /// The title of the sheet, and the lines under it.
    case title, subtitle
    /// The lines of the letterhead: the superior body, the issuing body.
    case superior, issuer
    /// What stands in the upper right corner: the number of the form.
    case formNumber
    /// The marking of the whole document.
    case notice
    /// The title of a part of the sheet.
    case section
    /// A heading of a column, and the row of column numbers below it.
    case header, columnNumber
    /// A cell of a table, of its total row, of the row that opens a group.
    case body, total, group
    /// A verdict or state in words.
    case verdict(Tone)
    /// A remark under a table; a small one beside a heading.
    case remark, aside
    /// The ground of a chart: only the height of its row matters.
    case chart
    /// The lines of the signature foot.
    case placeAndDate, signatory, signatoryOffice, signatureHint
  }

  /// What a state means to the reader; the word says it, the colour repeats it.
  public enum Tone: Hashable, Sendable {
    case good, bad, doubtful, pending, neutral
  }

  /// How the value is written.
  public enum Content: Hashable, Sendable {
    /// Text at the left.
    case text
    /// Text in the middle.
    case centred
    /// A whole number in the middle: the number of a row, a small count.
    case count
    /// A number with digits behind the mark.
    case number(decimals: Int)
    /// A part of a whole, in per cent.
    case percent(decimals: Int)
    /// A difference in percentage points, with its sign.
    case points(decimals: Int)
    /// A change of a number, with its sign.
    case change(decimals: Int)
    /// The number of a target, between the words that say how it is compared.
    indirect case target(before: String, Content, after: String)
    /// A day; a day with its time.
    case date, moment
  }

  // the largest first: cells are many, and so no room is left between
  /// How its value is written.
  public let content: Content
  /// The part it plays.
  public let role: Role
  private let steps: UInt8

  /// A part, and how its value is written.
  public init(_ role: Role, _ content: Content = .text, indent: Int = 0) {
    self.role = role
    self.content = content
    steps = UInt8(min(max(indent, 0), 15))
  }

  /// Steps from the left border, 0 to 15.
  public var indent: Int { Int(steps) }
}
