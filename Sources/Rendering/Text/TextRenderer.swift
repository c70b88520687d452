import Documents
import VietnameseText

/// Sets the blocks of a document in lines of fixed-width print, at most 80 columns each.
///
/// The form is that of party documents as plain text: two centred halves at the head, paragraphs with
/// three blanks, tables of `|` and one rule, recipients at the left of the signature at the foot.
enum TextRenderer {
  /// The columns of a line.
  static let width = 80
  /// The lines of one A4 page.
  static let pageLines = 60

  static func lines(of block: TextDocument.Block) -> [String] {
    switch block {
    case .notice(let text): centred(["*** \(text) ***"], in: width)
    case .letterhead(let left, let right): TextLetterhead(left: left, right: right).lines
    case .title(let titles): centred(titles, in: width)
    case .rule: ["-----".centred(in: width)]
    case .heading(let text), .plain(let text): wrap(printable(text), width: width)
    case .paragraph(let text): wrap(printable(text), width: width, firstIndent: 3)
    case .item(let text): wrap("- " + printable(text), width: width, hanging: 2)
    case .numbered(let number, let text):
      wrap("\(number). \(printable(text))", width: width, hanging: 3)
    case .table(let table): lines(of: table)
    case .fields(let fields, let isNested): lines(of: fields, isNested: isNested)
    case .addressees(let label, let names): addressees(label, names)
    case .signature(let signature): TextSignature(signature: signature).lines
    case .separator: [String(repeating: "=", count: width)]
    case .blank: [""]
    }
  }

  // MARK: parts

  /// Centred lines whose own blanks stay, unless a line is too long and must be wrapped.
  static func centred(_ texts: [String], in columns: Int) -> [String] {
    texts.flatMap { text -> [String] in
      let text = printable(text)
      guard text.displayWidth > columns else { return [text] }
      return wrap(text, width: columns)
    }.map { $0.isEmpty ? "" : $0.centred(in: columns) }
  }

  private static func lines(of table: TextDocument.Table) -> [String] {
    let rows = table.rows.map { $0.map(printable) }
    return layout(of: table, rows).lines(rows)
  }

  /// The columns of a table as wide as the figures of its printable rows need them.
  static func layout(of table: TextDocument.Table, _ rows: [[String]]) -> TextTable {
    let columns = table.columns.map { column in
      TextTable.Column(
        printable(column.title), width: column.width, column.alignment == .left ? .left : .right,
        gap: column.width > 2 ? 1 : 0)
    }
    return TextTable(columns).widened(for: rows)
  }

  /// Labels below each other, their texts behind the longest of them.
  private static func lines(of fields: [TextDocument.Field], isNested: Bool) -> [String] {
    let indent = isNested ? 3 : 0
    let longest = fields.map(\.label.displayWidth).max() ?? 0
    let hanging = min(indent + longest + (isNested ? 1 : 2), width / 2)
    return fields.flatMap { field in
      let text = wrap(printable(field.text), width: width - hanging)
      let label = String(repeating: " ", count: indent) + printable(field.label)
      return text.enumerated().map { number, line in
        (number == 0 ? label : "").padded(to: hanging) + line
      }
    }
  }

  /// One addressee stands behind the label, several below each other.
  private static func addressees(_ label: String, _ names: [String]) -> [String] {
    let indent = 17
    let label = String(repeating: " ", count: indent) + printable(label) + " "
    let column = label.displayWidth
    let isList = names.count > 1
    let lines = names.enumerated().flatMap { number, name in
      let stop = number == names.count - 1 ? "." : ";"
      return wrap(
        isList ? "- \(printable(name))\(stop)" : "\(printable(name)).", width: width - column,
        hanging: isList ? 2 : 0)
    }
    return lines.enumerated().map { ($0 == 0 ? label : "").padded(to: column) + $1 }
  }
}

/// The text with what a page cannot show written out, and with plain punctuation.
///
/// Curly quotes, long dashes and the like have no certain width in fixed-width print.
func printable(_ text: String) -> String {
  let text = text.unmarked
  if text.isPlain { return text }
  let shown = visible(toNFC(text))
  guard shown.unicodeScalars.contains(where: { plainPunctuation[$0] != nil }) else { return shown }
  return shown.unicodeScalars.reduce(into: "") { $0 += plainPunctuation[$1] ?? String($1) }
}

private let plainPunctuation: [Unicode.Scalar: String] = [
  "\u{2018}": "'", "\u{2019}": "'", "\u{201C}": "\"", "\u{201D}": "\"", "\u{2010}": "-",
  "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{2022}": "-",
  "\u{2026}": "...", "\u{2264}": "<=", "\u{2265}": ">=", "\u{00D7}": "x",
]

extension String {
  var withoutTrailingBlanks: String {
    guard utf8.last == UInt8(ascii: " "), last == " " else { return self }
    return String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }
}
