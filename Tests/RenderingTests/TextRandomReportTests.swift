import Assessment
import Documents
import Foundation
import PlanModel
import TestSupport
import Testing

@testable import Rendering

/// Whatever an office is sent, its documents keep their form.
@Suite struct TextRandomReportTests {
  /// Every document of a report, by name.
  private func documents(_ builder: ReportBuilder) -> [(name: String, document: TextDocument)] {
    let report = builder.report
    return [
      ("bao-cao", Briefing.document(ReportContents(report))),
      ("tom-tat", Summary.onOnePage(report)),
    ] + (builder.letters + builder.slips).map { ($0.name, $0.document) }
  }

  @Test(arguments: UInt64(1)...20)
  func formHolds(seed: UInt64) {
    let builder = ReportBuilder.random(seed: seed)
    for (name, document) in documents(builder) {
      let text = printed(document)
      #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(name)")
      #expect(
        Array(text.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8), "\(name)")
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.count <= 80 && $0.last != " " }, "\(name)")
      #expect(!text.contains("\n\n\n"), "\(name)")
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 }, "\(name)")
    }
  }

  @Test(arguments: UInt64(1)...20)
  func sentencesHaveMatter(seed: UInt64) {
    for (name, document) in documents(ReportBuilder.random(seed: seed)) {
      for (block, next) in zip(document.blocks, document.blocks.dropFirst() + [.blank]) {
        switch block {
        case .paragraph(let text), .plain(let text), .item(let text), .numbered(_, let text):
          #expect(!text.contains("  ") && text.last != " " && text.first != " ", "\(name): \(text)")
          #expect(!text.contains("..") || text.contains("..."), "\(name): \(text)")
          #expect(!text.contains("()") && !text.contains(": ."), "\(name): \(text)")
          #expect(!text.contains("nil") && !text.contains("Optional"), "\(name): \(text)")
        case .heading(let text):
          #expect(next != .heading(text), "\(name): \(text)")
        case .table(let table):
          #expect(!table.rows.isEmpty, "\(name)")
          #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(name)")
        case .title, .rule, .fields, .addressees, .letterhead, .signature, .notice, .separator,
          .blank:
          break
        }
      }
      #expect(!endsWithHeading(document), "\(name)")
    }
  }

  /// Whether a head of a section is followed by another one, or by nothing.
  private func endsWithHeading(_ document: TextDocument) -> Bool {
    var isOpen = false
    for block in document.blocks where block != .blank {
      if case .heading = block {
        if isOpen { return true }
        isOpen = true
      } else if case .signature = block {
        break
      } else {
        isOpen = false
      }
    }
    return isOpen
  }

  @Test(arguments: UInt64(1)...8)
  func tablesAreAligned(seed: UInt64) {
    for (name, document) in documents(ReportBuilder.random(seed: seed)) {
      for block in document.blocks {
        guard case .table(let table) = block else { continue }
        let lines = printed(TextDocument([block])).split(separator: "\n")
        let rule = lines.first { $0.allSatisfy { "-+".contains($0) } }
        let places = rule.map { rule in
          rule.enumerated().filter { $0.element == "+" }.map(\.offset)
        }
        #expect(places?.count == table.columns.count - 1, "\(name)")
        for line in lines where line != rule {
          let bars = line.enumerated().filter { $0.element == "|" }.map(\.offset)
          #expect(bars.filter { places?.contains($0) == true } == places, "\(name): \(line)")
        }
      }
    }
  }

  @Test(arguments: UInt64(1)...8)
  func sameReportSameBytes(seed: UInt64) {
    let first = documents(.random(seed: seed)).map { printed($0.document) }
    let second = documents(.random(seed: seed)).map { printed($0.document) }
    #expect(first == second)
  }

  @Test("whether a summary fits is known without printing it", arguments: UInt64(1)...6)
  func pagesAreMeasuredAsPrinted(seed: UInt64) {
    let report = ReportBuilder.random(seed: seed, units: 60, indicators: 14).report
    var page = PageMeasure()
    var tried = 0
    _ = Summary.document(ReportContents(report)) { document in
      let text = printed(document)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      #expect(page.fits(document) == (lines <= TextRenderer.pageLines))
      tried += 1
      return false
    }
    #expect(tried > 40)
  }

  @Test(arguments: [22, 100, 175])
  func summaryStaysOnOnePage(units: Int) {
    let builder = ReportBuilder.random(seed: 7, units: units, indicators: 14)
    let summary = Summary.onOnePage(builder.report)
    let lines = printed(summary).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count - 1 <= 60)
    #expect(lines.contains { $0.contains("đơn vị khác") || $0.contains("nêu tại mục") })
    #expect(lines.contains { $0.contains("ĐỀ NGHỊ") })
  }
}

extension SeededDice {
  mutating func upTo(_ limit: Int) -> Int { Int.random(in: 0...limit, using: &self) }
  mutating func isOne(in count: Int) -> Bool { upTo(count - 1) == 0 }
}

