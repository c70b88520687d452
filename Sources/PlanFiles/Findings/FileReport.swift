internal import PlanModel

/// Collects the findings of one file, so that all of them are known after one reading.
final class FileReport {
  /// The path of the file as it is printed.
  let path: String
  /// The text of a YAML file, for excerpts; nil for others.
  private let text: String?
  private lazy var lines: [Substring.UnicodeScalarView] = (text ?? "").unicodeScalars.split(
    omittingEmptySubsequences: false
  ) { $0 == "\n" }.map { $0.last == "\r" ? $0.dropLast() : $0 }
  private var collected: [FileFinding] = []
  /// A file with more of one severity is mended from the top: the others are counted.
  private static let mostFindings = 1_000
  private var counts: [Severity: Int] = [:]

  init(path: String, text: String? = nil) {
    self.path = path
    self.text = text
  }

  /// Notes what is wrong at a place.
  func add(_ complaint: Complaint, at place: Finding.Place = .init()) {
    let count = counts[complaint.severity, default: 0] + 1
    counts[complaint.severity] = count
    if count > Self.mostFindings { return }
    let excerpt = text == nil ? nil : place.line.map(line)
    collected.append(
      FileFinding(path: path, finding: complaint.finding(at: place), excerpt: excerpt))
  }

  /// A line by its number, from 1; empty when the file has no such line.
  func line(_ number: Int) -> String {
    lines.indices.contains(number - 1) ? String(lines[number - 1]) : ""
  }

  /// Words to find the nearest of: none once a file is so full of findings that each search would
  /// only cost time, as when a column of thousands of codes has moved.
  func candidates(_ words: @autoclosure () -> [String]) -> [String] {
    collected.count < 50 ? words() : []
  }

  /// Whether a line has a finding of some code already.
  func has(_ code: OfficeFindingCode, onLine line: Int?) -> Bool {
    collected.contains { $0.finding.code == code.rawValue && $0.finding.place.line == line }
  }

  /// Whether something in the file stops the stage.
  var hasErrors: Bool { counts[.error] != nil }

  /// The findings from top to bottom, those of one place in the order they were found; how many more there
  /// are comes last.
  var findings: [FileFinding] {
    let left = counts.filter { $0.value > Self.mostFindings }
    guard let worst = left.keys.max() else { return inOrder }
    let others = left.values.reduce(0) { $0 + $1 - Self.mostFindings }
    let last = Complaint.findingsLeft(others, worst).finding(at: .init())
    return inOrder + [FileFinding(path: path, finding: last)]
  }

  private var inOrder: [FileFinding] {
    collected.enumerated().sorted { left, right in
      let (first, second) = (left.element.finding.place, right.element.finding.place)
      return (first.line ?? 0, first.column ?? 0, left.offset)
        < (second.line ?? 0, second.column ?? 0, right.offset)
    }.map(\.element)
  }
}
