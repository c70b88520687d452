import DelimitedText
import PlanModel

/// The header of a submission: which column stands where.
struct HeaderLayout {
  /// The separator with which it was found.
  let separator: Separator
  /// Its first row and line; a header may take two rows.
  let row: Int
  let line: Int
  let lastRow: Int
  /// The headers as typed, one for each cell.
  let headers: [String]
  /// The column each cell means; nil for an unknown or empty header.
  let columns: [Column?]

  private let places: [Column: Int]

  init(separator: Separator, row: Int, line: Int, lastRow: Int, headers: [String]) {
    self.separator = separator
    self.row = row
    self.line = line
    self.lastRow = lastRow
    self.headers = headers
    columns = headers.map(Column.init(header:))
    places = Dictionary(
      columns.enumerated().compactMap { index, column in column.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// How many cells a full row has.
  var width: Int { headers.count }

  /// Where a column stands, from 0; nil when the form has none.
  func index(of column: Column) -> Int? { places[column] }

  /// How sure it is that this is the header: the columns that name figures.
  var score: Int {
    places.keys.filter { !$0.isReadPast && ![.note, .unit, .period].contains($0) }.count
  }

  /// The form, when the header names one.
  var form: Form? {
    switch (places[.indicator] != nil, places[.task] != nil) {
    case (true, false): .indicator
    case (false, true): .task
    default: nil
    }
  }

  /// A place in a row.
  func place(_ column: Column, _ record: Record) -> Finding.Place {
    guard let index = places[column] else {
      return Finding.Place(row: record.row, line: record.line)
    }
    return place(index, record)
  }

  /// A place in a row, by the cell's number from 0.
  func place(_ index: Int, _ record: Record) -> Finding.Place {
    Finding.Place(
      row: record.row, line: record.line, column: index,
      header: index < headers.count ? headers[index] : nil)
  }

  /// What is wrong with the header, one finding each.
  func findings() -> [Finding] {
    var findings: [Finding] = []
    if places[.indicator] != nil, places[.task] != nil {
      findings.append(FindingCode.bothForms(at: row, line))
    }
    for column in required where places[column] == nil {
      findings.append(FindingCode.missing(column, at: row, line))
    }
    for (index, header) in headers.enumerated() {
      let place = Finding.Place(row: row, line: line, column: index, header: header)
      if let column = columns[index] {
        guard let first = places[column], first != index, ![.name, .shown].contains(column)
        else { continue }
        findings.append(FindingCode.duplicate(column, first: headers[first], at: place))
      } else if PersonalData.isAnnounced(by: header) {
        findings.append(FindingCode.personal(header, at: place))
      } else if !header.isEmpty {
        findings.append(FindingCode.unknown(header, at: place))
      }
    }
    return findings
  }

  private var required: [Column] {
    switch form {
    case .indicator: [.plan, .numerator]
    case .task: [.plan, .status]
    case nil: places[.indicator] == nil && places[.task] == nil ? [.plan, .indicator] : [.plan]
    }
  }
}
