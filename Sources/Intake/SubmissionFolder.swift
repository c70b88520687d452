public import DelimitedText
public import PlanModel

/// Walks `submissions/<period>/<unit>/`: whose a file is and for when, its folder says.
///
/// Links are never followed; lock and partial files, folders and strange names are named, not read.
public struct SubmissionFolder: ~Copyable, Sendable {
  private let base: BaseFolder
  private let office: Office

  /// Opens `path`, the folder `submissions` of an organisation.
  public init(_ path: String, office: Office) throws(FileProblem) {
    base = try BaseFolder(path)
    self.office = office
  }

  /// Reads a file found, or says why it cannot be. One that has grown since it was found is still being
  /// written: files read side by side take no more memory than they were found to need.
  public func read(
    _ submission: FoundFile.Submission, limits: IntakeLimits
  ) throws(FileProblem) -> FileContents {
    do {
      return try base.read(
        submission.path, limit: min(submission.mark.size, limits.fileBytes))
    } catch .tooLarge(let size, _) {
      throw size > limits.fileBytes
        ? .tooLarge(size: size, limit: limits.fileBytes) : .changedWhileReading
    }
  }

  /// The folders that are periods, and what else stands beside them.
  public func periods() throws(FileProblem) -> FoundPeriods {
    var periods: [(Period, String)] = []
    var others: [FoundFile] = []
    let (mark, entries) = try base.listing()
    for entry in entries {
      let name = entry.printableName
      if entry.kind == .directory, let folder = entry.name, let period = Period.parse(folder),
        period.description == folder.uppercased()
      {
        // listed in order of their bytes: 2024-Q3 stands before 2024-q3
        if let chosen = periods.first(where: { $0.0 == period })?.1 {
          let finding = FindingCode.otherFolder(name, than: chosen)
          others.append(
            FoundFile(periodName: "", unitName: "", name: name, content: .ignored(finding)))
        } else {
          periods.append((period, folder))
        }
      } else {
        let finding =
          entry.kind == .directory
          ? FindingCode.unknownPeriod(name) : entry.reasonToIgnore ?? FindingCode.misplaced(name)
        others.append(
          FoundFile(periodName: "", unitName: "", name: name, content: .ignored(finding)))
      }
    }
    var marks = MarkedNames()
    marks.add(".".utf8, mark)
    return FoundPeriods(
      periods: periods.sorted { ($0.0, $0.1) < ($1.0, $1.1) }, others: others, mark: marks,
      lastChanged: mark.changed.seconds)
  }

  /// How many units beside those `known` have sent something for a period. Only the folders of the others
  /// are listed; one that cannot be counts for nothing.
  public func senders(of period: Period, folder: String, beside known: Set<String>) -> Int {
    let found = try? PeriodFolder(
      base: base.folder(folder), office: office, period: period, name: folder, known: nil
    ).senders(beside: known)
    return found ?? 0
  }

  /// Every name in a period's folder, unit by unit in order of their codes, older versions first. A
  /// folder that cannot be listed is a finding of its own and stops nothing. Folders that are as they were
  /// `known` are not listed.
  public func files(
    of period: Period, folder: String, known: KnownFolders? = nil
  ) -> FoundFiles {
    do {
      return try PeriodFolder(
        base: base.folder(folder), office: office, period: period, name: folder, known: known
      ).files()
    } catch {
      var found = FoundFiles()
      found.addUnlisted(error, periodName: folder, unitName: "")
      return found
    }
  }
}
