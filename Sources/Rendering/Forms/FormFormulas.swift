import Documents
import PlanModel
import Spreadsheets

/// The rules and questions of a form as Excel writes them.
enum FormFormulas {
  // MARK: what may be typed

  /// What a cell takes, and what is said about it; `first` is the first cell of the range. `isLoose` where
  /// one rule must do for rows of several kinds.
  static func validation(
    _ entry: FormEntry, first cell: String, isLoose: Bool
  ) throws -> Validation {
    let prompt = entry.prompt
    let refusal = entry.refusal
    return Validation(
      try rule(entry, cell, isLoose),
      input: Validation.Message(title: prompt.title, text: prompt.text),
      error: Validation.Message(title: refusal.title, text: refusal.text))
  }

  private static func rule(
    _ entry: FormEntry, _ cell: String, _ isLoose: Bool
  ) throws -> Validation.Rule {
    switch entry {
    case .whole: return .formula(number(cell, "\(cell)=INT(\(cell))"))
    case .decimal(let digits):
      return .formula(
        number(cell, "ROUND(\(cell),\(digits))=\(cell)", decimals: isLoose ? 0 : digits))
    case .state: return .list(try FormRenderer.listRange(), sheet: FormRenderer.listName)
    case .percent:
      return .formula(
        "IF(ISNUMBER(\(cell)),AND(\(cell)>=0,\(cell)<=1,ROUND(\(cell),2)=\(cell)),FALSE)")
    case .day(let span): return .date(from: try day(span.first), through: try day(span.last))
    case .text(let limit): return .formula("LEN(\(cell))<=\(limit)")
    }
  }

  /// A cell can hold so many digits.
  private static let cellDigits = 15

  /// A number from 0 that a cell can hold and intake can read, where it comes with all its decimals, or the
  /// sign for "not applicable". A text must not meet arithmetic: the rule would be an error and refuse it.
  private static func number(_ cell: String, _ condition: String, decimals: Int = 0) -> String {
    let whole = min(cellDigits, FixedDecimal.maximumDigits - decimals)
    return "IF(ISNUMBER(\(cell)),AND(\(cell)>=0,\(cell)<1E\(whole),\(condition)),"
      + "OR(\(cell)=\"-\",\(cell)=\"x\"))"
  }

  private static func day(_ date: CalendarDate) throws -> SheetDate {
    try SheetDate(year: date.year, month: date.month, day: date.day)
  }

  // MARK: questions

  /// A formula may have so many characters.
  private static let mostCharacters = 8_192
  /// A function may have so many arguments, one of which says how the sums compare.
  private static let mostTerms = 254

  /// The first open question in words, or an empty text; nil without questions. Of more than a formula can
  /// hold the gravest stay: intake asks the others.
  static func checks(_ checks: [FormCheck]) -> String? {
    let questions = checks.filter { $0.termCount <= mostTerms }
      .map { (check: $0, head: "IF(\(condition($0.test)),\(words($0)),") }
    var room = mostCharacters - nothing.utf16.count
    var kept = Set<Int>()
    for weight in [FormCheck.Weight.wrong, .doubtful, .remark] {
      for (place, question) in questions.enumerated() where question.check.weight == weight {
        room -= question.head.utf16.count + 1
        if room >= 0 { kept.insert(place) }
      }
    }
    guard !kept.isEmpty else { return nil }
    return kept.sorted(by: >).reduce(nothing) { rest, place in "\(questions[place].head)\(rest))" }
  }

  private static let nothing = "\"\""

  private static func condition(_ test: FormCheck.Test) -> String {
    switch test {
    case .fails(let left, let relation, let right):
      let cells = (left + right).compactMap { term -> String? in
        if case .cell(let place) = term { "ISNUMBER(\(a1(place)))" } else { nil }
      }
      let comparison = "\(sum(left))\(sign(relation))\(sum(right))"
      return "AND(" + (cells + ["NOT(\(comparison))"]).joined(separator: ",") + ")"
    case .number(let place, let other):
      return "AND(ISNUMBER(\(a1(place))),\(a1(other))=\"\")"
    case .changes(let place, let other, let part):
      // SUM of a text is 0, where arithmetic with it would be an error
      return "AND(ISNUMBER(\(a1(place))),"
        + "ABS(SUM(\(a1(place)))-SUM(\(a1(other))))>SUM(\(a1(other)))*\(part.plainText))"
    case .text(let place, let text, let other):
      return "AND(\(a1(place))=\(literal(text)),\(a1(other))=\"\")"
    case .day(let place): return "ISNUMBER(\(a1(place)))"
    case .filled(let place, let other, let text):
      return "AND(\(a1(place))<>\"\",\(a1(other))<>\(literal(text)))"
    }
  }

  private static func words(_ check: FormCheck) -> String {
    guard case .day(let place) = check.test else { return literal(check.message) }
    let cell = a1(place)
    return "\(literal(check.message + " "))&DAY(\(cell))&\" tháng \"&MONTH(\(cell))"
  }

  private static func sum(_ terms: [FormCheck.Term]) -> String {
    let parts = terms.map { term in
      switch term {
      case .cell(let place): a1(place)
      case .number(let number): number.plainText
      }
    }
    return "SUM(\(parts.joined(separator: ",")))"
  }

  private static func sign(_ relation: CrossCheck.Relation) -> String {
    relation == .equal ? "=" : relation.rawValue
  }

  /// The header stands above the form's rows.
  private static func a1(_ place: FormCheck.Place) -> String {
    "\(CellAddress.letters(place.column))\(place.row + 2)"
  }

  /// A text inside a formula: at most 255 characters, quotes written twice.
  private static func literal(_ text: String) -> String {
    let short = text.utf16.count <= 200 ? text : String(text.prefix(190)) + "…"
    return "\"" + short.replacing("\"", with: "\"\"") + "\""
  }
}

extension FormCheck {
  /// How many cells and numbers it compares.
  fileprivate var termCount: Int {
    if case .fails(let left, _, let right) = test { left.count + right.count } else { 0 }
  }
}
