internal import PlanModel
internal import Yams

/// One YAML file: its nodes with their places, and the findings of its reading.
struct YAMLFile {
  /// The top of the file; nil when it cannot be read at all.
  let root: YAMLCursor?
  /// Where findings go.
  let report: FileReport

  /// Composes the nodes; what keeps the file from being read is a finding.
  init(_ bytes: [UInt8], path: String) {
    let (text, report) = OfficeText.decode(bytes, path: path)
    self.report = report
    root = text.flatMap { Self.compose($0, report) }
  }

  private static func compose(_ text: String, _ report: FileReport) -> YAMLCursor? {
    if let place = NestingLimit.firstExcess(in: text) {
      report.add(.yamlTooDeep(NestingLimit.limit), at: place)
      return nil
    }
    var renaming = DuplicateKeys(text)
    while true {
      do {
        // the basic resolver gives every scalar to us as text: no number or date is read by the
        // library, and its table of regular expressions is never built
        let parser = try Parser(yaml: renaming.text, resolver: .basic, encoding: .utf8)
        guard let node = try parser.singleRoot() else {
          report.add(.yamlEmpty)
          return nil
        }
        // nodes hold their anchors weakly: they are only there as long as the parser is
        let anchors = withExtendedLifetime(parser) { places(ofAnchorsIn: node) }
        for (index, place) in anchors.enumerated() where !anchors[..<index].contains(place) {
          report.add(.yamlAnchor, at: place)
        }
        guard anchors.isEmpty else { return nil }
        return YAMLCursor(node, report, renaming.names)
      } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
        if renaming.rename(duplicates, at: context.mark) { continue }
        report.add(.keyDuplicate(duplicates.first ?? "", firstLine: nil), at: context.mark.place)
        return nil
      } catch let error as YamlError {
        report.add(.yamlSyntax(error.problemText, begun: error.begun), at: error.place)
        return nil
      } catch {
        report.add(.yamlSyntax(nil))
        return nil
      }
    }
  }

  /// The places of anchored nodes, which are not looked into: what an alias repeats is found once.
  private static func places(ofAnchorsIn node: Node) -> [Finding.Place] {
    if node.anchor != nil { return [node.mark?.place ?? .init()] }
    switch node {
    case .mapping(let mapping):
      return mapping.flatMap { places(ofAnchorsIn: $0.key) + places(ofAnchorsIn: $0.value) }
    case .sequence(let sequence): return sequence.flatMap { places(ofAnchorsIn: $0) }
    case .scalar, .alias: return []
    }
  }
}

extension Mark {
  /// Lines count from 1 in both, columns from 0 in findings.
  var place: Finding.Place { .init(line: line, column: column - 1) }
}

extension YamlError {
  /// What the parser says, in its own words; nil when it says nothing that helps.
  fileprivate var problemText: String? {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
      .composer(_, let problem, _, _), .reader(let problem, _, _, _):
      problem
    default: nil
    }
  }

  /// The line of the bracket or quote that is open where parsing stopped, when that is another
  /// line.
  fileprivate var begun: Int? {
    switch self {
    case .scanner(let context?, _, let mark, _), .parser(let context?, _, let mark, _):
      let opens = context.text.contains("flow") || context.text.contains("quoted")
      return opens && context.mark.line != mark.line ? context.mark.line : nil
    default: return nil
    }
  }

  fileprivate var place: Finding.Place {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.place
    default: .init()
    }
  }
}