extension ReportBuilder {
  /// A report of anything that may happen.
  static func random(seed: UInt64, units: Int? = nil, indicators: Int? = nil) -> ReportBuilder {
    var dice = SeededDice(seed: seed)
    var builder = ReportBuilder()
    builder.units.append(unit("BTC", "Ban Tổ chức Tỉnh ủy", kind: "ban-dang"))
    for number in 0..<(units ?? dice.upTo(8)) {
      let name = number % 3 == 0 ? "Đảng ủy xã Tân Thạnh Đông Hòa Bình" : "Huyện ủy Đá Bạc"
      builder.units.append(
        unit("H\(number)", "\(name) \(number)", members: dice.isOne(in: 9) ? nil : dice.upTo(4000)))
    }
    if dice.isOne(in: 2) { builder.asOf = time("2024-09-\(10 + dice.upTo(19))T10:30") }
    builder.notice = dice.isOne(in: 3) ? nil : "SỐ LIỆU MINH HỌA"
    builder.indicators = (0..<(indicators ?? dice.upTo(7))).map { randomIndicator($0, &dice) }
    builder.tasks = (0..<dice.upTo(9)).map { randomTask($0, &dice) }
    builder.events = [PlanEvent(code: "TW", name: "Trung ương hướng dẫn")]
    for quarter in 1...3 { builder.send(in: Self.quarter(quarter), &dice) }
    return builder
  }

  private static func randomIndicator(_ number: Int, _ dice: inout SeededDice) -> Indicator {
    let code = "CT\(number)"
    let bound = percent(dice.isOne(in: 2) ? 100 : 80 + dice.upTo(19))
    let comparisons: [Target.Comparison?] = [
      .above(bound), .atLeast(bound), .below(percent(20)), .atMost(percent(5)), .exactly(bound),
      .maintain(bound), .about(bound, tolerance: percent(2)), nil,
    ]
    let schedules: [Target.Schedule] = [
      .every(.quarter, from: nil, to: nil), .every(.year, from: nil, to: nil), .by(2025), .overTerm,
    ]
    return dice.isOne(in: 3)
      ? admissions(code)
      : share(
        code, "Chỉ tiêu thứ \(number) có tên dài", comparisons[dice.upTo(comparisons.count - 1)],
        schedules[dice.upTo(schedules.count - 1)],
        collected: dice.isOne(in: 4) ? .year : .quarter, carriesForward: dice.isOne(in: 2))
  }

  private static func randomTask(_ number: Int, _ dice: inout SeededDice) -> PlanTask {
    let rules: [Deadline.Rule] = [
      .on(day("2024-0\(1 + dice.upTo(8))-20")), .within(quarter(1 + dice.upTo(3))), .continuous,
      .after(event: dice.isOne(in: 2) ? "TW" : "KHAC", months: nil), .programme, .unstated,
      .every(.quarter),
    ]
    let each = PlanTask.Lead.each(UnitSelection(kinds: ["huyen-uy"]))
    return task(
      "V.1-\(number)", "nhiệm vụ thứ \(number) về xây dựng tổ chức cơ sở đảng",
      lead: dice.isOne(in: 3) ? each : .units(dice.isOne(in: 2) ? ["BTC", "H0"] : ["BTC"]),
      rules[dice.upTo(rules.count - 1)])
  }

  private mutating func send(in period: Period, _ dice: inout SeededDice) {
    for unit in units.dropFirst() {
      for form in Form.allCases where !dice.isOne(in: 4) {
        let isReturned = dice.isOne(in: 5)
        let day = 14 + dice.upTo(14)
        let receipt = receive(
          unit.code, form, "2024-0\(period.lastMonth)-\(day)T\(10 + dice.upTo(9)):15", in: period,
          state: isReturned ? .returned : .accepted, errors: isReturned ? 1 + dice.upTo(9) : 0,
          rows: dice.upTo(20))
        if period == self.period, receipt.receivedAt <= asOf, dice.isOne(in: 2) {
          reviews.append(Self.randomReview(receipt, &dice))
        }
        if !isReturned { fill(receipt, &dice) }
      }
    }
  }

  private mutating func fill(_ receipt: Receipt, _ dice: inout SeededDice) {
    let notes = ["", "thiếu nguồn", "Thiếu  nguồn", "a\u{1B}[0m\n\"b\"", "– không – “rõ”…"]
    if receipt.form == .indicator {
      for indicator in indicators where !dice.isOne(in: 5) {
        let below = 1 + dice.upTo(200)
        let above = dice.isOne(in: 2) ? below : dice.upTo(below)
        add(
          receipt, indicator.code, dice.isOne(in: 9) ? nil : above, below,
          note: notes[dice.upTo(notes.count - 1)])
      }
    } else {
      for task in tasks where !dice.isOne(in: 3) {
        let status = TaskStatus.allCases[dice.upTo(TaskStatus.allCases.count - 1)]
        add(
          receipt, task: task.code, status,
          on: status == .done ? "2024-0\(1 + dice.upTo(8))-11" : nil,
          note: notes[dice.upTo(notes.count - 1)])
      }
    }
  }

  private static func randomReview(_ receipt: Receipt, _ dice: inout SeededDice) -> SubmissionReview
  {
    let values: [String?] = [
      nil, "", "1,012", String(repeating: "rất dài ", count: 40), "\u{7}\n中文",
    ]
    let findings = (0..<dice.upTo(5)).map { number in
      Finding(
        code: "c", severity: Severity.allCases[dice.upTo(2)],
        place: Finding.Place(
          row: dice.isOne(in: 5) ? nil : number + 2,
          column: dice.isOne(in: 4) ? nil : dice.upTo(30),
          header: dice.isOne(in: 2) ? nil : "Tử\nsố"),
        subject: dice.isOne(in: 2) ? nil : "CT0", value: values[dice.upTo(values.count - 1)],
        message: "", problem: dice.isOne(in: 2) ? "Không phải là số" : "Cột bắt buộc.",
        remedy: dice.isOne(in: 2) ? "" : "Ghi một số.")
    }
    return SubmissionReview(
      receipt: receipt, findings: findings,
      normalisations: dice.isOne(in: 3) ? ["Bỏ khoảng trắng thừa (02 ô)"] : [])
  }
}
