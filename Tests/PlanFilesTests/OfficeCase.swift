import PlanFiles
import PlanModel
import Testing

/// A file of the valid office.
enum OfficeFile: String, CaseIterable {
  case organisation = "organisation.yaml"
  case units = "units.csv"
  case plan = "plans/KH01.yaml"
  case events = "events.csv"
  case explanations = "explanations.csv"

  var validText: String {
    switch self {
    case .organisation: ValidOffice.organisation
    case .units: ValidOffice.units
    case .plan: ValidOffice.plan
    case .events: ValidOffice.events
    case .explanations: ValidOffice.explanations
    }
  }
}

/// One thing that is different from the valid office.
enum OfficeChange {
  /// A text that occurs once, replaced.
  case change(OfficeFile, String, String)
  /// Another file in place of a file.
  case whole(OfficeFile, String)
  case bytes(OfficeFile, [UInt8])
  case without(OfficeFile)
  /// A second plan, the same as KH01 but for its code.
  case secondPlan(String)
}

/// The valid office with changes, and what is printed about it.
struct OfficeCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let sources: [OfficeSource]
  let faults: [String]
  let expected: String

  init(_ description: String, _ changes: OfficeChange..., prints expected: String = "") {
    testDescription = description
    self.expected = expected
    (sources, faults) = Self.apply(changes)
  }

  private static func apply(_ changes: [OfficeChange]) -> ([OfficeSource], [String]) {
    var texts = Dictionary(
      uniqueKeysWithValues: OfficeFile.allCases.map { ($0, Array($0.validText.utf8)) })
    var faults: [String] = []
    var others: [OfficeSource] = []
    for change in changes {
      switch change {
      case .change(let file, let old, let new):
        let parts = String(decoding: texts[file] ?? [], as: UTF8.self).components(around: old)
        if parts.count != 2 { faults.append("\"\(old)\" occurs \(parts.count - 1) times") }
        texts[file] = Array(parts.joined(separator: new).utf8)
      case .whole(let file, let text): texts[file] = Array(text.utf8)
      case .bytes(let file, let bytes): texts[file] = bytes
      case .without(let file): texts[file] = nil
      case .secondPlan(let code):
        let text = ValidOffice.plan.replacing("plan: KH01", with: "plan: \(code)")
        others.append(OfficeSource(name: "plans/\(code).yaml", bytes: Array(text.utf8)))
      }
    }
    return (texts.map { OfficeSource(name: $0.key.rawValue, bytes: $0.value) } + others, faults)
  }

  var loaded: LoadedOffice {
    OfficeFiles.load(
      sources: sources, organisation: "nam-son",
      explainable: ["denominator-jump", "far-from-peers", "report-copied"])
  }

  /// What is printed, as one text.
  var printed: String {
    loaded.findings.flatMap(\.terminalLines).joined(separator: "\n")
  }

  /// Holds what is printed against what is expected; an error, and only an error, leaves no office.
  func check() {
    #expect(faults.isEmpty)
    #expect(printed == expected)
    let hasError = loaded.findings.contains { $0.finding.severity == .error }
    #expect((loaded.office == nil) == hasError)
    for finding in loaded.findings.map(\.finding) {
      #expect(OfficeFindingCode(rawValue: finding.code) != nil)
      #expect(!finding.problem.isEmpty)
      #expect(!finding.remedy.isEmpty || finding.severity == .info)
    }
  }
}

extension String {
  /// The parts between the occurrences of a text.
  fileprivate func components(around text: String) -> [String] {
    var parts: [String] = []
    var part = self[...]
    while let range = part.firstRange(of: text) {
      parts.append(String(part[..<range.lowerBound]))
      part = part[range.upperBound...]
    }
    return parts + [String(part)]
  }
}
