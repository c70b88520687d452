import Assessment
import PlanModel
import VietnameseText

/// The report on a plan in a period (`bao-cao.txt`).
///
/// Sections without matter are left out and the others numbered on; nothing is said that the
/// assessment does not hold.
public enum Briefing {
  /// The briefing of an edition.
  public static func document(_ report: Report) -> TextDocument {
    let contents = ReportContents(report)
    let writer = BriefingWriter(contents: contents, outline: Outline(contents))
    return TextDocument(writer.blocks)
  }
}

/// Puts the sections of a briefing together.
private struct BriefingWriter {
  let contents: ReportContents
  let outline: Outline

  /// How many units a list of the briefing names; a Standing Committee reads names, not numbers.
  private let limit = 12

  var blocks: [TextDocument.Block] {
    let stationery = Stationery(organisation: contents.organisation)
    let form = contents.organisation.form
    let asOf = contents.input.asOf.date
    var blocks = stationery.notice
    blocks += [
      stationery.letterhead(
        year: asOf.year, month: asOf.month, day: nil,
        below: [Stationery.number(form.reportSign), form.draft]),
      .blank,
      .title(
        [
          "BÁO CÁO", "kết quả thực hiện \(contents.plan.citation)", contents.period.text,
        ] + contents.input.structureText.map { ["(\($0))"] }.flattened),
      .rule, .blank, .paragraph(opening),
    ]
    for section in outline.sections { blocks += self.blocks(of: section) }
    return blocks + [.blank, stationery.signature(contents.recipients)]
  }

  private var opening: String {
    "Thực hiện \(contents.plan.fullCitation), \(contents.organisation.issuer) báo cáo kết quả"
      + " \(contents.period.text) như sau:"
  }

  private func blocks(of section: ReportSection) -> [TextDocument.Block] {
    let number = roman(outline.number(of: section) ?? 0)
    let body: [TextDocument.Block] =
      switch section {
      case .general: GeneralWording(contents: contents).sentences.map { .item($0) }
      case .indicators: indicators
      case .tasks: tasks
      case .discipline: discipline
      case .causes:
        CauseWording(causes: contents.causes, names: contents.names, limit: limit)
          .sentences.map { .item($0) }
      case .proposals: proposals
      }
    return [.blank, .heading("\(number)- \(title(of: section))")] + body
  }

  private func title(of section: ReportSection) -> String {
    let organisation = contents.organisation
    switch section {
    case .general: return "ĐÁNH GIÁ CHUNG"
    case .indicators:
      let closing = organisation.calendar.closingDay(of: contents.period)
      return "KẾT QUẢ THỰC HIỆN CHỈ TIÊU (chốt số liệu đến hết ngày \(closing.shortText))"
    case .tasks: return "KẾT QUẢ THỰC HIỆN NHIỆM VỤ (tính đến \(contents.input.asOf.text))"
    case .discipline:
      return "CHẾ ĐỘ BÁO CÁO"
        + (contents.discipline.dueAt.map { " (hạn gửi: trước \($0.text))" } ?? "")
    case .causes: return "HẠN CHẾ, NGUYÊN NHÂN (theo ghi chú của các đơn vị)"
    case .proposals: return "ĐỀ NGHỊ \(organisation.committee.uppercased())"
    }
  }

  private var indicators: [TextDocument.Block] {
    let table = IndicatorTable(contents.standings, contents.names, limit: limit)
    return [.table(table.table)] + table.remarks.map { .plain($0) }
      + table.sentences.map { .item($0) }
  }

  private var tasks: [TextDocument.Block] {
    let words = TaskWording(contents: contents, limit: limit)
    var blocks: [TextDocument.Block] = [.table(words.states)]
    if let remark = words.statesRemark { blocks.append(.plain(remark)) }
    if let overdue = words.overdue {
      blocks += [.blank, .plain("Nhiệm vụ quá hạn:"), .table(overdue)]
      if let unreported = words.unreported { blocks.append(.plain(unreported)) }
    }
    blocks += list("Nhiệm vụ hoàn thành chậm hạn:", words.doneLate)
    blocks += list(
      "Nhiệm vụ thường xuyên, định kỳ chưa có báo cáo trong kỳ:", words.unreportedStanding)
    blocks += list("Nhiệm vụ chưa đến điều kiện thực hiện, theo việc còn phải chờ:", words.waiting)
    blocks += list("Nhiệm vụ đơn vị báo cáo tạm dừng:", words.suspended)
    blocks += list("Nhiệm vụ có đơn vị chủ trì đã kết thúc hoạt động:", words.endedLeads)
    return blocks
  }

  private func list(_ head: String, _ items: [String]) -> [TextDocument.Block] {
    items.isEmpty ? [] : [.blank, .plain(head)] + items.map { .item($0) }
  }

  private var discipline: [TextDocument.Block] {
    let words = DisciplineWording(
      discipline: contents.discipline, names: contents.names, period: contents.period,
      limit: limit)
    var blocks: [TextDocument.Block] = [.item(words.counts)]
    blocks += words.lists(at: contents.input.asOf).map { .item($0) }
    let slips = SlipRegister(contents.report.reviews)
    if slips.count > 0 {
      blocks.append(
        .item(
          "Đã lập \(prose(slips.count)) phiếu yêu cầu chỉnh lý số liệu: \(slips.contents)."))
    }
    return blocks
  }

  private var proposals: [TextDocument.Block] {
    ProposalWording(
      contents: contents, limit: limit,
      unitsSection: outline.number(of: .discipline).map { roman($0) }
    ).sentences.enumerated().map {
      .plain("\($0 + 1). \($1)")
    }
  }
}
