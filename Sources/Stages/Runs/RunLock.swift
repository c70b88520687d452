import Foundation
import Rendering

/// The lock of an organisation's outputs: one run at a time, held by the process, so never stale.
final class RunLock {
  private let file: FileHandle

  /// Takes the lock of a folder, or says who holds it (exit status 75).
  init(folder: String) throws {
    try OutputFile.makeFolder(folder)
    let path = "\(folder)/.lock"
    let number = unsafe open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o640)
    guard number >= 0 else {
      throw StageError("the lock \(path) cannot be opened: check the permissions of \(folder)")
    }
    fchmod(number, 0o640)
    file = FileHandle(fileDescriptor: number, closeOnDealloc: true)
    guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
      let holder = (try? file.readToEnd()).flatMap { String(data: $0, encoding: .utf8) } ?? ""
      throw StageError(
        "another run is at work in \(folder)"
          + (holder.isEmpty ? "" : " (process \(holder.prefix(20)))")
          + ": wait until it has finished, then run again", status: .locked)
    }
    try? file.truncate(atOffset: 0)
    try? file.write(contentsOf: Data("\(getpid())".utf8))
  }

  /// The number of a process that has ended would only mislead. The lock is given back by name: closing the
  /// file gives it back only when no child process, just born, has it open as well.
  deinit {
    try? file.truncate(atOffset: 0)
    _ = flock(file.fileDescriptor, LOCK_UN)
  }
}
