import DelimitedText
import VietnameseText

/// Finds the header among the first rows, and with it the separator.
///
/// The header is the row (or two rows, one below the other) that names most columns of a form. The
/// separator is the one with which it was found: a file's own first line may be a title without any.
struct HeaderSearch {
  /// How many rows may stand above the header.
  static let reach = 40

  let reader: RecordReader
  let text: ArraySlice<UInt8>
  let declared: Separator?
  let firstLine: Int

  /// The header; nil when no row names two columns of a form.
  func find() -> HeaderLayout? {
    var best: HeaderLayout?
    for separator in candidates {
      guard let found = find(separator) else { continue }
      // nearly every file: complete on its first row, nothing more to try
      if found.row == 1, found.findings().isEmpty { return found }
      if found.score > best?.score ?? 1 { best = found }
    }
    return best
  }

  private var candidates: [Separator] {
    if let declared { return [declared] }
    let counts = separatorCounts(ofLine: text)
    return Separator.allCases.sorted { counts[$0] > counts[$1] }
  }

  private func find(_ separator: Separator) -> HeaderLayout? {
    var probe = Probe()
    reader.read(
      text, format: RecordFormat(separator: separator, firstLine: firstLine), into: &probe)
    let singles = probe.rows.map { row in
      HeaderLayout(
        separator: separator, row: row.row, line: row.line, lastRow: row.row, headers: row.texts)
    }
    let pairs = zip(probe.rows, probe.rows.dropFirst()).map { upper, lower in
      HeaderLayout(
        separator: separator, row: upper.row, line: upper.line, lastRow: lower.row,
        headers: merged(upper.texts, lower.texts))
    }
    let best = singles.reduce(nil, Self.better)
    // two rows make a header only where each alone names less
    return pairs.filter { pair in
      pair.score > (best?.score ?? 0)
        && singles.filter { $0.row == pair.row || $0.row == pair.lastRow }.allSatisfy {
          $0.score > 0
        }
    }.reduce(best, Self.better)
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

  private struct Probe: RecordSink {
    struct Row {
      let row: Int
      let line: Int
      let texts: [String]
    }
    var rows: [Row] = []

    mutating func record(_ record: Record) -> Reading {
      if !record.isEmpty {
        let texts = record.texts.map { visible(toNFC($0)) }
        rows.append(Row(row: record.row, line: record.line, texts: texts))
      }
      return rows.count < HeaderSearch.reach ? .goOn : .stop
    }

    mutating func problem(_ problem: RecordProblem) -> Reading { .goOn }
  }
}
