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

  /// Whether the causes that units give are among it.
  let hasCauses: Bool
  /// Whether an empty line stands before each section.
  let isAiry: Bool

  /// From the fullest to the barest: first the lists grow shorter, then the table.
  static let all: [SummaryDetail] = [
    (12, [6, 5, 4, 3, 2]), (8, [4, 3, 2]), (6, [3, 2, 1]), (4, [2, 1, 0]), (2, [1, 0]), (0, [0]),
  ].flatMap { indicators, lengths in
    lengths.flatMap { length in
      [(true, true), (false, true), (false, false)].map { hasCauses, isAiry in
        SummaryDetail(
          indicators: indicators, names: length, items: length, proposals: indicators > 2 ? 4 : 2,
          hasCauses: hasCauses, isAiry: isAiry)
      }
    }
  }
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
      .title(
        [
          "TÓM TẮT",
          "kết quả thực hiện \(contents.plan.citation) \(contents.period.text)",
          "(kèm theo Báo cáo số      \(contents.organisation.form.reportSign))",
        ] + contents.input.structureText.map { ["(\($0))"] }.flattened),
      .rule,
    ]
    let before: [(title: String, body: [TextDocument.Block])] = [
      ("ĐÁNH GIÁ CHUNG", GeneralWording(contents: contents).briefSentences.map { .item($0) }),
      ("CHỈ TIÊU", indicators), (Self.unitsTitle, units), ("NHIỆM VỤ QUÁ HẠN", overdue),
      ("NGUYÊN NHÂN (theo ghi chú của các đơn vị)", causes),
    ]
    var sections = before.filter { !$0.body.isEmpty }
    let units = sections.firstIndex { $0.title == Self.unitsTitle }.map { roman($0 + 1) }
    let proposals = proposals(units: units)
    if !proposals.isEmpty {
      sections.append(("ĐỀ NGHỊ \(contents.organisation.committee.uppercased())", proposals))
    }
    for (number, section) in sections.enumerated() {
      if detail.isAiry || number == 0 { blocks.append(.blank) }
      blocks += [.heading("\(roman(number + 1))- \(section.title)")] + section.body
    }
    return blocks
  }

  private static let unitsTitle = "ĐƠN VỊ CẦN ĐÔN ĐỐC"

  private var indicators: [TextDocument.Block] {
    // what asks for a decision is shown first, then in the plan's order as far as there is room
    let quiet: Set<Verdict> = [.inProgress, .noVerdict]
    let urgent = contents.standings.filter { !$0.verdict.isGood && !quiet.contains($0.verdict) }
    let others = contents.standings.filter { $0.verdict.isGood || quiet.contains($0.verdict) }
    let shown = (urgent + others).prefix(detail.indicators).sorted { $0.ordinal < $1.ordinal }
    guard !shown.isEmpty else { return [] }
    let table = IndicatorTable(shown, contents.names, limit: detail.names)
    var blocks: [TextDocument.Block] = [.table(table.table)]
    let left = contents.standings.count - shown.count
    if left > 0 {
      blocks.append(.plain("Còn \(prose(left).from(.listed)) chỉ tiêu khác, nêu tại Báo cáo."))
    }
    blocks += table.briefRemarks.map { .plain($0) }
    // where the figures do not suffice, table and general verdict have said so
    let short = contents.standings.filter { [.notMet, .behind, .noData].contains($0.verdict) }
    let situations = short.compactMap { standing in
      IndicatorWording(
        standing: standing, names: contents.names, limit: detail.names, isBrief: true
      ).situation
        .map { "\(standing.ordinalText): \($0)." }
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

  private var causes: [TextDocument.Block] {
    guard detail.hasCauses else { return [] }
    let words = CauseWording(causes: contents.causes, names: contents.names, limit: detail.names)
    return words.sentences.prefix(detail.items).map { .item($0) }
  }

  private func proposals(units: String?) -> [TextDocument.Block] {
    let words = ProposalWording(contents: contents, limit: detail.names, unitsSection: units)
    let all = contents.proposals
    // those on single indicators give way first: they are many, and the table shows what is short
    let order =
      all.indices.filter { !all[$0].isOnIndicator } + all.indices.filter { all[$0].isOnIndicator }
    let chosen = order.prefix(detail.proposals).sorted()
    let rest: [TextDocument.Block] =
      chosen.count < all.count ? [.plain("Các đề nghị khác nêu tại Báo cáo.")] : []
    return chosen.enumerated().map {
      .plain("\(String($0 + 1).from(.ordinal)). \(words.sentence(all[$1]))")
    } + rest
  }

  /// The first items of a list, and how many there are besides.
  private func limited(_ sentences: [String], _ noun: String) -> [TextDocument.Block] {
    let left = sentences.count - detail.items
    guard left > 0, left > 1 || detail.items == 0 else { return sentences.map { .item($0) } }
    let rest =
      detail.items == 0
      ? "Có \(prose(left).from(.listed)) \(noun), nêu tại Báo cáo."
      : "Còn \(prose(left).from(.listed)) \(noun) khác, nêu tại Báo cáo."
    return sentences.prefix(detail.items).map { .item($0) } + [.item(rest)]
  }
}
