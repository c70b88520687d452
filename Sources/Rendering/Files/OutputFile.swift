internal import Workers
internal import CFileSystem
public import Foundation

/// What became of a file that was to be written.
public enum OutputOutcome: Hashable, Sendable {
  /// New bytes stand in its place.
  case written
  /// The same bytes stood there already; the file was not touched.
  case unchanged
}

/// Puts whole files in their place: a reader sees the old one or the new one, never half of one.
public enum OutputFile {
  /// Writes beside the place, syncs, renames, syncs the folder; makes the folders above if needed.
  @discardableResult
  public static func write(_ text: String, to path: String) throws -> OutputOutcome {
    try write(Data(text.utf8), to: path)
  }

  /// The same of bytes.
  @discardableResult
  public static func write(_ bytes: Data, to path: String) throws -> OutputOutcome {
    if holds(path, bytes) { return .unchanged }
    return try put(at: path) { try write(bytes, isDurable: true, to: $0) }
  }

  /// The same of bytes put by; where they stand in a file, that one is put in its place.
  @discardableResult
  public static func write(_ spool: Spool, to path: String) throws -> OutputOutcome {
    if try holds(path, spool.count, spool.forEachPiece) { return .unchanged }
    return try put(at: path) { temporary in
      unsafe unlink(temporary)
      if spool.link(at: temporary) { return try sync(file: temporary) }
      try write(spool.forEachPiece, isDurable: true, to: temporary)
    }
  }

  private static func put(
    at path: String, _ makeFile: (_ temporary: String) throws -> Void
  ) throws -> OutputOutcome {
    let folder = folder(of: path)
    let temporary = temporary(for: path)
    do {
      try makeFolder(folder)
      try makeFile(temporary)
      guard unsafe rename(temporary, path) == 0 else { throw POSIXError.current }
      try sync(folder: folder)
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw OutputError(path: path, error)
    }
    return .written
  }

  /// Writes many small files below a folder: all are brought to the disk at once, then each is put in its
  /// place.
  ///
  /// A sync for each of thousands would be most of the time it takes.
  public static func write(
    _ texts: [(name: String, text: String)], below folder: String
  ) throws -> [OutputOutcome] {
    let paths = texts.map { "\(folder)/\($0.name)" }
    let folders = Set(paths.map(self.folder)).sorted()
    var parts = paths
    do {
      for folder in folders { try makeFolder(folder) }
      let outcomes = try Array(zip(paths, texts)).concurrentMap { path, text in
        Result { try writeAside(Data(text.text.utf8), of: path) }
      }.map { try $0.get() }
      parts = zip(paths, outcomes).filter { $1 == .written }.map { $0.0 }
      if parts.isEmpty { return outcomes }
      try sync(folder: folder, withAll: true)
      for path in parts {
        guard unsafe rename(temporary(for: path), path) == 0 else {
          throw OutputError(path: path, POSIXError.current)
        }
      }
      for folder in folders { try sync(folder: folder) }
      return outcomes
    } catch {
      for path in parts { try? FileManager.default.removeItem(atPath: temporary(for: path)) }
      throw error as? OutputError ?? OutputError(path: folder, error)
    }
  }

  /// Writes bytes beside a path, unless they stand there already.
  private static func writeAside(_ bytes: Data, of path: String) throws -> OutputOutcome {
    if holds(path, bytes) { return .unchanged }
    try write(bytes, isDurable: false, to: temporary(for: path))
    return .written
  }

  /// The folder of a file; of one without any, the folder we are in.
  private static func folder(of path: String) -> String {
    let (folder, _) = parts(of: path)
    return folder.isEmpty ? "." : String(folder)
  }

  private static func temporary(for path: String) -> String {
    let (folder, name) = parts(of: path)
    return "\(folder.isEmpty ? "." : folder)/.\(name).part"
  }

