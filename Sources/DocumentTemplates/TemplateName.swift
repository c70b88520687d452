/// A name that a template may use, with what it stands for.
public struct TemplateName: Sendable {
  /// What a name stands for, which decides where it may be used.
  public indirect enum Kind: Sendable {
    /// A text; empty where there is none: `{{x}}`, and `{{#x}}...{{/x}}` round what needs it.
    case text
    /// A whole part of the document, as a table; alone on its line: `{{{x}}}`.
    case blocks
    /// Texts: `{{#x}}- {{.}}{{/x}}`.
    case texts
    /// Parts of the same kind one after another, each with its own names: `{{#x}}...{{/x}}`.
    case list([TemplateName])
    /// A part with its own names, left out where there is nothing to say: `{{#x}}...{{/x}}`.
    case part([TemplateName])
  }

  /// The name as a template writes it: small letters without diacritics, digits, `_`.
  public let name: String
  /// What it stands for.
  public let kind: Kind
  /// What it stands for, in Vietnamese, for whoever edits the template.
  public let meaning: String

  /// A name of a text.
  public init(_ name: String, _ meaning: String) { self.init(name, .text, meaning) }

  /// A name.
  public init(_ name: String, _ kind: Kind, _ meaning: String) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
  }

  /// The names inside a part or a list; none inside others.
  public var inner: [TemplateName] {
    switch kind {
    case .list(let names), .part(let names): names
    case .text, .blocks, .texts: []
    }
  }
}

/// What a name stands for in one document.
///
/// A value is never read as a template, nor as marks of lines: it is put into the finished line.
public indirect enum TemplateValue<Content: Sendable>: Sendable {
  /// A text, or a whole part of the document.
  case content(Content)
  /// Texts, or parts of the same kind.
  case list([TemplateValue])
  /// A part with its names.
  case part([String: TemplateValue])
}

/// A piece of a line of a rendered template.
public enum TemplatePiece<Content> {
  /// Text of the template itself.
  case fixed(String)
  /// A value in its place.
  case content(Content)
}

extension TemplatePiece: Sendable where Content: Sendable {}
