public import DelimitedText
public import PlanModel
import Dispatch
import Synchronization
import VietnameseText

/// One name found below `submissions/`.
public struct FoundFile: Sendable {
  /// The name of the period's folder, safe to print.
  public let periodName: String
  /// The name of the unit's folder, safe to print; empty for a file in the period's own folder.
  public let unitName: String
  /// The file's name, safe to print; empty for a folder that cannot be listed.
  public let name: String
  /// What to do with it.
  public let content: Content

  /// What a name stands for.
  public enum Content: Sendable {
    /// A submission of a unit and a period.
    case submission(Submission)
    /// Something else, with the reason why it is not read.
    case ignored(Finding)
  }

  /// A submission to be read.
  public struct Submission: Sendable {
    /// The period.
    public let period: Period
    /// The unit.
    public let unit: Unit
    /// The file's name, with any version in it.
    public let file: String
    /// The name without version and extension: revisions of one submission share it.
    public let stem: String
    /// The N of `.vN`, 1 without one.
    public let version: Int
    /// The path below `submissions/`.
    public let path: String
    /// What tells whether the file is still as it was.
    public let mark: FileMark

    init(
      period: Period, unit: Unit, file: String, stem: String, version: Int, path: String,
      mark: FileMark
    ) {
      self.period = period
      self.unit = unit
      self.file = file
      self.stem = stem
      self.version = version
      self.path = path
      self.mark = mark
    }

