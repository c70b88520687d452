internal import Glibc

/// A folder beside the target in which a workbook is made, on the same disk as the target.
final class StagingFolder {
  private static let prefix = ".workbook-"

  /// The folder's path.
  let path: String
  /// The path of the file being made.
  let file: String
  /// The path of the library's file, where that is not the file itself.
  let frame: String
  private var exists = true

  /// Makes the folder; throws when the target's folder is missing or not writable.
  init(beside target: String) throws {
    var template = Array("\(Self.folder(of: target))/\(Self.prefix)XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw SpreadsheetError.system("mkdtemp", Self.folder(of: target))
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    file = path + "/book.xlsx"
    frame = path + "/frame.xlsx"
  }

  deinit { remove() }

  /// Whether the finished file has the same bytes as the one at `target`.
  func isEqual(to target: String) throws -> Bool {
    var status = stat()
    guard unsafe lstat(target, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return false
    }
    let (ours, theirs) = (try MappedFile(path: file), try MappedFile(path: target))
    guard unsafe ours.bytes.count == theirs.bytes.count else { return false }
    guard let left = unsafe ours.bytes.baseAddress, let right = unsafe theirs.bytes.baseAddress
    else {
      return true
    }
    return unsafe memcmp(left, right, ours.bytes.count) == 0
  }

  /// Brings the file to the disk and renames it over `target`.
  func publish(to target: String) throws {
    try Self.sync(file, O_RDONLY)
    // the library makes it readable to everybody, or as the umask says
    guard unsafe chmod(file, 0o640) == 0 else { throw SpreadsheetError.system("chmod", file) }
    guard unsafe rename(file, target) == 0 else { throw SpreadsheetError.system("rename", target) }
    try Self.sync(Self.folder(of: target), O_RDONLY | O_DIRECTORY)
  }

  /// Removes the folder and the file. The library removes its own files when it opens them.
  func remove() {
    guard exists else { return }
    exists = false
    unsafe unlink(file)
    unsafe unlink(frame)
    unsafe rmdir(path)
  }

  /// Removes the folders of processes that were killed.
  static func removeLeftovers(inFolder folder: String) throws {
    for name in try names(in: folder) where name.hasPrefix(prefix) {
      let leftover = "\(folder)/\(name)"
      var status = stat()
      guard unsafe lstat(leftover, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        continue
      }
      for inner in try names(in: leftover) { unsafe unlink("\(leftover)/\(inner)") }
      guard unsafe rmdir(leftover) == 0 else { throw SpreadsheetError.system("rmdir", leftover) }
    }
  }

  private static func names(in folder: String) throws -> [String] {
    guard let directory = unsafe opendir(folder) else {
      throw SpreadsheetError.system("opendir", folder)
    }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func sync(_ path: String, _ flags: Int32) throws {
    let descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw SpreadsheetError.system("open", path) }
    defer { Glibc.close(descriptor) }
    guard fsync(descriptor) == 0 else { throw SpreadsheetError.system("fsync", path) }
  }
}
