internal import Glibc

/// An open file or folder, closed when its owner lets go of it.
struct Descriptor: ~Copyable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// Leaves it open, to whoever has taken it over.
  consuming func release() { discard self }

  /// What the file system says about it now.
  func status() throws(FileProblem) -> FileStatus {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw FileProblem.current() }
    return FileStatus(status)
  }

  /// Reads `size` bytes and looks for more; nil when there are fewer or more.
  func read(_ size: Int) throws(FileProblem) -> [UInt8]? {
    var problem: FileProblem?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < buffer.count {
        let got = unsafe Glibc.read(
          number, UnsafeMutableRawPointer(buffer.baseAddress)?.advanced(by: count),
          buffer.count - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          return
        } else if errno != EINTR {
          problem = FileProblem.current()
          return
        }
      }
    }
    if let problem { throw problem }
    return bytes.count == size ? bytes : nil
  }
}

/// The part of `stat` that decides whether a file is read, and whether it stayed the same.
struct FileStatus: Equatable {
  let mode: mode_t
  let links: Int
  let size: Int
  let modified: FileTime
  let inode: UInt64
  /// Changes with contents, name and rights; a writer cannot set it back as it can `modified`.
  let changed: FileTime

  init(_ status: stat) {
    mode = status.st_mode
    links = Int(status.st_nlink)
    size = Int(status.st_size)
    inode = UInt64(status.st_ino)
    modified = FileTime(seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
    changed = FileTime(seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec)
  }

  var kind: FileProblem.Kind {
    switch mode & S_IFMT {
    case S_IFLNK: .link
    case S_IFIFO: .fifo
    case S_IFDIR: .directory
    case S_IFSOCK: .socket
    case S_IFREG: .file
    default: .device
    }
  }

  /// Throws unless it is a regular file with one name and at most `limit` bytes.
  func requireReadable(limit: Int) throws(FileProblem) {
    guard kind == .file else { throw .notRegular(kind) }
    guard links <= 1 else { throw .hardLinked(links: links) }
    guard size <= limit else { throw .tooLarge(size: size, limit: limit) }
  }
}

/// One name in a path.
struct PathComponent {
  let name: [CChar]

  /// The names of a relative path that stays below its folder.
  static func split(_ path: [UInt8]) throws(FileProblem) -> [PathComponent] {
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    var components: [PathComponent] = []
    for part in path.split(separator: slash, omittingEmptySubsequences: false) {
      guard !part.isEmpty, !part.contains(0), !part.elementsEqual([dot]),
        !part.elementsEqual([dot, dot])
      else { throw .unsafePath }
      components.append(PathComponent(name: part.map(CChar.init(bitPattern:)) + [0]))
    }
    return components
  }

  /// Opens the folder of this name, not a link to one.
  func openFolder(in folder: borrowing Descriptor) throws(FileProblem) -> Descriptor {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let opened = unsafe openat(folder.number, name, flags)
    if opened >= 0 { return Descriptor(opened) }
    let problem = FileProblem.current()
    let kind = try status(in: folder).kind
    throw kind == .directory ? problem : .notRegular(kind)
  }

  /// Opens the regular file of this name. Looks before, for to open a device may be to start it.
  func openFile(in folder: borrowing Descriptor) throws(FileProblem) -> Descriptor {
    let kind = try status(in: folder).kind
    guard kind == .file else { throw .notRegular(kind) }
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    let opened = unsafe openat(folder.number, name, flags)
    guard opened >= 0 else { throw FileProblem.current() }
    return Descriptor(opened)
  }

  /// What stands under this name, without following a link.
  func status(in folder: borrowing Descriptor) throws(FileProblem) -> FileStatus {
    try status(inFolder: folder.number)
  }

  /// What stands under this name in a folder that is open under a number.
  func status(inFolder number: Int32) throws(FileProblem) -> FileStatus {
    var status = stat()
    guard unsafe fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      throw FileProblem.current()
    }
    return FileStatus(status)
  }
}

extension FileProblem {
  /// What errno says. Call it before anything else can change errno.
  static func current() -> FileProblem {
    switch errno {
    case ENOENT: .vanished
    case ELOOP: .notRegular(.link)
    case let code: unsafe .unreadable(code: code, text: String(cString: strerror(code)))
    }
  }
}
