import DelimitedText
import VietnameseText

/// Finds the header among the first rows, and with it the separator.
///
/// The header is the row (or two rows, one below the other) that names most columns of a form. The
/// separator is the one with which it was found: a file's own first line may be a title without any.
struct HeaderSearch {
  /// How many rows may stand above the header.
  static let reach = 40

  /// What the search came to.
  enum Outcome {
    case found(FormHeader)
    /// No row names two columns of a form; the rows that could not be split are the likely reason.
    case missing([RecordProblem])
  }

  let reader: RecordReader
  let text: ArraySlice<UInt8>
  let declared: Separator?
  let firstLine: Int

  /// The header, or why there is none.
  func find() -> Outcome {
    var best: HeaderLayout?
    var problems: [RecordProblem] = []
    for separator in candidates {
      // nearly every file: complete on its first row, nothing more to try
      let start = probe(separator, reach: 1)
      if let row = start.rows.first, start.problems.isEmpty {
        let layout = layout(separator, row)
        if layout.isReadable, layout.findings().isEmpty { return .found(FormHeader(layout)) }
      }
      let probe = probe(separator, reach: Self.reach)
      if separator == candidates.first { problems = probe.problems }
      guard let found = find(separator, probe.rows) else { continue }
      if found.score > best?.score ?? 1 { best = found }
    }
    return best.map { .found(FormHeader($0)) } ?? .missing(problems)
  }

  private var candidates: [Separator] {
    if let declared { return [declared] }
    let counts = separatorCounts(ofLine: text)
    return Separator.allCases.sorted { counts[$0] > counts[$1] }
  }

  private func find(_ separator: Separator, _ rows: [Probe.Row]) -> HeaderLayout? {
    let singles = rows.map { layout(separator, $0) }
    let best = singles.reduce(nil, Self.better)
    // two rows make a header only where each names something, and each alone less
    let pairs = zip(rows, rows.dropFirst()).enumerated().compactMap { index, pair in
      singles[index].score > 0 && singles[index + 1].score > 0
        ? HeaderLayout(
          separator: separator, row: pair.0.row, line: pair.0.line, lastRow: pair.1.row,
          typed: merged(pair.0.texts, pair.1.texts)) : nil
    }
    return pairs.filter { $0.score > (best?.score ?? 0) }.reduce(best, Self.better)
  }

  private func layout(_ separator: Separator, _ row: Probe.Row) -> HeaderLayout {
    HeaderLayout(
      separator: separator, row: row.row, line: row.line, lastRow: row.row, typed: row.texts)
  }

  private static func better(_ best: HeaderLayout?, _ next: HeaderLayout) -> HeaderLayout? {
    next.score > (best?.score ?? 1) ? next : best
  }

  private func merged(_ upper: [String], _ lower: [String]) -> [String] {
    (0..<max(upper.count, lower.count)).map { index in
      let above = index < upper.count ? upper[index] : ""
      let below = index < lower.count ? lower[index] : ""
      return below.isEmpty || (Column(header: below) == nil && Column(header: above) != nil)
        ? above : below
    }
  }

  private func probe(_ separator: Separator, reach: Int) -> Probe {
    var probe = Probe(reach: reach)
    reader.read(
      text, format: RecordFormat(separator: separator, firstLine: firstLine), into: &probe)
    return probe
  }

  private struct Probe: RecordSink {
    struct Row {
      let row: Int
      let line: Int
      let texts: [String]
    }
    let reach: Int
    var rows: [Row] = []
    var problems: [RecordProblem] = []

    init(reach: Int) { self.reach = reach }

    mutating func record(_ record: Record) -> Reading {
      if !record.isBlank {
        rows.append(Row(row: record.row, line: record.line, texts: record.texts))
      }
      return going
    }

    mutating func problem(_ problem: RecordProblem) -> Reading {
      problems.append(problem)
      return going
    }

    private var going: Reading { rows.count + problems.count < reach ? .goOn : .stop }
  }
}

extension Record {
  /// Whether no cell says anything: separators, spaces of any kind.
  var isBlank: Bool {
    isEmpty
      || (0..<count).allSatisfy { index in
        guard let first = self[index].first else { return true }
        return !(0x21...0x7E).contains(first) && text(index).trimmedOfBlanks.isEmpty
      }
  }
}
