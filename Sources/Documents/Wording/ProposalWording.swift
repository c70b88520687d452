import Assessment
import PlanModel

/// Proposals as sentences that a committee can adopt as they stand.
struct ProposalWording {
  let contents: ReportContents
  /// How many units are named in one list.
  let limit: Int
  /// The number of the section that names the units without a valid form.
  let unitsSection: String?
  /// Whether it stands on one page, where there is no room for who is behind in a sum.
  var isBrief = false

  var sentences: [String] { contents.proposals.map(sentence) }

  func sentence(_ proposal: Proposal) -> String {
    switch proposal {
    case .complete(let units, let periods, let moment, let explaining, let remindedInVain):
      complete(units, periods, moment, explaining) + accounting(remindedInVain, of: units) + "."
    case .bring(let standing, let remainder, let units, let behind):
      bring(standing, remainder, units, behind)
    case .close(let standing, let lacking, let units, let period):
      close(standing, lacking, units, period)
    case .explain(let standing, let units, let occasion):
      "Yêu cầu \(whoOrAll(units)) báo cáo nguyên nhân \(fault(standing)) và \(remedy(occasion))"
        + " \(time(occasion))."
    case .account(let standing, let units, let occasion):
      "Yêu cầu \(who(units)) báo cáo nguyên nhân và \(remedy(occasion)) đối với số"
        + " \(isNamed(standing) ? standing.noun : "liệu") thuộc chỉ tiêu"
        + " \(standing.title) \(time(occasion))."
    case .finish(let overdue, let occasion): finish(overdue, occasion)
    case .reassign(let codes):
      "Giao cơ quan chủ trì mới cho \(prose(codes.count).from(.listed)) nhiệm vụ của đơn vị đã kết"
        + " thúc hoạt động, chưa xác định đơn vị kế thừa: "
        + shortened(codes, limit: limit, noun: "nhiệm vụ") + "."
    }
  }

  private func time(_ occasion: Proposal.Occasion) -> String {
    switch occasion {
    case .period(let period): "trong \(period.text)"
    case .after(let moment): "trước \(moment.text)"
    }
  }

  /// What is to be said beside the reason: behind the plan's term nothing of it can be made good any more.
  private func remedy(_ occasion: Proposal.Occasion) -> String {
    switch occasion {
    case .period: "biện pháp khắc phục"
    case .after: "hướng xử lý"
    }
  }

  private func complete(
    _ units: [Addressee], _ owed: [Period], _ moment: CivilTime,
    _ explaining: [Proposal.Silence]
  ) -> String {
    // in a report over several periods no form is asked for but theirs
    let forms =
      contents.input.isCollected
      ? contents.period.text
      : "còn thiếu của "
        + shortened(owed, limit: max(limit, 1), noun: "kỳ") { $0.text }
    var text =
      "Chỉ đạo \(place(of: units) ?? who(units)) hoàn thành biểu số liệu"
      + " \(forms) trước \(moment.textWithWeekday)"
    if explaining.count == 1 {
      text +=
        "; yêu cầu \(contents.names.name(explaining[0].unit)) giải trình việc"
        + " \(periods(explaining[0])) liên tiếp chưa có"
        + " \(Wording.numbers(of: explaining[0].forms)) hợp lệ"
    } else if !explaining.isEmpty {
      text +=
        "; yêu cầu giải trình việc nhiều kỳ liên tiếp chưa có biểu hợp lệ: "
        + shortened(
          explaining, limit: limit, counted: { Set($0.flatMap(\.unit.holders)).count }
        ) {
          "\(contents.names.name($0.unit)) (\(Wording.numbers(of: $0.forms)): \(periods($0)))"
        }
    }
    return text
  }

  /// What is asked of those whom letters have not moved.
  private func accounting(_ units: [Addressee], of all: [Addressee]) -> String {
    guard !units.isEmpty else { return "" }
    let whom = units.count > 1 && units == all ? "các đơn vị này" : who(units)
    return "; yêu cầu \(whom) giải trình việc đã được đôn đốc nhiều lần nhưng chưa hoàn thành"
  }

