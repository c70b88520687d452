internal import Glibc

/// The bytes of a file, read by the system as they are asked for.
///
/// Unchecked, because nobody writes to them.
@safe final class MappedFile: @unchecked Sendable {
  /// The whole file; good as long as the object lives.
  let bytes: UnsafeRawBufferPointer

  init(path: String) throws {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SpreadsheetError.system("open", path) }
    defer { Glibc.close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw SpreadsheetError.system("fstat", path)
    }
    let size = Int(status.st_size)
    if size == 0 {
      unsafe bytes = unsafe UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe start != MAP_FAILED
    else { throw SpreadsheetError.system("mmap", path) }
    unsafe bytes = unsafe UnsafeRawBufferPointer(start: start, count: size)
  }

  deinit {
    if let start = unsafe bytes.baseAddress {
      unsafe munmap(UnsafeMutableRawPointer(mutating: start), bytes.count)
    }
  }
}