    /// One that was received before, and stands in no folder now.
    public init(archived file: String, version: Int, of unit: Unit, in period: Period) {
      self.init(
        period: period, unit: unit, file: file, stem: FoundFile.stem(of: file), version: version,
        path: "", mark: .none)
    }
  }
}

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

  /// The finding that a file problem makes.
  public static func finding(for problem: FileProblem) -> Finding { FindingCode.from(problem) }

  /// The folders that are periods, and what else stands beside them.
  public func periods() throws(FileProblem) -> FoundPeriods {
    var periods: [(Period, String)] = []
    var others: [FoundFile] = []
    let (mark, entries) = try base.listing()
    for entry in entries {
      let name = printable(entry)
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
          ? FindingCode.unknownPeriod(name) : reason(entry) ?? FindingCode.misplaced(name)
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

  /// Every name in a period's folder, unit by unit in order of their codes, older versions first. A
  /// folder that cannot be listed is a finding of its own and stops nothing. Folders that are as they were
  /// `known` are not listed.
  public func files(
    of period: Period, folder: String, known: KnownFolders? = nil
  ) -> FoundFiles {
    do {
      return try listed(period, folder, base.folder(folder), known)
    } catch {
      var found = FoundFiles()
      found.addUnlisted(error, periodName: folder, unitName: "")
      return found
    }
  }

  private func listed(
    _ period: Period, _ folder: String, _ periodFolder: borrowing BaseFolder,
    _ known: KnownFolders?
  ) throws(FileProblem) -> FoundFiles {
    let (mark, entries) = try periodFolder.listing()
    // listing waits for the disk, so it is done side by side; a few hundred folders at a time
    let shares = stride(from: 0, to: entries.count, by: Self.share).map {
      entries[$0..<min($0 + Self.share, entries.count)]
    }
    let chosen = chosenFolders(entries)
    let found = Mutex([FoundFiles](repeating: FoundFiles(), count: shares.count))
    DispatchQueue.concurrentPerform(iterations: shares.count) { place in
      var share = FoundFiles()
      for entry in shares[place] {
        self.addFiles(
          under: entry, of: period, folder, periodFolder, chosen, known, to: &share)
      }
      found.withLock { $0[place] = share }
    }
    var all = FoundFiles()
    all.mark(".", mark)
    return found.withLock { $0.reduce(into: all) { $0.add($1) } }
  }

  /// The folder that is read for each unit of which one is not named by its very code: that code, where it
  /// stands beside it, else the first.
  private func chosenFolders(_ entries: [FolderEntry]) -> [String: String] {
    var chosen: [String: String] = [:]
    var others: [(code: String, name: String)] = []
    for entry in entries where entry.kind == .directory {
      guard let name = entry.name, let code = office.registry.code(matching: name), code != name
      else { continue }
      others.append((code, name))
    }
    if others.isEmpty { return [:] }
    let names = Set(entries.compactMap(\.name))
    for (code, name) in others where chosen[code] == nil {
      chosen[code] = names.contains(code) ? code : name
    }
    return chosen
  }

  /// Folders listed one after another.
  private static let share = 200

  private func addFiles(
    under entry: FolderEntry, of period: Period, _ folder: String, _ base: borrowing BaseFolder,
    _ chosen: [String: String], _ known: KnownFolders?, to found: inout FoundFiles
  ) {
    let name = printable(entry)
    if entry.kind == .directory, let unit = entry.name {
      let read = office.registry.code(matching: unit).flatMap { chosen[$0] }
      return addFiles(
        of: period, periodName: folder, unitName: unit, base, known,
        chosen: read == unit ? nil : read, to: &found)
    }
    if name == "register.csv", entry.kind == .file { return found.mark(name, entry.mark) }
    let finding = reason(entry) ?? FindingCode.misplaced(name)
    found.add([
      FoundFile(periodName: folder, unitName: "", name: name, content: .ignored(finding))
    ])
  }

  private func addFiles(
    of period: Period, periodName: String, unitName: String, _ base: borrowing BaseFolder,
    _ known: KnownFolders?, chosen: String?, to found: inout FoundFiles
  ) {
    let unit = office.registry.code(matching: unitName)
      .flatMap { office.registry.unit($0, on: period.span.last) }
    let shownUnit = visible(unitName)
    let entries: [FolderEntry]
    do {
      let mark: FileMark
      if let listing = known?.listing(unitName, below: base) {
        (mark, entries) = listing
      } else {
        (mark, entries) = try base.listing(unitName)
      }
      found.mark(unitName, mark)
    } catch {
      return found.addUnlisted(error, periodName: periodName, unitName: shownUnit)
    }
    let files = entries.map { entry in
      let name = printable(entry)
      let content: FoundFile.Content
      if let finding = reason(entry) {
        content = .ignored(finding)
      } else if let chosen {
        content = .ignored(FindingCode.otherFolder(shownUnit, than: chosen))
      } else if let unit, let file = entry.name {
        let stem = Self.stem(file)
        found.mark("\(unitName)/\(file)", entry.mark)
        content = .submission(
          FoundFile.Submission(
            period: period, unit: unit, file: file, stem: stem.name, version: stem.version,
            path: "\(periodName)/\(unitName)/\(file)", mark: entry.mark))
      } else {
        let suggestion = nearest(unitName, among: office.registry.units.map(\.code))
        content = .ignored(FindingCode.unknownUnit(shownUnit, suggestion: suggestion))
      }
      return FoundFile(periodName: periodName, unitName: shownUnit, name: name, content: content)
    }
    found.add(
      files.sorted { ($0.version, $0.name) < ($1.version, $1.name) }, in: unitName)
  }

  private func printable(_ entry: FolderEntry) -> String {
    visible(String(decoding: entry.bytes, as: UTF8.self))
  }

  /// Why a name is not read; nil for a file that may be a submission.
  private func reason(_ entry: FolderEntry) -> Finding? {
    let shown = printable(entry)
    guard let name = entry.name, visible(name) == name else { return FindingCode.badName(shown) }
    let lower = name.lowercased()
    let isTemporary =
      lower.hasPrefix("~$") || lower.hasPrefix(".") || lower.hasSuffix("~")
      || [".part", ".tmp", ".crdownload", ".partial", ".swp", ".bak"].contains {
        lower.hasSuffix($0)
      }
    if isTemporary { return FindingCode.temporary(shown) }
    guard entry.kind == .file else { return FindingCode.notRegular(entry.kind.rawValue) }
    return lower.hasSuffix(".csv") ? nil : FindingCode.notCSV(shown)
  }

  /// `bieu01.v2.csv` is version 2 of `bieu01`.
  static func stem(_ file: String) -> (name: String, version: Int) {
    let base = file.dropLast(4)
    guard let dot = base.lastIndex(of: ".") else { return (String(base), 1) }
    let mark = base[base.index(after: dot)...]
    guard let letter = mark.first, letter == "v" || letter == "V",
      let version = Int(mark.dropFirst()), version > 0, mark.dropFirst().allSatisfy(\.isNumber)
    else { return (String(base), 1) }
    return (String(base[..<dot]), version)
  }
}

extension FoundFile {
  /// The name of a submission without version and extension.
  public static func stem(of file: String) -> String { SubmissionFolder.stem(file).name }

  var isSubmission: Bool {
    if case .submission = content { true } else { false }
  }

  /// The version that its name gives it; 0 of what is no submission.
  public var version: Int {
    guard case .submission(let submission) = content else { return 0 }
    return submission.version
  }
}
