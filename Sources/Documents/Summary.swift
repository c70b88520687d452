import Assessment
import PlanModel
import VietnameseText

/// One page for the committee that decides (`tom-tat.txt`): verdict first, nothing that is in order.
public enum Summary {
  /// The fullest summary that `fits`; the shortest one when none does.
  ///
  /// How long a document is in print is known to its renderer, so the caller asks it.
  public static func document(
    _ report: Report, fits: (TextDocument) -> Bool = { _ in true }
  ) -> TextDocument {
    let contents = ReportContents(report)
    var shortest = TextDocument()
    for detail in SummaryDetail.all {
      shortest = TextDocument(SummaryWriter(contents: contents, detail: detail).blocks)
      if fits(shortest) { break }
    }
    return shortest
  }
}

/// How much of everything a summary shows.
private struct SummaryDetail {
  /// Rows of the table of indicators.
  let indicators: Int
  /// Names in a list.
  let names: Int
  /// Items of a list.
  let items: Int
  /// Proposals.
  let proposals: Int

  static let all = [
    SummaryDetail(indicators: 12, names: 6, items: 6, proposals: 4),
    SummaryDetail(indicators: 8, names: 4, items: 4, proposals: 4),
    SummaryDetail(indicators: 6, names: 3, items: 3, proposals: 4),
    SummaryDetail(indicators: 6, names: 2, items: 2, proposals: 3),
    SummaryDetail(indicators: 4, names: 1, items: 1, proposals: 2),
    SummaryDetail(indicators: 2, names: 1, items: 0, proposals: 2),
    SummaryDetail(indicators: 0, names: 0, items: 0, proposals: 2),
  ]
}

private struct SummaryWriter {
  let contents: ReportContents
  let detail: SummaryDetail

  var blocks: [TextDocument.Block] {
    let stationery = Stationery(organisation: contents.organisation)
    let asOf = contents.input.asOf.date
    var blocks = stationery.notice
    blocks += [
      stationery.letterhead(year: asOf.year, month: asOf.month, day: nil, below: []),
      .blank,
      .title([
        "TÓM TẮT",
        "kết quả thực hiện \(contents.plan.citation) \(contents.period.text)",
        "(kèm theo Báo cáo \(Stationery.number(contents.organisation.form.reportSign)))",
      ]),
      .rule,
    ]
    let sections: [(title: String, body: [TextDocument.Block])] = [
      ("ĐÁNH GIÁ CHUNG", GeneralWording(contents: contents).sentences.map { .item($0) }),
      ("CHỈ TIÊU", indicators), ("ĐƠN VỊ CẦN ĐÔN ĐỐC", units), ("NHIỆM VỤ QUÁ HẠN", overdue),
      ("ĐỀ NGHỊ \(contents.organisation.committee.uppercased())", proposals),
    ]
    for (number, section) in sections.filter({ !$0.body.isEmpty }).enumerated() {
      blocks += [.blank, .heading("\(roman(number + 1))- \(section.title)")] + section.body
    }
    return blocks
  }

  private var indicators: [TextDocument.Block] {
    // what asks for a decision is shown first, then in the plan's order as far as there is room
    let urgent = contents.standings.filter { !$0.verdict.isGood && $0.verdict != .inProgress }
    let others = contents.standings.filter { $0.verdict.isGood || $0.verdict == .inProgress }
    let shown = (urgent + others).prefix(detail.indicators).sorted { $0.ordinal < $1.ordinal }
    guard !shown.isEmpty else { return [] }
    let table = IndicatorTable(shown, contents.names, limit: detail.names)
    var blocks: [TextDocument.Block] = [.table(table.table)]
    let left = contents.standings.count - shown.count
    if left > 0 { blocks.append(.plain("Còn \(prose(left)) chỉ tiêu khác: xem Báo cáo.")) }
    blocks += table.remarks.map { .plain($0) }
    let situations = zip(shown, table.wordings).compactMap { standing, wording in
      wording.situation.map { "TT \(standing.ordinal): \($0)." }
    }
    return blocks + limited(situations, "chỉ tiêu")
  }

  private var units: [TextDocument.Block] {
    let words = DisciplineWording(
      discipline: contents.discipline, names: contents.names, period: contents.period,
      limit: detail.names)
    return [SubmissionClass.returned, .missing].compactMap {
      words.list($0, at: contents.input.asOf).map { .item($0) }
    }
  }

  private var overdue: [TextDocument.Block] {
    let words = TaskWording(contents: contents, limit: detail.names)
    return limited(contents.tally.overdue.map(words.sentence), "nhiệm vụ")
  }

  private var proposals: [TextDocument.Block] {
    let words = ProposalWording(contents: contents, limit: detail.names)
    return words.sentences.prefix(detail.proposals).enumerated().map { .plain("\($0 + 1). \($1)") }
  }

  /// The first items of a list, and how many there are besides.
  private func limited(_ sentences: [String], _ noun: String) -> [TextDocument.Block] {
    let left = sentences.count - detail.items
    guard left > 1 || (left == 1 && detail.items == 0) else { return sentences.map { .item($0) } }
    return sentences.prefix(detail.items).map { .item($0) }
      + [.item("Còn \(prose(left)) \(noun) khác: xem Báo cáo.")]
  }
}
