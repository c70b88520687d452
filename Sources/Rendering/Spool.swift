public import Foundation
import Synchronization

/// Bytes put by for later: in memory while they are few, else in a file that has no name any more, so that
/// nothing is left of it however the run ends.
public final class Spool: Sendable {
  private struct State {
    var memory = Data()
    var file: FileHandle?
    var length = 0
  }

  private let folder: String
  private let mostInMemory: Int
  private let state = Mutex(State())

  /// `folder` is where the file is made, when one is needed; `mostInMemory` in bytes.
  public init(in folder: String, mostInMemory: Int = 32_000_000) {
    self.folder = folder
    self.mostInMemory = mostInMemory
  }

  /// Puts bytes by, and returns where; throws `OutputError`.
  public func append(_ bytes: [UInt8]) throws -> Range<Int> {
    try locked { state in
      let place = state.length..<(state.length + bytes.count)
      if state.file == nil, place.upperBound > mostInMemory {
        let file = try unnamedFile()
        try file.write(contentsOf: state.memory)
        state.memory = Data()
        state.file = file
      }
      if let file = state.file {
        try file.seekToEnd()
        try file.write(contentsOf: Data(bytes))
      } else {
        state.memory.append(contentsOf: bytes)
      }
      state.length = place.upperBound
      return place
    }
  }

  /// The bytes of a place; throws `OutputError`.
  public func bytes(_ place: Range<Int>) throws -> Data {
    try locked { state in
      guard let file = state.file else { return state.memory[place] }
      try file.seek(toOffset: UInt64(place.lowerBound))
      let bytes = try file.read(upToCount: place.count) ?? Data()
      guard bytes.count == place.count else { throw POSIXError(.EIO) }
      return bytes
    }
  }

  private func locked<Result: Sendable>(
    _ body: (inout sending State) throws -> sending Result
  ) throws -> sending Result {
    do {
      return try state.withLock(body)
    } catch {
      throw OutputError(path: folder, reason: OutputFile.reason(of: error))
    }
  }

  private func unnamedFile() throws -> FileHandle {
    try OutputFile.makeFolder(folder)
    let path = "\(folder)/.rows-\(ProcessInfo.processInfo.processIdentifier)"
    try Data().write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try FileHandle(forUpdating: URL(fileURLWithPath: path))
  }
}
