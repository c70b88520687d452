internal import GRDB
internal import GRDBSQLite

/// SQLite inside one access to the ledger; must not be kept longer.
///
/// This is the one file that touches SQLite's handles. GRDB binds and reads text as C strings, which end at
/// a NUL that a committee's note may well hold, and builds an array of boxed values for every row; the
/// ledger writes millions of rows of six columns, so it binds them itself, with lengths.
@safe struct SQLConnection {
  private let handle: OpaquePointer

  /// The connection under GRDB's own.
  init(_ database: Database) throws {
    guard let handle = unsafe database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    unsafe self.handle = unsafe handle
  }

  /// Compiles one statement.
  func prepare(_ sql: String) throws -> SQLStatement {
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement = unsafe statement else {
      throw unsafe SQLStatement.error(code, handle)
    }
    return unsafe SQLStatement(statement)
  }

  /// Runs statements without parameters and without results.
  func execute(_ sql: String) throws {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw unsafe SQLStatement.error(code, handle) }
  }

  /// The first column of the first row, when there is one and it is not NULL.
  func integer(_ sql: String) throws -> Int64? {
    var statement = try prepare(sql)
    guard try statement.next(), !statement.isNull(0) else { return nil }
    return statement.integer(0)
  }
}

/// One compiled statement: parameters are added in their order, then it is executed or its rows are read.
@safe struct SQLStatement: ~Copyable {
  private let handle: OpaquePointer
  private let parameters: Int32
  private var position: Int32 = 0
  /// The first parameter that could not be bound; reported when the statement runs.
  private var failure = SQLITE_OK
  fileprivate init(_ handle: OpaquePointer) {
    unsafe self.handle = unsafe handle
    parameters = unsafe sqlite3_bind_parameter_count(handle)
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// SQLite copies what is bound so before the call returns.
  private static let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  fileprivate static func error(_ code: Int32, _ connection: OpaquePointer?) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code),
      message: unsafe String(cString: sqlite3_errmsg(connection)))
  }

  private mutating func keep(_ code: Int32) {
    if failure == SQLITE_OK { failure = code }
  }

  /// Adds a number.
  mutating func add(_ number: Int64) {
    position += 1
    keep(unsafe sqlite3_bind_int64(handle, position, number))
  }

  /// Adds a number.
  mutating func add(_ number: Int) { add(Int64(number)) }

  /// Adds a number, or NULL for nil.
  mutating func add(_ number: Int?) {
    if let number { add(number) } else { addNull() }
  }

  /// Adds NULL.
  mutating func addNull() {
    position += 1
    keep(unsafe sqlite3_bind_null(handle, position))
  }

  /// Adds a text with all its bytes, a NUL among them.
  mutating func add(_ text: String) {
    position += 1
    var text = text
    let code = text.withUTF8 { bytes in
      // an empty buffer may have no address, which would bind NULL
      unsafe bytes.isEmpty
        ? sqlite3_bind_text(handle, position, "", 0, Self.copied)
        : sqlite3_bind_text64(
          handle, position, bytes.baseAddress, UInt64(bytes.count), Self.copied,
          UInt8(SQLITE_UTF8))
    }
    keep(code)
  }

  /// Adds a text, or NULL for nil.
  mutating func add(_ text: String?) {
    if let text { add(text) } else { addNull() }
  }

  /// Adds a text given as its UTF-8, which is not empty.
  mutating func add(text bytes: [UInt8]) {
    position += 1
    let code = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        unsafe sqlite3_bind_text64(
          handle, position, text.baseAddress, UInt64(text.count), Self.copied, UInt8(SQLITE_UTF8))
      }
    }
    keep(code)
  }

  /// Adds bytes.
  mutating func add(_ bytes: [UInt8]) {
    position += 1
    let code = unsafe bytes.withUnsafeBytes { bytes in
      unsafe bytes.isEmpty
        ? sqlite3_bind_zeroblob(handle, position, 0)
        : sqlite3_bind_blob64(
          handle, position, bytes.baseAddress, UInt64(bytes.count), Self.copied)
    }
    keep(code)
  }

  /// Runs a statement that yields no row, and makes it ready for the next parameters.
  mutating func execute() throws {
    let hasRow = try next()
    guard !hasRow else {
      reset()
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "unexpected row")
    }
  }

  /// Steps to the next row; false at the end, when the statement is ready for the next parameters.
  mutating func next() throws -> Bool {
    guard failure == SQLITE_OK, position == parameters else {
      let code = failure == SQLITE_OK ? SQLITE_RANGE : failure
      reset()
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    let error =
      code == SQLITE_DONE ? nil : unsafe Self.error(code, sqlite3_db_handle(handle))
    reset()
    if let error { throw error }
    return false
  }

  /// Makes the statement ready for the next parameters, when not all rows were read.
  mutating func reset() {
    // its result repeats the error of the last step, which has been thrown
    _ = unsafe sqlite3_reset(handle)
    position = 0
    failure = SQLITE_OK
  }

  /// Whether a column of the row is NULL.
  func isNull(_ column: Int32) -> Bool {
    unsafe sqlite3_column_type(handle, column) == SQLITE_NULL
  }

  /// A number of the row.
  func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

  /// A number of the row; nil when NULL.
  func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

  /// A text of the row with all its bytes; empty when NULL.
  func text(_ column: Int32) -> String {
    guard let start = unsafe sqlite3_column_text(handle, column) else { return "" }
    let bytes = unsafe UnsafeBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(handle, column)))
    return unsafe String(decoding: bytes, as: UTF8.self)
  }

  /// A text of the row; nil when NULL.
  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  /// Bytes of the row; empty when NULL.
  func bytes(_ column: Int32) -> [UInt8] {
    guard let start = unsafe sqlite3_column_blob(handle, column) else { return [] }
    return unsafe Array(
      UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))))
  }
}
