import Assessment
import PlanModel

// Where figures come from, and why they are missing.
extension WorkbookUnits {
  /// More rows than this would make a cell nobody reads; the ledger has them all.
  private static let mostSources = 12

  /// The code of a unit leads to the first of the rows behind its figure.
  func codeCell(
    _ code: String, _ cell: IndicatorCell, _ block: Block, _ style: SheetStyle
  ) -> SheetCell {
    let shown = SheetCell(3, .text(code), style)
    guard !cell.isTotal, !cell.tally.sources.isEmpty else { return shown }
    return shown.linked(
      to: SheetAnchor("\(block.indicator.code) \(code)", on: WorkbookFigures.name),
      tip: "Xem dòng số liệu gốc")
  }

  func source(of cell: IndicatorCell) -> String {
    if cell.isTotal { return "" }
    let rows = cell.tally.sources.compactMap { source in
      context.receipts[source.receipt].map { (receipt: $0, row: source.row) }
    }
    let isPlain = rows.count == 1 && rows.allSatisfy { $0.receipt.period == context.period }
    let texts = rows.suffix(Self.mostSources).map { receipt, row in
      (isPlain ? "" : "\(receipt.period): ") + "\(receipt.file), dòng \(row)"
    }
    return (rows.count > texts.count ? "...\n" : "") + texts.joined(separator: "\n")
  }

  func note(on cell: IndicatorCell, _ block: Block) -> String {
    if cell.isTotal {
      if cell.expectedUnits.isEmpty { return "Trong kỳ không có đơn vị phải báo cáo" }
      return "\(cell.countedCount)/\(cell.expectedUnits.count) đơn vị có đủ số liệu"
        + (cell.memberShareText.map {
          ", chiếm \($0) số \(context.input.office.organisation.membersNoun)"
        } ?? "")
    }
    if cell.isNotApplicable { return "Không áp dụng" }
    var parts: [String] = []
    if let last = context.registry.unit(cell.unit, on: context.period.span.last)?.validTo,
      last < context.period.span.last
    {
      parts.append("kết thúc hoạt động ngày \(last.shortText)")
    }
    if cell.tally.numerator == nil {
      parts.append(missing(cell.unit, block.indicator))
    } else {
      parts += present(cell, block)
    }
    if let mark = cell.breakMark(context.registry.name) { parts.append(mark) }
    return WorkbookWords.note(parts)
  }

  /// Why there is no figure: not sent, returned, or sent without it.
  private func missing(_ unit: String, _ indicator: Indicator) -> String {
    switch context.submission(of: unit) {
    case .missing: return "chưa gửi"
    case .returned: return "trả lại"
    case .onTime, .late, nil: break
    }
    if let row = context.input.figures.figure(indicator.code, of: unit, in: context.period) {
      return row.content.numerator == .notApplicable
        ? "không áp dụng" : "chưa có số liệu (ô để trống)"
    }
    let isWithdrawn = context.input.figures.withdrawn(indicator.code, of: unit)
      .contains { $0.period == context.period }
    return isWithdrawn ? "đã rút số liệu ở bản gửi sau" : "chưa có số liệu (không có dòng)"
  }

  private func present(_ cell: IndicatorCell, _ block: Block) -> [String] {
    var parts: [String] = []
    let isStock = block.indicator.numeratorKind == .stock
    let gaps = cell.gaps.suffix(Self.mostSources).map(\.compactText)
    // of a longer period the last figure there is may not be the last one asked for
    if isStock, let latest = cell.tally.latestPeriod, latest < context.period,
      !gaps.isEmpty || cell.tally.carriedFrom(into: context.period, of: block.indicator) != nil
    {
      parts.append(
        "số liệu \(latest.compactText)"
          + (gaps.isEmpty ? "" : ", thiếu \(gaps.joined(separator: ", "))"))
    }
    if !isStock, !cell.expectedUnits.isEmpty, cell.countedUnits.isEmpty {
      let state = context.submission(of: cell.unit)
      let now =
        state == .missing ? " (kỳ này chưa gửi)" : state == .returned ? " (kỳ này trả lại)" : ""
      parts.append(
        "chưa đủ số liệu các kỳ" + (gaps.isEmpty ? "" : ": \(gaps.joined(separator: ", "))") + now)
    }
    if let denominator = cell.tally.denominator, denominator <= .zero {
      parts.append("mẫu số bằng 0")
    }
    let latest = cell.tally.latestPeriod.flatMap {
      context.input.figures.figure(block.indicator.code, of: cell.unit, in: $0)
    }
    if let words = latest?.content.note, !words.isEmpty { parts.append("đơn vị ghi: \(words)") }
    return parts
  }
}
