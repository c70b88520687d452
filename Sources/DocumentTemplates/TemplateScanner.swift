internal import PlanModel

/// A tag of a template, with its place.
struct TemplateTag {
  enum Kind: Hashable {
    case variable, section, inverted, end, partial, comment
  }

  let kind: Kind
  let name: String
  let place: Finding.Place
  /// Whether nothing that is printed stands beside it on its line; sections and remarks are not.
  var isAlone = true
}

/// Finds the tags of a template line by line, and what is wrong with their form.
///
/// The library stops at its first error and knows nothing of our names; this scanner finds all errors
/// in one pass and lets through only what this program uses of the language. Like the library it
/// reads whole characters, so that both see the same tags.
struct TemplateScanner {
  private(set) var tags: [TemplateTag] = []
  private(set) var findings: [TemplateFinding] = []
  /// The lines of the text.
  let lines: [Substring]

  private let template: String
  private var line = 0
  private var isInRemark = false
  /// The tags of the line that print something, and whether text does.
  private var printed: [Int] = []
  private var hasText = false

  init(_ text: String, of template: String) {
    self.template = template
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices {
      line = index
      printed = []
      hasText = false
      scan(Array(lines[index]))
      if hasText || printed.count > 1 { printed.forEach { tags[$0].isAlone = false } }
    }
    if isInRemark { note(.unclosedTag("}}"), at: lines.last?.count ?? 0) }
  }

  private mutating func scan(_ characters: [Character]) {
    var position = 0
    while position < characters.count {
      if isInRemark {
        guard let end = Self.place(of: "}}", in: characters, from: position) else { return }
        isInRemark = false
        position = end + 2
      } else if Self.stands("{{", in: characters, at: position) {
        position = tag(characters, at: position)
      } else {
        if Self.stands("}}", in: characters, at: position) {
          note(.strayClosing, at: position)
          position += 1
        }
        if !characters[position].isWhitespace { hasText = true }
        position += 1
      }
    }
  }

  /// Reads the tag at a place, and returns the place behind it.
  private mutating func tag(_ characters: [Character], at start: Int) -> Int {
    let sign = start + 2 < characters.count ? characters[start + 2] : " "
    if sign == "!" {
      tags.append(TemplateTag(kind: .comment, name: "", place: place(start)))
      if let end = Self.place(of: "}}", in: characters, from: start + 3) { return end + 2 }
      isInRemark = true
      return characters.count
    }
    let closing = sign == "{" ? "}}}" : "}}"
    let kinds: [Character: TemplateTag.Kind] = [
      "{": .variable, "&": .variable, "#": .section, "^": .inverted, "/": .end, ">": .partial,
    ]
    guard let end = Self.place(of: closing, in: characters, from: start + 2) else {
      note(.unclosedTag(closing), at: start)
      return characters.count
    }
    let kind = kinds[sign]
    let inside = characters[(start + (kind == nil ? 2 : 3))..<end]
    let name = String(inside.trimmed)
    if "=<$%*".contains(sign) || name.contains(where: { "(){}".contains($0) }) {
      note(.feature("=<$%*".contains(sign) ? String(sign) : "x()"), at: start)
    } else if name.isEmpty {
      note(.emptyName, at: start)
    } else {
      let kind = kind ?? .variable
      if kind == .variable { printed.append(tags.count) }
      if kind == .partial { hasText = true }
      tags.append(TemplateTag(kind: kind, name: name, place: place(start)))
    }
    return end + closing.count
  }

  private func place(_ column: Int) -> Finding.Place {
    Finding.Place(line: line + 1, column: column)
  }

  private mutating func note(_ problem: TemplateProblem, at column: Int) {
    findings.append(
      TemplateFinding(template, problem, at: place(column), excerpt: String(lines[line])))
  }

  private static func stands(_ text: String, in characters: [Character], at place: Int) -> Bool {
    place + text.count <= characters.count
      && zip(text, characters[place...]).allSatisfy { $0 == $1 }
  }

  private static func place(of text: String, in characters: [Character], from start: Int) -> Int? {
    guard start <= characters.count else { return nil }
    return (start..<characters.count).first { stands(text, in: characters, at: $0) }
  }
}

extension ArraySlice<Character> {
  /// Without blanks at the ends.
  fileprivate var trimmed: ArraySlice<Character> {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map { $0 + 1 } ?? start
    return self[start..<Swift.max(start, end)]
  }
}