  /// `02 quý`: what was owed by the period of the form, not by that of the report.
  private func periods(_ silence: Proposal.Silence) -> String {
    prose(silence.periods).from(.submissions("periods_without", unit: silence.unit.unit))
      + " \(silence.last.cycleText)"
  }

  /// `04 đơn vị nêu tại mục III`, when there are several and that section is about just these; where it does
  /// not name all of them, the table of submissions does.
  private func place(of units: [Addressee]) -> String? {
    guard let unitsSection, units.count > 2,
      contents.unitsInArrears == Set(units.map(\.unit)), units.allSatisfy(\.isUnit)
    else { return nil }
    let isPart = [SubmissionClass.returned, .missing].contains {
      isShortened(contents.discipline.entries($0).count, limit: limit)
    }
    let place =
      isPart
      ? "(danh sách tại Biểu \("04".from(.form)) kèm theo)" : "nêu tại mục \(unitsSection)"
    return
      "\(prose(units.count).from(Self.unfinished)) đơn vị chưa có đủ biểu hợp lệ \(place)"
  }

  private static let unfinished = NumberOrigin.submissions(
    "distinct(unit;state=returned|missing)")

  /// All units, where there are none to name.
  private func whoOrAll(_ units: [Addressee]) -> String {
    units.isEmpty ? "các \(contents.organisation.unitsNoun)" : who(units)
  }

  /// Whether what it counts has a name to be spoken of by: an amount is so many of its measure.
  private func isNamed(_ standing: IndicatorStanding) -> Bool {
    !standing.noun.isEmpty && standing.indicator.measure != .amount
  }

  private func bring(
    _ standing: IndicatorStanding, _ remainder: Remainder, _ units: [Addressee],
    _ behind: [Addressee]
  ) -> String {
    let lacking = remainder.amount.counted.from(standing.origin("lacking"))
    let least = standing.mustPass ? "hơn" : "không dưới"
    let amount = "\(least) \(lacking.counting(standing.noun))"
    let wording = IndicatorWording(standing: standing, names: contents.names, limit: limit)
    let basis = wording.partBasis.map { " (\($0))" } ?? ""
    let cycle = contents.period.step.cycleText
    let periods = prose(remainder.periods).from(standing.origin("periods_left"))
    let time =
      remainder.periods == 1
      ? "trong \(remainder.next.text) \(amount)"
      : "\(amount) trong \(periods) \(cycle) còn lại, mỗi \(cycle) \(least)"
        + " \(remainder.each.counted.from(standing.origin("needed_each")))"
    let late =
      isBrief ? [] : ordered(behind, as: standing.behind(naming: limit + 1).map(\.unit))
    return "Giao \(whoOrAll(units)) thực hiện phần còn thiếu của chỉ tiêu"
      + " \(standing.title): \(time)\(basis)"
      + (late.isEmpty
        ? "" : "; yêu cầu \(who(late)) có biện pháp khắc phục việc chậm tiến độ") + "."
  }

  private func close(
    _ standing: IndicatorStanding, _ lacking: FixedDecimal, _ asked: [Addressee],
    _ period: Period
  ) -> String {
    let short = standing.shortUnits(naming: limit + 1)
    let units = short.isEmpty ? asked : ordered(asked, as: short.map(\.unit))
    let own = standing.lackingOfShortUnits
    let amount =
      (own?.counted.from(standing.origin("lacking_of_short"))
      ?? lacking.counted.from(standing.origin("lacking")))
      .counting(standing.noun)
    let whom =
      units.isEmpty
      ? "các đơn vị \(standing.failing)"
      : short.isEmpty || own != nil || standing.isLocated
        ? who(units) : "các đơn vị \(standing.failing) (\(list(units)))"
    // what a unit lacks that has left nobody is in the sum, and asked of none
    let than = standing.mustPass ? "hơn " : ""
    let part = short.isEmpty || units.count == short.count ? " (\(than)\(amount))" : ""
    return "Chỉ đạo \(whom) hoàn thành phần còn thiếu\(part)"
      + " của chỉ tiêu \(standing.title) trong \(period.text)\(own.map { rest(standing, lacking - $0) } ?? "")."
  }

