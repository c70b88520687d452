/// The sheet "Hiệu chỉnh": what the edition changes in the one before.
struct WorkbookCorrections {
  static let name = "Hiệu chỉnh"

  private static let columns: [SheetBuilder.Column] = [
    .init("TT", 5), .init("Nội dung", 22), .init("Đơn vị", 30), .init("Chỉ tiêu", 9),
    .init("Kỳ, thời kỳ", 15), .init("Đã nêu", 17), .init("Nay là", 17),
    .init("Đánh giá", 22), .init("Số đơn vị có đủ số liệu", 14),
    .init("Tệp, dòng, thời điểm nhận", 44),
  ]

  static func sheet(_ context: WorkbookContext, _ correction: Correction) -> SheetModel {
    let lines = CorrectionLines(context.report, correction)
    var sheet = SheetBuilder(name, widths: columns.map(\.width))
    sheet.heading(
      "BIỂU HIỆU CHỈNH SO VỚI LẦN PHÁT HÀNH THỨ \(correction.previous)",
      form: "Biểu tổng hợp số 06", of: context.report)
    let header = sheet.header(columns)
    sheet.freeze(above: header + 2, leftOf: 3)
    sheet.repeatOnPages(header...(header + 1))
    var number = 0
    func add(_ cells: [String]) {
      number += 1
      sheet.add(
        [SheetCell(0, .count(number), SheetStyle(.body, .count))]
          + cells.enumerated().map { place, text in
            let isCentred = (2...7).contains(place)
            return SheetCell(
              place + 1, text.isEmpty ? .blank : .text(text.unmarked),
              isCentred ? SheetStyle(.body, .centred) : SheetStyle(.body))
          })
    }
    for (kind, rows) in [
      ("Điều chỉnh", lines.corrected), ("Bổ sung", lines.added), ("Rút số liệu", lines.withdrawn),
    ] {
      for row in rows {
        add([kind, row.unit, row.indicator, row.period, row.old, row.new, "", "", row.mover])
      }
    }
    for (kind, rows) in [
      ("Kết quả tổng hợp", lines.totals), ("Đánh giá của đơn vị", lines.unitVerdicts),
    ] {
      for row in rows {
        add([
          kind, row.unit, row.indicator, row.window, row.old, row.new, row.verdict, row.coverage,
          row.speaker ?? "",
        ])
      }
    }
    for (kind, texts) in [
      ("Số kỳ trước để so sánh", lines.comparisons), ("Thứ tự của đơn vị", lines.ranks),
      ("Nhiệm vụ", lines.tasks),
      ("Chế độ báo cáo", lines.submissions), ("Lần phát hành cần xem lại", lines.affected),
    ] {
      for text in texts { add([kind, "", "", "", "", "", "", "", text]) }
    }
    sheet.addFilter(from: header + 1, to: sheet.nextRow - 1)
    sheet.foot(of: context.report)
    return sheet.build()
  }
}
