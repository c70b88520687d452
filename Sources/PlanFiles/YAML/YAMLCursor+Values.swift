internal import PlanModel

/// The values of scalars, always read from their text.
extension YAMLCursor {
  /// Text in form C, line breaks and runs of spaces as one space; never empty.
  func text() -> String? {
    guard let raw = rawText else {
      add(.typeWrong(expected: .text, found: kindName))
      return nil
    }
    let text = OfficeText.folded(raw)
    guard !text.isEmpty else {
      add(.valueEmpty)
      return nil
    }
    // written as "\u200B" inside quotes, such a character is not seen in the file's own text
    guard text.unicodeScalars.allSatisfy({ !OfficeText.isHidden($0) }) else {
      if !report.has(.textDamaged, onLine: place.line) { add(.hiddenCharacter(text)) }
      return nil
    }
    return text
  }

  /// Text of at most `limit` characters.
  func text(atMost limit: Int) -> String? {
    guard let text = text() else { return nil }
    guard text.count <= limit else {
      add(.textTooLong(text, limit: limit))
      return nil
    }
    return text
  }

  /// A code that other files and tables use.
  func code(_ rule: CodeRule = .cell) -> String? {
    guard let text = text() else { return nil }
    guard rule.allows(text) else {
      add(.codeInvalid(text, rule))
      return nil
    }
    return text
  }

  /// One of a closed set of words.
  func word<Word: RawRepresentable<String> & CaseIterable>(_: Word.Type) -> Word? {
    guard let text = text() else { return nil }
    if let word = Word(rawValue: text) { return word }
    add(.valueUnknown(text, among: Word.allCases.map(\.rawValue)))
    return nil
  }

  /// `true` or `false`; the other words that YAML knows for them are not taken.
  func flag() -> Bool? {
    guard let text = text() else { return nil }
    guard text == "true" || text == "false" else {
      add(.valueUnknown(text, among: ["true", "false"]))
      return nil
    }
    return text == "true"
  }

  /// A whole number inside a range.
  func integer(in range: ClosedRange<Int>) -> Int? {
    guard let text = text() else { return nil }
    guard let number = FixedDecimal.parse(text), number.isWhole else {
      add(.notWhole(text))
      return nil
    }
    guard let value = Int(exactly: number.significand), range.contains(value) else {
      add(.outOfRange(text, "\(range.lowerBound)", "\(range.upperBound)"))
      return nil
    }
    return value
  }

  /// A year.
  func year() -> Int? { integer(in: 1900...2200) }

  /// A number, plain or with a percent sign, exact.
  func quantity() -> Quantity? {
    guard let text = text() else { return nil }
    guard let quantity = Quantity.parse(text) else {
      add(.numberInvalid(text))
      return nil
    }
    return quantity
  }

  /// A part of a whole, above 0 and at most 1: `0.5%`, `50%`.
  func part() -> FixedDecimal? {
    guard let quantity = quantity() else { return nil }
    guard quantity.value > .zero, quantity.value <= FixedDecimal(1) else {
      add(.notAShare(rawText ?? ""))
      return nil
    }
    return quantity.value
  }

  /// A day.
  func date() -> CalendarDate? {
    guard let text = text() else { return nil }
    guard let date = CalendarDate.parse(text) else {
      add(.dateInvalid(text))
      return nil
    }
    return date
  }

  /// A moment on the office's clock; a bare date is the end of the day.
  func moment(utcOffsetMinutes: Int) -> CivilTime? {
    guard let text = text() else { return nil }
    guard let moment = CivilTime.parse(text, utcOffsetMinutes: utcOffsetMinutes) else {
      add(.momentInvalid(text))
      return nil
    }
    return moment
  }

  /// A period of any kind, or of one kind, whose example is shown when it is another.
  func period(_ kind: Period.Kind? = nil, example: String = "2024-Q3") -> Period? {
    guard let text = text() else { return nil }
    guard let period = Period.parse(text), kind == nil || period.kind == kind else {
      add(.periodInvalid(text, example: example))
      return nil
    }
    return period
  }

  /// Items of a list, each read by a function; what one of them lacks does not hide the others.
  func list<Item>(_ read: (YAMLCursor) -> Item?) -> [Item]? {
    guard let items = items() else { return nil }
    let values = items.compactMap(read)
    return values.count == items.count ? values : nil
  }

  /// A list of texts.
  func texts() -> [String]? { list { $0.text() } }
}
