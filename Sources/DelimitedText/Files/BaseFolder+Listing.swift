internal import Glibc

/// One name in a folder.
public struct FolderEntry: Sendable, Equatable {
  /// The name as the file system has it, which need not be UTF-8.
  public let bytes: [UInt8]
  /// What stands under it; a link is a link, wherever it leads.
  public let kind: FileProblem.Kind
  /// What tells whether a file is still as it was; `none` of a folder.
  public let mark: FileMark

  /// The name as text; nil when it is not UTF-8.
  public var name: String? { String(validating: bytes, as: UTF8.self) }
}

/// What the file system says of a file or folder without its content: whoever writes to it changes the mark, for no
/// program can set back the time of the last change.
public struct FileMark: Sendable, Hashable {
  /// Bytes of the file.
  public let size: Int
  /// When content, name or rights last changed.
  public let changed: FileTime
  /// When content last changed, as whoever wrote it says.
  public let modified: FileTime
  let inode: UInt64

  /// Of bytes that are in no file: no file has it.
  public static let none = FileMark(size: 0, modified: .zero, changed: .zero, inode: 0)

  init(size: Int, modified: FileTime, changed: FileTime, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  init(_ status: FileStatus) {
    self.init(
      size: status.size, modified: status.modified, changed: status.changed, inode: status.inode)
  }

  /// All of it on one line: size, time of writing, time of change, inode.
  public var text: String {
    "\(size) \(modified.seconds).\(modified.nanoseconds) \(changed.seconds).\(changed.nanoseconds) "
      + "\(inode)"
  }

  /// Reads what `text` wrote; nil for anything else, as of a time before 1970.
  public init?(_ text: ArraySlice<UInt8>) {
    var numbers: [Int] = []
    for part in text.split(
      omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ".") })
    {
      guard let number = Self.number(part) else { return nil }
      numbers.append(number)
    }
    guard numbers.count == 6 else { return nil }
    self.init(
      size: numbers[0], modified: FileTime(seconds: numbers[1], nanoseconds: numbers[2]),
      changed: FileTime(seconds: numbers[3], nanoseconds: numbers[4]), inode: UInt64(numbers[5]))
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...18).contains(digits.count) else { return nil }
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}

extension BaseFolder {
  /// The names in the folder at `path` below this one (in this one itself when empty), in order of
  /// their bytes, so that no run depends on the order of the file system.
  public func entries(_ path: String = "") throws(FileProblem) -> [FolderEntry] {
    try listing(path).entries
  }

  /// The same names with the folder's own mark, taken before the first was read: as long as a folder
  /// bears it, it has these names and no others.
  public func listing(
    _ path: String = ""
  ) throws(FileProblem) -> (mark: FileMark, entries: [FolderEntry]) {
    let folder =
      path.isEmpty
      ? try Descriptor(reopening: descriptor)
      : try descriptor.folder(PathComponent.split(Array(path.utf8)))
    let mark = FileMark(try folder.status())
    return (mark, try FolderStream(folder).entries())
  }

  /// The folder at `path` below this one; no part of the path may be a link.
  public func folder(_ path: String) throws(FileProblem) -> BaseFolder {
    BaseFolder(try descriptor.folder(PathComponent.split(Array(path.utf8))))
  }
}

extension Descriptor {
  /// The same folder, opened anew: a duplicate would share its place in the listing.
  init(reopening other: borrowing Descriptor) throws(FileProblem) {
    let opened = unsafe openat(other.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw FileProblem.current() }
    self.init(opened)
  }

  /// The folder that names lead to, one below the other.
  borrowing func folder(_ components: [PathComponent]) throws(FileProblem) -> Descriptor {
    guard let first = components.first else { throw .unsafePath }
    var folder = try first.openFolder(in: self)
    for component in components.dropFirst() { folder = try component.openFolder(in: folder) }
    return folder
  }
}

/// A folder that is being listed.
@safe private struct FolderStream: ~Copyable {
  private let stream: OpaquePointer

  /// Takes over a folder that was opened to be listed.
  init(_ folder: consuming Descriptor) throws(FileProblem) {
    guard let stream = unsafe fdopendir(folder.number) else { throw FileProblem.current() }
    unsafe self.stream = unsafe stream
    // closed with the stream
    folder.release()
  }

  deinit { unsafe closedir(stream) }

  /// What stands in the folder, without `.` and `..`, in order of the names' bytes.
  borrowing func entries() throws(FileProblem) -> [FolderEntry] {
    var entries: [FolderEntry] = []
    while let found = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &found.pointee.d_name) {
        unsafe Array($0.prefix { $0 != 0 })
      }
      if name == [46] || name == [46, 46] { continue }
      if let entry = try unsafe entry(name, type: found.pointee.d_type) { entries.append(entry) }
    }
    // most folders of a unit hold one file
    return entries.count < 2
      ? entries : entries.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// Nil of a name that vanished since: that is a file that was moved away.
  private borrowing func entry(
    _ name: [UInt8], type: UInt8
  ) throws(FileProblem) -> FolderEntry? {
    // nothing more is asked of a folder, and where there are many of them the question costs most
    if type == UInt8(DT_DIR) { return FolderEntry(bytes: name, kind: .directory, mark: .none) }
    let component = PathComponent(name: name.map(CChar.init(bitPattern:)) + [0])
    do {
      let status = try unsafe component.status(inFolder: dirfd(stream))
      let isFolder = status.kind == .directory
      return FolderEntry(
        bytes: name, kind: status.kind, mark: isFolder ? .none : FileMark(status))
    } catch .vanished {
      return nil
    }
  }
}
