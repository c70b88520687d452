internal import DelimitedText
internal import FoundationEssentials
internal import PlanModel

/// The files of an organisation's folder, read and not yet checked; no link below the folder of inputs is
/// followed.
public struct OfficeFolder: Sendable {
  /// Whether the folder can be read at all.
  private(set) var isThere = false
  /// The files that could be read, by name.
  public private(set) var sources: [OfficeSource] = []
  /// What kept others from being read.
  public private(set) var findings: [FileFinding] = []
  /// What kept templates from being read.
  public private(set) var templateFindings: [FileFinding] = []
  /// Names of files that are there and could not be read.
  private(set) var unread: Set<String> = []

  let inputs: String
  let organisation: String

  /// Reads `<inputs>/<organisation>`.
  public init(inputs: String, organisation: String) {
    self.inputs = inputs
    self.organisation = organisation
    guard Self.isPlainName(organisation), Self.kind(inputs + "/" + organisation) != nil else {
      if let finding = Self.unreadable(inputs: inputs) {
        findings.append(finding)
      } else {
        let names = Self.organisations(inputs: inputs)
        note(.organisationUnknown(organisation, among: names), at: inputs)
      }
      return
    }
    let base: BaseFolder
    do {
      base = try BaseFolder(inputs)
    } catch {
      note(.folderUnreadable(error), at: inputs)
      return
    }
    if let complaint = Self.folderProblem(inputs + "/" + organisation) {
      note(complaint, at: inputs + "/" + organisation)
      return
    }
    guard names(in: "", below: base) != nil else { return }
    isThere = true
    for name in OfficeFiles.names { read(name, below: base) }
    for name in planNames(below: base) { read(name, below: base) }
    readTemplates(below: base)
    sources.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The folders below `inputs` that hold an organisation.yaml, sorted; links are passed over.
  public static func organisations(inputs: String) -> [String] {
    let entries = (try? BaseFolder(inputs).entries()) ?? []
    return entries.compactMap(\.name).filter { name in
      isPlainName(name) && kind(inputs + "/" + name) == .typeDirectory
        && kind(inputs + "/" + name + "/" + OfficeFiles.organisationName) == .typeRegular
    }
  }

  /// What keeps the folder of inputs from being read; nil when nothing does, or there is none.
  public static func unreadable(inputs: String) -> FileFinding? {
    do {
      _ = try BaseFolder(inputs).entries()
      return nil
    } catch .vanished {
      return nil
    } catch {
      return FileFinding(
        path: inputs, finding: Complaint.folderUnreadable(error).finding(at: .init()))
    }
  }

  private mutating func note(_ complaint: Complaint, at path: String) {
    findings.append(FileFinding(path: path, finding: complaint.finding(at: .init())))
  }

  private mutating func read(_ name: String, below base: borrowing BaseFolder) {
    do {
      let file = try base.read(organisation + "/" + name, limit: OfficeFiles.largestFile)
      sources.append(OfficeSource(name: name, bytes: file.bytes))
    } catch .vanished {
      return
    } catch {
      unread.insert(name)
      note(Self.complaint(error), at: inputs + "/" + organisation + "/" + name)
    }
  }

  /// The names of the plans; what else lies among them is a finding, save what editors leave
  /// behind.
  private mutating func planNames(below base: borrowing BaseFolder) -> [String] {
    let folder = inputs + "/" + organisation + "/" + OfficeFiles.plansFolder
    guard Self.kind(folder) != nil else { return [] }
    if let complaint = Self.folderProblem(folder) {
      unread.insert(OfficeFiles.plansFolder)
      note(complaint, at: folder)
      return []
    }
    guard let names = names(in: OfficeFiles.plansFolder, below: base) else {
      unread.insert(OfficeFiles.plansFolder)
      return []
    }
    return names.compactMap { name in
      if name.hasPrefix(".") || name.hasSuffix("~") { return nil }
      if name.hasSuffix(OfficeFiles.planSuffix) { return OfficeFiles.plansFolder + "/" + name }
      note(.notAPlan, at: folder + "/" + name)
      return nil
    }
  }

  /// The office's own wording; a template that cannot be read leaves the program's in force. Where nobody
  /// can say which there are, nothing is issued.
  private mutating func readTemplates(below base: borrowing BaseFolder) {
    let folder = organisation + "/" + OfficeFiles.templatesFolder
    guard Self.kind(inputs + "/" + folder) != nil else { return }
    if let complaint = Self.folderProblem(inputs + "/" + folder) {
      return noteTemplate(complaint, at: inputs + "/" + folder)
    }
    for name in names(in: OfficeFiles.templatesFolder, below: base) ?? [] {
      if name.hasPrefix(".") || name.hasSuffix("~") { continue }
      let path = folder + "/" + name
      guard name.hasSuffix(OfficeFiles.templateSuffix) else {
        noteTemplate(.notATemplate, at: inputs + "/" + path)
        continue
      }
      do {
        let file = try base.read(path, limit: Office.largestTemplate)
        sources.append(
          OfficeSource(name: OfficeFiles.templatesFolder + "/" + name, bytes: file.bytes))
      } catch .vanished {
        continue
      } catch {
        noteTemplate(Self.complaint(error), at: inputs + "/" + path)
      }
    }
  }

  private mutating func noteTemplate(_ complaint: Complaint, at path: String) {
    templateFindings.append(FileFinding(path: path, finding: complaint.finding(at: .init())))
  }

  // MARK: - the file system

  /// Why a file was not read, in the words of this module.
  static func complaint(_ problem: FileProblem) -> Complaint {
    switch problem {
    case .notRegular(.link): .isLink
    case .notRegular: .notAFile
    case .tooLarge(let size, let limit): .fileTooLarge(size, limit: limit)
    case .unreadable(_, let text): .fileUnreadable(text)
    case .unsafePath, .hardLinked, .vanished, .changedWhileReading:
      .fileUnreadable(problem.description)
    }
  }

  /// Whether a name can be that of an organisation: one component of a path that leads down.
  public static func isPlainName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".")
      && !name.unicodeScalars.contains { $0 == "/" || $0 == "\0" }
  }

  /// Names in a folder of the organisation (its own when empty) in the order of their bytes, whatever
  /// order the file system has; nil, with a finding, when it cannot be listed.
  private mutating func names(in folder: String, below base: borrowing BaseFolder) -> [String]? {
    let path = folder.isEmpty ? organisation : organisation + "/" + folder
    do {
      return try base.entries(path).compactMap(\.name)
    } catch {
      note(.folderUnreadable(error), at: inputs + "/" + path)
      return nil
    }
  }

  /// What stands at a path, a link being a link; nil when nothing does.
  private static func kind(_ path: String) -> FileAttributeType? {
    (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
  }

  private static func folderProblem(_ path: String) -> Complaint? {
    switch kind(path) {
    case .some(.typeDirectory): nil
    case .some(.typeSymbolicLink): .isLink
    default: .notAFolder
    }
  }
}
