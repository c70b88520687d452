internal import CFileSystem
import Foundation

/// Makes a folder aside and switches it in whole: who looks finds all of the old one or all of the new.
///
/// Files that stay as they are become links, not copies. A reader that has an old file open keeps it.
public enum FolderSwitch {
  /// Fills `copy` with links of everything below `folder`, the `omitted` names at its top apart.
  ///
  /// What a broken-off run left behind is not taken along. Where links are not to be had, copies are made.
  public static func link(_ folder: String, into copy: String, omitting omitted: Set<String>) throws
  {
    try OutputFile.makeFolder(copy)
    for name in try names(in: folder) where !isTransient(name) && !omitted.contains(name) {
      let (from, to) = ("\(folder)/\(name)", "\(copy)/\(name)")
      if isFolder(from) {
        try link(from, into: to, omitting: [])
      } else if unsafe Glibc.link(from, to) != 0 {
        try attempt(to) { try FileManager.default.copyItem(atPath: from, toPath: to) }
      }
    }
    try attempt(copy) { try OutputFile.sync(folder: copy) }
  }

  /// Puts `new` in the place of `folder`; then `new` is gone, and of the old one only what `isOurs` does
  /// not claim lives on, should somebody have put it there in the meantime.
  public static func replace(
    _ folder: String, with new: String, isOurs: (String) -> Bool
  ) throws {
    try attempt(folder) {
      try sweep(new)
      if !exists(folder) {
        try rename(new, folder)
      } else if unsafe file_system_exchange(new, folder) != 0 {
        // a file system that cannot: for a moment there is neither, and `recover` mends that
        try rename(folder, aside(folder))
        try rename(new, folder)
        try rename(aside(folder), new)
      }
      try OutputFile.sync(folder: parent(folder))
    }
    try absorb(new, into: folder, isOurs: isOurs)
  }

  /// Puts back a folder whose replacement was broken off between two renames.
  public static func recover(_ folder: String, isOurs: (String) -> Bool) throws {
    let old = aside(folder)
    guard exists(old) else { return }
    if exists(folder) {
      try absorb(old, into: folder, isOurs: isOurs)
    } else {
      try attempt(folder) { try rename(old, folder) }
    }
  }

  /// Takes a folder away; what others have put into it goes over into `folder`, unless a newer one of its
  /// name stands there. Of a link the link alone is taken away, and what it leads to is not touched.
  public static func absorb(
    _ old: String, into folder: String, isOurs: (String) -> Bool
  ) throws {
    guard exists(old) else { return }
    try attempt(old) {
      guard isFolder(old) else { return try FileManager.default.removeItem(atPath: old) }
      try absorb(old, into: folder, below: "", isOurs)
    }
  }

  private static func absorb(
    _ old: String, into folder: String, below path: String, _ isOurs: (String) -> Bool
  ) throws {
    let manager = FileManager.default
    for name in try names(in: old) {
      let (from, to) = ("\(old)/\(name)", "\(folder)/\(name)")
      if isTransient(name) || isOurs(path + name), !isFolder(from) || isTransient(name) {
        try manager.removeItem(atPath: from)
      } else if isFolder(from) {
        try absorb(from, into: to, below: "\(path)\(name)/", isOurs)
      } else if isNewer(from, than: to) {
        try OutputFile.makeFolder(folder)
        try rename(from, to)
      } else {
        try manager.removeItem(atPath: from)
      }
    }
    guard unsafe rmdir(old) == 0 else { throw POSIXError.current }
  }

  /// Takes away what a run that met a failing disk could not.
  private static func sweep(_ folder: String) throws {
    for name in try names(in: folder) {
      let path = "\(folder)/\(name)"
      if isTransient(name) {
        try FileManager.default.removeItem(atPath: path)
      } else if isFolder(path) {
        try sweep(path)
      }
    }
  }

  /// Whether what stands at `path` is younger than what stands at `other`, or nothing stands there.
  private static func isNewer(_ path: String, than other: String) -> Bool {
    let manager = FileManager.default
    guard let theirs = try? manager.attributesOfItem(atPath: other),
      let there = theirs[.modificationDate] as? Date
    else { return true }
    let here = (try? manager.attributesOfItem(atPath: path))?[.modificationDate] as? Date
    return here.map { $0 > there } ?? false
  }

  /// Names that only a run at work, or one that was broken off, gives.
  private static func isTransient(_ name: String) -> Bool {
    name.hasPrefix(".")
      && (name.hasSuffix(".part") || name.hasSuffix(".ban-moi") || name.hasSuffix(".ban-cu")
        || name.hasPrefix(".workbook-"))
  }

  private static func aside(_ folder: String) -> String {
    "\(parent(folder))/.\((folder as NSString).lastPathComponent).ban-cu"
  }

  private static func parent(_ folder: String) -> String {
    (folder as NSString).deletingLastPathComponent
  }

  private static func names(in folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw OutputError(path: folder, error)
    }
  }

  private static func exists(_ path: String) -> Bool {
    OutputFile.kind(of: path) != nil
  }

  private static func isFolder(_ path: String) -> Bool {
    OutputFile.kind(of: path) == .typeDirectory
  }

  private static func rename(_ from: String, _ to: String) throws {
    guard unsafe Glibc.rename(from, to) == 0 else { throw POSIXError.current }
  }

  private static func attempt<Result>(_ path: String, _ body: () throws -> Result) throws -> Result
  {
    do {
      return try body()
    } catch let error as OutputError {
      throw error
    } catch {
      throw OutputError(path: path, error)
    }
  }
}
