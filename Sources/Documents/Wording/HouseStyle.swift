import Assessment
import PlanModel
import Workers

/// The last hand on a finished document: what an office's profile of form and its spelling ask of every
/// line, wherever the words come from.
public struct HouseStyle: Sendable {
  private let profile: Organisation.Form.Profile
  private let spelling: Spelling

  /// The style of the office of a report. Names of units, files and quoted values stay as they are.
  public init(_ report: Report) {
    let office = report.assessment.input.office
    let typed = report.reviews.flatMap { review in
      [review.receipt.file] + review.findings.compactMap(\.value)
    }
    self.init(
      office.organisation.form.profile, office.organisation.form.tone,
      keeping: office.registry.units.map(\.name) + typed)
  }

  init(
    _ profile: Organisation.Form.Profile, _ tone: Organisation.Form.TonePlacement,
    keeping kept: [String] = []
  ) {
    self.profile = profile
    spelling = Spelling(tone, keeping: kept)
  }

  // MARK: text

  /// A text document in the style of the house.
  public func applied(to document: TextDocument) -> TextDocument {
    var blocks = document.blocks
    if profile == .nd30 {
      blocks = blocks.map(Self.headed)
      if let last = Self.lastOfBody(blocks) { blocks[last] = Self.ended(blocks[last]) }
    }
    return TextDocument(blocks.map { $0.mapped(spelling.applied) })
  }

  /// Sections of State bodies bear `I.` where those of the Party bear `I-`.
  private static func headed(_ block: TextDocument.Block) -> TextDocument.Block {
    guard case .heading(let text) = block else { return block }
    return .heading(headed(text))
  }

  private static func headed(_ text: String) -> String {
    guard let mark = text.firstRange(of: "- "), mark.lowerBound > text.startIndex,
      text[..<mark.lowerBound].allSatisfy({ "IVXLABC".contains($0) })
    else { return text }
    return text[..<mark.lowerBound] + ". " + text[mark.upperBound...]
  }

  /// The last words before the signature, if words stand there.
  private static func lastOfBody(_ blocks: [TextDocument.Block]) -> Int? {
    let foot = blocks.firstIndex {
      if case .signature = $0 { true } else { false }
    }
    return foot.flatMap { blocks[..<$0].lastIndex { $0 != .blank } }
  }

  /// What a State body signs ends with `./.`.
  private static func ended(_ block: TextDocument.Block) -> TextDocument.Block {
    func ended(_ text: String) -> String {
      (text.hasSuffix(".") ? String(text.dropLast()) : text) + "./."
    }
    return switch block {
    case .paragraph(let text): .paragraph(ended(text))
    case .plain(let text): .plain(ended(text))
    case .item(let text): .item(ended(text))
    case .numbered(let number, let text): .numbered(number, ended(text))
    default: block
    }
  }

  // MARK: workbooks

  /// The sheets of a workbook in the spelling of the house; names of sheets, which formulas look at, and
  /// the rows as they were sent stay as they are.
  public func applied(to sheets: [SheetModel]) -> [SheetModel] {
    sheets.concurrentMap { $0.origin == WorkbookFigures.name ? $0 : applied(to: $0) }
  }

  private func applied(to sheet: SheetModel) -> SheetModel {
    // cells say the same few things over and over
    var known: [String: String] = [:]
    func spelt(_ text: String) -> String {
      if spelling.leaves(text) { return text }
      if let spelt = known[text] { return spelt }
      let spelt = spelling.applied(to: text)
      known[text] = spelt
      return spelt
    }
    var sheet = sheet
    sheet.pageFoot = sheet.pageFoot.map(spelling.applied)
    for row in sheet.rows.indices {
      for cell in sheet.rows[row].cells.indices {
        guard case .text(let text) = sheet.rows[row].cells[cell].value else { continue }
        let isHeading = profile == .nd30 && sheet.rows[row].cells[cell].style.role == .section
        let spelt = spelt(isHeading ? Self.headed(text) : text)
        // most stay as they are, and their rows need no copy
        if spelt != text { sheet.rows[row].cells[cell].value = .text(spelt) }
      }
    }
    return sheet
  }
}

extension TextDocument.Block {
  /// The block with every text of it rewritten.
  fileprivate func mapped(_ rewrite: (String) -> String) -> TextDocument.Block {
    switch self {
    case .notice(let text): .notice(rewrite(text))
    case .letterhead(let left, let right):
      .letterhead(left: left.map(rewrite), right: right.map(rewrite))
    case .title(let lines): .title(lines.map(rewrite))
    case .heading(let text): .heading(rewrite(text))
    case .paragraph(let text): .paragraph(rewrite(text))
    case .plain(let text): .plain(rewrite(text))
    case .item(let text): .item(rewrite(text))
    case .numbered(let number, let text): .numbered(number, rewrite(text))
    case .table(let table):
      .table(
        TextDocument.Table(
          table.columns.map { .init(rewrite($0.title), $0.width, $0.alignment) },
          table.rows.map { $0.map(rewrite) }))
    case .fields(let fields, let isNested):
      .fields(fields.map { .init(rewrite($0.label), rewrite($0.text)) }, isNested: isNested)
    case .addressees(let label, let names):
      .addressees(label: rewrite(label), names: names.map(rewrite))
    case .signature(let foot):
      .signature(
        TextDocument.Signature(
          label: rewrite(foot.label), recipients: foot.recipients.map(rewrite),
          authority: foot.authority.map(rewrite), name: foot.name))
    case .rule, .separator, .blank: self
    }
  }
}
