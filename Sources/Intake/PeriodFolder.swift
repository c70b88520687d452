import DelimitedText
import Dispatch
import PlanModel
import Synchronization
import VietnameseText

/// The folder of a period, which holds one folder for each unit.
struct PeriodFolder: ~Copyable, Sendable {
  let base: BaseFolder
  let office: Office
  let period: Period
  /// How the folder is called: `2024-q3` may be that of 2024-Q3.
  let name: String
  /// Folders of units that need not be listed as long as they are as they were.
  let known: KnownFolders?

  /// Folders listed one after another.
  private static let share = 200

  /// Every name in it, unit by unit in order of their codes, older versions first.
  func files() throws(FileProblem) -> FoundFiles {
    let (mark, entries) = try base.listing()
    // listing waits for the disk, so it is done side by side; a few hundred folders at a time
    let shares = stride(from: 0, to: entries.count, by: Self.share).map {
      entries[$0..<min($0 + Self.share, entries.count)]
    }
    let chosen = chosenFolders(entries)
    let found = Mutex([FoundFiles](repeating: FoundFiles(), count: shares.count))
    DispatchQueue.concurrentPerform(iterations: shares.count) { place in
      var share = FoundFiles()
      for entry in shares[place] { self.add(entry, chosen, to: &share) }
      found.withLock { $0[place] = share }
    }
    var all = FoundFiles()
    all.mark(".", mark)
    found.withLock { all.add($0) }
    return all
  }

  /// How many units beside those `known` have a submission in it.
  func senders(beside known: Set<String>) throws(FileProblem) -> Int {
    let others = try base.entries().filter { entry in
      guard entry.kind == .directory, let name = entry.name, !known.contains(name),
        let code = office.registry.code(matching: name)
      else { return false }
      return !known.contains(code)
    }
    let chosen = chosenFolders(others)
    return others.count { entry in
      var found = FoundFiles()
      add(entry, chosen, to: &found)
      return found.files.contains(where: \.isSubmission)
    }
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

  /// Adds what stands under one name: the files of a unit, or something that is none of them.
  private func add(_ entry: FolderEntry, _ chosen: [String: String], to found: inout FoundFiles) {
    if entry.kind == .directory, let folder = entry.name {
      let read = office.registry.code(matching: folder).flatMap { chosen[$0] }
      return addFiles(in: folder, readInstead: read == folder ? nil : read, to: &found)
    }
    let file = entry.printableName
    if file == "register.csv", entry.kind == .file { return found.mark(file, entry.mark) }
    let finding = entry.reasonToIgnore ?? FindingCode.misplaced(file)
    found.add([FoundFile(periodName: name, unitName: "", name: file, content: .ignored(finding))])
  }

  /// Adds the files in the folder of a unit; of one that is not read, which is read instead.
  private func addFiles(in folder: String, readInstead: String?, to found: inout FoundFiles) {
    let shown = visible(folder)
    let entries: [FolderEntry]
    do {
      let mark: FileMark
      if let listing = known?.listing(folder, below: base) {
        (mark, entries) = listing
      } else {
        (mark, entries) = try base.listing(folder)
      }
      found.mark(folder, mark)
    } catch {
      return found.addUnlisted(error, periodName: name, unitName: shown)
    }
    let unit = office.registry.code(matching: folder)
      .flatMap { office.registry.unit($0, on: period.span.last) }
    let files = entries.map { entry in
      FoundFile(
        periodName: name, unitName: shown, name: entry.printableName,
        content: content(of: entry, in: folder, of: unit, readInstead: readInstead))
    }
    for case .submission(let file) in files.lazy.map(\.content) {
      found.mark("\(folder)/\(file.file)", file.mark)
    }
    found.add(files.sorted { ($0.version, $0.name) < ($1.version, $1.name) }, in: folder)
  }

  private func content(
    of entry: FolderEntry, in folder: String, of unit: Unit?, readInstead: String?
  ) -> FoundFile.Content {
    if let reason = entry.reasonToIgnore { return .ignored(reason) }
    if let readInstead {
      return .ignored(FindingCode.otherFolder(visible(folder), than: readInstead))
    }
    guard let unit, let file = entry.name else {
      let suggestion = nearest(folder, among: office.registry.units.map(\.code))
      return .ignored(FindingCode.unknownUnit(visible(folder), suggestion: suggestion))
    }
    let parts = FoundFile.nameParts(of: file)
    return .submission(
      FoundFile.Submission(
        period: period, unit: unit, file: file, stem: parts.stem, version: parts.version,
        path: "\(name)/\(folder)/\(file)", mark: entry.mark))
  }
}

extension FolderEntry {
  /// The name as it may be shown anywhere.
  var printableName: String { visible(String(decoding: bytes, as: UTF8.self)) }

  /// Why a name is not read; nil for a file that may be a submission.
  var reasonToIgnore: Finding? {
    let shown = printableName
    guard let name, visible(name) == name else { return FindingCode.badName(shown) }
    let lower = name.lowercased()
    let isTemporary =
      lower.hasPrefix("~$") || lower.hasPrefix(".") || lower.hasSuffix("~")
      || [".part", ".tmp", ".crdownload", ".partial", ".swp", ".bak"].contains {
        lower.hasSuffix($0)
      }
    if isTemporary { return FindingCode.temporary(shown) }
    guard kind == .file else { return FindingCode.notRegular(kind) }
    return lower.hasSuffix(".csv") ? nil : FindingCode.notCSV(shown)
  }
}
