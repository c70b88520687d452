public import DocumentTemplates
import VietnameseText

/// The documents whose wording belongs to the office: each is a template with Vietnamese text.
public enum TemplatedDocument: String, CaseIterable, Sendable {
  /// The report on a plan in a period.
  case briefing = "bao-cao"
  /// One page for the committee that decides.
  case summary = "tom-tat"
  /// The letter to all units that are late.
  case letter = "cong-van"
  /// The slip of one unit that is late.
  case reminder = "don-doc"
  /// What a unit has to mend in one submission.
  case feedback = "phan-hoi"
  /// What an edition corrects in the one before.
  case correction = "hieu-chinh"

  /// The text that comes with the program.
  public var standardText: String {
    let bytes =
      switch self {
      case .briefing: PackageResources.bao_cao_mustache
      case .summary: PackageResources.tom_tat_mustache
      case .letter: PackageResources.cong_van_mustache
      case .reminder: PackageResources.don_doc_mustache
      case .feedback: PackageResources.phan_hoi_mustache
      case .correction: PackageResources.hieu_chinh_mustache
      }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text that comes with the program, with a remark at its head that explains every name and mark;
  /// it can be put as it is into the office's folder of templates.
  public var standardTextExplained: String {
    "{{! " + TemplateHelp.lines(self).joined(separator: "\n") + "\n}}\n" + standardText
  }

  /// The template of this document that comes with the program.
  var standard: DocumentTemplate {
    switch self {
    case .briefing: Standard.briefing
    case .summary: Standard.summary
    case .letter: Standard.letter
    case .reminder: Standard.reminder
    case .feedback: Standard.feedback
    case .correction: Standard.correction
    }
  }

  /// Each is read when it is first used: a run that writes no letter does not pay for it.
  private enum Standard {
    static let briefing = TemplatedDocument.briefing.read()
    static let summary = TemplatedDocument.summary.read()
    static let letter = TemplatedDocument.letter.read()
    static let reminder = TemplatedDocument.reminder.read()
    static let feedback = TemplatedDocument.feedback.read()
    static let correction = TemplatedDocument.correction.read()
  }

  private func read() -> DocumentTemplate {
    // it is part of the program, not of its data: tests hold every one against its names
    guard let template = DocumentTemplate(checked: standardText, of: rawValue, names: names) else {
      preconditionFailure("the standard template \(rawValue) has errors")
    }
    return template
  }
}

/// The templates that documents are made with: the office's own, and the program's for the others.
public struct Templates: Sendable {
  /// Those that come with the program.
  public static let standard = Templates(files: [])

  /// What is wrong with the office's own; where one has an error, the program's is used.
  public let findings: [TemplateFinding]
  private let own: [String: DocumentTemplate]

  /// The office's own templates, named without their ending: `bao-cao`.
  public init(files: [(name: String, bytes: [UInt8])]) {
    guard !files.isEmpty else {
      (findings, own) = ([], [:])
      return
    }
    let folder = TemplateFolder(
      files: files, documents: TemplatedDocument.allCases.map { ($0.rawValue, $0.names) })
    (findings, own) = (folder.findings, folder.templates)
  }

  /// A document filled in with its values.
  func layout(
    _ document: TemplatedDocument, _ values: DocumentValues,
    numbering: @escaping (Int) -> String = roman
  ) -> TemplateLayout {
    var layout = TemplateLayout(numbering: numbering)
    for line in (own[document.rawValue] ?? document.standard).lines(values) { layout.add(line) }
    return layout
  }

  /// The same where a value speaks of another section by its number, which the template's order decides.
  func layout(
    _ document: TemplatedDocument, _ values: DocumentValues, numberOf section: String,
    in name: String, _ value: (_ number: String) -> DocumentValue?
  ) -> TemplateLayout {
    let layout = layout(document, values)
    guard values[name] != nil, let number = layout.numbers[section] else { return layout }
    var numbered = values
    numbered[name] = value(number)
    return self.layout(document, numbered)
  }
}
