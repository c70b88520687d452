internal import PlanModel

/// `due:` of a task.
extension PlanReader {
  static let dated = ["on", "month", "quarter", "half", "year", "years"]
  static let undated = ["every", "after", "under"]
  static let words = ["continuous", "periodic", "unstated"]

  /// One word, or a map with one rule and, after a date, what follows it.
  func deadline(_ cursor: YAMLCursor) -> Deadline? {
    if cursor.rawText != nil {
      guard let text = cursor.text() else { return nil }
      switch text {
      case "continuous": return Deadline(.continuous)
      case "periodic": return Deadline(.periodic)
      case "unstated": return Deadline(.unstated)
      default:
        cursor.add(.deadlineWord(text, example: Self.example(for: text), words: Self.words))
        return nil
      }
    }
    if let key = cursor.onlyKey, let word = key.rawText, Self.words.contains(word) {
      key.add(.deadlineWordAsKey(word))
      return nil
    }
    guard let map = YAMLMapping(cursor, .deadline) else { return nil }
    let names = map.present(Self.dated + Self.undated)
    let then = map["then"]?.word(Deadline.Continuation.self)
    guard let name = names.first, let value = map[name] else {
      map.addOneNeeded(Self.dated + Self.undated)
      return nil
    }
    guard names.count == 1 else {
      cursor.add(.keysExclusive(names, in: YAMLKeys.deadline.what))
      return nil
    }
    if Self.undated.contains(name) { map.key("then")?.add(.thenWithoutDate(name)) }
    guard let rule = rule(name, value) else { return nil }
    return Deadline(rule, then: then)
  }

  private func rule(_ name: String, _ cursor: YAMLCursor) -> Deadline.Rule? {
    switch name {
    case "on":
      return cursor.date().map { dated(.on($0), $0.year...$0.year, last: $0, cursor) }
    case "month": return within(.month, cursor, example: "2022-11")
    case "quarter": return within(.quarter, cursor, example: "2022-Q4")
    case "half": return within(.half, cursor, example: "2022-H1")
    case "year":
      guard let year = cursor.year(), let period = Period(.year, year: year) else { return nil }
      return dated(.within(period), year...year, last: period.span.last, cursor)
    case "years":
      return cursor.years(.deadlineYears).map {
        dated(
          .years(from: $0.lowerBound, to: $0.upperBound), $0,
          last: .last(ofMonth: 12, year: $0.upperBound), cursor)
      }
    case "every": return cursor.word(Cadence.self).map { .every($0) }
    case "after": return after(cursor)
    default:
      guard let text = cursor.text() else { return nil }
      if text == "programme" { return .programme }
      cursor.add(.valueUnknown(text, among: ["programme"]))
      return nil
    }
  }

  private func within(
    _ kind: Period.Kind, _ cursor: YAMLCursor, example: String
  ) -> Deadline.Rule? {
    cursor.period(kind, example: example).map {
      dated(.within($0), $0.year...$0.year, last: $0.span.last, cursor)
    }
  }

  /// Holds the years of a deadline against those of the plan, and its last day against the day the plan
  /// was issued.
  private func dated(
    _ rule: Deadline.Rule, _ years: ClosedRange<Int>, last: CalendarDate, _ cursor: YAMLCursor
  ) -> Deadline.Rule {
    if let term {
      if years.lowerBound < term.lowerBound {
        cursor.add(.deadlineBeforePlan(years.lowerBound, first: term.lowerBound))
      } else if let issuedOn, last < issuedOn {
        cursor.add(.deadlineBeforeIssue(last, issued: issuedOn))
      }
      if years.upperBound > term.upperBound {
        cursor.add(.deadlineAfterPlan(years.upperBound, last: term.upperBound))
      }
    }
    return rule
  }

  /// `{event: CODE, within: 3 months}`.
  private func after(_ cursor: YAMLCursor) -> Deadline.Rule? {
    guard let map = YAMLMapping(cursor, .awaitedEvent) else { return nil }
    let event = map.required("event").flatMap { cursor -> String? in
      guard let text = cursor.code() else { return nil }
      if let declared = eventCodes[text] {
        awaited.events.insert(declared.code)
        return declared.code
      }
      if eventCodes.isWhole { cursor.add(.eventUndeclared(text, among: eventCodes.codes)) }
      return nil
    }
    guard let within = map["within"] else {
      return event.map { .after(event: $0, months: nil) }
    }
    guard let months = months(within), let event else { return nil }
    return .after(event: event, months: months)
  }

  /// `1 month`, `3 months`.
  private func months(_ cursor: YAMLCursor) -> Int? {
    guard let text = cursor.text() else { return nil }
    let words = text.split(separator: " ")
    guard words.count == 2, words[1] == "months" || words[1] == "month",
      let number = FixedDecimal.parse(words[0]), number.isWhole,
      let months = Int(exactly: number.significand), (1...120).contains(months)
    else {
      cursor.add(.monthsInvalid(text))
      return nil
    }
    return months
  }

  /// How a date that was written without its map is to be written.
  private static func example(for text: String) -> String? {
    if CalendarDate.parse(text) != nil { return "{on: \(text)}" }
    guard let period = Period.parse(text) else { return nil }
    switch period.kind {
    case .month: return "{month: \(text)}"
    case .quarter: return "{quarter: \(text)}"
    case .half: return "{half: \(text)}"
    case .nineMonths: return nil
    case .year: return "{year: \(text)}"
    }
  }
}
