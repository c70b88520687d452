import DelimitedText
import PlanModel
import VietnameseText

/// Rows of the indicator form.
extension RowReader {
  /// Reads a row; `errors` were found before it was begun.
  mutating func readFigure(_ record: Record, after errors: Int) -> Outcome {
    let plan = plan(of: record)
    let code = code(.indicator, record)
    guard let plan, let code else {
      mention(code ?? "")
      return .inError
    }
    guard let indicator = plan.indicator(code),
      let askedAs = context.asked.number(numbers.count, indicator.code, of: plan.code)
    else {
      let nearest = allNearest(code, among: plan.indicators.map(\.code))
      nearest.forEach { mention($0) }
      report(
        FindingCode.unknownIndicator(
          code, plan: plan.code, nearest: nearest, at: layout.place(.indicator, record)))
      return .inError
    }
    let figure = figure(of: indicator, in: plan, record)
    let isOwed = owed[askedAs]
    if !isOwed, let figure, figure.saysNothing { return notAsked(record) }
    let meaning = figure.map { Meaning.figure($0.numerator, $0.denominator, $0.note) }
    let repetition = repetition(of: indicator.code, number: askedAs, meaning: meaning, record)
    guard let figure else { return .inError }
    if repetition == .leftOut { return .leftOut }
    if !isOwed {
      report(
        FindingCode.notOwed(
          indicator.code, isTask: false, unit: context.unit.code,
          at: layout.place(.indicator, record)))
    }
    check(figure, indicator, record)
    guard findings.errors == errors else { return .inError }
    content.figures.append(figure)
    numbers.append(askedAs)
    return .taken
  }

  /// What the cells beside the codes say; nil when a number is not readable, which has been reported.
  private mutating func figure(
    of indicator: Indicator, in plan: Plan, _ record: Record
  ) -> Figure? {
    let numerator = number(.numerator, indicator, record)
    let denominator = number(.denominator, indicator, record)
    let note = note(.note, record)
    guard let numerator, let denominator else { return nil }
    if isRestOfNumber(note, indicator, record) {
      let index = layout.index(of: .note) ?? 0
      report(
        FindingCode.numberAmongWords(
          layout.headers[index], hasMeasure: true, at: layout.place(index, record), value: note))
      return nil
    }
    return Figure(
      plan: plan.code, indicator: indicator.code, row: record.row, numerator: numerator,
      denominator: denominator, note: note)
  }

  /// In a file of commas, `1,500 triệu` typed for a number makes two cells: the second is nothing but digits
  /// and the measure, right behind a number of three digits at most.
  private func isRestOfNumber(_ note: String, _ indicator: Indicator, _ record: Record) -> Bool {
    guard layout.separator == .comma, let index = layout.index(of: .note), index < record.count,
      !record.isQuoted(index), !record.isQuoted(index - 1),
      index - 1 == layout.index(of: .denominator) ?? layout.index(of: .numerator)
        || index - 1 == layout.index(of: .numerator),
      case let before = record[index - 1], (1...3).contains(before.count),
      before.allSatisfy(\.isDigit)
    else { return false }
    let digits = note.utf8.prefix(while: \.isDigit).count
    guard indicator.measure.isWhole ? digits == 3 : digits > 0 else { return false }
    let measure = PlainKey(indicator.unitOfMeasure).text
    let words = PlainKey(String(note.dropFirst(digits))).text
    return !words.isEmpty && (measure + " ").hasPrefix(words + " ")
  }

  /// A row of the blank form that is not meant for this unit.
  mutating func notAsked(_ record: Record) -> Outcome {
    report(FindingCode.leftOut(.notAsked, at: place(record), value: text(codeColumn, record)))
    normalisations.leftOut(.notAsked, row: record.row)
    return .leftOut
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
    if !code.isEmpty { return code }
    let likely = column == .plan ? nil : likelyCode(record)
    if let likely { mention(likely) }
    report(FindingCode.missingCode(column, likely: likely, at: layout.place(column, record)))
    return nil
  }

  /// The code of the indicator or task whose name stands in a row without one; to be asked about only.
  private func likelyCode(_ record: Record) -> String? {
    guard let plan = context.office.plan(text(.plan, record)) else { return nil }
    let name = text(.name, record)
    guard !name.isEmpty, name.utf8.count < 1_000 else { return nil }
    let key = PlainKey(name)
    return layout.form == .task
      ? plan.tasks.first { PlainKey($0.summary) == key }?.code
      : plan.indicators.first { PlainKey($0.name) == key }?.code
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
      if isRespelled { normalisations.number(typed(), readAs: number) }
      return .value(number)
    case .percent(let number, _):
      guard indicator.measure == .amount else {
        report(FindingCode.percentSign(typed(), at: place, subject: indicator.code))
        return nil
      }
      normalisations.number(typed(), readAs: number)
      return .value(number)
    case .ambiguous(let whole, let fraction):
      report(
        FindingCode.ambiguous(
          typed(), whole: whole, fraction: fraction, allowsFraction: !indicator.measure.isWhole,
          at: place, subject: indicator.code))
      return nil
    case .unreadable(let defect):
      report(FindingCode.unreadable(defect, typed(), at: place, subject: indicator.code))
      return nil
    }
  }

  /// Whether numerator and denominator go together.
  private mutating func check(_ figure: Figure, _ indicator: Indicator, _ record: Record) {
    let place = layout.place(.numerator, record)
    switch (figure.numerator, figure.denominator) {
    case (.value(let above), .value(let below)):
      if !indicator.isQuotient {
        unexpectedDenominator(indicator, mayBeSplit: true, record)
      } else if below == .zero {
        report(
          FindingCode.zero(
            indicator, numerator: above, at: layout.place(.denominator, record)))
      } else if indicator.measure == .share, above > below {
        report(FindingCode.over(above, below, indicator, at: place))
      }
    case (.value, _):
      guard indicator.measure.hasDenominator else { return }
      if layout.index(of: .denominator) == nil {
        lacksDenominator = true
      } else {
        report(
          FindingCode.blankDenominator(indicator, at: layout.place(.denominator, record)))
      }
    case (.blank, let below), (.notApplicable, let below):
      if !indicator.isQuotient, below.value != nil {
        unexpectedDenominator(indicator, mayBeSplit: false, record)
      }
      if figure.numerator == .blank, indicator.isCollected(in: context.period), figure.note.isEmpty
      {
        report(FindingCode.blank(indicator, at: place))
      }
    }
  }

  /// In a file of commas, `1,412` typed for a count makes two cells, the second of three digits, and `5,6`
  /// typed for an amount two of any.
  private mutating func unexpectedDenominator(
    _ indicator: Indicator, mayBeSplit: Bool, _ record: Record
  ) {
    let typed = text(.denominator, record)
    let mayBeHalf =
      indicator.measure.isWhole ? typed.utf8.count == 3 : typed.utf8.allSatisfy(\.isDigit)
    let isSplit =
      mayBeSplit && layout.separator == .comma && mayBeHalf
      && layout.index(of: .denominator).map { $0 > 0 && !record.isQuoted($0) } == true
    report(
      FindingCode.unexpectedDenominator(
        typed, indicator, isSplit: isSplit, at: layout.place(.denominator, record)))
  }
}

extension Figure {
  /// A row of the blank form as it was handed out.
  fileprivate var saysNothing: Bool { numerator.value == nil && denominator.value == nil }
}
