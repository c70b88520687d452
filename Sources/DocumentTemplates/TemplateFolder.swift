internal import PlanModel

/// The templates of an office: those of its own files that hold no error.
public struct TemplateFolder: Sendable {
  /// The office's own templates by document; where one is missing or wrong, the default is used.
  public let templates: [String: DocumentTemplate]
  /// What is wrong with the files, in the order of their names.
  public let findings: [TemplateFinding]

  /// Reads the files of a folder, named without their ending; `documents` says which there are, with
  /// the names that each may use.
  public init(
    files: [(name: String, bytes: [UInt8])], documents: [(name: String, names: [TemplateName])]
  ) {
    let sources = files.sorted { $0.name < $1.name }
      .map { TemplateSource(name: $0.name, bytes: $0.bytes) }
    let known = documents.map(\.name)
    var findings = sources.flatMap(\.findings)
    let texts = Dictionary(
      sources.compactMap { source in source.text.map { (source.name, $0) } },
      uniquingKeysWith: { first, _ in first })
    var scans: [String: TemplateScanner] = [:]
    for (name, text) in texts { scans[name] = TemplateScanner(text, of: name) }

    var templates: [String: DocumentTemplate] = [:]
    var used: Set<String> = []
    for document in documents where scans[document.name] != nil {
      let check = TemplateCheck(
        document.name, names: document.names, scans: scans, documents: Set(known))
      used.formUnion(check.partials)
      findings += check.findings
      guard check.findings.isEmpty, let text = texts[document.name] else { continue }
      do {
        templates[document.name] = try DocumentTemplate(
          document.name, text: text, names: document.names,
          partials: texts.filter { check.partials.contains($0.key) })
      } catch {
        findings.append(error.finding)
      }
    }
    findings += sources.map(\.name).filter { !known.contains($0) && !used.contains($0) }
      .map { TemplateFinding($0, .unknownDocument($0, known)) }
    self.templates = templates
    // one partial may stand in several documents: what is wrong with it is said once
    self.findings = findings.uniqued().enumerated().sorted {
      ($0.element.template, $0.element.finding.place.line ?? 0, $0.offset)
        < ($1.element.template, $1.element.finding.place.line ?? 0, $1.offset)
    }.map(\.element)
  }
}
