internal import Glibc

/// One name in a folder.
public struct FolderEntry: Sendable, Equatable {
  /// The name as the file system has it, which need not be UTF-8.
  public let bytes: [UInt8]
  /// What stands under it; a link is a link, wherever it leads.
  public let kind: FileProblem.Kind
  /// What tells whether it is still as it was.
  public let mark: FileMark

  /// The name as text; nil when it is not UTF-8.
  public var name: String? { String(validating: bytes, as: UTF8.self) }
}

/// What the file system says of a file without its content: whoever writes to it changes the mark, for no
/// program can set back the time of the last change.
public struct FileMark: Sendable, Hashable {
  /// When content, name or rights last changed, in whole seconds since 1970.
  public let changedSeconds: Int
  /// All of it on one line: size, time of writing, time of change, inode.
  public let text: String

  /// Of bytes that are in no file: no file has it.
  public static let none = FileMark()

  private init() {
    changedSeconds = 0
    text = ""
  }

  init(_ status: FileStatus) {
    changedSeconds = status.changed.seconds
    text =
      "\(status.size) \(status.modified.seconds).\(status.modified.nanoseconds) "
      + "\(status.changed.seconds).\(status.changed.nanoseconds) \(status.inode)"
  }
}

extension BaseFolder {
  /// The names in the folder at `path` below this one (in this one itself when empty), in order of
  /// their bytes, so that no run depends on the order of the file system.
  public func entries(_ path: String = "") throws(FileProblem) -> [FolderEntry] {
    var folder = try Descriptor(reopening: self.descriptor)
    for component in path.isEmpty ? [] : try PathComponent.split(Array(path.utf8)) {
      folder = try component.openFolder(in: folder)
    }
    var entries: [FolderEntry] = []
    for name in try folder.names() {
      // a name that vanished since is a file that was moved away
      guard let status = try? PathComponent(name: name).status(in: folder) else { continue }
      entries.append(
        FolderEntry(
          bytes: name.dropLast().map { UInt8(bitPattern: $0) }, kind: status.kind,
          mark: FileMark(status)))
    }
    return entries.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }
}

extension Descriptor {
  /// The same folder, opened anew: a duplicate would share its place in the listing.
  init(reopening other: borrowing Descriptor) throws(FileProblem) {
    let opened = openat(other.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw FileProblem.current() }
    self.init(opened)
  }

  /// The names in the folder as C strings, without `.` and `..`.
  func names() throws(FileProblem) -> [[CChar]] {
    let own = try Descriptor(reopening: self)
    guard let stream = fdopendir(dup(own.number)) else { throw FileProblem.current() }
    defer { closedir(stream) }
    var names: [[CChar]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
        Array(raw.prefix { $0 != 0 }).map { CChar(bitPattern: $0) } + [0]
      }
      if name != [46, 0], name != [46, 46, 0] { names.append(name) }
    }
    return names
  }
}
