/// One reading of one text: finds each record, judges it, has it split, hands it over.
struct ReadingPass {
  /// The storage of all records.
  var record = Record(columns: 0)

  private let format: RecordFormat
  private let limits: ReadingLimits
  private let tokenizer: Tokenizer
  private var scanner: RecordScanner
  /// The row under way, as a spreadsheet counts: records, blank lines, and lines that are refused.
  private var row = 1

  init(format: RecordFormat, limits: ReadingLimits, tokenizer: Tokenizer) {
    self.format = format
    self.limits = limits
    self.tokenizer = tokenizer
    scanner = RecordScanner(format: format, fieldLimit: limits.fieldBytes)
  }

  /// Reads `text` to the end, or until the sink or a problem ends it.
  mutating func run(_ text: Span<UInt8>, into sink: inout some RecordSink) {
    guard text.count <= limits.fileBytes else {
      return end(.tooManyBytes(found: text.count, limit: limits.fileBytes), into: &sink)
    }
    while let extent = scanner.next(in: text) {
      guard row <= limits.rows else {
        let found = row + scanner.countRest(in: text)
        return end(.tooManyRows(found: found, limit: limits.rows), at: extent, into: &sink)
      }
      if deliver(extent, of: text, into: &sink) == .stop { return }
      row += 1
    }
  }

  private mutating func deliver(
    _ extent: RecordScanner.Extent, of text: Span<UInt8>, into sink: inout some RecordSink
  ) -> Reading {
    if extent.isBlank { return .goOn }
    if let defect = extent.defect { return report(defect, in: extent, into: &sink) }
    do {
      try split(extent, of: text)
    } catch {
      return report(.refused(error), in: extent, into: &sink)
    }
    guard record.count <= limits.columns else {
      let kind = RecordProblem.Kind.tooManyColumns(found: record.count, limit: limits.columns)
      return report(kind, in: extent, into: &sink)
    }
    if format.width == nil, record.count > scanner.width { scanner.width = record.count }
    record.row = row
    record.line = extent.line
    record.lineCount = extent.lineCount
    if extent.hasQuotes {
      scanner.exchangeQuoted(&record.quoted)
      guard record.quoted.count == record.count else {
        return report(.refused(.otherQuotes), in: extent, into: &sink)
      }
    } else if !record.quoted.isEmpty {
      record.quoted.removeAll(keepingCapacity: true)
    }
    return sink.record(record)
  }

  /// Has the tokenizer fill `record`.
  private mutating func split(
    _ extent: RecordScanner.Extent, of text: Span<UInt8>
  ) throws(RecordProblem.Refusal) {
    let size = extent.bytes.count
    if record.bytes.count < size {
      let more = max(size, 256) * 2 - record.bytes.count
      record.bytes.append(contentsOf: repeatElement(0, count: more))
    }
    // with one byte of its line end: that is how the tokenizer knows the row is over
    let end = min(extent.bytes.upperBound + 1, text.count)
    try tokenizer.split(text.extracting(extent.bytes.lowerBound..<end), into: &record)
  }

  // MARK: - Problems

  private mutating func report(
    _ defect: RecordScanner.Defect, in extent: RecordScanner.Extent,
    into sink: inout some RecordSink
  ) -> Reading {
    let lines = extent.line...(extent.line + extent.lineCount - 1)
    return sink.problem(
      RecordProblem(
        kind: defect.kind, row: row, line: defect.line, column: defect.column, lines: lines))
  }

  private mutating func report(
    _ kind: RecordProblem.Kind, in extent: RecordScanner.Extent, into sink: inout some RecordSink
  ) -> Reading {
    let defect = RecordScanner.Defect(kind: kind, line: extent.line, column: 1)
    return report(defect, in: extent, into: &sink)
  }

  /// Ends the reading with a problem of the file from `extent`, or its beginning, on.
  private mutating func end(
    _ kind: RecordProblem.Kind, at extent: RecordScanner.Extent? = nil,
    into sink: inout some RecordSink
  ) {
    let line = extent?.line ?? format.firstLine
    let last = max(line, scanner.line - 1)
    _ = sink.problem(
      RecordProblem(kind: kind, row: row, line: line, column: 1, lines: line...last))
  }
}
