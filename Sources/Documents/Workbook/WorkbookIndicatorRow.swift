import Assessment
import PlanModel

/// One indicator as the sheet "Biểu 01" speaks of it: its cells, its plan, its words.
struct IndicatorRow {
  let standing: IndicatorStanding
  let format: IndicatorFormat
  private let context: WorkbookContext

  init(_ assessment: IndicatorAssessment, _ number: Int, _ context: WorkbookContext) {
    standing = IndicatorStanding(
      ordinal: number, assessment: assessment, period: context.period, plan: context.input.plan)
    self.context = context
    format = IndicatorFormat(indicator: assessment.indicator)
  }

  var assessment: IndicatorAssessment { standing.assessment }
  var indicator: Indicator { assessment.indicator }
  /// The total in the window that the target speaks of.
  var total: IndicatorCell? { standing.total }
  var isStock: Bool { indicator.numeratorKind == .stock }
  var verdict: Verdict { standing.verdict }
  var earlier: IndicatorCell? { assessment.comparison?.cell }
  /// Whether the value counts units that meet an obligation: then the plan is the units that owe it.
  var countsUnits: Bool { indicator.combination == .unitsMeeting }
  /// Whether the value is a quotient of two rows.
  var isQuotient: Bool { indicator.isQuotient && !countsUnits }
  var decimals: Int { countsUnits ? 0 : indicator.decimals }

  /// The total of the period alone.
  var inPeriod: IndicatorCell? {
    isStock ? total : assessment.cell(assessment.root, .period)
  }

  /// Whether the two times count the same units: else sums would differ by who sent figures.
  var isLikeForLike: Bool { assessment.comparison?.isLikeForLike ?? true }

  /// Whether the value is in per cent; units that meet a rate are counted all the same.
  var isRate: Bool { format.isRate && !countsUnits }

  var unit: String {
    countsUnits ? "đơn vị" : isRate ? "%" : indicator.unitOfMeasure
  }

  /// What the two figures of a rate count; a ratio may have another below than above.
  func unitOfFigures(_ part: WorkbookFigures.Part) -> String {
    guard part == .numerator || indicator.measure == .share else { return "" }
    return indicator.isAverage ? "" : indicator.unitOfMeasure
  }

  func shown(_ cell: IndicatorCell) -> Ratio? {
    countsUnits ? cell.tally.numerator.map { Ratio($0) } : cell.value
  }

  func content(_ value: Ratio, against target: Target.Comparison?) -> SheetStyle.Content {
    countsUnits
      ? .number(decimals: 0) : format.value(value, against: target, isShare: format.isRate)
  }

  let blank = SheetCellContent(value: .blank, content: .centred)

  /// One value less another, as the formula over their cells gives it: of rates in points; nil where these
  /// are too long to be reckoned.
  func difference(_ result: Ratio, by formula: SheetFormula) -> SheetCellContent? {
    guard isRate else {
      let digits = HonestDigits.ofNumber(result, wanted: decimals, against: nil)
      return SheetCellContent(
        value: .formula(formula, result: result), content: .change(decimals: digits))
    }
    let hundred = FixedDecimal(100)
    return result.times(hundred).map {
      SheetCellContent(
        value: .formula(.product(formula, .constant(hundred)), result: $0),
        content: .points(decimals: HonestDigits.ofPoints($0)))
    }
  }

  /// The number of the plan: the target's own, or the units that owe what each of them owes.
  var plan: SheetCellContent {
    guard let total, let target = total.target else { return blank }
    guard countsUnits else { return format.target(target.comparison) }
    // while nobody owes it there is no number of units, only what each will owe
    guard let units = total.tally.denominator, units > .zero else {
      return SheetCellContent(
        value: .text(Wording.target(target.comparison) { format.text($0) }), content: .centred)
    }
    return SheetCellContent(
      value: .figure(units), content: .number(decimals: 0))
  }

  /// A total as a part of the plan's number; of about a number there is none, for it is to be hit from below
  /// and from above.
  func part(_ total: IndicatorCell?, of planned: Ratio?) -> Ratio? {
    guard let total, let planned, let value = shown(total) else { return nil }
    if !countsUnits, case .about = total.target?.comparison { return nil }
    return value.divided(by: planned)
  }

  // MARK: words

  /// What the reader must know beside the numbers.
  var note: String {
    var parts: [String] = []
    guard let cell = total else { return "" }
    if let latest = standing.carriedFrom {
      parts.append("dùng số liệu \(WorkbookWords.short(latest, of: indicator))")
    }
    if countsUnits, let target = cell.target {
      let asked = Wording.target(target.comparison) { format.text($0) }
      parts.append("mỗi đơn vị \(asked.counting(indicator.unitOfMeasure)), đếm số đơn vị đạt")
    }
    for reason in IndicatorCell.LeftOut.Reason.allCases {
      let count = standing.leftOut(reason).count
      if count > 0 { parts.append(reason.clause(of: prose(count))) }
    }
    parts += OtherTargets(assessment: assessment, plan: context.input.plan).clauses
    if isQuotient, cell.verdict == .noData, cell.tally.denominator == .zero {
      parts.append("mẫu số bằng 0, không tính được tỉ lệ")
    }
    if !isQuotient { parts += shortfallParts }
    let missing = cell.missingUnits
    if !missing.isEmpty {
      let names = missing.map(context.nameWithState)
      let what =
        indicator.numeratorKind == .flow ? " chưa đủ số liệu các kỳ" : " chưa có số liệu"
      parts.append("\(missing.count) đơn vị\(what): \(WorkbookWords.list(names, most: 5))")
    }
    if cell.verdict == .insufficient,
      let bounds = BoundsWording(indicator: indicator, cell: cell).clause
    {
      parts += ["số liệu còn thiếu có thể làm thay đổi đánh giá", bounds]
    }
    let change = ChangeWording(indicator: indicator, cell: cell).clause
    if let change { parts.append(change) }
    parts += comparisonParts(cell, hasChange: change != nil)
    if cell.tally.numerator == nil, cell.expectedUnits.isEmpty {
      // the time to collect it may have come, and every unit said that it has none of the matter
      parts.append(
        standing.isNotYetAsked
          ? "chưa đến kỳ thu số liệu" : "không có đơn vị nào thuộc diện phải báo cáo")
    }
    return WorkbookWords.note(parts)
  }

