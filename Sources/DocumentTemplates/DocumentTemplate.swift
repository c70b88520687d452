internal import Mustache
internal import PlanModel

/// A template that was checked, ready to be filled in.
public struct DocumentTemplate: Sendable {
  private let template: MustacheTemplate
  private let library: MustacheLibrary
  private let names: [TemplateName]

  /// Without it the library writes for HTML; it is asked for in every text anew.
  private static let plainText = "{{% CONTENT_TYPE:TEXT}}\n"

  /// Reads checked texts; what the library does not take is a finding.
  init(_ name: String, text: String, names: [TemplateName], partials: [String: String])
    throws(TemplateFinding.Thrown)
  {
    self.names = names
    template = try Self.parsed(text, of: name)
    var library = MustacheLibrary()
    for (partial, text) in partials {
      library.register(try Self.parsed(text, of: partial), named: partial)
    }
    self.library = library
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
  /// template may contain; so no value can be taken for a tag, a mark of a line or a line end.
  public func lines<Content>(
    _ values: [String: TemplateValue<Content>]
  ) -> [[TemplatePiece<Content>]] {
    var contents: [Content] = []
    let context = Self.context(values, names, &contents)
    return template.render(context, library: library).utf8
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Self.pieces($0, contents) }
  }

  // MARK: values

  private static let start: UInt8 = 2
  private static let end: UInt8 = 3

  /// Every name gets a value, so that the library never looks for it further out.
  private static func context<Content>(
    _ values: [String: TemplateValue<Content>], _ names: [TemplateName],
    _ contents: inout [Content]
  ) -> [String: any Sendable] {
    assert(
      Set(values.keys).isSubset(of: names.map(\.name)),
      "undeclared: \(Set(values.keys).subtracting(names.map(\.name)))")
    var context: [String: any Sendable] = [:]
    for name in names {
      context[name.name] =
        values[name.name].map { object($0, name.inner, &contents) } ?? NothingToPrint()
    }
    return context
  }

  private static func object<Content>(
    _ value: TemplateValue<Content>, _ names: [TemplateName], _ contents: inout [Content]
  ) -> any Sendable {
    switch value {
    case .content(let content):
      contents.append(content)
      return "\u{2}\(contents.count - 1)\u{3}"
    case .list(let values):
      var objects: [any Sendable] = []
      for value in values { objects.append(object(value, names, &contents)) }
      return objects
    case .part(let values): return context(values, names, &contents)
    }
  }

  private static func pieces<Content>(
    _ line: Substring.UTF8View, _ contents: [Content]
  ) -> [TemplatePiece<Content>] {
    var pieces: [TemplatePiece<Content>] = []
    var rest = line
    while let open = rest.firstIndex(of: start), let close = rest[open...].firstIndex(of: end) {
      if open > rest.startIndex { pieces.append(.fixed(text(rest[..<open]))) }
      if let number = Int(text(rest[rest.index(after: open)..<close])),
        contents.indices.contains(number)
      {
        pieces.append(.content(contents[number]))
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.fixed(text(rest))) }
    return pieces
  }

  private static func text(_ bytes: Substring.UTF8View) -> String { String(Substring(bytes)) }
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
