/// A plain-text document as blocks of words, without any layout: no widths of lines, no indents.
///
/// Blocks carry finished sentences and cells; a renderer sets them and adds nothing to them.
public struct TextDocument: Hashable, Sendable {
  /// The blocks from top to bottom.
  public var blocks: [Block]

  /// A document of these blocks.
  public init(_ blocks: [Block] = []) { self.blocks = blocks }

  /// One part of a document.
  public enum Block: Hashable, Sendable {
    /// A marking that nobody may overlook: `SỐ LIỆU MINH HỌA`.
    case notice(String)
    /// The two halves of the head, line by line; their blanks are kept, since a clerk fills them in.
    case letterhead(left: [String], right: [String])
    /// Centred lines; their blanks are kept.
    case title([String])
    /// The short rule below a title.
    case rule
    /// A head of a section: `I- ĐÁNH GIÁ CHUNG`.
    case heading(String)
    /// A paragraph with its first line set in.
    case paragraph(String)
    /// A paragraph without indent.
    case plain(String)
    /// An item of a list.
    case item(String)
    /// An item with its number.
    case numbered(Int, String)
    /// A table.
    case table(Table)
    /// Labels with their text; nested ones stand below a numbered item.
    case fields([Field], isNested: Bool)
    /// The addressees of a letter, below each other.
    case addressees(label: String, names: [String])
    /// Recipients and signature at the foot.
    case signature(Signature)
    /// A line between two documents of one file.
    case separator
    /// An empty line.
    case blank
  }

  /// A label and its text: `Đơn vị gửi:` and the unit.
  public struct Field: Hashable, Sendable {
    /// The label with its colon.
    public let label: String
    /// The text.
    public let text: String

    /// A label and its text.
    public init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  /// A table of words.
  public struct Table: Hashable, Sendable {
    /// Where the words of a column stand.
    public enum Alignment: Hashable, Sendable {
      case left, right
    }

    /// One column.
    public struct Column: Hashable, Sendable {
      /// The head.
      public let title: String
      /// The share of the page it asks for, in columns of print.
      public let width: Int
      /// Where its words stand.
      public let alignment: Alignment

      /// A head, a width and an alignment.
      public init(_ title: String, _ width: Int, _ alignment: Alignment = .left) {
        self.title = title
        self.width = width
        self.alignment = alignment
      }
    }

    /// The columns from left to right.
    public let columns: [Column]
    /// The rows, each with a cell for every column.
    public let rows: [[String]]

    /// Columns and rows.
    public init(_ columns: [Column], _ rows: [[String]]) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// The foot of a document: who receives it, and who signs.
  public struct Signature: Hashable, Sendable {
    /// The head of the list: `Nơi nhận:`.
    public let label: String
    /// The recipients, with their punctuation.
    public let recipients: [String]
    /// The authority and office of who signs, from top to bottom.
    public let authority: [String]
    /// The name below the space for the signature; empty when none is given.
    public let name: String

    /// All parts.
    public init(label: String, recipients: [String], authority: [String], name: String) {
      self.label = label
      self.recipients = recipients
      self.authority = authority
      self.name = name
    }
  }
}

extension TextDocument.Block {
  /// Every text of it, in order.
  public var texts: [String] {
    switch self {
    case .notice(let text), .heading(let text), .paragraph(let text), .plain(let text),
      .item(let text), .numbered(_, let text):
      [text]
    case .letterhead(let left, let right): left + right
    case .title(let lines): lines
    case .table(let table): table.columns.map(\.title) + table.rows.joined()
    case .fields(let fields, _): fields.flatMap { [$0.label, $0.text] }
    case .addressees(let label, let names): [label] + names
    case .signature(let foot): [foot.label] + foot.recipients + foot.authority + [foot.name]
    case .rule, .separator, .blank: []
    }
  }
}