  /// Whose earlier figures hold the rest of a gap; nothing where they do not make up just that.
  private func rest(_ standing: IndicatorStanding, _ amount: FixedDecimal) -> String {
    let earlier = standing.shortEarlier
    guard earlier.amount == amount else { return "" }
    let counted = amount.counted.from(standing.origin("lacking_earlier"))
    return "; \(counted.counting(standing.noun)) còn lại theo số liệu kỳ trước"
      + " của \(prose(earlier.count).from(standing.origin("units_short_earlier"))) đơn vị chưa có số"
      + " liệu kỳ này"
  }

  /// What a unit is to give the reason of. As long as the time runs nothing has been missed yet.
  private func fault(_ standing: IndicatorStanding) -> String {
    let indicator = "chỉ tiêu \(standing.title)"
    guard standing.verdict == .behind, standing.isOver else {
      return "\(standing.failing) \(indicator)"
    }
    let words = IndicatorWording(standing: standing, names: contents.names, limit: limit)
    return "\(indicator) đang vượt mức \(words.targetWords)"
  }

  private func finish(
    _ overdue: [Proposal.Unfinished], _ occasion: Proposal.Occasion
  ) -> String {
    // those that nobody can be asked for any more are not among them
    let codes = Set(overdue.map(\.code))
    let isAll = codes.count == Set(contents.tally.overdue.map(\.task.code)).count
    let count = prose(codes.count).from(isAll ? .tasks("distinct(task;state=overdue)") : .listed)
    let demand =
      switch occasion {
      case .period: "hoàn thành"
      case .after: "báo cáo nguyên nhân và \(remedy(occasion)) đối với"
      }
    return "Yêu cầu \(demand) \(count) nhiệm vụ quá hạn \(time(occasion)): "
      + shortened(
        overdue.gathered(by: \.leads), limit: limit, separator: "; ",
        counted: { Set($0.flatMap { $0.key.flatMap(\.holders) }).count }
      ) { "\(who($0.key)) (\($0.elements.map(\.code).joined(separator: ", ")))" } + "."
  }

  /// Those who are asked, in the order of the units they answer for.
  private func ordered(_ asked: [Addressee], as units: [String]) -> [Addressee] {
    // thousands need not be looked up when each answers for itself
    if asked.count == units.count, asked.allSatisfy(\.isUnit) { return units.map { Addressee($0) } }
    let byUnit = asked.keyed(by: \.unit)
    return units.compactMap { byUnit[$0] }
  }

  private func who(_ units: [Addressee]) -> String {
    let groups = units.allSatisfy(\.isUnit) ? nil : gathered(units)
    guard isShortened(groups?.count ?? units.count, limit: limit), limit > 0 else {
      return list(units)
    }
    let count = groups.map { Self.bodies($0[...]) } ?? units.count
    return "\(prose(count).from(.listed)) đơn vị (\(list(units)))"
  }

  private func list(_ units: [Addressee]) -> String {
    if units.allSatisfy(\.isUnit) {
      return shortened(units, limit: limit) { contents.names.name($0.unit) }
    }
    return shortened(gathered(units), limit: limit, counted: Self.bodies) {
      contents.names.name($0.holders, answeringFor: $0.units)
    }
  }

  /// Those who answer together, and the units they answer for.
  private typealias Group = (holders: [String], units: [String])

  /// How many bodies are asked: several may have taken over from one unit.
  private static func bodies(_ groups: ArraySlice<Group>) -> Int {
    Set(groups.flatMap(\.holders)).count
  }

  /// Who took over from several units is asked once.
  private func gathered(_ units: [Addressee]) -> [Group] {
    units.gathered(by: \.holders).map { ($0, $1.map(\.unit)) }
  }
}
