import Assessment
import DocumentTemplates
import PlanModel

/// One page for the committee that decides (`tom-tat.txt`): verdict first, nothing that is in order.
public enum Summary {
  /// The fullest summary that `fits`; the shortest one when none does.
  ///
  /// How long a document is in print is known to its renderer, so the caller asks it.
  public static func document(
    _ contents: ReportContents, fits: (TextDocument) -> Bool
  ) -> TextDocument {
    // up to fifty are tried, and what they say differs little
    let general = GeneralWording(contents: contents).briefSentences
    var texts: [Int: SummaryTexts] = [:]
    let order = SummaryOrder(contents)
    var tables: [SummaryRows: IndicatorTable] = [:]
    let proposals = SummaryProposals(contents)
    var shortest = TextDocument()
    for detail in SummaryDetail.all {
      let known = texts[detail.names] ?? SummaryTexts(contents, names: detail.names)
      texts[detail.names] = known
      let isFull = detail.items >= known.situations.count
      let rows = SummaryRows(isFull ? order.all : order.urgent, detail)
      let table = tables[rows] ?? rows.table(contents)
      tables[rows] = table
      let writer = SummaryWriter(
        contents: contents, detail: detail, general: general, texts: known, table: table,
        proposals: proposals)
      shortest = TextDocument(writer.blocks(contents.report.templates))
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

  /// The longest list of items that goes with a number of names.
  static func mostItems(_ names: Int) -> Int { names == 0 ? 0 : max(names, 3) }

  /// From the fullest to the barest: first the lists grow shorter, then the table.
  static let all: [SummaryDetail] = [
    (12, [6, 5, 4, 3, 2]), (8, [4, 3, 2]), (6, [3, 2, 1]), (4, [2, 1, 0]), (2, [1, 0]), (0, [0]),
  ].flatMap { indicators, lengths in
    lengths.flatMap { length in
      // names give way before the sentences they stand in
      (length == 0 ? [0] : Array((length...mostItems(length)).reversed())).flatMap { items in
        [(true, true), (false, true), (false, false)].map { hasCauses, isAiry in
          SummaryDetail(
            indicators: indicators, names: length, items: items, proposals: indicators > 2 ? 4 : 2,
            hasCauses: hasCauses, isAiry: isAiry)
        }
      }
    }
  }
}

/// What a summary says in lists of some length, put into words once for all that are tried.
private struct SummaryTexts {
  /// Sentences of which only the first will be wanted.
  struct List {
    let count: Int
    let first: [String]

    init<Item>(_ items: [Item], most: Int, _ sentence: (Item) -> String) {
      count = items.count
      // the last one stands where it would be the only one left out
      first = items.prefix(most + 1).map(sentence)
    }
  }

  let situations: List
  /// What each of the indicators is of which the situations speak: `chậm tiến độ`.
  let verdicts: [String]
  let units: [String]
  let overdue: List
  let causes: [String]

  init(_ contents: ReportContents, names: Int) {
    let most = SummaryDetail.mostItems(names)
    // where the figures do not suffice, table and general verdict have said so
    let short = contents.standings.filter(\.isShort)
    verdicts = short.map { Wording.verdict($0.verdict).lowercased() }
    situations = List(short, most: most) { standing in
      let words = IndicatorWording(
        standing: standing, names: contents.names, limit: names, isBrief: true)
      return "\(standing.ordinalText): \(words.situation ?? "")."
    }
    let discipline = DisciplineWording(
      discipline: contents.discipline, names: contents.names, period: contents.period,
      limit: names)
    // nobody is urged to send what is not due yet
    units = [SubmissionClass.returned, .missing].compactMap {
      discipline.urged($0, at: contents.input.asOf)
    }
    let tasks = TaskWording(contents: contents, limit: names)
    overdue = List(contents.tally.overdue, most: most, tasks.sentence)
    causes = CauseWording(causes: contents.causes, names: contents.names, limit: names)
      .sentences(most: most)
  }
}

/// Proposals in words, each put into them once for all that are tried.
private final class SummaryProposals {
  private struct Key: Hashable {
    let proposal: Int
    let names: Int
    let unitsSection: String?
  }

  private let contents: ReportContents
  private var known: [Key: String] = [:]

  init(_ contents: ReportContents) { self.contents = contents }

  /// That in a place of the report's.
  func sentence(_ proposal: Int, names: Int, unitsSection: String?) -> String {
    let key = Key(proposal: proposal, names: names, unitsSection: unitsSection)
    if let sentence = known[key] { return sentence }
    let words = ProposalWording(
      contents: contents, limit: names, unitsSection: unitsSection, isBrief: true)
    let sentence = words.sentence(contents.proposals[proposal])
    known[key] = sentence
    return sentence
  }
}

/// The ordinals of indicators in the order in which a summary has room for them.
private struct SummaryOrder {
  /// What asks for a decision: what is in order takes no room from what is to be said of the rest.
  let urgent: [Int]
  /// The same, then the others in the plan's order.
  let all: [Int]

  init(_ contents: ReportContents) {
    urgent = contents.standings.filter(\.isUrgent).map(\.ordinal)
    all = urgent + contents.standings.filter { !$0.isUrgent }.map(\.ordinal)
  }
}

/// Which indicators a summary shows, and how many names in their cells.
private struct SummaryRows: Hashable {
  /// Their ordinals in the plan.
  let ordinals: [Int]
  let names: Int

  init(_ order: [Int], _ detail: SummaryDetail) {
    ordinals = order.prefix(detail.indicators).sorted()
    names = detail.names
  }

  func table(_ contents: ReportContents) -> IndicatorTable {
    IndicatorTable(ordinals.map { contents.standings[$0 - 1] }, contents.names, limit: names)
  }
}

extension IndicatorStanding {
  /// Whether something is to be said of what it lacks; that nobody has reported it the table says.
  fileprivate var isShort: Bool {
    isUrgent
      && ([.notMet, .behind].contains(verdict) || verdict == .noData && !manner.isNothing)
  }

  /// Whether it asks for a decision.
  fileprivate var isUrgent: Bool {
    !verdict.isGood && ![.inProgress, .noVerdict].contains(verdict) && !isNotYetAsked
      && !isOwedByNobody
  }
}

/// What the template of a summary is filled in with, at one length of its lists.
private struct SummaryWriter {
  let contents: ReportContents
  let detail: SummaryDetail
  let general: [String]
  let texts: SummaryTexts
  let table: IndicatorTable
  let proposals: SummaryProposals

  func blocks(_ templates: Templates) -> [TextDocument.Block] {
    let notice = Stationery(organisation: contents.organisation).notice
    let layout = templates.layout(
      .summary, values, numberOf: "don_vi", in: "de_nghi", proposals(units:))
    let blocks = notice + layout.blocks
    return detail.isAiry ? blocks : blocks.withoutBlanksBetweenSections
  }

  private var values: DocumentValues {
    let asOf = contents.input.asOf.date
    var values = contents.commonValues
    values["phan_dau"] = .block(
      Stationery(organisation: contents.organisation)
        .letterhead(year: asOf.year, month: asOf.month, day: nil, below: []))
    values["ky_hieu"] = .text(contents.organisation.form.reportSign)
    values["danh_gia"] = .items("danh_gia", general)
    values["chi_tieu"] = indicators
    values["don_vi"] = .items("don_vi", texts.units)
    values["qua_han"] = .items("qua_han", limited(texts.overdue, "nhiệm vụ"))
    values["nguyen_nhan"] = .items(
      "nguyen_nhan", detail.hasCauses ? Array(texts.causes.prefix(detail.items)) : [])
    values["de_nghi"] = proposals(units: nil)
    return values
  }

  private var indicators: DocumentValue? {
    guard !table.standings.isEmpty else { return nil }
    let left = contents.standings.count - table.standings.count
    return .section(
      "chi_tieu",
      [
        "bang": .block(.table(table.table)),
        "con_lai": .text(left > 0 ? prose(left).from(.listed) : nil),
        "ghi_chu": .texts(table.briefRemarks),
        "y": .texts(limited(texts.situations, "chỉ tiêu", restKind)),
      ])
  }

  /// Of which kind the indicators are that have no sentence here: others of the plan are not in the table.
  private var restKind: String {
    " " + texts.verdicts.dropFirst(detail.items).map(\.self).uniqued().joined(separator: ", ")
  }

  private func proposals(units: String?) -> DocumentValue? {
    let all = contents.proposals
    // those on single indicators give way first: they are many, and the table shows what is short
    let order =
      all.indices.filter { !all[$0].isOnIndicator } + all.indices.filter { all[$0].isOnIndicator }
    let chosen = order.prefix(detail.proposals).sorted()
    guard !all.isEmpty else { return nil }
    return .section(
      "de_nghi",
      [
        "y": .numbered(
          chosen.map { proposals.sentence($0, names: detail.names, unitsSection: units) }),
        "con_nua": chosen.count < all.count ? .part([:]) : nil,
      ])
  }

  /// The first items of a list, and how many there are besides.
  private func limited(
    _ list: SummaryTexts.List, _ noun: String, _ kind: String = ""
  ) -> [String] {
    let left = list.count - detail.items
    guard left > 0, left > 1 || detail.items == 0 else { return list.first }
    let rest =
      detail.items == 0
      ? "Có \(prose(left).from(.listed)) \(noun)\(kind), nêu tại Báo cáo."
      : "Còn \(prose(left).from(.listed)) \(noun) khác\(kind), nêu tại Báo cáo."
    return list.first.prefix(detail.items) + [rest]
  }
}

extension [TextDocument.Block] {
  /// Without the empty lines before headings, the first one apart.
  fileprivate var withoutBlanksBetweenSections: [TextDocument.Block] {
    var result: [TextDocument.Block] = []
    var hasSection = false
    for block in self {
      if case .heading = block {
        while hasSection, result.last == .blank { result.removeLast() }
        hasSection = true
      }
      result.append(block)
    }
    return result
  }
}
