import DocumentTemplates
import PlanModel

/// What stands in the place of a name of a template.
enum DocumentContent: Sendable {
  /// A text, printed as it is.
  case text(String)
  /// A whole part of the document.
  case blocks([TextDocument.Block])
  /// The number of a section, counted where it stands in a heading.
  case section(String)
}

typealias DocumentValue = TemplateValue<DocumentContent>
typealias DocumentValues = [String: DocumentValue]

extension DocumentValue {
  static func text(_ text: String) -> DocumentValue { .content(.text(text)) }

  /// Nil for an empty text, whose section is left out.
  static func text(_ text: String?) -> DocumentValue? { text.map { .content(.text($0)) } }

  static func block(_ block: TextDocument.Block) -> DocumentValue { .content(.blocks([block])) }

  static func blocks(_ blocks: [TextDocument.Block]) -> DocumentValue { .content(.blocks(blocks)) }

  static func texts(_ texts: [String]) -> DocumentValue { .list(texts.map { .text($0) }) }

  /// A section with its number; parts without a value are left out.
  static func section(_ id: String, _ parts: [String: DocumentValue?]) -> DocumentValue {
    var values = parts.compactMapValues(\.self)
    values["muc"] = .content(.section(id))
    return .part(values)
  }

  /// A section of items; nil without any, so that no heading stands above nothing.
  static func items(_ id: String, _ items: [String]) -> DocumentValue? {
    items.isEmpty ? nil : .section(id, ["y": .texts(items)])
  }

  /// Items below a line, without a number; nil without any.
  static func items(_ items: [String]) -> DocumentValue? {
    items.isEmpty ? nil : .part(["y": .texts(items)])
  }

  /// Sentences with their numbers, from 1.
  static func numbered(_ sentences: [String]) -> DocumentValue {
    .list(
      sentences.enumerated().map {
        .part(["so": .text(String($0 + 1).from(.ordinal)), "noi_dung": .text($1)])
      })
  }
}

extension Organisation {
  /// What the templates of all documents may speak of.
  func commonValues(period: Period) -> DocumentValues {
    [
      "ky": .text(period.text), "co_quan": .text(issuer), "cap_uy": .text(committee),
      "cap_uy_in_hoa": .text(committee.uppercased()), "lien_he": .text(form.contact),
    ]
  }
}
