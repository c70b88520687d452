internal import Glibc

/// A moment as the file system keeps it.
public struct FileTime: Sendable, Hashable {
  /// Seconds since 1970, UTC.
  public let seconds: Int
  /// 0..<1,000,000,000.
  public let nanoseconds: Int

  /// The beginning of 1970.
  static let zero = FileTime(seconds: 0, nanoseconds: 0)

  /// Names a moment.
  public init(seconds: Int, nanoseconds: Int) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

/// A file's bytes, with what the file system says about them.
public struct FileContents: Sendable {
  /// All bytes of the file.
  public let bytes: [UInt8]
  /// When they were last changed.
  public let modified: FileTime
}

/// A folder below which files are read without following links.
///
/// The folder itself may be reached through links; nothing below it may. It is held open, so that
/// renaming a folder above it in the meantime does not matter.
public struct BaseFolder: ~Copyable, Sendable {
  let descriptor: Descriptor

  init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

  /// Opens the folder at `path`.
  public init(_ path: String) throws(FileProblem) {
    let opened = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw FileProblem.current() }
    descriptor = Descriptor(opened)
  }

  /// Reads the regular file at `path`, relative to the folder, if it has one name, at most `limit`
  /// bytes, and stays as it is meanwhile. Never waits for a pipe, never opens a device.
  public func read(_ path: String, limit: Int) throws(FileProblem) -> FileContents {
    try read(Array(path.utf8), limit: limit)
  }

  /// Reads a file whose name may not be valid UTF-8.
  func read(_ path: [UInt8], limit: Int) throws(FileProblem) -> FileContents {
    try read(path, limit: limit, beforeLastLook: {})
  }

  /// Reads as above; tests change the file in `beforeLastLook`.
  func read(
    _ path: [UInt8], limit: Int, beforeLastLook: () -> Void
  ) throws(FileProblem) -> FileContents {
    var components = try PathComponent.split(path)
    let name = components.removeLast()
    let file =
      components.isEmpty
      ? try name.openFile(in: descriptor) : try name.openFile(in: descriptor.folder(components))
    let before = try file.status()
    try before.requireReadable(limit: limit)
    let bytes = try file.read(before.size)
    beforeLastLook()
    guard let bytes, try file.status() == before else { throw .changedWhileReading }
    return FileContents(bytes: bytes, modified: before.modified)
  }
}