  /// What the earlier total is of, and why nothing is held against it.
  private func comparisonParts(_ cell: IndicatorCell, hasChange: Bool) -> [String] {
    guard let comparison = assessment.comparison else {
      return cell.tally.numerator == nil || hasChange ? [] : ["chưa có số liệu cùng kỳ"]
    }
    let what = "cột 8 là \(time(of: comparison))"
    // of what nobody is judged by there is no number to compare
    let isUnjudged = cell.verdict == .noVerdict && cell.tally.numerator == nil
    if isLikeForLike || isUnjudged { return [what] }
    let moved = hasChange ? nil : changeOfSameUnits
    return [
      what,
      "hai kỳ không cùng các đơn vị có số liệu (\(cell.countedCount) và"
        + " \(comparison.cell.countedCount) đơn vị), "
        + (hasChange || moved != nil ? "nên cột 9 để trống" : "nên không so"),
    ] + [moved].compactMap(\.self)
  }

  /// How the units with figures at both times have moved, as the briefing says it.
  private var changeOfSameUnits: String? {
    let words = IndicatorWording(standing: standing, names: context.names, limit: 0)
    return words.changeOfSameUnits.map {
      [$0.text, $0.basis].compactMap(\.self).joined(separator: ", ")
    }?.unmarked
  }

  /// The time that the earlier figures are from.
  private func time(of comparison: IndicatorAssessment.Comparison) -> String {
    let cell = comparison.cell
    guard cell.window == .point else {
      return WorkbookWords.window(cell.window, of: comparison.period, plan: context.input.plan)
    }
    return WorkbookWords.short(cell.tally.latestPeriod ?? comparison.period, of: indicator)
  }

  /// What is still to be done, as a number of cases and not only as a rate.
  var shortfall: String { WorkbookWords.note(shortfallParts) }

  private var shortfallParts: [String] {
    guard let cell = total, let pace = cell.pace, let numerator = cell.tally.numerator,
      cell.value != nil
    else { return [] }
    let unit = standing.noun
    var parts: [String] = []
    if countsUnits {
      // of those without figures nobody knows
      let short = standing.shortCells.count
      parts.append(
        "cần \(pace.needed.printed) \(unit), \(numerator.printed) đã đạt"
          + (short > 0 ? ", \(short) \(standing.failing)" : ""))
      return numerator < pace.needed ? parts : []
    }
    let (needed, byNow) = (printed(pace.needed), printed(pace.neededByNow))
    let (above, than) = standing.mustPass ? ("trên ", "hơn ") : ("", "")
    if numerator < pace.needed {
      parts.append(
        "cần \(above)\(needed.printed.counting(unit)), còn"
          + " \(than)\((needed - numerator).printed)")
    } else if standing.isAtEdge {
      parts.append("cần \(above)\(needed.printed.counting(unit)), chưa vượt qua")
    }
    if pace.neededByNow != pace.needed {
      if numerator < pace.neededByNow {
        parts.append(
          "theo tiến độ phải có \(above)\(byNow.printed), chậm"
            + " \((byNow - numerator).printed)")
      } else if standing.isAtPace {
        parts.append("theo tiến độ phải có \(above)\(byNow.printed), chưa vượt qua")
      }
    }
    return parts
  }

  /// What must be reached, with no more digits than the indicator is printed with: rounded up, for less is
  /// not enough.
  private func printed(_ needed: FixedDecimal) -> FixedDecimal {
    Ratio(needed).roundedUp(toFractionDigits: max(indicator.decimals, 0)) ?? needed
  }

  /// How the value was made, for the comment on it.
  var making: String {
    guard let cell = total, cell.tally.numerator != nil else { return "" }
    let window = WorkbookWords.window(cell.window, of: context.period, plan: context.input.plan)
    var parts = [WorkbookWords.making(of: indicator) + ". Thời kỳ: \(window)."]
    parts.append(
      cell.expectedUnits.isEmpty
        ? "Trong kỳ không có đơn vị phải báo cáo."
        : "Có đủ số liệu của \(cell.countedCount)/\(cell.expectedUnits.count) đơn vị phải báo cáo.")
    parts.append(
      context.showsUnits
        ? "Số của từng đơn vị: Biểu 02; dòng gốc: Số liệu."
        : "Số của từng đơn vị: data/indicators.csv.")
    return parts.joined(separator: "\n")
  }

  /// Why the verdict is what it is, for the comment on it.
  var reasons: String {
    let meaning = WorkbookWords.meaning(of: verdict)
    guard let cell = total, let pace = cell.pace, pace.monthsElapsed < pace.monthsInAll else {
      return meaning
    }
    return meaning + "\nĐã qua \(pace.monthsElapsed)/\(pace.monthsInAll) tháng của mức phấn đấu."
  }
}
