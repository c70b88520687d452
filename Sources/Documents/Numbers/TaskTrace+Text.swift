import Assessment
import PlanModel
import VietnameseText

extension TaskTrace {
  /// The trace as an officer reads it on the terminal: the deadline, then each unit with its state and the
  /// rows that reported on it, the one it comes from first.
  public var lines: [String] {
    var lines = [
      "\(plan.code)/\(task.code) \(task.summary) (mục \(task.clause))",
      "Kỳ \(period); lần phát hành \(edition), tính đến \(asOf.text)",
      "Thời hạn: \(PlanWords.deadline(task.deadline, of: plan)) (\(task.deadline.code))" + dueDay,
    ]
    if let event { lines.append("Sự kiện \(event) (\(plan.eventName(event))): \(happened)") }
    for part in parts { lines += [""] + self.lines(part) }
    return lines.map { visible($0) }
  }

  private var dueDay: String {
    parts.first?.assessment.dueOn.map { "; hết hạn ngày \($0.shortText)" }
      ?? "; chưa có ngày hết hạn"
  }

  private var happened: String {
    guard let occurrence = parts.first?.assessment.occurrence else { return "chưa có" }
    let letter = occurrence.document.isEmpty ? "" : ", văn bản \(occurrence.document)"
    let known =
      occurrence.knownOn == occurrence.occurredOn
      ? "" : ", cơ quan biết từ ngày \(occurrence.knownOn.shortText)"
    return "ngày \(occurrence.occurredOn.shortText)" + letter + known
  }

  private func lines(_ part: Part) -> [String] {
    var lines = [
      "\(part.unit) \(part.name): \(Wording.state(part.assessment.state))\(details(part))"
    ]
    if part.rows.isEmpty { lines.append("  chưa có báo cáo nào về nhiệm vụ") }
    for (place, row) in part.rows.reversed().enumerated() {
      // several that lead it together may report in one period
      let isOlder = row.receipt.period != part.rows.last?.receipt.period
      lines += self.lines(row, place == 0 ? "theo" : isOlder ? "trước đó:" : "cùng kỳ:", of: part)
    }
    for explanation in part.explanations {
      lines.append(
        "  giải trình (\(explanation.period), \(explanation.code)): \(explanation.text)")
    }
    return lines
  }

  /// When it was done, and how late it is.
  private func details(_ part: Part) -> String {
    let task = part.assessment
    let done =
      if let day = task.completedOn {
        ", ngày hoàn thành \(day.shortText)"
      } else if let day = task.doneOn {
        ", không ghi ngày hoàn thành, tính ngày báo cáo đầu tiên \(day.shortText)"
      } else {
        ""
      }
    let late = task.state == .doneLate ? "chậm" : "quá hạn"
    return done + (task.daysOverdue > 0 ? ", \(late) \(task.daysOverdue) ngày" : "")
  }

  private func lines(_ row: Row, _ place: String, of part: Part) -> [String] {
    let (receipt, report) = (row.receipt, row.report)
    let letter = receipt.documentNumber.isEmpty ? "" : ", kèm văn bản \(receipt.documentNumber)"
    let said =
      row.saidAt == receipt.receivedAt ? "" : ", báo tình trạng này lần đầu \(row.saidAt)"
    let parts = [
      WorkbookWords.status(report.status), report.percent.map { "đạt \($0.printed)%" },
      report.completedOn.map { "ngày hoàn thành \($0.shortText)" },
      report.documentNumber.isEmpty ? nil : "văn bản \(report.documentNumber)",
    ].compactMap(\.self)
    let note = report.note.isEmpty ? "" : "; ghi chú \(quoted(report.note))"
    return [
      "  \(place) \(receipt.period)/\(receipt.unit)/\(receipt.file), dòng \(report.row): "
        + parts.joined(separator: ", ") + sender(row, part) + note,
      "    nhận \(receipt.receivedAt), lần gửi \(receipt.revision)\(letter)\(said)",
      "    sha256 \(receipt.sha256)",
    ]
  }

  /// Of a row that another unit sent, why it speaks here.
  private func sender(_ row: Row, _ part: Part) -> String {
    if row.receipt.unit == part.unit { return "" }
    return task.isLed(jointlyBy: row.receipt.unit)
      ? " (đơn vị cùng chủ trì)" : " (báo cáo của đơn vị trước sắp xếp)"
  }
}
