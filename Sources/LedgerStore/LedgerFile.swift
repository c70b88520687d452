internal import Glibc

/// The ledger as a file: what SQLite itself does not ask before it opens or makes one.
struct LedgerFile {
  /// The path, never to be mistaken for one of SQLite's URIs or special names.
  let path: String

  init(_ path: String) {
    self.path = path.hasPrefix("/") || path.hasPrefix("./") ? path : "./" + path
  }

  /// The folder it lies in.
  private var folder: String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
  }

  /// Whether a regular file stands there; anything else but nothing is refused.
  func exists() throws -> Bool {
    var information = stat()
    guard unsafe stat(path, &information) == 0 else {
      if errno == ENOENT { return false }
      throw failure(errno)
    }
    guard information.st_mode & S_IFMT == S_IFREG else {
      throw LedgerError(
        .notALedger, context: path, "this is not a regular file", remedy: otherFile)
    }
    return true
  }

  /// Makes an empty file that its owner may write, its group read, and others not see.
  ///
  /// SQLite would let others read it; the journals beside it take their rights from it.
  func create() throws {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw failure(errno) }
    fchmod(descriptor, 0o640)
    guard close(descriptor) == 0 else { throw failure(errno) }
  }

  /// Throws unless the file and its folder (for the journals) may be written.
  func checkWritable() throws {
    for place in [path, folder] where unsafe access(place, W_OK) != 0 {
      throw failure(errno)
    }
  }

  /// Whether no run is writing it, nor has one broken off: such a run leaves a journal.
  var hasNoJournal: Bool {
    var information = stat()
    return unsafe stat(path + "-wal", &information) != 0 || information.st_size == 0
  }

  /// A name by which SQLite opens a file that nobody writes without making journals beside it.
  var immutableName: String {
    let plain = Array("/.-_~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    let encoded = path.utf8.map { byte in
      plain.contains(byte)
        ? String(UnicodeScalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
    return "file:\(encoded.joined())?immutable=1"
  }

  private func failure(_ number: Int32) -> LedgerError {
    switch number {
    case EACCES, EPERM, EROFS:
      LedgerError(
        .readOnly, context: path, "the ledger or its folder may not be read or written",
        remedy: "check the rights on the file and its folder")
    case ENOSPC, EDQUOT:
      LedgerError(
        .diskFull, context: path, "the disk is full", remedy: "make room and run again")
    case ENOENT, ENOTDIR:
      LedgerError(
        .cannotOpen, context: path, "its folder does not exist", remedy: "make the folder first")
    default:
      LedgerError(
        .ioFailure, context: path, "the system refused the file (errno \(number))",
        remedy: "check the disk before the next run")
    }
  }
}
