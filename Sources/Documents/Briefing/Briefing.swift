import Assessment
import DocumentTemplates
import PlanModel

/// The report on a plan in a period (`bao-cao.txt`).
///
/// Sections without matter are left out and the others numbered on; nothing is said that the
/// assessment does not hold.
public enum Briefing {
  /// The briefing of an edition.
  public static func document(_ contents: ReportContents) -> TextDocument {
    let writer = BriefingWriter(contents: contents, outline: Outline(contents))
    return TextDocument(
      Stationery(organisation: contents.organisation).notice
        + writer.layout(contents.report.templates).blocks)
  }
}

/// What the template of a briefing is filled in with.
private struct BriefingWriter {
  let contents: ReportContents
  let outline: Outline

  /// How many units a list of the briefing names; a Standing Committee reads names, not numbers.
  private let limit = 12

  /// The filled-in template.
  func layout(_ templates: Templates) -> TemplateLayout {
    templates.layout(
      .briefing, values, numberOf: ReportSection.discipline.name,
      in: ReportSection.proposals.name, proposals)
  }

  private var values: DocumentValues {
    let stationery = Stationery(organisation: contents.organisation)
    let form = contents.organisation.form
    let asOf = contents.input.asOf.date
    var values = contents.commonValues
    values["phan_dau"] = .block(
      stationery.letterhead(
        year: asOf.year, month: asOf.month, day: nil,
        below: [Stationery.number(form.reportSign), form.draft]))
    values["phan_ky"] = .block(stationery.signature(contents.input.recipients))
    for section in outline.sections { values[section.name] = value(of: section) }
    return values
  }

  private func value(of section: ReportSection) -> DocumentValue? {
    switch section {
    case .general:
      .section(section.name, ["y": .texts(GeneralWording(contents: contents).sentences)])
    case .indicators: indicators
    case .tasks: tasks
    case .discipline: discipline
    case .causes:
      .items(
        section.name,
        CauseWording(causes: contents.causes, names: contents.names, limit: limit).sentences)
    case .proposals: proposals(unitsSection: nil)
    }
  }

  private var indicators: DocumentValue {
    let table = IndicatorTable(contents.standings, contents.names, limit: limit)
    let closing = contents.organisation.calendar.closingDay(of: contents.period)
    let outlook = OutlookWording(
      standings: contents.standings, names: contents.names, period: contents.period)
    let doubts = DoubtParagraph(contents: contents, limit: limit)
    return .section(
      ReportSection.indicators.name,
      [
        "ngay_chot": .text(closing.shortText), "bang": .block(.table(table.table)),
        "ghi_chu": .texts(table.remarks), "y": .texts(table.sentences),
        "kha_nang": .items(outlook.sentences), "can_kiem_tra": .items(doubts.sentences),
      ])
  }

  private var tasks: DocumentValue {
    let words = TaskWording(contents: contents, limit: limit)
    let overdue = words.overdue.map { table in
      DocumentValue.part(
        ["bang": .block(.table(table)), "chua_bao_cao": .text(words.unreported)]
          .compactMapValues(\.self))
    }
    return .section(
      ReportSection.tasks.name,
      [
        "bang": .block(.table(words.states)), "ghi_chu": .text(words.statesRemark),
        "qua_han": overdue, "hoan_thanh_cham": .items(words.doneLate),
        "chua_xong_lan_dau": .items(words.owingFirst),
        "thuong_xuyen": .items(words.unreportedStanding), "cho_dieu_kien": .items(words.waiting),
        "tam_dung": .items(words.suspended), "chu_tri_ket_thuc": .items(words.endedLeads),
      ])
  }

  private var discipline: DocumentValue {
    let words = DisciplineWording(
      discipline: contents.discipline, names: contents.names, period: contents.period,
      limit: limit)
    let slips = SlipRegister(contents.report)
    let count = prose(slips.count).from(.submissions("slips"))
    let reminded = ReminderWording(contents: contents, limit: limit).text
    return .section(
      ReportSection.discipline.name,
      [
        "han": .text(contents.discipline.dueAt?.text),
        "y": .texts([words.counts] + words.lists(at: contents.input.asOf)),
        "da_don_doc": .text(reminded),
        "phieu": slips.count > 0
          ? .part([
            "bieu": .text(checked), "so": .text(count), "noi_dung": .text(slips.contents),
          ]) : nil,
      ])
  }

  /// What was looked through: the plan's figures, and forms that hold the figures of others too.
  private var checked: String {
    let isShared = contents.input.office.plans.count > 1
    return "biểu\(isShared ? " (dùng chung cho các kế hoạch)" : "") và số liệu của"
      + " \(contents.plan.citation)"
  }

  private func proposals(unitsSection: String?) -> DocumentValue {
    let words = ProposalWording(contents: contents, limit: limit, unitsSection: unitsSection)
    return .section(ReportSection.proposals.name, ["y": .numbered(words.sentences)])
  }
}
