internal import Mustache
internal import PlanModel
internal import Synchronization

/// A template that was checked, ready to be filled in.
public struct DocumentTemplate: Sendable {
  private let template: MustacheTemplate
  private let library: MustacheLibrary
  private let names: [TemplateName]
  private let filled = FilledShapes()

  /// Without it the library writes for HTML; it is asked for in every text anew.
  private static let plainText = "{{% CONTENT_TYPE:TEXT}}\n"

  /// Reads checked texts; what the library does not take is a finding.
  init(_ name: String, text: String, names: [TemplateName], partials: [String: String])
    throws(TemplateFinding.Thrown)
  {
    self.names = names
    template = try Self.parsed(text, of: name)
    var library = MustacheLibrary()
    // of several that are wrong always the same one is named
    for (partial, text) in partials.sorted(by: { $0.key < $1.key }) {
      library.register(try Self.parsed(text, of: partial), named: partial)
    }
    self.library = library
  }

  /// A text that was checked before, as the program's own are by its tests; nil when the library does not
  /// take it.
  public init?(checked text: String, of name: String, names: [TemplateName]) {
    do {
      try self.init(name, text: text, names: names, partials: [:])
    } catch {
      return nil
    }
  }

  private static func parsed(
    _ text: String, of name: String
  ) throws(TemplateFinding.Thrown) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: plainText + text)
    } catch let error as MustacheTemplate.ParserError {
      throw TemplateFinding.Thrown(
        finding: TemplateFinding(
          name, .library("\(error.error)"),
          at: Finding.Place(
            line: max(1, error.context.lineNumber - 1), column: error.context.columnNumber - 1),
          excerpt: error.context.line))
    } catch {
      throw TemplateFinding.Thrown(finding: TemplateFinding(name, .library("\(error)")))
    }
  }

  /// The lines of the template with the values in their places.
  ///
  /// The library only ever sees the numbers of values between two control characters that no
  /// template may contain; so no value can be taken for a tag, a mark of a line or a line end. What it
  /// makes of them depends on which values there are, not on what they say: thousands of letters have a
  /// few dozen shapes, and each is asked of it once.
  public func lines<Content>(
    _ values: [String: TemplateValue<Content>]
  ) -> [[TemplatePiece<Content>]] {
    var shape = TemplateShape<Content>()
    shape.add(values, names)
    let lines = filled.lines(shape.kinds) {
      var count = 0
      let context = Self.context(values, names, &count)
      return template.render(context, library: library).utf8
        .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .map { Self.pieces($0, count) }
    }
    return lines.map { line in
      line.map { piece in
        switch piece {
        case .fixed(let text): .fixed(text)
        case .content(let number): .content(shape.contents[number])
        }
      }
    }
  }

  // MARK: values

  private static let start: UInt8 = 2
  private static let end: UInt8 = 3

  /// Every name gets a value, so that the library never looks for it further out; contents are numbered
  /// as `TemplateShape` numbers them.
  private static func context<Content>(
    _ values: [String: TemplateValue<Content>], _ names: [TemplateName], _ count: inout Int
  ) -> [String: any Sendable] {
    assert(
      Set(values.keys).isSubset(of: names.map(\.name)),
      "undeclared: \(Set(values.keys).subtracting(names.map(\.name)))")
    var context: [String: any Sendable] = [:]
    for name in names {
      context[name.name] =
        values[name.name].map { object($0, name.inner, &count) } ?? NothingToPrint()
    }
    return context
  }

  private static func object<Content>(
    _ value: TemplateValue<Content>, _ names: [TemplateName], _ count: inout Int
  ) -> any Sendable {
    switch value {
    case .content:
      count += 1
      return "\u{2}\(count - 1)\u{3}"
    case .list(let values):
      var objects: [any Sendable] = []
      for value in values { objects.append(object(value, names, &count)) }
      return objects
    case .part(let values): return context(values, names, &count)
    }
  }

  private static func pieces(_ line: Substring.UTF8View, _ count: Int) -> [TemplatePiece<Int>] {
    var pieces: [TemplatePiece<Int>] = []
    var rest = line
    while let open = rest.firstIndex(of: start), let close = rest[open...].firstIndex(of: end) {
      if open > rest.startIndex { pieces.append(.fixed(text(rest[..<open]))) }
      if let number = Int(text(rest[rest.index(after: open)..<close])),
        (0..<count).contains(number)
      {
        pieces.append(.content(number))
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.fixed(text(rest))) }
    return pieces
  }

  private static func text(_ bytes: Substring.UTF8View) -> String { String(Substring(bytes)) }
}

/// Which of its names a document has values for, and those values in order.
struct TemplateShape<Content: Sendable> {
  /// What stands for each name, parts of parts behind their part: nothing, a content, a part, or a list,
  /// whose number of parts follows it. Names being known, no two shapes have the same.
  private(set) var kinds: [Int] = []
  private(set) var contents: [Content] = []

  mutating func add(_ values: [String: TemplateValue<Content>], _ names: [TemplateName]) {
    for name in names {
      if let value = values[name.name] {
        add(value, name.inner)
      } else {
        kinds.append(0)
      }
    }
  }

  private mutating func add(_ value: TemplateValue<Content>, _ names: [TemplateName]) {
    switch value {
    case .content(let content):
      kinds.append(1)
      contents.append(content)
    case .part(let values):
      kinds.append(2)
      add(values, names)
    case .list(let values):
      kinds += [3, values.count]
      for value in values { add(value, names) }
    }
  }
}

/// The lines that a template gives for shapes of values, with the number of each value in its place.
private final class FilledShapes: Sendable {
  private let known = Mutex<[[Int]: [[TemplatePiece<Int>]]]>([:])
  /// More than this are no shapes that come again.
  private static let most = 500

  func lines(
    _ shape: [Int], _ fill: () -> [[TemplatePiece<Int>]]
  ) -> [[TemplatePiece<Int>]] {
    if let lines = known.withLock({ $0[shape] }) { return lines }
    let lines = fill()
    known.withLock { if $0.count < Self.most { $0[shape] = lines } }
    return lines
  }
}

/// A name that has no value in this document: prints nothing, and its section is left out.
private struct NothingToPrint: MustacheCustomRenderable, Sendable {
  var renderText: String { "" }
  var isNull: Bool { true }
}

extension TemplateFinding {
  /// A finding on its way out of a reader.
  struct Thrown: Error {
    let finding: TemplateFinding
  }
}
