internal import CLibXLSXWriter

/// The values a cell may take.
public enum Limit<Value: Comparable & Hashable & Sendable>: Hashable, Sendable {
  /// Both ends included.
  case between(Value, Value)
  /// This or more.
  case atLeast(Value)
  /// This or less.
  case atMost(Value)
  /// Just this.
  case equal(Value)
}

/// What may be typed into cells, and what is said about it.
public struct Validation: Hashable, Sendable {
  /// What may be typed.
  public enum Rule: Hashable, Sendable {
    /// One of the texts in a range of cells. Lists are never put into the rule itself: a list of
    /// more than 255 bytes ends the process.
    case list(CellRange, sheet: String)
    /// A whole number.
    case integer(Limit<Int>)
    /// A number.
    case decimal(Limit<Double>)
    /// A day.
    case date(Limit<SheetDate>)
    /// Whatever makes a formula true; it is read for the first cell of the range.
    case formula(String)
  }

  /// A note: a title of at most 32 UTF-16 units and a text of at most 255.
  public struct Message: Hashable, Sendable {
    /// Title.
    public var title: String
    /// Text.
    public var text: String

    /// A title and a text.
    public init(title: String, text: String) {
      self.title = title
      self.text = text
    }
  }

  /// What happens when something else is typed.
  public enum Severity: UInt8, Hashable, Sendable {
    /// It is not taken.
    case stop = 0
    /// The writer is asked.
    case warning = 1
    /// The writer is told.
    case information = 2
  }

  /// What may be typed.
  public var rule: Rule
  /// Shown while the cell is chosen.
  public var input: Message?
  /// Shown when something else is typed.
  public var error: Message?
  /// What happens then.
  public var severity = Severity.stop
  /// Whether the cell may stay empty.
  public var allowsBlank = true

  /// A rule with its notes.
  public init(_ rule: Rule, input: Message? = nil, error: Message? = nil) {
    self.rule = rule
    self.input = input
    self.error = error
  }
}

extension Sheet {
  /// Says what may be typed into a range. At most 255 times for one sheet: the library counts in 8
  /// bits. Throws for notes that are too long and for limits upside down or not finite.
  public func validate(_ range: CellRange, _ validation: Validation) throws {
    let sheet = try open("validate")
    guard state.validationCount < Int(UInt8.max) else {
      throw refused(.count, "validate", "a sheet has at most \(UInt8.max) validations")
    }
    let strings = CStrings()
    var library = lxw_data_validation()
    try set(validation.rule, in: &library, strings)
    // switches that are on when they are 0
    library.ignore_blank = UInt8(
      (validation.allowsBlank ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF).rawValue)
    library.error_type = validation.severity.rawValue
    (library.input_title, library.input_message) = try note(validation.input, strings)
    (library.error_title, library.error_message) = try note(validation.error, strings)
    let (top, left, bottom, right) = range.corners
    try check(
      worksheet_data_validation_range(sheet, top, left, bottom, right, &library),
      "worksheet_data_validation_range")
    withExtendedLifetime(strings) {}
    state.validationCount += 1
  }

  private typealias CText = UnsafeMutablePointer<CChar>?

  private func note(_ message: Validation.Message?, _ strings: CStrings) throws -> (CText, CText) {
    guard let message else { return (nil, nil) }
    // the library takes one "=" off the front
    func copy(_ text: String, _ limit: Int) throws -> CText {
      let stored = try CellText.stored(text, limit: limit, "validate")
      if stored.isEmpty { return nil }
      return strings.copy(stored.hasPrefix("=") ? "=" + stored : stored)
    }
    return (try copy(message.title, 32), try copy(message.text, 255))
  }

  private func set(
    _ rule: Validation.Rule, in library: inout lxw_data_validation, _ strings: CStrings
  ) throws {
    switch rule {
    case .list(let range, let sheet):
      guard range.rowCount == 1 || range.columnCount == 1 else {
        throw refused(.argument, "validate", "the list \(range.a1) has several rows and columns")
      }
      workbook.reference(to: sheet, "validate")
      library.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      library.value_formula = strings.copy(range.absolute(on: sheet))
    case .integer(let limit):
      library.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      try set(limit, in: &library) { Double($0) }
    case .decimal(let limit):
      library.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      try set(limit, in: &library) { $0 }
    case .date(let limit):
      library.validate = UInt8(LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
      try set(limit, in: &library) { Double($0.serial) }
    case .formula(let formula):
      let body = try storedFormula(formula, "validate")
      guard body.utf16.count <= 255 else {
        throw refused(.length, "validate", "the formula is over 255 UTF-16 units")
      }
      library.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
      library.value_formula = strings.copy(body)
    }
  }

  private func set<Value>(
    _ limit: Limit<Value>, in library: inout lxw_data_validation, _ number: (Value) -> Double
  ) throws {
    func finite(_ value: Value) throws -> Double {
      let number = number(value)
      guard number.isFinite else {
        throw refused(.number, "validate", "the limit \(number) is not a number")
      }
      return number + 0
    }
    func set(_ criteria: lxw_validation_criteria, _ value: Value) throws {
      library.criteria = UInt8(criteria.rawValue)
      library.value_number = try finite(value)
    }
    switch limit {
    case .between(let low, let high):
      guard low <= high else {
        throw refused(.argument, "validate", "the limits \(low) and \(high) are upside down")
      }
      library.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      library.minimum_number = try finite(low)
      library.maximum_number = try finite(high)
    case .atLeast(let value): try set(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO, value)
    case .atMost(let value): try set(LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO, value)
    case .equal(let value): try set(LXW_VALIDATION_CRITERIA_EQUAL_TO, value)
    }
  }
}
