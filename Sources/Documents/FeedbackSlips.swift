public import Assessment
import DocumentTemplates
public import PlanModel
import VietnameseText

/// What a unit has to mend, to explain, and what was read for it without asking.
public enum FeedbackSlips {
  /// The slips of a period by unit, in the register's order.
  ///
  /// A submission gets one when it has something to mend or to explain; its number counts those in
  /// the register's order. `submissions` says whether earlier figures of the unit stand.
  public static func documents(
    office: Office, period: Period, submissions: [SubmissionAssessment],
    reviews: [SubmissionReview], templates: Templates = .standard
  ) -> [(unit: String, documents: [TextDocument])] {
    let register = SlipRegister(reviews)
    var slips: [(unit: String, documents: [TextDocument])] = []
    for (place, review) in register.reviews.enumerated() {
      let slip = FeedbackSlip(
        office: office, review: review, number: place + 1,
        inForce: submissions.first {
          $0.key.unit == review.receipt.unit && $0.key.form == review.receipt.form
        }?.inForce,
        names: Names(office, in: period))
      let document = TextDocument(slip.blocks(templates))
      if let known = slips.firstIndex(where: { $0.unit == review.receipt.unit }) {
        slips[known].documents.append(document)
      } else {
        slips.append((review.receipt.unit, [document]))
      }
    }
    return slips
  }

  /// All slips of a unit as one document, with a line between them.
  public static func joined(_ documents: [TextDocument]) -> TextDocument {
    TextDocument(Array(documents.map(\.blocks).joined(separator: [.blank, .separator, .blank])))
  }
}

/// The slip of one submission.
struct FeedbackSlip {
  let office: Office
  let review: SubmissionReview
  let number: Int
  /// The revision of the submission whose rows count; nil when none do.
  let inForce: Receipt?
  let names: Names

  private var receipt: Receipt { review.receipt }
  private var errors: [Finding] { review.findings.filter { $0.severity == .error } }
  private var doubts: [Finding] { review.findings.filter { $0.severity == .explain } }
  private var isReturned: Bool { receipt.state == .returned }

  func blocks(_ templates: Templates) -> [TextDocument.Block] {
    let stationery = Stationery(organisation: office.organisation)
    // the sections of a slip bear letters
    let layout = templates.layout(.feedback, values(stationery)) { number in
      number <= 26 ? String(UnicodeScalar(UInt8(64 + number))) : String(number)
    }
    return stationery.notice + layout.blocks
  }

  private func values(_ stationery: Stationery) -> DocumentValues {
    let day = receipt.receivedAt.date
    var values = office.organisation.commonValues(period: receipt.period)
    values["phan_dau"] = .block(
      stationery.letterhead(
        year: day.year, month: day.month, day: day.day, below: ["Phiếu số \(prose(number))"]))
    values["bieu"] = .text(Wording.name(of: receipt.form))
    values["lan_gui"] = .text(String(receipt.revision))
    values["don_vi"] = .text(names.name(receipt.unit))
    values["ma_don_vi"] = .text(receipt.unit)
    values["tep"] = .text(onOneLine(receipt.file))
    values["nhan_luc"] = .text(
      day.shortText + (receipt.receivedAt.isEndOfDay ? "" : " " + receipt.receivedAt.clockText))
    values["so_dong"] = .text(prose(figureRows))
    values["ket_qua"] = .text(result)
    values["viec_can_lam"] = .text(acts)
    values["han_moi"] = .text(
      office.organisation.calendar.mendDue(after: day).textWithWeekday)
    values["loi"] = section("loi", errors, entry)
    values["giai_trinh"] = section("giai_trinh", doubts, doubt)
    values["quy_chuan"] = .items(
      "quy_chuan", review.normalisations.map { stopped(onOneLine($0)) })
    return values
  }

  private func section(
    _ id: String, _ findings: [Finding], _ entry: (Int, Finding) -> [TextDocument.Block]
  ) -> DocumentValue? {
    findings.isEmpty
      ? nil
      : .section(
        id, ["danh_sach": .blocks(findings.enumerated().flatMap { entry($0 + 1, $1) })])
  }

  // MARK: the head

