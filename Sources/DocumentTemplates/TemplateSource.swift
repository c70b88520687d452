internal import PlanModel
internal import VietnameseText

/// The text of a template file, held against what may stand in one.
struct TemplateSource {
  /// The name of the file without its ending.
  let name: String
  /// The text in form C with line ends as line feeds; nil when it cannot be used.
  let text: String?
  /// What is wrong with it.
  let findings: [TemplateFinding]

  /// The text of these bytes.
  init(name: String, bytes: [UInt8]) {
    self.name = name
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let most = Office.largestTemplate
    guard bytes.count <= most else {
      text = nil
      findings = [TemplateFinding(name, TemplateProblem.tooLarge(bytes.count, most))]
      return
    }
    guard let decoded = String(validating: body, as: UTF8.self) else {
      let lines = body.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
      text = nil
      findings = [
        TemplateFinding(name, TemplateProblem.notUTF8, at: Finding.Place(line: bad + 1, column: 0))
      ]
      return
    }
    let normal = toNFC(decoded.replacing("\r\n", with: "\n"))
    findings = Self.hidden(in: normal, of: name)
    text = findings.isEmpty ? normal : nil
  }

  /// The first control or invisible character of each line: values are put into the finished lines
  /// between such characters, and a reader could not see what he changes.
  private static func hidden(in text: String, of name: String) -> [TemplateFinding] {
    var findings: [TemplateFinding] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      for (column, scalar) in line.unicodeScalars.enumerated() where scalar != "\t" {
        let shown = String(scalar)
        guard visible(shown) != shown else { continue }
        findings.append(
          TemplateFinding(
            name, TemplateProblem.hidden(shown),
            at: Finding.Place(line: number + 1, column: column), excerpt: String(line)))
        break
      }
    }
    return findings
  }
}
