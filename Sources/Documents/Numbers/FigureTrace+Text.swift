import Assessment
import PlanModel
import VietnameseText

extension FigureTrace {
  /// The trace as an officer reads it on the terminal: the value, then each unit with its files and rows.
  public var lines: [String] {
    var lines = [
      "\(plan.code)/\(indicator.code) \(indicator.name) (mục \(indicator.clause))",
      "Kỳ \(period), \(Self.words(cell.window)); lần phát hành \(edition), tính đến \(asOf.text)",
      "\(cell.unit) \(name): \(figures(cell))" + target,
      "Đủ số liệu: \(cell.countedCount)/\(cell.expectedUnits.count) đơn vị"
        + (cell.missingUnits.isEmpty
          ? "" : "; thiếu: \(cell.missingUnits.joined(separator: ", "))"),
    ]
    for part in parts { lines += [""] + self.lines(part) }
    return lines.map { visible($0) }
  }

  private var target: String {
    guard let target = cell.target else { return "" }
    return "; kế hoạch \(countsUnits(cell) ? "mỗi đơn vị " : "")"
      + "\(Wording.target(target.comparison, indicator.printed)): \(Wording.verdict(cell.verdict))"
  }

  /// Whether its numbers are those of the units that meet what each of them owes.
  private func countsUnits(_ cell: IndicatorCell) -> Bool {
    cell.isTotal && indicator.combination == .unitsMeeting
  }

  private func figures(_ cell: IndicatorCell) -> String {
    guard let numerator = cell.tally.numerator else {
      return cell.isNotApplicable ? "không áp dụng" : "chưa có số liệu"
    }
    guard let denominator = cell.tally.denominator, indicator.isQuotient || cell.isTotal else {
      return numerator.printed
    }
    if countsUnits(cell) { return "\(numerator.printed)/\(denominator.printed) đơn vị đạt" }
    let exact = cell.value?.rounded(toFractionDigits: 6).map(indicator.printed)
    return "\(numerator.printed) / \(denominator.printed)" + (exact.map { " = \($0)" } ?? "")
  }

  private func lines(_ part: Part) -> [String] {
    var lines = ["\(part.unit) \(part.name): \(figures(part.cell))"]
    for row in part.rows {
      let numbers = "tử số \(text(row.figure.numerator)), mẫu số \(text(row.figure.denominator))"
      lines += self.lines(row, numbers, of: part)
    }
    for row in part.stockRows {
      lines += self.lines(row, "lấy mẫu số \(text(row.figure.denominator))", of: part)
    }
    for explanation in part.explanations {
      lines.append(
        "  giải trình (\(explanation.period), \(explanation.code)): \(explanation.text)")
    }
    return lines
  }

  private func lines(_ row: Row, _ numbers: String, of part: Part) -> [String] {
    let receipt = row.receipt
    let figure = row.figure
    let note = figure.note.isEmpty ? "" : "; ghi chú \(quoted(figure.note))"
    let letter = receipt.documentNumber.isEmpty ? "" : ", kèm văn bản \(receipt.documentNumber)"
    return [
      "  \(receipt.period)/\(receipt.unit)/\(receipt.file), dòng \(figure.row): \(numbers)"
        + inherited(row, part) + note,
      "    nhận \(receipt.receivedAt), lần gửi \(receipt.revision)\(letter)",
      "    sha256 \(receipt.sha256)",
    ]
  }

  /// Of a row that another unit sent, how much of it counts here.
  private func inherited(_ row: Row, _ part: Part) -> String {
    if row.receipt.unit == part.unit { return "" }
    guard let share = row.share else { return " (số liệu đơn vị trước sắp xếp)" }
    let whole = share == FixedDecimal(1)
    return " (kế thừa \(whole ? "toàn bộ" : "phần \(share.printed)"))"
  }

  private func text(_ entry: Entry) -> String {
    switch entry {
    case .blank: "(để trống)"
    case .notApplicable: "(không áp dụng)"
    case .value(let number): number.printed
    }
  }

  private static func words(_ window: Window) -> String {
    switch window {
    case .point: "số liệu thời điểm"
    case .period: "trong kỳ"
    case .year: "lũy kế từ đầu năm"
    case .term: "lũy kế từ đầu kế hoạch"
    }
  }
}