  private static func parts(of path: String) -> (folder: Substring, name: Substring) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path[...]) }
    let name = path[path.utf8.index(after: slash)...]
    return (slash == path.startIndex ? "/" : path[..<slash], name)
  }

  /// Removes the files of a folder that are ours by their names and not among `names`: documents of an
  /// earlier run that no longer hold, such as the slip of a file since mended. Returns how many.
  ///
  /// Whatever else stands there belongs to the office, and so does all that a link leads to.
  public static func removeOthers(
    than names: Set<String>, in folder: String, where isOurs: (_ name: String) -> Bool
  ) throws -> Int {
    guard kind(of: folder) == .typeDirectory else { return 0 }
    let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let stale = present.filter {
      !names.contains($0) && isOurs($0) && kind(of: "\(folder)/\($0)") == .typeRegular
    }
    for name in stale.sorted() {
      guard unsafe unlink("\(folder)/\(name)") == 0 else {
        throw OutputError(path: "\(folder)/\(name)", POSIXError.current)
      }
    }
    return stale.count
  }

  /// What stands at a path, a link being a link; nil where nothing does.
  static func kind(of path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }

  /// Removes a file that no longer holds; false when there was none. A folder in its place is none of ours.
  public static func remove(_ path: String) throws -> Bool {
    guard FileManager.default.fileExists(atPath: path), kind(of: path) != .typeDirectory else {
      return false
    }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw OutputError(path: path, error)
    }
    return true
  }

  /// Adds lines to the end of a file in one step, so that lines of two runs never mix.
  public static func append(_ lines: String, to path: String) throws {
    do {
      try makeFolder(folder(of: path))
      let flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
      let number = unsafe open(path, flags, fileMode)
      guard number >= 0 else { throw POSIXError.current }
      let file = FileHandle(fileDescriptor: number, closeOnDealloc: true)
      guard flock(number, LOCK_EX) == 0 else { throw POSIXError.current }
      let length = try file.seekToEnd()
      if length == 0 { fchmod(number, fileMode) }
      do {
        try file.write(contentsOf: Data(lines.utf8))
        try file.synchronize()
      } catch {
        // half of a line would spoil the next run's
        try? file.truncate(atOffset: length)
        throw error
      }
    } catch {
      throw OutputError(path: path, error)
    }
  }

  /// Brings a finished file to the disk and renames it to its place, on the same disk.
  public static func place(_ file: String, at path: String) throws {
    do {
      try sync(file: file)
      guard unsafe rename(file, path) == 0 else { throw POSIXError.current }
      try sync(folder: folder(of: path))
    } catch {
      throw OutputError(path: path, error)
    }
  }

  /// Makes a folder and those above it, closed to others than owner and group.
  public static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o750])
    } catch {
      throw OutputError(path: path, error)
    }
  }

  static let fileMode: mode_t = 0o640

  /// The bytes of the regular file at a path; nil where there is none, or it cannot be read. Never waits for
  /// a pipe.
  public static func contents(_ path: String) -> Data? {
    opened(path).flatMap { try? $0.readToEnd() ?? Data() }
  }

  private static func opened(_ path: String) -> FileHandle? {
    let number = unsafe file_system_open_regular(path)
    return number < 0 ? nil : FileHandle(fileDescriptor: number, closeOnDealloc: true)
  }

  /// Whether these bytes stand at a path already.
  private static func holds(_ path: String, _ bytes: Data) -> Bool {
    // no piece, no error
    (try? holds(path, bytes.count) { try $0(bytes) }) == true
  }

  /// The same of so many bytes in pieces.
  private static func holds(
    _ path: String, _ count: Int, _ pieces: (_ body: (Data) throws -> Void) throws -> Void
  ) throws -> Bool {
    // what cannot be read, or is no file, is written anew
    guard let file = opened(path), (try? file.seekToEnd()) == UInt64(count),
      (try? file.seek(toOffset: 0)) != nil
    else { return false }
    var isSame = true
    try pieces { piece in
      guard isSame, !piece.isEmpty else { return }
      isSame = (try? file.read(upToCount: piece.count)) == piece
    }
    return isSame
  }

  private static func write(_ bytes: Data, isDurable: Bool, to path: String) throws {
    try write({ try $0(bytes) }, isDurable: isDurable, to: path)
  }

  private static func write(
    _ pieces: (_ body: (Data) throws -> Void) throws -> Void, isDurable: Bool, to path: String
  ) throws {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    var number = unsafe open(path, flags, fileMode)
    if number < 0, errno == EEXIST {
      // what a broken-off run left, and whatever else bears the name, is not written into
      unsafe unlink(path)
      number = unsafe open(path, flags, fileMode)
    }
    guard number >= 0 else { throw POSIXError.current }
    let file = FileHandle(fileDescriptor: number, closeOnDealloc: true)
    // whatever the umask: the office's group reads, others do not
    guard fchmod(number, fileMode) == 0 else { throw POSIXError.current }
    try pieces { try file.write(contentsOf: $0) }
    if isDurable { try file.synchronize() }
    try file.close()
  }

  /// Brings a file to the disk that was written elsewhere, as one that the office's group reads.
  private static func sync(file path: String) throws {
    let number = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard number >= 0 else { throw POSIXError.current }
    defer { close(number) }
    guard fchmod(number, fileMode) == 0, fsync(number) == 0 else { throw POSIXError.current }
  }

  /// Brings a folder to the disk; with all its files, and whatever else waits for that disk, if asked.
  static func sync(folder: String, withAll: Bool = false) throws {
    let number = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw POSIXError.current }
    defer { close(number) }
    guard (withAll ? file_system_sync(number) : fsync(number)) == 0 else {
      throw POSIXError.current
    }
  }
}
