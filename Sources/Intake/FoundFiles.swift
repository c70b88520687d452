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
  /// When the last of them changed, in seconds since 1970.
  public private(set) var lastChanged = 0

  mutating func mark(_ path: String, _ mark: FileMark) {
    guard let last = marks?.indices.last else { return }
    marks?[last].add(path.utf8, mark)
    lastChanged = max(lastChanged, mark.changed.seconds)
  }

  mutating func add(_ others: FoundFiles) {
    files += others.files
    lastChanged = max(lastChanged, others.lastChanged)
    guard let theirs = others.marks else {
      marks = nil
      return
    }
    marks? += theirs
  }

  mutating func add(_ others: [FoundFile]) { files += others }

  /// A folder that could not be listed.
  mutating func addUnlisted(
    _ name: String, periodName: String, unitName: String, _ problem: FileProblem
  ) {
    marks = nil
    files.append(
      FoundFile(
        periodName: periodName, unitName: unitName, name: name,
        content: .ignored(SubmissionFolder.finding(for: problem))))
  }
}
