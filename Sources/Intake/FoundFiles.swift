public import DelimitedText
public import PlanModel

/// What stands in the folder `submissions`.
public struct FoundPeriods: Sendable {
  /// The periods with the names of their folders, oldest first.
  public let periods: [(Period, String)]
  /// What else stands beside them.
  public let others: [FoundFile]
  /// The folder's own mark, which stands for these names.
  public let mark: MarkedNames
  /// When it last changed, in seconds since 1970.
  public let lastChanged: Int
}

/// Every name found in the folder of a period, and the marks by which a later run knows that nothing there
/// is another.
public struct FoundFiles: Sendable {
  /// Unit by unit in order of their codes, older versions first.
  public private(set) var files: [FoundFile] = []
  /// Of the folders, whose marks stand for the names in them, and of the files that are read; nil when a
  /// folder could not be listed: the next run may find what this one has not seen.
  public private(set) var marks: [MarkedNames]? = [MarkedNames()]
  /// The folders that hold more than submissions, so that their marks do not name all that is in them.
  public private(set) var mixed: [String] = []
  /// When the last of them changed, in seconds since 1970.
  public private(set) var lastChanged = 0

  mutating func mark(_ path: String, _ mark: FileMark) {
    guard let last = marks?.indices.last else { return }
    marks?[last].add(path.utf8, mark)
    lastChanged = max(lastChanged, mark.changed.seconds)
  }

  mutating func add(_ shares: [FoundFiles]) {
    files.reserveCapacity(shares.reduce(files.count) { $0 + $1.files.count })
    for share in shares { add(share) }
  }

  private mutating func add(_ others: FoundFiles) {
    files += others.files
    mixed += others.mixed
    lastChanged = max(lastChanged, others.lastChanged)
    guard let theirs = others.marks else {
      marks = nil
      return
    }
    marks? += theirs
  }

  mutating func add(_ others: [FoundFile]) { files += others }

  /// Adds what was found in a folder.
  mutating func add(_ others: [FoundFile], in folder: String) {
    files += others
    if others.contains(where: { !$0.isSubmission }) { mixed.append(folder) }
  }

  /// A folder that could not be listed.
  mutating func addUnlisted(
    _ problem: FileProblem, periodName: String, unitName: String
  ) {
    marks = nil
    files.append(
      FoundFile(
        periodName: periodName, unitName: unitName, name: "",
        content: .ignored(FindingCode.from(problem))))
  }
}

/// The folders of units as an earlier run found them: one that bears its mark still has the same names in
/// it, and need not be listed.
public struct KnownFolders: Sendable {
  private struct Folder {
    let mark: FileMark
    var names: [[UInt8]] = []
  }

  private var folders: [String: Folder] = [:]

  /// What was noted of a period's folder; the `mixed` folders are to be listed all the same.
  public init(_ marks: [MarkedNames], mixed: [String]) {
    for names in marks {
      var last = ""
      names.forEach { path, mark in
        if let slash = path.firstIndex(of: UInt8(ascii: "/")) {
          folders[last]?.names.append(Array(path[(slash + 1)...]))
        } else {
          last = String(decoding: path, as: UTF8.self)
          folders[last] = Folder(mark: mark)
        }
      }
    }
    for name in mixed { folders[name] = nil }
  }

  /// What stands in a folder below another; nil when that must be listed.
  func listing(
    _ name: String, below base: borrowing BaseFolder
  ) -> (mark: FileMark, entries: [FolderEntry])? {
    guard let folder = folders[name], base.mark(name) == folder.mark else { return nil }
    var entries: [FolderEntry] = []
    for file in folder.names {
      guard let entry = base.file(file, below: name) else { return nil }
      entries.append(entry)
    }
    return (folder.mark, entries)
  }
}
