import DocumentTemplates

/// Makes the blocks of a document from the lines of its filled-in template.
///
/// A mark at the beginning of a line says what the line is; only marks of the template itself count, so
/// that a note that begins with `#` stays a note. One line is one paragraph: the renderer breaks it.
struct TemplateLayout {
  typealias Piece = TemplatePiece<DocumentContent>

  private(set) var blocks: [TextDocument.Block] = []
  /// The printed numbers of the sections, in the order of their headings.
  private(set) var numbers: [String: String] = [:]

  private let numbering: (Int) -> String
  private var headings = 0

  init(numbering: @escaping (Int) -> String) { self.numbering = numbering }

  mutating func add(_ line: [Piece]) {
    if let parts = Self.wholeParts(line) {
      blocks += parts
      return
    }
    let head = line.first?.fixed ?? ""
    switch head.first {
    case " ", "\t":
      let text = text(line)
      blocks.append(text.isEmpty ? .blank : .paragraph(text))
    case "#": heading(line.withoutMark)
    case "=" where head.hasPrefix("= "): title(text(line.withoutMark))
    case "-" where head.hasPrefix("- "):
      let text = text(line.withoutMark)
      if !text.isEmpty { blocks.append(.item(text)) }
    case "@" where head.hasPrefix("@ "): field(line.withoutMark)
    default: plain(line)
    }
  }

  private mutating func plain(_ line: [Piece]) {
    let text = text(line)
    let isFixed = line.allSatisfy { $0.fixed != nil }
    switch text {
    case "": blocks.append(.blank)
    case "---" where isFixed: blocks.append(.rule)
    case "===" where isFixed: blocks.append(.separator)
    default: blocks.append(.plain(text))
    }
  }

  private mutating func heading(_ line: [Piece]) {
    for case .content(.section(let id)) in line where numbers[id] == nil {
      headings += 1
      numbers[id] = numbering(headings)
    }
    let text = text(line)
    if !text.isEmpty { blocks.append(.heading(text)) }
  }

  /// Lines of a title that follow each other are one title.
  private mutating func title(_ text: String) {
    if case .title(let lines)? = blocks.last {
      blocks[blocks.count - 1] = .title(lines + [text])
    } else {
      blocks.append(.title([text]))
    }
  }

  /// `@ label: text`; the first colon of the template itself ends the label.
  private mutating func field(_ line: [Piece]) {
    var label: [Piece] = []
    var rest = line[...]
    while let piece = rest.popFirst() {
      guard let fixed = piece.fixed, let colon = fixed.firstIndex(of: ":") else {
        label.append(piece)
        continue
      }
      label.append(.fixed(String(fixed[...colon])))
      let field = TextDocument.Field(
        text(label), text([.fixed(String(fixed[fixed.index(after: colon)...]))] + rest))
      if case .fields(let fields, false)? = blocks.last {
        blocks[blocks.count - 1] = .fields(fields + [field], isNested: false)
      } else {
        blocks.append(.fields([field], isNested: false))
      }
      return
    }
    plain(line)
  }

  /// The blocks of a line that holds nothing but whole parts; nil for a line of text.
  private static func wholeParts(_ line: [Piece]) -> [TextDocument.Block]? {
    var blocks: [TextDocument.Block]?
    for piece in line {
      switch piece {
      case .content(.blocks(let part)): blocks = (blocks ?? []) + part
      case .fixed(let text) where text.allSatisfy(\.isWhitespace): continue
      case .fixed, .content: return nil
      }
    }
    return blocks
  }

  /// The text of a line without blanks at its ends.
  private func text(_ line: some Sequence<Piece>) -> String {
    let text = line.reduce(into: "") { text, piece in
      switch piece {
      // a number of the template is the office's own
      case .fixed(let fixed): text += fixed.from(.template)
      case .content(.text(let value)): text += value
      case .content(.section(let id)): text += numbers[id] ?? ""
      case .content(.blocks): break
      }
    }
    let start = text.firstIndex { $0 != " " && $0 != "\t" } ?? text.endIndex
    let end = text.lastIndex { $0 != " " && $0 != "\t" }.map(text.index(after:)) ?? start
    return String(text[start..<end])
  }
}

extension TemplatePiece {
  /// The text of the template itself; nil for a value.
  fileprivate var fixed: String? {
    if case .fixed(let text) = self { text } else { nil }
  }
}

extension [TemplatePiece<DocumentContent>] {
  /// The line without the first character of its own text, the mark.
  fileprivate var withoutMark: Self {
    guard case .fixed(let text)? = first else { return self }
    return [.fixed(String(text.dropFirst()))] + dropFirst()
  }
}
