import DelimitedText
import PlanModel
import VietnameseText

/// The header found in a submission, with what follows from it for every file that has the same.
struct FormHeader {
  let layout: HeaderLayout
  /// What is to be said of its spelling.
  let normalisations: Normalisations
  /// Where the cells of plain rows stand; nil when every row is to be read with care.
  let plainColumns: PlainColumns?

  init(_ layout: HeaderLayout) {
    self.layout = layout
    var normalisations = Normalisations()
    for (header, column) in zip(layout.headers, layout.columns) {
      if let column { normalisations.header(header, readAs: column) }
    }
    self.normalisations = normalisations
    plainColumns = PlainColumns(layout)
  }
}

/// The header of a submission: which column stands where.
struct HeaderLayout {
  /// The separator with which it was found.
  let separator: Separator
  /// Its first row and line; a header may take two rows.
  let row: Int
  let line: Int
  let lastRow: Int
  /// The headers on one line each, for findings.
  let headers: [String]
  /// What each of its rows says, as typed.
  let lines: [[String]]
  /// The column each cell names; nil for an unknown or empty header.
  let meanings: [Column?]
  /// The column of its form that each cell means; nil for any other.
  let columns: [Column?]

  private let places: [Column: Int]
  /// Where one of its rows announces personal data.
  private let personal: Set<Int>

  /// A header of one row, or of two, the upper one first.
  init(separator: Separator, row: Int, line: Int, lastRow: Int, lines: [[String]]) {
    self.separator = separator
    self.row = row
    self.line = line
    self.lastRow = lastRow
    self.lines = lines
    let typed = lines.dropFirst().reduce(lines[0], Self.merged)
    headers = typed.map { header in
      visible(toNFC(header.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
    }
    meanings = typed.map(Column.init(header:))
    let form = Self.form(meanings)
    columns = meanings.map { column in column.flatMap { $0.isForeign(to: form) ? nil : $0 } }
    places = Dictionary(
      columns.enumerated().compactMap { index, column in column.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    personal = Set(
      headers.enumerated().filter { Self.isPersonal($0.offset, in: lines, $0.element) }.map(
        \.offset))
  }

  /// Two rows as one: where only one of two cells names a column, that one counts.
  private static func merged(_ upper: [String], _ lower: [String]) -> [String] {
    (0..<max(upper.count, lower.count)).map { index in
      let above = index < upper.count ? upper[index] : ""
      let below = index < lower.count ? lower[index] : ""
      if below.isEmpty || above.isEmpty { return above + below }
      if Column(header: below) != nil { return below }
      return Column(header: above) != nil ? above : "\(above) \(below)"
    }
  }

  /// How many cells a full row has.
  var width: Int { headers.count }

  /// Where a column stands, from 0; nil when the form has none.
  func index(of column: Column) -> Int? { places[column] }

  /// How sure it is that this is the header: the columns that name figures.
  var score: Int { places.keys.count { $0.isTelling } }

  /// How many columns it names, those beside the figures too.
  var named: Int { places.count }

  /// Whether it names more than another one: more that tells, or more around the same row.
  func isFuller(than other: HeaderLayout?) -> Bool {
    guard let other else { return score > 1 }
    if score != other.score { return score > other.score }
    return row <= other.row && other.lastRow <= lastRow && named > other.named
  }

  /// The form, when the header names one.
  var form: Form? { Self.form(columns) }

  private static func form(_ columns: [Column?]) -> Form? {
    switch (columns.contains(.indicator), columns.contains(.task)) {
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
    Finding.Place(row: record.row, line: record.line, column: index, header: header(index))
  }

  /// The header of a cell, by its number from 0; nil when it has none.
  func header(_ index: Int) -> String? {
    index < headers.count && !headers[index].isEmpty ? headers[index] : nil
  }

  /// Whether one of its rows says just this over a column.
  func says(_ text: String, over index: Int) -> Bool {
    lines.contains { index < $0.count && $0[index] == text }
  }

  /// A place in a row that is known by its number only.
  func place(_ column: Column, row: Int) -> Finding.Place {
    let index = places[column]
    return Finding.Place(row: row, column: index, header: index.flatMap(header))
  }

  /// What is wrong with the header, one finding each.
  func findings() -> [Finding] {
    var findings: [Finding] = []
    if places[.indicator] != nil, places[.task] != nil {
      findings.append(FindingCode.bothForms(at: row, line))
    }
    for column in required where places[column] == nil {
      findings.append(missing(column))
    }
    for (index, header) in headers.enumerated() {
      let place = Finding.Place(row: row, line: line, column: index, header: header)
      if let column = columns[index], !personal.contains(index) {
        guard let first = places[column], first != index else { continue }
        // two of the names that are read past do not contradict each other
        if column == .shown || column == .check { continue }
        if column == .name, PlainKey(header) != PlainKey(headers[first]) {
          findings.append(FindingCode.unknown(header, at: place))
          continue
        }
        findings.append(FindingCode.duplicate(column, first: headers[first], at: place))
      } else if personal.contains(index) {
        findings.append(FindingCode.personal(header, at: place))
      } else if !header.isEmpty {
        findings.append(FindingCode.unknown(header, at: place))
      }
    }
    return findings
  }

  /// A column that the form needs, and perhaps the header that was meant for it.
  func missing(_ column: Column) -> Finding {
    let meant = headers.indices.first { index in
      columns[index] == nil && !personal.contains(index) && column.begins(headers[index])
    }
    return FindingCode.missing(column, meant: meant.map { headers[$0] }, at: row, line)
  }

  /// Whether the rows can be understood at all: each cell has one meaning, and none is personal.
  var isReadable: Bool {
    form != nil && required.allSatisfy { places[$0] != nil }
      && personal.isEmpty
  }

  /// Whether one of its rows, or both together, announce personal data in a column.
  private static func isPersonal(_ index: Int, in lines: [[String]], _ header: String) -> Bool {
    let texts = lines.compactMap { index < $0.count ? $0[index] : nil }
    return (texts.count > 1 ? texts + [header] : texts).contains {
      !$0.isEmpty && Column(header: $0) == nil && PersonalData.isAnnounced(by: $0)
    }
  }

  // The denominator is asked for when a row needs one: forms of counts have none.
  private var required: [Column] {
    switch form {
    case .indicator: [.plan, .numerator]
    case .task: [.plan, .status]
    case nil: places[.indicator] == nil && places[.task] == nil ? [.plan, .indicator] : [.plan]
    }
  }
}
