internal import CLibXLSXWriter

/// What may be typed into cells, and what is said about it.
public struct Validation: Hashable, Sendable {
  /// What may be typed.
  public enum Rule: Hashable, Sendable {
    /// One of the texts in a range of cells. Lists are never put into the rule itself: a list of
    /// more than 255 bytes ends the process.
    case list(CellRange, sheet: String)
    /// A day, both ends included.
    case date(from: SheetDate, through: SheetDate)
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

  /// What may be typed.
  public var rule: Rule
  /// Shown while the cell is chosen.
  public var input: Message?
  /// Shown when something else is typed, which is not taken.
  public var error: Message?

  /// A rule with its notes.
  public init(_ rule: Rule, input: Message? = nil, error: Message? = nil) {
    self.rule = rule
    self.input = input
    self.error = error
  }
}

extension Sheet {
  /// Says what may be typed into a range, whose cells may stay empty. At most 255 times for one
  /// sheet: the library counts in 8 bits. Throws for notes that are too long and for days upside down.
  public func validate(_ range: CellRange, _ validation: Validation) throws {
    let sheet = try unsafe open("validate")
    guard state.validationCount < Int(UInt8.max) else {
      throw refused(.count, "validate", "a sheet has at most \(UInt8.max) validations")
    }
    let strings = CStrings()
    var library = unsafe lxw_data_validation()
    // the library's own: an empty cell is right, and what is wrong is not taken
    try unsafe set(validation.rule, in: &library, strings)
    unsafe (library.input_title, library.input_message) = try unsafe note(validation.input, strings)
    unsafe (library.error_title, library.error_message) = try unsafe note(validation.error, strings)
    let (top, left, bottom, right) = range.corners
    try unsafe check(
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
      return unsafe strings.copy(stored.hasPrefix("=") ? "=" + stored : stored)
    }
    return unsafe (try copy(message.title, 32), try copy(message.text, 255))
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
      unsafe library.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      unsafe library.value_formula = unsafe strings.copy(range.absolute(on: sheet))
    case .date(let first, let last):
      guard first <= last else {
        throw refused(.argument, "validate", "the days \(first) and \(last) are upside down")
      }
      unsafe library.validate = UInt8(LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
      unsafe library.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      unsafe library.minimum_number = Double(first.serial)
      unsafe library.maximum_number = Double(last.serial)
    case .formula(let formula):
      let body = try storedFormula(formula, "validate")
      guard body.utf16.count <= 255 else {
        throw refused(.length, "validate", "the formula is over 255 UTF-16 units")
      }
      unsafe library.validate = UInt8(LXW_VALIDATION_TYPE_CUSTOM_FORMULA.rawValue)
      unsafe library.value_formula = unsafe strings.copy(body)
    }
  }
}
