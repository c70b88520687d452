internal import Glibc

/// A new file that is written from its start to its end; a failed write is never missed.
final class WrittenFile {
  /// How many bytes were written.
  private(set) var size = 0
  private let path: String
  private var descriptor: Int32

  /// Makes the file; throws when there is one already.
  init(path: String) throws {
    self.path = path
    descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw SpreadsheetError.system("open", path) }
  }

  deinit {
    if descriptor >= 0 { Glibc.close(descriptor) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      guard count > 0 else {
        if count < 0, errno == EINTR { continue }
        throw SpreadsheetError.system("write", path)
      }
      unsafe rest = unsafe UnsafeRawBufferPointer(rebasing: rest[count...])
      size += count
    }
  }

  func close() throws {
    defer { descriptor = -1 }
    guard Glibc.close(descriptor) == 0 else { throw SpreadsheetError.system("close", path) }
  }
}
