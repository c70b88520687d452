import Assessment
import PlanModel
import VietnameseText

/// The notice of what an edition corrects in the one before (`hieu-chinh.txt`).
public enum CorrectionNotice {
  /// The notice; nil when the edition corrects nothing.
  public static func document(_ report: Report) -> TextDocument? {
    report.correction.map { NoticeWriter(lines: CorrectionLines(report, $0)).document }
  }
}

private struct NoticeWriter {
  let lines: CorrectionLines

  private var input: AssessmentInput { lines.report.assessment.input }
  private var correction: Correction { lines.correction }

  var document: TextDocument {
    let organisation = input.office.organisation
    let stationery = Stationery(organisation: organisation)
    let asOf = input.asOf.date
    var blocks = stationery.notice
    blocks += [
      stationery.letterhead(
        year: asOf.year, month: asOf.month, day: nil,
        below: [Stationery.number(organisation.form.reportSign), organisation.form.draft]),
      .blank,
      .title([
        "BÁO CÁO", "hiệu chỉnh số liệu thực hiện \(input.plan.citation)", input.period.text,
        "(lần phát hành thứ \(lines.report.edition), thay lần phát hành thứ \(correction.previous))",
      ]),
      .rule, .blank, .paragraph(opening),
    ]
    for (number, section) in sections.enumerated() {
      blocks += [.blank, .heading("\(roman(number + 1))- \(section.title)")] + section.body
    }
    blocks += [.blank, stationery.signature(organisation.form.reportRecipients)]
    return TextDocument(blocks)
  }

  private var opening: String {
    let counts = [
      (lines.corrected.count, "số liệu điều chỉnh"), (lines.added.count, "số liệu bổ sung"),
      (lines.withdrawn.count, "số liệu rút"),
    ].filter { $0.0 > 0 }.map { "\(prose($0.0)) \($0.1)" }
    return "So với lần phát hành thứ \(correction.previous) (tình hình tính đến"
      + " \(correction.previousAsOf.text)), lần phát hành này (tính đến \(input.asOf.text)) có "
      + (counts.isEmpty ? "thay đổi về cách tính" : counts.joined(separator: ", "))
      + ", cụ thể:"
  }

  private var sections: [(title: String, body: [TextDocument.Block])] {
    let all: [(title: String, body: [TextDocument.Block])] = [
      ("SỐ LIỆU CỦA ĐƠN VỊ", figures), ("KẾT QUẢ TỔNG HỢP", values(lines.totals)),
      ("ĐÁNH GIÁ, THỨ TỰ CỦA ĐƠN VỊ", units), ("NHIỆM VỤ", tasks),
      ("CHẾ ĐỘ BÁO CÁO", lines.submissions.map { .item($0) }),
      ("CÁC LẦN PHÁT HÀNH KHÁC CẦN XEM LẠI", lines.affected.map { .item($0) }),
      (
        "TỆP CẤU HÌNH CỦA CƠ QUAN TỔNG HỢP ĐÃ THAY ĐỔI",
        correction.changedFiles.map { .item(onOneLine($0)) }
      ),
    ]
    return all.filter { !$0.body.isEmpty }
  }

  // MARK: figures

  private var figures: [TextDocument.Block] {
    let parts = [
      ("Điều chỉnh số liệu đã phát hành:", lines.corrected),
      ("Bổ sung số liệu trước đây chưa có:", lines.added),
      ("Rút số liệu đã phát hành (bản gửi sau không còn dòng này):", lines.withdrawn),
    ].filter { !$0.1.isEmpty }
    return parts.enumerated().flatMap { place, part -> [TextDocument.Block] in
      (place > 0 ? [.blank] : []) + [.plain(part.0)]
        + Self.byFile(part.1).flatMap { group in
          [.item("\(group.head):"), .table(Self.table(group.rows))]
        }
    }
  }

  /// The rows by the submission that moved them, in order of first appearance: the reader has one letter
  /// in hand and wants to see all it changed.
  private static func byFile(
    _ rows: [CorrectionLines.Figure]
  ) -> [(head: String, rows: [CorrectionLines.Figure])] {
    var groups: [(head: String, rows: [CorrectionLines.Figure])] = []
    for row in rows {
      let head = row.unit + (row.submission.isEmpty ? "" : ", \(row.submission)")
      if let place = groups.firstIndex(where: { $0.head == head }) {
        groups[place].rows.append(row)
      } else {
        groups.append((head, [row]))
      }
    }
    return groups
  }

  private static func table(_ rows: [CorrectionLines.Figure]) -> TextDocument.Table {
    TextDocument.Table(
      [
        .init("TT", 3, .right), .init("Chỉ tiêu", 31), .init("Kỳ", 13),
        .init("Đã nêu", 12, .right), .init("Nay là", 12, .right), .init("Dòng", 4, .right),
      ],
      rows.enumerated().map { number, row in
        [
          String(number + 1), "\(row.indicator) \(row.shortName)", row.period, row.old, row.new,
          row.row,
        ]
      })
  }

  // MARK: what followed

  private func values(_ rows: [CorrectionLines.Value]) -> [TextDocument.Block] {
    guard !rows.isEmpty else { return [] }
    let units = rows.map(\.unit).unique
    return units.enumerated().flatMap { place, unit -> [TextDocument.Block] in
      (place > 0 ? [.blank] : [])
        + [.plain("\(unit):"), .table(Self.table(rows.filter { $0.unit == unit }))]
    } + [.plain("Ghi chú: SL: số đơn vị có đủ số liệu trên số đơn vị phải báo cáo.")]
  }

  private static func table(_ rows: [CorrectionLines.Value]) -> TextDocument.Table {
    TextDocument.Table(
      [
        .init("Chỉ tiêu", 6), .init("Thời kỳ", 15), .init("Đã nêu", 16, .right),
        .init("Nay là", 16, .right), .init("Đánh giá", 14), .init("SL", 8),
      ],
      rows.map { [$0.indicator, $0.window, $0.old, $0.new, $0.verdict, $0.coverage] })
  }

  /// Verdicts of units, all in one table: most have one row.
  private func turned(_ rows: [CorrectionLines.Value]) -> [TextDocument.Block] {
    guard !rows.isEmpty else { return [] }
    return [
      .table(
        TextDocument.Table(
          [
            .init("Đơn vị", 18), .init("Chỉ tiêu", 6), .init("Thời kỳ", 13),
            .init("Đã nêu", 12, .right), .init("Nay là", 12, .right), .init("Đánh giá", 14),
          ],
          rows.map { [$0.unit, $0.indicator, $0.window, $0.old, $0.new, $0.verdict] }))
    ]
  }

  private var units: [TextDocument.Block] {
    var blocks = turned(lines.unitVerdicts)
    if !lines.ranks.isEmpty {
      if !blocks.isEmpty { blocks.append(.blank) }
      blocks.append(.plain("Thứ tự của đơn vị theo giá trị chỉ tiêu (cũ -> nay):"))
      blocks += lines.ranks.map { .item($0) }
    }
    return blocks
  }

  private var tasks: [TextDocument.Block] {
    var blocks: [TextDocument.Block] = lines.tasks.map { .item($0) }
    if lines.tasksMovedByTime > 0 {
      blocks.append(
        .item(
          "\(prose(lines.tasksMovedByTime)) đầu việc chuyển tình trạng do thời điểm tính hoặc do cấu"
            + " hình, không do báo cáo mới."))
    }
    return blocks
  }
}
