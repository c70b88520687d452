import DelimitedText
import PlanModel
import VietnameseText

/// Recognises rows that hold no figures: titles, repeated headers, numbers of columns, totals, signatures.
///
/// A row that names a code, or has a figure where figures stand, is never left out: what is wrong with it
/// is an error, not a decoration.
extension RowReader {
  func leftOut(_ record: Record, hasPlan: Bool) -> FindingCode.LeftOut? {
    let code = text(codeColumn, record)
    if record.row < layout.row {
      let hasCode = hasPlan || Self.looksLikeCode(text(.plan, record))
      let isRow = hasCode && (Self.looksLikeCode(code) || hasFigures(record))
      return isRow || isMeantAsRow(record) ? nil : .title
    }
    // nearly every row of nearly every file
    if hasPlan { return isTotal(record, code, hasPlan: true) ? .total : nil }
    if isHeaderAgain(record) { return .header }
    if followsHeader, isColumnNumbers(record) { return .columnNumbers }
    if isTotal(record, code, hasPlan: false) { return .total }
    if Self.looksLikeCode(text(.plan, record)) { return nil }
    // words with blanks are no code, such as the place and date of a signature
    if !code.isEmpty, !code.contains(where: \.isWhitespace) { return nil }
    return isMeantAsRow(record) || namesCode(record) || hasFigures(record) ? nil : .text
  }

  /// Whether a cell is the code of an indicator or a task, even typed with blanks in it: a row that has
  /// lost its plan, as below a merged cell, is no text around the table.
  private func namesCode(_ record: Record) -> Bool {
    record.texts.contains { text in
      guard text.utf8.count <= 40 else { return false }
      let code = text.filter { !$0.isWhitespace }
      guard code.contains(where: \.isNumber), !code.allSatisfy(\.isNumber) else { return false }
      return context.office.plans.contains {
        layout.form == .task ? $0.task(code) != nil : $0.indicator(code) != nil
      }
    }
  }

  /// Whether a row says what it is about: by codes, even typed with blanks in them, or by its name.
  private func isMeantAsRow(_ record: Record) -> Bool {
    let cells = record.texts.map(\.trimmedOfBlanks)
    if separatorMix(record) != nil || namesCodes(cells) { return true }
    let joined = cells.filter { $0.utf8.count <= 40 }.map { $0.filter { !$0.isWhitespace } }
    if joined != cells, namesCodes(joined) { return true }
    let name = text(.name, record)
    return !name.isEmpty && name.utf8.count < 1_000 && context.asked.isSubject(name)
  }

  /// One word of letters and digits.
  private static func looksLikeCode(_ text: String) -> Bool {
    text.utf8.count <= 40 && !text.contains(where: \.isWhitespace)
      && text.contains(where: \.isNumber) && text.contains(where: \.isLetter)
  }

  // MARK: figures without a code

  private func hasFigures(_ record: Record) -> Bool {
    guard layout.form == .task else {
      return isFigure(.numerator, record) || isFigure(.denominator, record)
    }
    if CellWords.status(text(.status, record)) != nil || isFigure(.percent, record)
      || Self.looksLikeCode(text(.documentNumber, record))
    {
      return true
    }
    switch DateReader.read(text(.completedOn, record)) {
    case .blank, .unreadable(.text): return false
    case .date, .unreadable: return true
    }
  }

  private func isFigure(_ column: Column, _ record: Record) -> Bool {
    let cell = bytes(column, record)
    switch NumberReader(allowsFraction: true).read(cell) {
    case .blank, .notApplicable: return false
    case .number, .percent, .ambiguous: return true
    // "12 người" is meant as a figure, "ngày 5 tháng 10" in its place is not
    case .unreadable(.text): return text(column, record).first?.isNumber == true
    case .unreadable: return true
    }
  }

  // MARK: totals

  private static let totals: Set<String> = [
    "cong", "tong", "tong cong", "tong so", "tong chung", "cong chung", "total", "sum",
  ]
  private static let totalStarts = [
    "tong cong ", "cong chung ", "tong chung ", "tong toan ", "cong toan ", "tong so toan ",
  ]

  /// `Tổng cộng` where a code or a name belongs. Beside a plan's code only the bare words are a total:
  /// an indicator whose code was lost may well be called "Tổng số ...".
  private func isTotal(_ record: Record, _ code: String, hasPlan: Bool) -> Bool {
    let isCode =
      code.contains(where: \.isNumber) || (hasPlan && !Self.isNameOfTotal(code))
    if !code.isEmpty, isCode { return false }
    let words = layout.columns.indices.filter { index in
      switch layout.columns[index] {
      case .numerator, .denominator, .note, .percent, .completedOn, .documentNumber, .status: false
      case .plan: !hasPlan
      default: true
      }
    }.compactMap { $0 < record.count ? Self.key(record.text($0)) : nil }
    return words.contains { word in
      Self.totals.contains(word) || (!hasPlan && Self.totalStarts.contains { word.hasPrefix($0) })
    }
  }

