import Assessment
import DocumentTemplates
import PlanModel

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
    var values = organisation.commonValues(period: input.period)
    values["phan_dau"] = .block(
      stationery.letterhead(
        year: asOf.year, month: asOf.month, day: nil,
        below: [Stationery.number(organisation.form.reportSign), organisation.form.draft]))
    values["phan_ky"] = .block(stationery.signature(input.recipients))
    values["ke_hoach"] = .text(input.plan.citation)
    values["tinh_den"] = .text(input.asOf.text)
    values["lan"] = .text(String(lines.report.edition).from(.correction("edition")))
    values["lan_truoc"] = .text(String(correction.previous).from(.correction("previous")))
    values["tinh_den_truoc"] = .text(correction.previousAsOf.text)
    values["thay_doi"] = .text(changes)
    values.merge(sections) { _, new in new }
    return TextDocument(
      stationery.notice + lines.report.templates.layout(.correction, values).blocks)
  }

  private var changes: String {
    let counts = [
      (lines.corrected.count, "corrected", "số liệu điều chỉnh"),
      (lines.added.count, "added", "số liệu bổ sung"),
      (lines.withdrawn.count, "withdrawn", "số liệu rút"),
      (lines.tasksMovedByReport, "tasks_by_report", "đầu việc thay đổi theo báo cáo mới"),
      (
        lines.tasksMovedByOffice, "tasks_by_office",
        "đầu việc thay đổi theo tệp cấu hình của cơ quan tổng hợp"
      ),
    ].filter { $0.0 > 0 }.map { "\(prose($0.0).from(.correction($0.1))) \($0.2)" }
    guard counts.isEmpty else { return counts.joined(separator: ", ") }
    // what came may be rows without a figure
    return lines.comparison.figures.isEmpty && !correction.changedFiles.isEmpty
      ? "thay đổi về cách tính" : "thay đổi"
  }

  private var sections: DocumentValues {
    let all: [String: DocumentValue?] = [
      "so_lieu": figures, "tong_hop": values("tong_hop", lines.totals),
      "so_sanh": .items("so_sanh", lines.comparisons), "don_vi": units,
      "nhiem_vu": tasks, "che_do": .items("che_do", lines.submissions),
      "phat_hanh_khac": .items("phat_hanh_khac", lines.affected),
      "tep": .items("tep", correction.changedFiles.map { onOneLine($0).from(.note("file")) }),
    ]
    return all.compactMapValues(\.self)
  }

  // MARK: figures

  private var figures: DocumentValue? {
    let parts = [
      "dieu_chinh": lines.corrected, "bo_sung": lines.added, "rut": lines.withdrawn,
    ].filter { !$0.value.isEmpty }
    return parts.isEmpty
      ? nil
      : .section(
        "so_lieu", parts.mapValues { .part(["bang": .blocks(Self.tables($0))]) })
  }

  /// A table for each submission that moved figures, below its name.
  private static func tables(_ rows: [CorrectionLines.Figure]) -> [TextDocument.Block] {
    // the reader has one letter in hand and wants to see all it changed
    rows.gathered { $0.unit + ($0.submission.isEmpty ? "" : ", \($0.submission)") }
      .flatMap { head, rows in [.item("\(head):"), .table(table(rows))] }
  }

  private static func table(_ rows: [CorrectionLines.Figure]) -> TextDocument.Table {
    TextDocument.Table(
      [
        .init("TT", 3, .right), .init("Chỉ tiêu", 31), .init("Kỳ", 13),
        .init("Đã nêu", 12, .right), .init("Nay là", 12, .right), .init("Dòng", 4, .right),
      ],
      rows.enumerated().map { number, row in
        func origin(_ field: String) -> NumberOrigin {
          .correction(field, item: row.indicator, unit: row.code, period: row.span)
        }
        return [
          String(number + 1).from(.ordinal), "\(row.indicator) \(row.shortName)", row.period,
          row.old.from(origin("figure_old")), row.new.from(origin("figure_new")),
          row.row.from(origin("figure_row")),
        ]
      })
  }

  // MARK: what followed

  private func values(_ id: String, _ rows: [CorrectionLines.Value]) -> DocumentValue? {
    guard !rows.isEmpty else { return nil }
    let tables = rows.gathered(by: \.unit).enumerated().flatMap { place, group in
      (place > 0 ? [TextDocument.Block.blank] : [])
        + [.plain("\(group.key):"), .table(Self.table(group.elements))]
        + Self.speakers(group.elements)
    }
    return .section(id, ["bang": .blocks(tables)])
  }

  /// Whose figure a value is now, where the newest one speaks for all.
  private static func speakers(_ rows: [CorrectionLines.Value]) -> [TextDocument.Block] {
    rows.compactMap { row in
      row.speaker.map { .item("\(row.indicator): nay lấy số liệu mới nhất của \($0).") }
    }
  }

  private static func table(_ rows: [CorrectionLines.Value]) -> TextDocument.Table {
    TextDocument.Table(
      [
        .init("Chỉ tiêu", 6), .init("Thời kỳ", 15), .init("Đã nêu", 16, .right),
        .init("Nay là", 16, .right), .init("Đánh giá", 14), .init("SL", 8),
      ],
      rows.map {
        [$0.indicator, $0.window.from(.window), $0.old, $0.new, $0.verdict, $0.coverage]
      })
  }

  /// Verdicts of units, all in one table: most have one row.
  private static func turned(_ rows: [CorrectionLines.Value]) -> TextDocument.Table {
    TextDocument.Table(
      [
        .init("Đơn vị", 18), .init("Chỉ tiêu", 6), .init("Thời kỳ", 13),
        .init("Đã nêu", 12, .right), .init("Nay là", 12, .right), .init("Đánh giá", 14),
      ],
      rows.map { [$0.unit, $0.indicator, $0.window.from(.window), $0.old, $0.new, $0.verdict] })
  }

  private var units: DocumentValue? {
    let verdicts = lines.unitVerdicts
    guard !verdicts.isEmpty || !lines.ranks.isEmpty else { return nil }
    return .section(
      "don_vi",
      [
        "danh_gia": verdicts.isEmpty
          ? nil : .part(["bang": .block(.table(Self.turned(verdicts)))]),
        "thu_tu": .items(lines.ranks),
      ])
  }

  private var tasks: DocumentValue? {
    let moved = lines.tasksMovedByTime
    guard !lines.tasks.isEmpty || moved > 0 else { return nil }
    return .section(
      "nhiem_vu",
      [
        "y": .texts(lines.tasks),
        "so_chuyen": .text(
          moved > 0 ? prose(moved).from(.correction("tasks_by_time")) : nil),
      ])
  }
}
