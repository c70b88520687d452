internal import PlanModel

/// A column that a CSV file of the office may have.
struct TableColumn {
  let name: String
  var isRequired = true
}

/// A small CSV file of the office, its header held against the columns it may have.
struct OfficeTable {
  /// The rows below the header; blank ones are left out.
  let rows: [OfficeRow]
  /// Rows of another width, whose first cells may still be what they seem; they have their
  /// findings.
  let misfits: [OfficeRow]

  /// Reads the whole file; nil, with findings, when its header or its quotes make the rows
  /// doubtful.
  ///
  /// A row of another width than the header's is a finding and left out.
  init?(_ bytes: [UInt8], _ report: FileReport, columns: [TableColumn]) {
    guard let records = OfficeRecord.read(bytes, report) else { return nil }
    guard let header = records.first else {
      report.add(.tableEmpty(columns.map(\.name)))
      return nil
    }
    guard let names = Self.names(header, report, columns) else { return nil }
    let optional = Set(columns.filter { !$0.isRequired }.map(\.name))
    let head = OfficeHead(names: names, report: report)
    var rows: [OfficeRow] = []
    var misfits: [OfficeRow] = []
    for record in records.dropFirst() where !record.fields.allSatisfy({ $0.isEmpty }) {
      let row = OfficeRow(record: record, head: head)
      let missing = names.dropFirst(record.fields.count)
      guard record.fields.count <= names.count, missing.allSatisfy(optional.contains) else {
        report.add(
          .rowWidth(record.fields.count, header: names.count),
          at: .init(row: record.row, line: record.line))
        misfits.append(row)
        continue
      }
      rows.append(row)
    }
    self.rows = rows
    self.misfits = misfits
  }

  /// The header's columns by name, in its order; nil, with findings, when one is unknown, lacking
  /// or there twice.
  private static func names(
    _ header: OfficeRecord, _ report: FileReport, _ columns: [TableColumn]
  ) -> [String]? {
    let known = columns.map(\.name)
    var names: [String] = []
    var isGood = true
    for (index, field) in header.fields.enumerated() {
      let place = Finding.Place(row: header.row, line: header.line, column: index, header: field)
      let name = field.lowercased()
      if !known.contains(name) {
        report.add(.columnUnknown(field, among: known), at: place)
        isGood = false
      } else if names.contains(name) {
        report.add(.columnDuplicate(field), at: place)
        isGood = false
      }
      names.append(name)
    }
    for column in columns where column.isRequired && !names.contains(column.name) {
      report.add(.columnMissing(column.name), at: .init(row: header.row, line: header.line))
      isGood = false
    }
    return isGood ? names : nil
  }
}

/// What all rows of a table have in common.
final class OfficeHead {
  let names: [String]
  let report: FileReport

  init(names: [String], report: FileReport) {
    self.names = names
    self.report = report
  }
}

/// One row below the header.
struct OfficeRow {
  private let record: OfficeRecord
  private let head: OfficeHead

  /// The line of the file on which it begins, from 1.
  var line: Int { record.line }

  init(record: OfficeRecord, head: OfficeHead) {
    self.record = record
    self.head = head
  }

  /// The cell of a column; nil when it is empty or the file has no such column.
  subscript(name: String) -> OfficeCell? {
    index(of: name).flatMap { record.fields[$0].isEmpty ? nil : cell($0) }
  }

  /// The cell of a column that must be filled; nil with a finding.
  func required(_ name: String) -> OfficeCell? {
    if let cell = self[name] { return cell }
    index(of: name).map(cell)?.add(.valueMissing(name))
    return nil
  }

  /// The place of the row as a whole.
  var place: Finding.Place { .init(row: record.row, line: line) }

  /// Few columns, many rows: looking through the names costs less than a table of each row.
  private func index(of name: String) -> Int? {
    head.names.firstIndex(of: name).flatMap { $0 < record.fields.count ? $0 : nil }
  }

  private func cell(_ index: Int) -> OfficeCell {
    let name = head.names[index]
    return OfficeCell(
      text: record.fields[index],
      place: Finding.Place(
        row: record.row, line: record.line, column: index, header: name),
      report: head.report)
  }
}

/// One filled cell.
struct OfficeCell {
  /// Its text, form C, trimmed.
  let text: String
  let place: Finding.Place
  let report: FileReport

  func add(_ complaint: Complaint) { report.add(complaint, at: place) }

  /// Its text, when every sign of it can be seen.
  func visibleText() -> String? {
    guard text.unicodeScalars.allSatisfy({ !OfficeText.isHidden($0) }) else {
      add(.hiddenCharacter(text))
      return nil
    }
    return text
  }

  /// Its text as a code.
  func code(_ rule: CodeRule) -> String? {
    guard rule.allows(text) else {
      add(.codeInvalid(text, rule))
      return nil
    }
    return text
  }

  /// Its text as a day.
  func date() -> CalendarDate? {
    guard let date = CalendarDate.parse(text) else {
      add(.dateInvalid(text))
      return nil
    }
    return date
  }
}
