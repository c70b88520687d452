import Documents
import Spreadsheets

/// Brings sheets inside the limits of a workbook file before the library sees them.
///
/// A sheet of more rows than a file may have goes on in a second one under the same headings, and a name
/// that no tab may have becomes one that it may. Formulas, links, charts and names follow: formulas are
/// values, so that every range in them can be moved.
enum WorkbookFitting {
  static func fitted(
    _ sheets: [SheetModel], mostRows: Int = CellAddress.rowCount
  ) -> [SheetModel] {
    let names = WorkbookSheetNames.fitted(sheets.map(\.name))
    let isFit = zip(sheets, names).allSatisfy { $0.name == $1 && $0.rows.count <= mostRows }
    if isFit { return sheets }
    var layouts: [String: SheetParts] = [:]
    var taken = Set(names)
    for (sheet, name) in zip(sheets, names) {
      let layout = SheetParts(sheet, name, mostRows: mostRows, taken: &taken)
      if layouts[sheet.name] == nil { layouts[sheet.name] = layout }
    }
    return sheets.flatMap { sheet in
      layouts[sheet.name]?.parts(of: sheet, layouts) ?? [sheet]
    }
  }
}

/// Tab names as Excel takes them.
enum WorkbookSheetNames {
  private static let limit = 31

  /// The names, each of at most 31 UTF-16 units without forbidden signs, no two alike when case does not
  /// count.
  static func fitted(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let made = distinct(clean(name), taken)
      taken.insert(made.lowercased())
      return made
    }
  }

  /// A name nobody has, with a number behind it where need be.
  static func distinct(_ name: String, _ taken: Set<String>) -> String {
    let folded = Set(taken.map { $0.lowercased() })
    var number = 1
    var made = shortened(name, to: limit)
    while folded.contains(made.lowercased()) {
      number += 1
      let tail = " (\(number))"
      made = shortened(name, to: limit - tail.utf16.count) + tail
    }
    return made
  }

  private static func clean(_ name: String) -> String {
    let letters = CellText.clean(name).map { character -> Character in
      let isForbidden = character.unicodeScalars.contains {
        "[]:*?/\\".unicodeScalars.contains($0) || $0.value < 0x20
      }
      return isForbidden ? "-" : character
    }
    let trimmed = String(letters).trimmingPrefix { $0 == "'" || $0 == " " }
    let text = String(trimmed.reversed().drop { $0 == "'" || $0 == " " }.reversed())
    // the one word that Excel keeps for itself
    return text.isEmpty || text.lowercased() == "history" ? "Sheet \(text)" : text
  }

  private static func shortened(_ name: String, to units: Int) -> String {
    var made = ""
    for character in name {
      if made.utf16.count + String(character).utf16.count > units { break }
      made.append(character)
    }
    return made
  }
}
