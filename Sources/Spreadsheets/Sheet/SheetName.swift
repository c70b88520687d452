/// Rules of sheet names, checked here because the library knows them for ASCII only.
public enum SheetName {
  static let limit = 31

  /// Throws unless Excel takes `name` for a sheet.
  static func validate(_ name: String) throws {
    func refuse(_ sentence: String) -> SpreadsheetError {
      .refused(.sheetName, "addSheet", "sheet name \"\(name)\" \(sentence)")
    }
    guard !name.isEmpty else { throw refuse("is empty") }
    let units = name.utf16.count
    guard units <= limit else { throw refuse("has \(units) UTF-16 units, at most \(limit) fit") }
    if let bad = name.unicodeScalars.first(where: { "[]:*?/\\".unicodeScalars.contains($0) }) {
      throw refuse("has the forbidden character \(bad)")
    }
    // scalars, not characters: a combining mark would hide the apostrophe
    let scalars = name.unicodeScalars
    guard scalars.first != "'", scalars.last != "'" else {
      throw refuse("begins or ends with an apostrophe")
    }
    let isStorable =
      CellText.stored(name) == name && !name.unicodeScalars.contains { $0 == "\n" || $0 == "\t" }
    guard isStorable else { throw refuse("has a control character or an _xHHHH_ sequence") }
    guard folded(name) != "history" else { throw refuse("is reserved by Excel") }
  }

  /// Two names are the same for Excel when their folded forms are equal strings. `==` of strings
  /// compares by canonical equivalence, so the normal form does not matter.
  static func folded(_ name: String) -> String { name.uppercased().lowercased() }

  /// `name` as a formula needs it: in apostrophes, with apostrophes inside doubled.
  ///
  /// Always quoted: an unquoted `NQ21` is a cell, `2024` a number.
  public static func quoted(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "'")) else { return "'" + name + "'" }
    var result = "'"
    for scalar in name.unicodeScalars {
      if scalar == "'" { result.unicodeScalars.append(scalar) }
      result.unicodeScalars.append(scalar)
    }
    return result + "'"
  }
}
