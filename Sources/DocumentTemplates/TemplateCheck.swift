internal import PlanModel

/// Holds the tags of a template against the names of its document.
///
/// A name is looked for as the library does, from the innermost open section outwards. Whatever could
/// make a template print without end is refused: a section in itself, a list in another list it is no
/// part of, a template that takes itself in.
struct TemplateCheck {
  private(set) var findings: [TemplateFinding] = []
  /// The templates that were taken in.
  private(set) var partials: Set<String> = []

  private let scans: [String: TemplateScanner]
  private let documents: Set<String>
  private var scopes: [Scope]

  /// Sections and partials may stand in each other this deep.
  private static let deepest = 12
  /// A document of more tags, partials included, is no document: the defaults have far fewer.
  private static let mostTags = 5_000
  /// More findings of one document help nobody.
  private static let mostFindings = 20

  private struct Scope {
    let name: String
    let place: Finding.Place
    let names: [TemplateName]
    /// Whether it is repeated.
    let isList: Bool
    /// Whether `{{.}}` is a text here.
    let hasCurrent: Bool
    /// Whether it was opened by a tag, not as the document or a partial.
    var isOpen = true
    /// Whether its name is not known: then nothing inside it is, and one finding is enough.
    var isUnknown = false
  }

  /// The tags gone through, those of partials each time they are taken in.
  private var tagsSeen = 0

  /// Checks the template of a document; `scans` holds all that can be taken in, `documents` those that
  /// cannot since they are documents of their own.
  init(
    _ name: String, names: [TemplateName], scans: [String: TemplateScanner], documents: Set<String>
  ) {
    self.scans = scans
    self.documents = documents
    scopes = [
      Scope(
        name: "", place: Finding.Place(), names: names, isList: false, hasCurrent: false,
        isOpen: false)
    ]
    check(name, within: [name])
    findings = Array(findings.prefix(Self.mostFindings))
  }

  private mutating func check(_ template: String, within open: [String]) {
    guard let scan = scans[template] else { return }
    findings += scan.findings
    let floor = scopes.count
    for tag in scan.tags {
      func note(_ problem: TemplateProblem, _ place: Finding.Place? = nil) {
        let place = place ?? tag.place
        let line = place.line.map { String(scan.lines[$0 - 1]) }
        findings.append(TemplateFinding(template, problem, at: place, excerpt: line))
      }
      tagsSeen += 1
      if tagsSeen > Self.mostTags { return note(.tooManyTags(Self.mostTags)) }
      switch tag.kind {
      case .comment: break
      case .variable: variable(tag).map { note($0) }
      case .section, .inverted: section(tag, depth: open.count).map { note($0) }
      case .end:
        if scopes.count > floor, scopes[scopes.count - 1].name == tag.name {
          scopes.removeLast()
        } else {
          note(.wrongEnd(tag.name, open: scopes.count > floor ? scopes.last?.name : nil))
          // an end that fits a section further out ends those inside as well: one mistake, one finding
          if let place = scopes[floor...].lastIndex(where: { $0.name == tag.name }) {
            scopes.removeSubrange(place...)
          }
        }
      case .partial:
        if let problem = problem(ofPartial: tag.name, within: open) {
          note(problem)
        } else if partials.insert(tag.name).inserted || findings.isEmpty {
          check(tag.name, within: open + [tag.name])
        }
      }
      if findings.count > Self.mostFindings || tagsSeen > Self.mostTags { return }
    }
    for scope in scopes[floor...] {
      let line = scope.place.line.map { String(scan.lines[$0 - 1]) }
      findings.append(
        TemplateFinding(
          template, .unclosedSection(scope.name), at: scope.place, excerpt: line))
    }
    scopes.removeSubrange(floor...)
  }

  private var knownNames: [String] {
    scopes.reversed().flatMap(\.names).map(\.name).uniqued()
  }

  /// The innermost meaning of a name, with the scope it was found in.
  private func meaning(of name: String) -> (name: TemplateName, scope: Int)? {
    for (scope, place) in zip(scopes.reversed(), scopes.indices.reversed()) {
      if let found = scope.names.first(where: { $0.name == name }) { return (found, place) }
    }
    return nil
  }

  private func variable(_ tag: TemplateTag) -> TemplateProblem? {
    if tag.name == "." {
      let isKnown = scopes.last.map { $0.hasCurrent || $0.isUnknown } ?? false
      return isKnown ? nil : .noCurrent
    }
    guard let (name, _) = meaning(of: tag.name) else {
      return scopes.contains(where: \.isUnknown) ? nil : .unknownName(tag.name, knownNames)
    }
    switch name.kind {
    case .text: return nil
    case .blocks: return tag.isAlone ? nil : .notAlone(tag.name)
    case .texts, .list, .part: return .isSection(tag.name)
    }
  }

  private mutating func section(_ tag: TemplateTag, depth: Int) -> TemplateProblem? {
    let known = tag.name == "." ? nil : meaning(of: tag.name)
    // an inverted section is inside nothing: the names are those outside it
    let inner = tag.kind == .section ? known?.name.inner ?? [] : []
    var isList = false
    var hasCurrent = false
    if tag.kind == .section {
      switch known?.name.kind {
      case .texts: (isList, hasCurrent) = (true, true)
      case .list: isList = true
      case .text: hasCurrent = true
      case .blocks, .part, nil: break
      }
    }
    let innermostList = scopes.lastIndex(where: \.isList) ?? 0
    let isOpenAlready = scopes.contains { $0.isOpen && $0.name == tag.name && isList }
    let isForeign = (isList || !inner.isEmpty) && (known?.scope ?? 0) < innermostList
    let isInUnknown = scopes.contains(where: \.isUnknown)
    let names = knownNames
    scopes.append(
      Scope(
        name: tag.name, place: tag.place, names: inner, isList: isList, hasCurrent: hasCurrent,
        isUnknown: known == nil))
    if known == nil {
      if isInUnknown { return nil }
      return tag.name == "." ? .noCurrent : .unknownName(tag.name, names)
    }
    if isOpenAlready || isForeign { return .repeated(tag.name) }
    return scopes.count + depth > Self.deepest ? .tooDeep(Self.deepest) : nil
  }

  private func problem(ofPartial name: String, within open: [String]) -> TemplateProblem? {
    guard Self.isPlain(name) else { return .partialName(name) }
    if open.contains(name) { return .partialRing(name) }
    guard scans[name] != nil, !documents.contains(name) else {
      return .partialMissing(name, scans.keys.filter { !documents.contains($0) }.sorted())
    }
    return open.count + scopes.count > Self.deepest ? .tooDeep(Self.deepest) : nil
  }

  /// Small ASCII letters, digits and `-`: no such name leads out of a folder.
  static func isPlain(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }
}
