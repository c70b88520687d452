/// Something in a file that keeps one record, or all records after it, from being read.
public struct RecordProblem: Error, Sendable, Equatable {
  /// What is wrong.
  public enum Kind: Sendable, Equatable {
    /// A quote inside a field that does not begin with one. The rest of the line is not read.
    case strayQuote
    /// Text after a closing quote; `closedAt` is the line of that quote. The line where the
    /// quote opened is not read further.
    case textAfterQuote(closedAt: Int)
    /// A quote that opens a field is never closed. Reading ends: all text after it is inside it.
    case unterminatedQuote
    /// A quoted field holds what looks like the next row: two lone quotes, such as ditto marks,
    /// have made one record of two rows. The record is not delivered.
    case swallowedRow
    /// A field over the limit. The record is not delivered.
    case fieldTooLong(bytes: Int, limit: Int)
    /// A record over the limit of columns. It is not delivered.
    case tooManyColumns(found: Int, limit: Int)
    /// More rows than the limit. Reading ends; `found` counts the whole file.
    case tooManyRows(found: Int, limit: Int)
    /// A file over the limit. Nothing is read.
    case tooManyBytes(found: Int, limit: Int)
    /// The tokenizer did not take the record. It is not delivered.
    case refused(Refusal)
  }

  /// Why the tokenizer did not take a record.
  public enum Refusal: String, Sendable, Error {
    /// There was no memory for its fields.
    case outOfMemory = "no memory for the fields of this record"
    /// Its quotes mean something else to the tokenizer.
    case otherQuotes = "the quotes of this record can be read in two ways"
  }

  /// What is wrong.
  public let kind: Kind
  /// Row as a spreadsheet shows it, from 1.
  public let row: Int
  /// Physical line, from 1: where the quote opened, or where the record begins.
  public let line: Int
  /// Field from 1 in which the quote opened or that is too long; 1 when it concerns all.
  public let column: Int
  /// Physical lines that are left out because of the problem.
  public let lines: ClosedRange<Int>

  /// Puts a problem together.
  init(kind: Kind, row: Int, line: Int, column: Int, lines: ClosedRange<Int>) {
    self.kind = kind
    self.row = row
    self.line = line
    self.column = column
    self.lines = lines
  }
}

extension RecordProblem: CustomStringConvertible {
  /// One English sentence without the name of the file.
  public var description: String {
    switch kind {
    case .strayQuote: "line \(line), field \(column): a quote inside an unquoted field"
    case .textAfterQuote(let closed):
      "line \(line), field \(column): the quote that opens here is closed in line \(closed) "
        + "and text follows"
    case .unterminatedQuote:
      "line \(line), field \(column): the quote that opens here is never closed"
    case .swallowedRow:
      "line \(line), field \(column): the quote that opens here takes in the row after it"
    case .fieldTooLong(let bytes, let limit):
      "line \(line), field \(column): \(bytes) bytes, over the limit of \(limit)"
    case .tooManyColumns(let found, let limit):
      "line \(line): \(found) fields, over the limit of \(limit)"
    case .tooManyRows(let found, let limit): "\(found) rows, over the limit of \(limit)"
    case .tooManyBytes(let found, let limit): "\(found) bytes, over the limit of \(limit)"
    case .refused(let reason): "line \(line): \(reason.rawValue)"
    }
  }
}
