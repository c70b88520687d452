import TestSupport
import DelimitedText

/// A record as a test wants to compare it.
struct Line: Equatable {
  var row: Int
  var line: Int
  var fields: [String]

  init(_ row: Int, _ line: Int, _ fields: String...) {
    self.init(row, line, fields)
  }

  init(_ row: Int, _ line: Int, _ fields: [String]) {
    self.row = row
    self.line = line
    self.fields = fields
  }
}

/// Keeps everything that a reader delivers; stops after `stopAfter` records.
struct Collector: RecordSink {
  var lines: [Line] = []
  var quoted: [[Bool]] = []
  var spans: [ClosedRange<Int>] = []
  var problems: [RecordProblem] = []
  var stopAfter = Int.max
  var stopsAtProblem = false

  mutating func record(_ record: Record) -> Reading {
    lines.append(Line(record.row, record.line, record.texts))
    quoted.append((0..<record.count).map(record.isQuoted))
    spans.append(record.line...(record.line + record.lineCount - 1))
    return lines.count >= stopAfter ? .stop : .goOn
  }

  mutating func problem(_ problem: RecordProblem) -> Reading {
    problems.append(problem)
    return stopsAtProblem ? .stop : .goOn
  }

  var fields: [[String]] { lines.map(\.fields) }
}

/// Reads `text` with a new reader.
func collect(
  _ text: String, _ separator: Separator = .comma, width: Int? = nil,
  limits: ReadingLimits = ReadingLimits()
) -> Collector {
  var sink = Collector()
  let format = RecordFormat(separator: separator, width: width)
  RecordReader(limits: limits).read(Array(text.utf8)[...], format: format, into: &sink)
  return sink
}
