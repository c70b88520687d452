/// One record of a file. The reader uses the same storage for all: a sink that keeps a record, or
/// part of it, keeps a copy.
public struct Record: Sendable {
  /// Row as a spreadsheet shows it, from 1. Blank lines count; a line end in quotes does not.
  public internal(set) var row = 0
  /// Physical line, from 1, where the record begins.
  public internal(set) var line = 0
  /// Physical lines that the record takes.
  public internal(set) var lineCount = 1
  /// Number of fields, at least 1.
  public internal(set) var count = 0
  /// The contents of all fields, one after another: without quotes, separators and outer blanks.
  /// What stands after the last field is left over from other records.
  public internal(set) var bytes: [UInt8] = []
  /// `ends[i]` is where field `i` ends in `bytes`.
  @usableFromInline internal var ends: [Int] = []
  /// Whether each field was quoted; empty when none was.
  @usableFromInline internal var quoted: [Bool] = []

  /// An empty record with room for `columns` fields.
  init(columns: Int) { ends = Array(repeating: 0, count: columns) }

  /// Where field `index` stands in `bytes`.
  @inlinable
  public func range(_ index: Int) -> Range<Int> {
    precondition(index < count, "no such field")
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// The bytes of field `index`, from 0.
  @inlinable
  public subscript(index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

  /// Field `index`, from 0, as text.
  public func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  /// Whether field `index`, from 0, stood in quotes.
  @inlinable
  public func isQuoted(_ index: Int) -> Bool { quoted.isEmpty ? false : quoted[index] }

  /// Whether all fields are empty, as in a line of separators only.
  @inlinable
  public var isEmpty: Bool { ends[count - 1] == 0 }

  /// All fields as text.
  public var texts: [String] { (0..<count).map(text) }
}

/// What receives the records of a file.
public protocol RecordSink {
  /// Takes the next record, and says whether to read on. Blank lines are not delivered.
  mutating func record(_ record: Record) -> Reading
  /// Takes a problem, in the order of the file, and says whether to read on.
  mutating func problem(_ problem: RecordProblem) -> Reading
}

/// Whether a reading goes on.
public enum Reading: Sendable, Equatable {
  /// Read the next record.
  case goOn
  /// Read no more.
  case stop
}
