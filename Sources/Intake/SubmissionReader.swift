import DelimitedText
public import PlanModel

/// Reads the bytes of a submission and holds them against the plans.
///
/// Every problem of a file is found in one pass; nothing is guessed, repaired or dropped without being
/// named. One reader serves many files, one after another; it belongs to one thread.
public final class SubmissionReader {
  private let reader: RecordReader

  /// Makes a reader that refuses files over `limits`.
  public init(limits: IntakeLimits = IntakeLimits()) {
    reader = RecordReader(limits: limits.reading)
  }

  /// Reads one file. Errors of the file are findings of the result; nothing is thrown.
  public func read(_ bytes: [UInt8], in context: SubmissionContext) -> SubmissionContent {
    let decoded: DecodedText
    do {
      decoded = try TextDecoding.decode(bytes)
    } catch {
      return SubmissionContent(findings: [FindingCode.from(error)])
    }
    guard decoded.utf8.contains(where: { $0 > 0x20 }) else {
      return SubmissionContent(findings: [FindingCode.empty()])
    }
    let declared = SeparatorLine(in: decoded.utf8)
    let text = decoded.utf8.dropFirst(declared?.length ?? 0)
    let firstLine = declared == nil ? 1 : 2
    let search = HeaderSearch(
      reader: reader, text: text, declared: declared?.separator, firstLine: firstLine)
    guard let layout = search.find() else {
      let line = text.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(200)
      return SubmissionContent(
        findings: [FindingCode.noHeader(firstLine: String(decoding: line, as: UTF8.self))])
    }
    let format = RecordFormat(
      separator: layout.separator, width: layout.width, firstLine: firstLine)
    var rows = RowReader(layout: layout, context: context)
    rows.normalisations.encoding(decoded.encoding)
    reader.read(text, format: format, into: &rows)
    return rows.finished()
  }
}

/// How much of a submission is read before it is refused.
public struct IntakeLimits: Sendable {
  /// Bytes of a file: 16 MiB unless set otherwise.
  public var fileBytes = 16 << 20
  /// Bytes of one cell: 64 KiB unless set otherwise.
  public var fieldBytes = 64 << 10
  /// Columns of a row: 200 unless set otherwise.
  public var columns = 200
  /// Rows of a file: 200,000 unless set otherwise.
  public var rows = 200_000

  /// The default limits, far above any honest submission.
  public init() {}

  /// The limits an organisation sets in organisation.yaml, the defaults for the others.
  public init(_ organisation: Organisation) {
    fileBytes = organisation.limits.fileBytes ?? fileBytes
    fieldBytes = organisation.limits.fieldBytes ?? fieldBytes
    columns = organisation.limits.columns ?? columns
    rows = organisation.limits.rows ?? rows
  }

  var reading: ReadingLimits {
    ReadingLimits(fileBytes: fileBytes, fieldBytes: fieldBytes, columns: columns, rows: rows)
  }
}
