import DelimitedText
public import PlanModel

/// Reads the bytes of a submission and holds them against the plans.
///
/// Every problem of a file is found in one pass; nothing is guessed, repaired or dropped without being
/// named. One reader serves many files, one after another; it belongs to one thread.
public final class SubmissionReader {
  private let reader: RecordReader
  private let limits: IntakeLimits
  private let takesPlainRows: Bool
  private var lastHeader: KnownHeader?

  /// Makes a reader that refuses files over `limits`.
  public convenience init(limits: IntakeLimits = IntakeLimits()) {
    self.init(limits: limits, takesPlainRows: true)
  }

  /// Without plain rows every row is read with care; the result is the same.
  init(limits: IntakeLimits, takesPlainRows: Bool) {
    self.limits = limits
    self.takesPlainRows = takesPlainRows
    reader = RecordReader(limits: limits.reading)
  }

  /// Reads one file. Errors of the file are findings of the result; nothing is thrown.
  public func read(_ bytes: [UInt8], in context: SubmissionContext) -> SubmissionContent {
    var content = contents(of: bytes, in: context)
    if let personal = PersonalSearch.finding(in: bytes, of: content) {
      content.findings.append(personal)
    }
    if content.isPersonal { content.quoteNothing() }
    return content
  }

  private func contents(of bytes: [UInt8], in context: SubmissionContext) -> SubmissionContent {
    do {
      return read(try TextDecoding.decode(bytes), isSound: true, in: context)
        ?? SubmissionContent()
    } catch {
      // damage may be that of a few notes in a sound file: then it is found cell by cell
      if error.isDamage, let decoded = try? TextDecoding.decode(bytes, allowingDamage: true),
        let content = read(decoded, isSound: false, in: context)
      {
        return content
      }
      return SubmissionContent(findings: [FindingCode.from(error)])
    }
  }

  /// Nil when the text is not sound and its header is damaged as well.
  private func read(
    _ decoded: DecodedText, isSound: Bool, in context: SubmissionContext
  ) -> SubmissionContent? {
    guard decoded.utf8.contains(where: { $0 > 0x20 }) else {
      return SubmissionContent(findings: [FindingCode.empty()])
    }
    let declared = SeparatorLine(in: decoded.utf8)
    let text = decoded.utf8.dropFirst(declared?.length ?? 0)
    let firstLine = declared == nil ? 1 : 2
    let search = HeaderSearch(
      reader: reader, text: text, declared: declared?.separator, firstLine: firstLine)
    switch find(search) {
    case .found(let header):
      let layout = header.layout
      if !isSound, !layout.isUndamaged { return nil }
      let format = RecordFormat(
        separator: layout.separator, width: layout.width, firstLine: firstLine)
      var rows = RowReader(
        header, context: context, findingLimit: limits.findings, takesPlainRows: takesPlainRows)
      rows.normalisations.encoding(decoded.encoding)
      reader.read(text, format: format, into: &rows)
      return rows.finished()
    case .missing(let problems):
      guard isSound else { return nil }
      let line = text.prefix(800).prefix { $0 != 0x0A && $0 != 0x0D }
      var findings = FindingList(limit: limits.findings)
      for problem in problems { findings.add(FindingCode.from(problem)) }
      // a header that could not be split is not missing as well
      if !problems.contains(where: { $0.row == 1 }) {
        findings.add(
          FindingCode.noHeader(
            firstLine: String(decoding: line, as: UTF8.self), line: firstLine,
            declared: declared?.separator != nil))
      }
      return SubmissionContent(findings: findings.all)
    }
  }

  /// The header; that of the file before when it begins with the same line, as most files of a period do.
  private func find(_ search: HeaderSearch) -> HeaderSearch.Outcome {
    let line = search.text.prefix { $0 != 0x0A && $0 != 0x0D }
    if let lastHeader, lastHeader.isHeader(of: search, beginningWith: line),
      search.text.count <= limits.fileBytes
    {
      return .found(lastHeader.header)
    }
    let outcome = search.find()
    if case .found(let header) = outcome {
      lastHeader = KnownHeader(header, search, line: line)
    }
    return outcome
  }
}

/// A header that is complete on the first line of a file: whether it is one depends on nothing else.
private struct KnownHeader {
  let header: FormHeader
  private let line: ArraySlice<UInt8>
  private let declared: Separator?
  private let firstLine: Int

  /// Nil of a header that other lines have a part in.
  init?(_ header: FormHeader, _ search: HeaderSearch, line: ArraySlice<UInt8>) {
    let layout = header.layout
    guard layout.row == 1, layout.lastRow == 1, layout.isReadable, layout.findings().isEmpty,
      // a column without a name may have one on the next line
      !layout.headers.contains(""), !line.contains(UInt8(ascii: "\""))
    else { return nil }
    self.header = header
    // a copy of its own, not the whole file
    self.line = Array(line)[...]
    declared = search.declared
    firstLine = search.firstLine
  }

  func isHeader(of search: HeaderSearch, beginningWith line: ArraySlice<UInt8>) -> Bool {
    search.declared == declared && search.firstLine == firstLine && line == self.line
  }
}

extension DecodingProblem {
  /// Well-formed text whose letters are wrong, which need not be wrong everywhere.
  fileprivate var isDamage: Bool {
    switch self {
    case .mojibake, .legacyEncoding: true
    default: false
    }
  }
}

extension HeaderLayout {
  /// Whether no name of a column is damaged. Then what is damaged is found cell by cell: names that are known
  /// have their letters, and where they have none but plain ones they say nothing of the rest.
  fileprivate var isUndamaged: Bool {
    TextDecoding.damage(in: headers.joined(separator: " ")) == nil
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
  /// Findings of one severity that are listed; more are counted: 300, whatever the organisation sets.
  public var findings = 300

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
