internal import CFileSystem
public import Foundation
import Synchronization

/// Bytes put by for later: in memory while they are few, else in a file that has no name, so that nothing
/// is left of it however the run ends.
public final class Spool: Sendable {
  private struct State {
    var memory = Data()
    var file: FileHandle?
    var length = 0
    /// Where pieces end that are handed over together.
    var ends: [Int] = []
  }

  /// Pieces smaller than that are handed over together.
  private static let pieceSize = 1 << 20

  private let folder: String
  private let mostInMemory: Int
  private let state = Mutex(State())

  /// `folder` is where the file is made, when one is needed; `mostInMemory` in bytes.
  public init(in folder: String, mostInMemory: Int = 32_000_000) {
    self.folder = folder
    self.mostInMemory = mostInMemory
  }

  /// Puts bytes by, behind those before; throws `OutputError`.
  public func append(_ bytes: [UInt8]) throws {
    try locked { state in
      if state.file == nil, state.length + bytes.count > mostInMemory {
        let file = try unnamedFile()
        try file.write(contentsOf: state.memory)
        state.memory = Data()
        state.file = file
      }
      if let file = state.file {
        try file.write(contentsOf: bytes)
      } else {
        state.memory.append(contentsOf: bytes)
      }
      state.length += bytes.count
      if state.length - (state.ends.last ?? 0) >= Self.pieceSize { state.ends.append(state.length) }
    }
  }

  /// How many bytes were put by.
  var count: Int { state.withLock { $0.length } }

  /// Hands over all of them in order, cut only where bytes were put by together; throws `OutputError`.
  public func forEachPiece(_ body: (Data) throws -> Void) throws {
    var start = 0
    for end in try locked({ $0.ends + [$0.length] }) where end > start {
      try body(try bytes(start..<end))
      start = end
    }
  }

  private func bytes(_ place: Range<Int>) throws -> Data {
    try locked { state in
      guard let file = state.file else { return state.memory[place] }
      var bytes = Data(count: place.count)
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe pread(file.fileDescriptor, $0.baseAddress, $0.count, off_t(place.lowerBound))
      }
      guard count == place.count else { throw POSIXError(.EIO) }
      return bytes
    }
  }

  /// Gives the file a name, so that it need not be copied; false where there is no file, or its file system
  /// cannot.
  func link(at path: String) -> Bool {
    state.withLock { state in
      guard let file = state.file else { return false }
      let open = "/proc/self/fd/\(file.fileDescriptor)"
      return unsafe linkat(AT_FDCWD, open, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
    }
  }

  private func locked<Result: Sendable>(
    _ body: (inout sending State) throws -> sending Result
  ) throws -> sending Result {
    do {
      return try state.withLock(body)
    } catch {
      throw OutputError(path: folder, error)
    }
  }

  private func unnamedFile() throws -> FileHandle {
    try OutputFile.makeFolder(folder)
    let number = unsafe file_system_unnamed(folder, OutputFile.fileMode)
    if number >= 0 {
      let file = FileHandle(fileDescriptor: number, closeOnDealloc: true)
      // whatever the umask: it is opened again when it has a name
      guard fchmod(number, OutputFile.fileMode) == 0 else { throw POSIXError.current }
      return file
    }
    // a file system that knows no file without a name
    let path = "\(folder)/.rows-\(ProcessInfo.processInfo.processIdentifier)"
    try Data().write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try FileHandle(forUpdating: URL(fileURLWithPath: path))
  }
}
