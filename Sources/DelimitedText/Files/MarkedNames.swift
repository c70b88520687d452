internal import Glibc

/// Names below a folder with their marks, packed as they are compared: where there are a hundred thousand,
/// a text and a value for each would cost more than to ask the file system.
public struct MarkedNames: Sendable, Equatable {
  /// Six numbers of eight bytes, then the path and a zero, name after name.
  public private(set) var bytes: [UInt8]

  /// No name.
  public init() { bytes = [] }

  /// What `bytes` were before; those of anything else hold nowhere.
  public init(bytes: some Collection<UInt8>) { self.bytes = Array(bytes) }

  /// Adds a path below the folder, `.` for the folder itself.
  public mutating func add(_ path: some Collection<UInt8>, _ mark: FileMark) {
    let numbers = [
      mark.size, mark.modified.seconds, mark.modified.nanoseconds, mark.changed.seconds,
      mark.changed.nanoseconds, Int(truncatingIfNeeded: mark.inode),
    ]
    for number in numbers {
      unsafe withUnsafeBytes(of: Int64(number).littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }
    bytes.append(contentsOf: path)
    bytes.append(0)
  }

  fileprivate static let markSize = 48

  /// Hands over every path with its mark, in the order in which they were added.
  public func forEach(_ body: (_ path: ArraySlice<UInt8>, _ mark: FileMark) -> Void) {
    var place = 0
    while let zero = bytes[min(place + Self.markSize, bytes.count)...].firstIndex(of: 0) {
      let mark = FileMark(bytes, at: place)
      body(bytes[(place + Self.markSize)..<zero], mark)
      place = zero + 1
    }
  }
}

extension BaseFolder {
  /// Whether every name of a list stands below this folder and bears the mark it had; no link is followed
  /// to the last part of a path, and every mark but the last of a path is of a folder listed before it.
  public func holds(_ names: MarkedNames) -> Bool {
    let bytes = names.bytes
    var place = 0
    while place < bytes.count {
      let start = place + MarkedNames.markSize
      guard start < bytes.count, let zero = bytes[start...].firstIndex(of: 0) else {
        return false
      }
      // up to and with its zero, so that it ends where a path of C ends
      guard let status = status(bytes[start...zero]),
        FileMark(status) == FileMark(bytes, at: place)
      else { return false }
      place = zero + 1
    }
    return true
  }

  /// What stands at a path below the folder; nil when it is no plain file.
  public func file(_ name: [UInt8], below path: String) -> FolderEntry? {
    let full = Array(path.utf8) + [UInt8(ascii: "/")] + name
    let component = PathComponent(name: full.map(CChar.init(bitPattern:)) + [0])
    guard let status = try? component.status(in: descriptor), status.kind == .file else {
      return nil
    }
    return FolderEntry(bytes: name, kind: .file, mark: FileMark(status))
  }

  /// The mark of what stands at a path, of a link its own; nil when nothing does.
  public func mark(_ path: String) -> FileMark? { status(path).map { FileMark($0) } }

  /// The same of a plain file; nil for anything else, such as a link, whose mark says nothing of what it
  /// leads to.
  public func markOfFile(_ path: String) -> FileMark? {
    status(path).flatMap { $0.kind == .file ? FileMark($0) : nil }
  }

  /// The same of a path as bytes, the last of which is the zero that ends it.
  private func status(_ path: ArraySlice<UInt8>) -> FileStatus? {
    precondition(path.last == 0, "the path has no end")
    return unsafe path.withUnsafeBytes { path in
      guard let start = path.baseAddress else { return nil }
      var status = stat()
      guard
        unsafe fstatat(
          descriptor.number, start.assumingMemoryBound(to: CChar.self), &status,
          AT_SYMLINK_NOFOLLOW) == 0
      else { return nil }
      return FileStatus(status)
    }
  }

  private func status(_ path: String) -> FileStatus? {
    var status = stat()
    guard unsafe fstatat(descriptor.number, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      return nil
    }
    return FileStatus(status)
  }
}

extension FileMark {
  fileprivate init(_ bytes: [UInt8], at place: Int) {
    let raw = unsafe bytes.span.bytes
    func number(_ index: Int) -> Int {
      // checked: a number that does not lie within the bytes stops the program
      unsafe Int(
        Int64(
          littleEndian: raw.unsafeLoadUnaligned(
            fromByteOffset: place + 8 * index, as: Int64.self)))
    }
    self.init(
      size: number(0), modified: FileTime(seconds: number(1), nanoseconds: number(2)),
      changed: FileTime(seconds: number(3), nanoseconds: number(4)),
      inode: UInt64(bitPattern: Int64(number(5))))
  }
}
