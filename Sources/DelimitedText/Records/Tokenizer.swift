internal import CLibCSV
internal import Glibc

/// The one owner of a libcsv parser, used again for every record of every file.
///
/// It is fed one whole record at a time and so is always at the beginning of a row between two
/// calls; a parser that failed is set up anew.
@safe final class Tokenizer {
  /// Fields of the record last read; `found` may be over the number that `ends` has room for.
  @unsafe fileprivate struct Fields {
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
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: csv_parser())
    start()
  }

  deinit {
    unsafe csv_free(parser)
    unsafe parser.deallocate()
  }

  private func start() {
    // fails for a null pointer only
    unsafe precondition(csv_init(parser, Self.options) == 0, "csv_init")
    unsafe csv_set_delim(parser, separator.rawValue)
    // in steps of the default 128 bytes a long field would be moved thousands of times
    unsafe csv_set_blk_size(parser, 16_384)
  }

  private func restart() {
    unsafe csv_free(parser)
    start()
  }

  /// Begins a file.
  func begin(separator: Separator) {
    self.separator = separator
    unsafe csv_set_delim(parser, separator.rawValue)
  }

  /// Splits `source`, one record, into `record`. It ends with one byte of its line end, unless it
  /// is the last. `record.bytes` must have room for as many bytes as `source`.
  func split(
    _ source: Span<UInt8>, into record: inout Record
  ) throws(RecordProblem.Refusal) {
    record.count = try unsafe source.withUnsafeBufferPointer {
      source throws(RecordProblem.Refusal) -> Int in
      try unsafe record.bytes.withUnsafeMutableBufferPointer {
        bytes throws(RecordProblem.Refusal) -> Int in
        try unsafe record.ends.withUnsafeMutableBufferPointer {
          ends throws(RecordProblem.Refusal) -> Int in
          var fields = unsafe Fields(bytes: bytes, ends: ends)
          try unsafe split(source, into: &fields)
          return unsafe fields.found
        }
      }
    }
  }

  private func split(
    _ record: UnsafeBufferPointer<UInt8>, into fields: inout Fields
  ) throws(RecordProblem.Refusal) {
    if unsafe csv_parse(parser, record.baseAddress, record.count, onField, onRow, &fields)
      < record.count
    {
      let isMemory = unsafe csv_error(parser) != CSV_EPARSE
      restart()
      throw isMemory ? .outOfMemory : .otherQuotes
    }
    if unsafe fields.rows == 0, unsafe csv_fini(parser, onField, onRow, &fields) != 0 {
      restart()
      throw .otherQuotes
    }
    guard unsafe fields.rows == 1, unsafe !fields.isOverrun else {
      restart()
      throw .otherQuotes
    }
  }
}

// Callbacks cannot capture, throw, or touch the parser: they write into the fields they are given.

private func onField(
  _ start: UnsafeMutableRawPointer?, _ length: Int, _ context: UnsafeMutableRawPointer?
) {
  guard let fields = unsafe context?.assumingMemoryBound(to: Tokenizer.Fields.self) else { return }
  let used = unsafe fields.pointee.used
  guard unsafe length <= fields.pointee.bytes.count - used else {
    unsafe fields.pointee.isOverrun = true
    return
  }
  if length > 0, let start = unsafe start, let target = unsafe fields.pointee.bytes.baseAddress {
    unsafe memcpy(target + used, start, length)
  }
  unsafe fields.pointee.used = used + length
  let found = unsafe fields.pointee.found
  if unsafe found < fields.pointee.ends.count { unsafe fields.pointee.ends[found] = used + length }
  unsafe fields.pointee.found = found + 1
}

private func onRow(_: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let fields = unsafe context?.assumingMemoryBound(to: Tokenizer.Fields.self) else { return }
  unsafe fields.pointee.rows += 1
}
