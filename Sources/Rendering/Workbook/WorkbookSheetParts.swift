import Documents

/// How the rows of one sheet are laid out over one tab or several.
struct SheetParts {
  /// A part: its tab, and the rows of the sheet that it adds to the repeated ones.
  private struct Part {
    let name: String
    let rows: Range<Int>
    /// How many rows the part begins with that stand on the first one already.
    let repeated: Int

    /// The row on the tab of a row of the sheet.
    func place(_ row: Int) -> Int { row - rows.lowerBound + repeated }
  }

  private let parts: [Part]

  init(_ sheet: SheetModel, _ name: String, mostRows: Int, taken: inout Set<String>) {
    // the letterhead and the headings stand on every part; a sheet that is nothing else has no more
    let head = sheet.repeatedRows.map { $0.upperBound + 1 } ?? 0
    let repeated = head < mostRows / 2 ? head : 0
    var parts = [Part(name: name, rows: 0..<min(mostRows, sheet.rows.count), repeated: 0)]
    while let last = parts.last, last.rows.upperBound < sheet.rows.count {
      let first = last.rows.upperBound
      let next = WorkbookSheetNames.distinct(name, taken)
      taken.insert(next)
      parts.append(
        Part(
          name: next, rows: first..<min(first + mostRows - repeated, sheet.rows.count),
          repeated: repeated))
    }
    self.parts = parts
  }

  /// The pieces of a range of the sheet on its tabs, in order.
  func pieces(_ range: SheetRange) -> [SheetRange] {
    parts.compactMap { part in
      rows(range.rows, of: part).map { SheetRange($0, range.columns, on: part.name) }
    }
  }

  private func rows(_ rows: ClosedRange<Int>, of part: Part) -> ClosedRange<Int>? {
    let first = max(rows.lowerBound, part.rows.lowerBound)
    let last = min(rows.upperBound, part.rows.upperBound - 1)
    return first <= last ? part.place(first)...part.place(last) : nil
  }

  /// The tabs of the sheet.
  func parts(of sheet: SheetModel, _ layouts: [String: SheetParts]) -> [SheetModel] {
    parts.map { part in
      var made = sheet
      made.name = part.name
      let move = { (range: SheetRange) in rows(range.rows, of: part) }
      made.rows = (sheet.rows.prefix(part.repeated) + sheet.rows[part.rows]).map { row in
        var row = row
        for index in row.cells.indices {
          guard case .formula(let formula, let result) = row.cells[index].value else { continue }
          row.cells[index].value = .formula(
            FormulaMoving(sheet: sheet.name, layouts: layouts).moved(formula), result: result)
        }
        return row
      }
      // every part has its own headings, so a range that goes on there begins with them
      made.filter = sheet.filter.flatMap { filter in
        move(filter).map { rows in
          SheetRange(
            (part.repeated > 0 ? part.repeated - 1 : rows.lowerBound)...rows.upperBound,
            filter.columns)
        }
      }
      made.table =
        part.rows.lowerBound == 0
        ? sheet.table.flatMap { table in
          move(table.range).map { SheetTable(table.name, SheetRange($0, table.range.columns)) }
        } : nil
      made.marks = sheet.marks.compactMap { mark in
        move(mark.range).map { SheetMark(SheetRange($0, mark.range.columns), mark.rule, mark.tone) }
      }
      made.names = sheet.names.compactMap { name in
        move(name.range).map { NamedRange(name.name, SheetRange($0, name.range.columns)) }
      }
      made.keptTogether = sheet.keptTogether.compactMap { group in
        rows(group, of: part)
      }
      made.anchors = sheet.anchors.compactMapValues { row in
        rows(row...row, of: part)?.lowerBound
      }
      made.charts =
        part.rows.lowerBound == 0
        ? sheet.charts.compactMap { $0.moved { layouts[$0]?.pieces($1) ?? [$1] } } : []
      return made
    }
  }
}

extension SheetChart {
  /// The chart over moved cells; nil when a series does not stand on one tab any more.
  fileprivate func moved(_ pieces: (String, SheetRange) -> [SheetRange]) -> SheetChart? {
    func one(_ range: SheetRange) -> SheetRange? {
      guard let sheet = range.sheet else { return range }
      let found = pieces(sheet, range)
      return found.count == 1 ? found.first : nil
    }
    let moved = series.compactMap { series -> Series? in
      guard let categories = one(series.categories), let values = one(series.values) else {
        return nil
      }
      return Series(
        series.name, categories: categories, values: values, tone: series.tone,
        showsValues: series.showsValues)
    }
    guard moved.count == series.count else { return nil }
    return SheetChart(
      kind, title: title, series: moved, isPercent: isPercent, description: description,
      frame: frame)
  }
}