  /// Whether a cell is nothing but the name of a total.
  static func isNameOfTotal(_ text: String) -> Bool { totals.contains(key(text)) }

  /// Folded, without the marks around it.
  private static func key(_ text: String) -> String {
    guard text.utf8.count <= 200 else { return "" }
    let words = text.split { !$0.isLetter && !$0.isNumber && !$0.isMathSymbol }
    return PlainKey(words.joined(separator: " ")).text
  }

  // MARK: headers once more

  private func isHeaderAgain(_ record: Record) -> Bool {
    let named = columns(record)
    let again = named.filter { index, column in layout.meanings[index] == column }
    let known = layout.meanings.count { $0 != nil }
    if again.count < named.count, layout.lastRow == layout.row { return false }
    if again.count >= 2, again.count * 2 > known { return !namesOthers(record) }
    // one row of a header that takes two
    guard layout.lastRow > layout.row, !again.isEmpty else { return false }
    return (0..<min(record.count, layout.width)).allSatisfy { index in
      let cell = record.text(index)
      return cell.isEmpty || Column(header: cell) != nil || layout.says(cell, over: index)
    }
  }

  /// A header of other columns, or in another order: a second table.
  func isAnotherHeader(_ record: Record) -> Bool {
    guard record.row > layout.lastRow else { return false }
    let named = columns(record, within: record.count)
    guard Set(named.map(\.1).filter(\.isTelling)).count >= 3 else { return false }
    let isOther = named.contains { index, column in
      index >= layout.width || layout.meanings[index] != column
    }
    return (isOther || namesOthers(record)) && !isHeaderAgain(record)
  }

  /// Whether another header is that of the other form, so that its table can be a file by itself; two files
  /// of one form would replace each other.
  func namesOtherForm(_ record: Record) -> Bool {
    let named = Set(columns(record, within: record.count).map(\.1))
    return switch layout.form {
    case .indicator: named.contains(.task) && !named.contains(.indicator)
    case .task: named.contains(.indicator) && !named.contains(.task)
    case nil: false
    }
  }

  /// Whether words stand where the header has a column, and name neither it nor another one: below them are
  /// no figures of that column.
  private func namesOthers(_ record: Record) -> Bool {
    (0..<min(record.count, layout.width)).contains { index in
      let cell = record.text(index)
      return layout.meanings[index] != nil && !cell.isEmpty && !layout.says(cell, over: index)
        && Column(header: cell) == nil
    }
  }

  /// The cells that say the name of a column.
  private func columns(_ record: Record, within count: Int? = nil) -> [(Int, Column)] {
    let count = min(record.count, count ?? layout.width)
    // a row with a figure in it is no header, and nearly all rows have one
    return (0..<count).compactMap { index in
      guard let first = record[index].first, !first.isDigit else { return nil }
      return Column(header: record.text(index)).map { (index, $0) }
    }
  }

  /// A header of personal data over a column that nothing is known of, in a row that holds no figures;
  /// or one of several wherever they stand: the table that they head is another than the form's.
  func personalHeader(_ record: Record, leftOutAs reason: FindingCode.LeftOut) -> Finding? {
    guard [.title, .header, .text].contains(reason) else { return nil }
    let headers = record.texts.map(\.trimmedOfBlanks)
    let found = headers.indices.filter { index in
      !headers[index].contains(where: \.isNumber) && PersonalData.isHeader(headers[index])
    }
    // `Điện thoại:` below a form asks whom to call, and heads nothing
    let isTable = found.count { !headers[$0].hasSuffix(":") } > 1
    let first = found.first { isTable || $0 >= layout.width || layout.columns[$0] == nil }
    return first.map { index in
      FindingCode.personal(
        headers[index],
        at: Finding.Place(row: record.row, line: record.line, column: index, header: headers[index])
      )
    }
  }

  /// `1 | 2 | 3 | 4(=2/3)` or `A | B | 1 | 2`, as printed forms have below their header: numbers that count
  /// from one. Others are figures that have lost their code.
  private func isColumnNumbers(_ record: Record) -> Bool {
    let cells = record.texts.map(\.trimmedOfBlanks).filter { !$0.isEmpty }
    guard cells.count >= 3 else { return false }
    var next = 1
    return cells.allSatisfy { cell in
      let word = cell.filter { !"() ".contains($0) }.prefix { $0 != "=" }
      guard Int(word) == next else {
        return next == 1 && word.count == 1 && word.allSatisfy { $0.isLetter && $0.isASCII }
      }
      next += 1
      return true
    } && next > 1
  }
}
