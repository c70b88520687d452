/// How the records of a text are written.
public struct RecordFormat: Sendable, Equatable {
  /// What stands between fields.
  public var separator: Separator
  /// Fields of a full row, if the header is known already; else the widest record read so far
  /// is taken. Used only to notice rows swallowed by quotes; 0 turns that off.
  public var width: Int?
  /// Number of the first physical line in the text: 2 after a `sep=` line.
  public var firstLine: Int

  /// Describes a text.
  public init(separator: Separator, width: Int? = nil, firstLine: Int = 1) {
    self.separator = separator
    self.width = width
    self.firstLine = firstLine
  }
}

/// Reads records out of UTF-8 text.
///
/// libcsv splits records into fields, in its strict mode. What it does not tell or does not mind
/// is done here: positions, blank lines, stray and unclosed quotes, limits. One reader serves
/// many files, one after another; it belongs to one thread.
public final class RecordReader {
  /// How much is read before a file is refused.
  public let limits: ReadingLimits

  private let tokenizer = Tokenizer()
  private var record: Record
  private var isReading = false

  /// Makes a reader with `limits`.
  public init(limits: ReadingLimits = ReadingLimits()) {
    self.limits = limits
    record = Record(columns: max(1, limits.columns))
  }

  /// Reads `text`, UTF-8 without a byte order mark, into `sink`: records and problems in the
  /// order of the text. A record with a problem is not delivered, the ones after it are, unless
  /// the problem's kind says that reading ends.
  public func read<Sink: RecordSink>(
    _ text: ArraySlice<UInt8>, format: RecordFormat, into sink: inout Sink
  ) {
    precondition(!isReading, "a sink must not start another reading with its own reader")
    isReading = true
    defer { isReading = false }
    tokenizer.begin(separator: format.separator)
    // lent to the pass: else every record would pay for checked access through the class
    var lent = Record(columns: 0)
    swap(&lent, &record)
    defer { swap(&lent, &record) }
    var pass = ReadingPass(format: format, limits: limits, tokenizer: tokenizer)
    swap(&pass.record, &lent)
    pass.run(text.span, into: &sink)
    swap(&pass.record, &lent)
  }
}
