import DelimitedText

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
        if layout.isReadable, layout.findings().isEmpty, endsHere(layout) {
          return .found(FormHeader(layout))
        }
      }
      let probe = probe(separator, reach: Self.reach)
      if separator == candidates.first { problems = probe.problems }
      guard let found = find(separator, probe.rows) else { continue }
      if found.score > best?.score ?? 1 { best = found }
    }
    return best.map { .found(FormHeader($0)) } ?? .missing(problems)
  }

  /// Whether a line names two columns of figures, by whatever marks they are set apart.
  static func namesColumns(_ line: String) -> Bool {
    let cells = line.split { ";,\t|".contains($0) }.map { cell in
      String(cell.filter { !"\"'".contains($0) }).trimmedOfBlanks
    }
    return Set(cells.compactMap { Column(header: $0) }.filter(\.isTelling)).count > 1
  }

  private var candidates: [Separator] {
    if let declared { return [declared] }
    let counts = separatorCounts(ofLine: text)
    return Separator.allCases.sorted { counts[$0] > counts[$1] }
  }

  /// Whether a header on the first row has no second line: one that names every column has none.
  private func endsHere(_ layout: HeaderLayout) -> Bool {
    guard layout.headers.contains("") else { return true }
    let next = probe(layout.separator, reach: 2).rows.dropFirst().first
    return next.map { self.layout(layout.separator, $0).named == 0 } ?? true
  }

  private func find(_ separator: Separator, _ rows: [Probe.Row]) -> HeaderLayout? {
    let singles = rows.map { layout(separator, $0) }
    let best = singles.reduce(nil, Self.better)
    // two rows make a header only where each names something, and each alone less
    let pairs = zip(rows, rows.dropFirst()).enumerated().compactMap { index, pair in
      singles[index].named > 0 && singles[index + 1].named > 0
        && Self.isSecondLine(pair.1.texts, below: singles[index])
        ? layout(separator, pair.0, and: pair.1) : nil
    }
    return pairs.filter { $0.isFuller(than: best) }.reduce(best) { best, next in
      next.isFuller(than: best) ? next : best
    }
  }

  private func layout(_ separator: Separator, _ row: Probe.Row) -> HeaderLayout {
    HeaderLayout(
      separator: separator, row: row.row, line: row.line, lastRow: row.row, lines: [row.texts])
  }

  private func layout(
    _ separator: Separator, _ upper: Probe.Row, and lower: Probe.Row
  ) -> HeaderLayout {
    HeaderLayout(
      separator: separator, row: upper.row, line: upper.line, lastRow: lower.row,
      lines: [upper.texts, lower.texts])
  }

  private static func better(_ best: HeaderLayout?, _ next: HeaderLayout) -> HeaderLayout? {
    next.score > (best?.score ?? 1) ? next : best
  }

  /// Whether a row may go on with the header above it: what stands under the name of a column names one
  /// too, or says something of it in brackets. Else it is the first row of figures.
  private static func isSecondLine(_ texts: [String], below header: HeaderLayout) -> Bool {
    zip(texts, header.meanings).allSatisfy { text, column in
      column == nil || text.isEmpty || text.hasPrefix("(") || Column(header: text) != nil
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
