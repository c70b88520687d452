internal import CLibCSV
internal import Glibc

/// The one owner of a libcsv parser, used again for every record of every file.
///
/// It is fed one whole record at a time and so is always at the beginning of a row between two
/// calls; a parser that failed is set up anew.
final class Tokenizer {
  /// Fields of the record last read; `found` may be over the number that `ends` has room for.
  fileprivate struct Fields {
    let bytes: UnsafeMutableBufferPointer<UInt8>
    let ends: UnsafeMutableBufferPointer<Int>
    var used = 0
    var found = 0
    var rows = 0
    var isOverrun = false
  }

  private static let options = UInt8(CSV_STRICT | CSV_STRICT_FINI)

  // Allocated, for the library keeps no pointer but must not see the parser move in a call.
  private let parser: UnsafeMutablePointer<csv_parser>
  private var separator = Separator.comma

  init() {
    parser = .allocate(capacity: 1)
    parser.initialize(to: csv_parser())
    start()
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
  }

  private func start() {
    // fails for a null pointer only
    precondition(csv_init(parser, Self.options) == 0, "csv_init")
    csv_set_delim(parser, separator.rawValue)
    // in steps of the default 128 bytes a long field would be moved thousands of times
    csv_set_blk_size(parser, 16_384)
  }

  private func restart() {
    csv_free(parser)
    start()
  }

  /// Begins a file.
  func begin(separator: Separator) {
    self.separator = separator
    csv_set_delim(parser, separator.rawValue)
  }

  /// Splits `source`, one record, into `record`. It ends with one byte of its line end, unless it
  /// is the last. `record.bytes` must have room for as many bytes as `source`.
  func split(
    _ source: UnsafeBufferPointer<UInt8>, into record: inout Record
  ) throws(RecordProblem.Refusal) {
    record.count = try record.bytes.withUnsafeMutableBufferPointer {
      bytes throws(RecordProblem.Refusal) -> Int in
      try record.ends.withUnsafeMutableBufferPointer { ends throws(RecordProblem.Refusal) -> Int in
        var fields = Fields(bytes: bytes, ends: ends)
        try split(source, into: &fields)
        return fields.found
      }
    }
  }

  private func split(
    _ record: UnsafeBufferPointer<UInt8>, into fields: inout Fields
  ) throws(RecordProblem.Refusal) {
    if csv_parse(parser, record.baseAddress, record.count, onField, onRow, &fields) < record.count {
      let isMemory = csv_error(parser) != CSV_EPARSE
      restart()
      throw isMemory ? .outOfMemory : .otherQuotes
    }
    if fields.rows == 0, csv_fini(parser, onField, onRow, &fields) != 0 {
      restart()
      throw .otherQuotes
    }
    guard fields.rows == 1, !fields.isOverrun else {
      restart()
      throw .otherQuotes
    }
  }
}

// Callbacks cannot capture, throw, or touch the parser: they write into the fields they are given.

private func onField(
  _ start: UnsafeMutableRawPointer?, _ length: Int, _ context: UnsafeMutableRawPointer?
) {
  guard let fields = context?.assumingMemoryBound(to: Tokenizer.Fields.self) else { return }
  let used = fields.pointee.used
  guard length <= fields.pointee.bytes.count - used else {
    fields.pointee.isOverrun = true
    return
  }
  if length > 0, let start, let target = fields.pointee.bytes.baseAddress {
    memcpy(target + used, start, length)
  }
  fields.pointee.used = used + length
  let found = fields.pointee.found
  if found < fields.pointee.ends.count { fields.pointee.ends[found] = used + length }
  fields.pointee.found = found + 1
}

private func onRow(_: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let fields = context?.assumingMemoryBound(to: Tokenizer.Fields.self) else { return }
  fields.pointee.rows += 1
}
