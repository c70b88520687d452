internal import CLibXLSXWriter

extension Workbook {
  /// Names a range, so that formulas can say `ChiTieu_2024` for `'Chỉ tiêu'!$A$1:$A$9`.
  ///
  /// `name`: letters, digits, `_` and `.`, beginning with a letter or `_`, not shaped like a cell,
  /// taken once in the workbook; name and range together must fit the library's 127 bytes each.
  /// Throws otherwise. That `sheet` exists is checked by `close()`.
  public func define(_ name: String, _ range: CellRange, on sheet: String) throws {
    let book = try unsafe open("define")
    let formula = range.absolute(on: sheet)
    // the library counts characters but stores bytes, and cuts the rest
    guard name.utf8.count <= 127, formula.utf8.count <= 127 else {
      throw SpreadsheetError.refused(
        .length, "define", "name \"\(name)\" or its range \(formula) is over 127 bytes")
    }
    try claim(name, "define")
    try unsafe check(workbook_define_name(book, name, formula), "workbook_define_name")
    reference(to: sheet, "define")
  }

  /// The quoted name of a sheet and the sign behind it, as they stand before a cell; that a call spoke of
  /// the sheet, which `close()` must find, is kept in mind.
  @discardableResult
  func reference(to sheet: String, _ call: String) -> String {
    // links to one sheet come in thousands, and to look up letters beyond ASCII takes longer than to compare
    if let last = lastReference, last.sheet == sheet { return last.text }
    let text = references[sheet]?.text ?? SheetName.quoted(sheet) + "!"
    if references[sheet] == nil { references[sheet] = (call, text) }
    lastReference = (sheet, text)
    return text
  }

  /// Takes a name for a range or table; throws when Excel would not take it or it is taken.
  func claim(_ name: String, _ call: String) throws {
    func refuse(_ sentence: String) -> SpreadsheetError {
      .refused(.name, call, "name \"\(name)\" \(sentence)")
    }
    guard let first = name.unicodeScalars.first, name.utf16.count <= 255 else {
      throw refuse("is empty or over 255 UTF-16 units")
    }
    guard first.properties.isAlphabetic || first == "_" else {
      throw refuse("does not begin with a letter or _")
    }
    let fits = name.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0 == "_" || $0 == "." || $0.properties.numericType != nil
        || $0.properties.generalCategory == .nonspacingMark
    }
    guard fits else { throw refuse("has a character other than letters, digits, _ and .") }
    guard !Self.looksLikeCell(name) else { throw refuse("is shaped like a cell") }
    guard definedNames.insert(SheetName.folded(name)).inserted else {
      throw refuse("is taken already (case does not count)")
    }
  }

  /// `A1`, `NQ21`, `R1C1`, `R`, `c5` and the like.
  private static func looksLikeCell(_ name: String) -> Bool {
    let upper = Array(name.uppercased().utf8)
    let letters = upper.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    let rest = upper.dropFirst(letters.count)
    let isDigits = rest.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if (1...3).contains(letters.count) && !rest.isEmpty && isDigits { return true }
    var index = 0
    func skipDigits() {
      while index < upper.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(upper[index]) {
        index += 1
      }
    }
    for letter in [UInt8(ascii: "R"), UInt8(ascii: "C")]
    where index < upper.count && upper[index] == letter {
      index += 1
      skipDigits()
    }
    return index == upper.count
  }
}
