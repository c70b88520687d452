import DelimitedText
import PlanModel
import VietnameseText

/// Rows of the indicator form.
extension RowReader {
  mutating func readFigure(_ record: Record) {
    guard let plan = plan(of: record), let code = code(.indicator, record) else { return }
    guard let indicator = plan.indicator(code) else {
      let nearest = allNearest(code, among: plan.indicators.map(\.code))
      report(
        FindingCode.unknownIndicator(
          code, plan: plan.code, nearest: nearest, at: layout.place(.indicator, record)))
      return
    }
    let isSame = isRepeated("\(plan.code)/\(indicator.code)", record)
    if isSame { return }
    let errors = errorCount
    let numerator = number(.numerator, indicator, record)
    let denominator = number(.denominator, indicator, record)
    let note = note(.note, record)
    guard let numerator, let denominator, errorCount == errors else { return }
    let figure = Figure(
      plan: plan.code, indicator: indicator.code, row: record.row, numerator: numerator,
      denominator: denominator, note: note)
    if isOwed(figure, indicator, record), agrees(figure, indicator, record) {
      guard
        !content.figures.contains(where: { $0.plan == plan.code && $0.indicator == indicator.code })
      else { return }
      content.figures.append(figure)
    }
  }

  /// The plan a row names, if it is collected in this period.
  mutating func plan(of record: Record) -> Plan? {
    guard let code = code(.plan, record) else { return nil }
    guard let plan = context.office.plan(code) else {
      let nearest = allNearest(code, among: context.office.plans.map(\.code))
      report(
        FindingCode.unknownPlan(code, nearest: nearest, at: layout.place(.plan, record)))
      return nil
    }
    guard plan.isCollected(in: context.period) else {
      report(FindingCode.notCollected(plan, context.period, at: layout.place(.plan, record)))
      return nil
    }
    return plan
  }

  /// The code in a cell, as typed.
  mutating func code(_ column: Column, _ record: Record) -> String? {
    let code = text(column, record)
    if code.isEmpty { report(FindingCode.missingCode(column, at: layout.place(column, record))) }
    return code.isEmpty ? nil : code
  }

  /// The entry of a number cell; nil when it is not readable, which has been reported.
  private mutating func number(
    _ column: Column, _ indicator: Indicator, _ record: Record
  ) -> Entry? {
    let cell = bytes(column, record)
    if cell.isEmpty { return .blank }
    let place = layout.place(column, record)
    let typed = { String(decoding: cell, as: UTF8.self) }
    switch NumberReader(allowsFraction: !indicator.measure.isWhole).read(cell) {
    case .blank: return .blank
    case .notApplicable: return .notApplicable
    case .number(let number, let isRespelled):
      guard number.isWhole || !indicator.measure.isWhole else {
        report(FindingCode.notWhole(typed(), at: place, subject: indicator.code))
        return nil
      }
      if isRespelled { normalisations.number(typed(), readAs: number.vietnamese) }
      return .value(number)
    case .percent(let number, _):
      guard indicator.measure == .amount else {
        report(FindingCode.percentSign(typed(), at: place, subject: indicator.code))
        return nil
      }
      return .value(number)
    case .ambiguous(let whole, let fraction):
      report(
        FindingCode.ambiguous(
          typed(), whole: whole, fraction: fraction, isWhole: indicator.measure.isWhole, at: place,
          subject: indicator.code))
      return nil
    case .unreadable(let defect):
      report(FindingCode.unreadable(defect, typed(), at: place, subject: indicator.code))
      return nil
    }
  }

  /// A figure of an indicator that is not asked of the unit would speak for somebody else.
  private mutating func isOwed(
    _ figure: Figure, _ indicator: Indicator, _ record: Record
  ) -> Bool {
    if indicator.reporters.contains(context.unit) { return true }
    guard figure.numerator.value != nil || figure.denominator.value != nil else { return false }
    report(
      FindingCode.notOwed(
        indicator.code, isTask: false, unit: context.unit.code,
        at: layout.place(.indicator, record)))
    return false
  }

  /// Whether numerator and denominator go together.
  private mutating func agrees(
    _ figure: Figure, _ indicator: Indicator, _ record: Record
  ) -> Bool {
    let place = layout.place(.numerator, record)
    let errors = errorCount
    switch (figure.numerator, figure.denominator) {
    case (.value(let above), .value(let below)):
      if indicator.measure == .count {
        let typed = text(.denominator, record)
        let below = layout.place(.denominator, record)
        report(FindingCode.unexpectedDenominator(typed, indicator, at: below))
      } else if indicator.measure == .share, above > below {
        report(FindingCode.over(above, below, indicator, at: place))
      } else if below == .zero {
        report(FindingCode.zero(indicator, numerator: above, at: place))
      }
    case (.value, _):
      if indicator.measure.hasDenominator {
        report(
          FindingCode.blankDenominator(indicator, at: layout.place(.denominator, record)))
      }
    case (.blank, _):
      if indicator.isCollected(in: context.period), figure.note.isEmpty {
        report(FindingCode.blank(indicator, at: place))
      }
    case (.notApplicable, _): break
    }
    return errorCount == errors
  }
}