  private var result: String {
    var parts = SlipRegister.counts(review.findings)
    let marked = Set((errors + doubts).compactMap(\.place.row))
    let clean = figureRows - marked.count
    // when the header or the whole file is in error, no row can be called good
    if clean > 0, errors.allSatisfy({ $0.subject != nil || Self.areAboutRows.contains($0.code) }) {
      parts.append("\(rows(clean)) không có lỗi")
    }
    let state = isReturned ? "TRẢ LẠI" : "ĐÃ TIẾP NHẬN"
    return "\(state): \(parts.joined(separator: "; ")). \(standing)"
  }

  /// Which figures of the unit count now.
  private var standing: String {
    guard isReturned else { return "Số liệu của đơn vị đã được tổng hợp." }
    return inForce.map {
      "Số liệu lần gửi \($0.revision) vẫn được dùng để tổng hợp."
    } ?? "Số liệu của biểu này chưa được tổng hợp."
  }

  private var acts: String {
    var acts: [String] = []
    if !errors.isEmpty { acts.append("sửa \(prose(errors.count)) lỗi") }
    if !doubts.isEmpty { acts.append("ghi giải trình vào cột \"Ghi chú\"") }
    acts.append("gửi lại TOÀN BỘ tệp")
    return acts.joined(separator: ", ").capitalisedFirst
  }

  /// Rows received without those that hold no figures: titles, totals, signatures.
  private var figureRows: Int {
    receipt.rows
      - review.findings.count { ["row-left-out", "duplicate-row-same"].contains($0.code) }
  }

  /// Errors of single rows that name no indicator or task.
  private static let areAboutRows: Set<String> = [
    "row-too-wide", "row-too-narrow", "cell-without-header", "code-missing", "plan-unknown",
    "plan-not-collected", "unit-mismatch", "period-mismatch", "note-is-number",
  ]

  private func rows(_ count: Int) -> String { "\(prose(count)) dòng" }

  // MARK: findings

  private func entry(_ number: Int, _ finding: Finding) -> [TextDocument.Block] {
    var fields: [TextDocument.Field] = []
    if let value = finding.value { fields.append(.init("Đã ghi:", typed(value))) }
    fields.append(.init("Lỗi:", stopped(onOneLine(finding.problem))))
    if !finding.remedy.isEmpty {
      fields.append(.init("Cách sửa:", stopped(onOneLine(finding.remedy))))
    }
    let gap: [TextDocument.Block] = number > 1 ? [.blank] : []
    return gap + [.numbered(number, place(finding)), .fields(fields, isNested: true)]
  }

  private func doubt(_ number: Int, _ finding: Finding) -> [TextDocument.Block] {
    let value = finding.value.map { ", đã ghi \(typed($0))" } ?? ""
    let remedy = finding.remedy.isEmpty ? "" : " " + stopped(onOneLine(finding.remedy))
    return [
      .numbered(
        number, "\(place(finding))\(value): \(stopped(onOneLine(finding.problem)))\(remedy)")
    ]
  }

  /// Where it is and what it is about: `Dòng 5, cột C "Tử số": chỉ tiêu CT05`.
  private func place(_ finding: Finding) -> String {
    let place = finding.place
    var parts: [String] = []
    if let row = place.row ?? place.line { parts.append("dòng \(row)") }
    if let letter = place.columnLetter {
      let header = place.header.map { " " + quoted(toNFC($0), limit: 40) } ?? ""
      parts.append("cột \(letter)\(header)")
    }
    let text = parts.isEmpty ? "Toàn bộ tệp" : parts.joined(separator: ", ").capitalisedFirst
    return text + (subject(finding).map { ": \($0)" } ?? "")
  }

  private func subject(_ finding: Finding) -> String? {
    FindingSubject(finding, in: office).map { subject in
      let code = onOneLine(subject.code)
      if let indicator = subject.indicator { return "chỉ tiêu \(code) (\(indicator.shortName))" }
      let isTask = subject.isTask || receipt.form == .task
      return "\(isTask ? "nhiệm vụ" : "chỉ tiêu") \(code)"
    }
  }

  /// What stands in the cell, so that the unit finds it again.
  private func typed(_ value: String) -> String {
    value.isEmpty ? "(để trống)" : quoted(toNFC(value), limit: 60)
  }
}

/// The sentence with a stop at its end, unless it has one.
private func stopped(_ sentence: String) -> String {
  guard let last = sentence.last, !".!?".contains(last) else { return sentence }
  return sentence + "."
}

extension CivilTime {
  /// `15:42`, as a register notes the time of receipt.
  fileprivate var clockText: String {
    [hour, minute].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
  }
}
