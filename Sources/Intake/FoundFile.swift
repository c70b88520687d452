public import DelimitedText
public import PlanModel

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
  }
}

extension FoundFile.Submission {
  /// One that was received before, and stands in no folder now.
  public init(archived file: String, version: Int, of unit: Unit, in period: Period) {
    self.init(
      period: period, unit: unit, file: file, stem: FoundFile.stem(of: file), version: version,
      path: "", mark: .none)
  }
}

extension FoundFile {
  /// The name of a submission without version and extension.
  public static func stem(of file: String) -> String { nameParts(of: file).stem }

  /// `bieu01.v2.csv` is version 2 of `bieu01`.
  static func nameParts(of file: String) -> (stem: String, version: Int) {
    let base = file.dropLast(4)
    guard let dot = base.lastIndex(of: ".") else { return (String(base), 1) }
    let mark = base[base.index(after: dot)...]
    guard let letter = mark.first, letter == "v" || letter == "V",
      let version = Int(mark.dropFirst()), version > 0, mark.dropFirst().allSatisfy(\.isNumber)
    else { return (String(base), 1) }
    return (String(base[..<dot]), version)
  }

  /// Whether it is to be read.
  var isSubmission: Bool {
    if case .submission = content { true } else { false }
  }

  /// The version that its name gives it; 0 of what is no submission.
  public var version: Int {
    guard case .submission(let submission) = content else { return 0 }
    return submission.version
  }
}
