import DelimitedText
import PlanModel
import VietnameseText

/// Recognises rows that hold no figures: titles, repeated headers, numbers of columns, totals, signatures.
///
/// A row with a code in its place is never left out: an unknown code is an error, not a decoration.
extension RowReader {
  func leftOut(_ record: Record) -> FindingCode.LeftOut? {
    if record.row < layout.row { return .title }
    if isHeaderAgain(record) { return .header }
    if record.row == layout.lastRow + 1, isColumnNumbers(record) { return .columnNumbers }
    guard !hasCode(record) else { return nil }
    if isTotal(record) { return .total }
    return hasFigures(record) ? nil : .text
  }

  private var codeColumn: Column { layout.form == .task ? .task : .indicator }

  /// A single word in the code's cell. Words with blanks are no code, such as the place and date of
  /// a signature.
  private func hasCode(_ record: Record) -> Bool {
    let code = text(codeColumn, record)
    return !code.isEmpty && !code.contains(where: \.isWhitespace)
  }

  private func hasFigures(_ record: Record) -> Bool {
    if layout.form == .task { return CellWords.status(text(.status, record)) != nil }
    return [Column.numerator, .denominator].contains { column in
      let words = text(column, record)
      return words.contains(where: \.isNumber) && !isPlaceAndDate(words)
    }
  }

  /// "Ninh Khánh, ngày 16 tháng 9 năm 2024" above a signature, whatever column it falls in.
  private func isPlaceAndDate(_ words: String) -> Bool {
    let key = PlainKey(words).text
    return key.contains("ngay ") && key.contains(" thang ") && key.contains(" nam ")
  }

  private func isTotal(_ record: Record) -> Bool {
    record.texts.contains { cell in
      let key = PlainKey(cell).text
      return key == "cong" || key.hasPrefix("tong ") || key.hasPrefix("tong:") || key == "tong"
        || key.hasPrefix("cong:")
    }
  }

  private func isHeaderAgain(_ record: Record) -> Bool {
    guard let first = layout.columns.firstIndex(where: { $0 != nil }), first < record.count else {
      return false
    }
    let again = zip(record.texts, layout.columns).filter { cell, column in
      column != nil && Column(header: cell) == column
    }
    return again.count >= 2 && again.count * 2 > layout.columns.compactMap(\.self).count
  }

  /// `1 | 2 | 3 | 4(=2/3)` or `A | B | 1 | 2`, as printed forms have below their header.
  private func isColumnNumbers(_ record: Record) -> Bool {
    let cells = record.texts.filter { !$0.isEmpty }
    guard cells.count >= 2 else { return false }
    return cells.allSatisfy { cell in
      let word = cell.filter { !"() ".contains($0) }.prefix { $0 != "=" }
      let isNumber = !word.isEmpty && word.count <= 2 && word.allSatisfy(\.isNumber)
      return isNumber || (word.count == 1 && word.allSatisfy { $0.isLetter && $0.isASCII })
    } && cells.contains { $0.contains(where: \.isNumber) } && text(.plan, record).count <= 2
  }
}
