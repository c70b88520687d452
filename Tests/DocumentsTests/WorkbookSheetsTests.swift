import Assessment
import PlanModel
import Testing

@testable import Documents

/// The neutral sheets of the consolidated workbook.
@Suite struct WorkbookSheetsTests {
  /// Every row of a sheet as the texts it shows; numbers in plain decimals.
  private func rows(_ sheet: SheetModel) -> [[String]] {
    sheet.rows.map { row in
      row.cells.map { cell in
        switch cell.value {
        case .text(let text): text
        case .blank: ""
        case .whole(let number): String(number)
        case .ratio(let number), .formula(_, let number):
          number.rounded(toFractionDigits: 4)?.plainText ?? "?"
        case .date(let date): date.description
        case .moment(let moment): moment.description
        }
      }
    }
  }

  @Test func sheetsComeInTheirOrder() throws {
    #expect(
      try WorkbookSample().sheets().map(\.name) == [
        "Tổng quan", "Biểu 01", "Biểu 02", "Biểu 03", "Biểu 04", "Xu hướng", "Lỗi và giải trình",
        "Số liệu", "Chú giải",
      ])
  }

  @Test func whatIsStillToBeExplainedIsTheSameEverywhere() throws {
    let made = try #require(WorkbookSample().report())
    let doubts = made.assessment.submissions.compactMap(\.inForce).prefix(2).map { receipt in
      SubmissionReview(
        receipt: receipt,
        findings: [
          Finding(
            code: "far-from-peers", severity: .explain, place: .init(row: 4), subject: "CT01",
            message: "far", problem: "Cách xa.")
        ], normalisations: [])
    }
    let report = Report(assessment: made.assessment, edition: 1, reviews: doubts)
    let table = try #require(
      ConsolidatedWorkbook.sheets(of: report).first { $0.name == "Biểu 04" })
    let counts = rows(table).compactMap { $0.count > 13 ? Int($0[13]) : nil }
    let listed = try #require(DataFiles.all(of: report).first { $0.name == "submissions.csv" })
    // the row of column numbers, the total, then the rows
    #expect(counts == [14, 2] + NumberTable(listed).rows.compactMap { Int($0[12]) })
  }

  @Test func whoIsToExplainStandsInTheOverviewOnce() throws {
    let made = try #require(WorkbookSample().report())
    let receipts = made.assessment.submissions.compactMap(\.inForce)
    let doubt = Finding(
      code: "far-from-peers", severity: .explain, place: .init(row: 4), subject: "CT01",
      message: "far", problem: "Cách xa.")
    // as of a unit that is asked about both its forms
    let reviews = [receipts[0], receipts[0], receipts[1]].map {
      SubmissionReview(receipt: $0, findings: [doubt], normalisations: [])
    }
    let report = Report(assessment: made.assessment, edition: 1, reviews: reviews)
    let overview = try #require(
      ConsolidatedWorkbook.sheets(of: report).first { $0.name == "Tổng quan" })
    let line = try #require(rows(overview).first { $0.contains("Nội dung cần giải trình") })
    #expect(line.suffix(2) == ["3", "Huyện ủy số 1 (2), Huyện ủy số 2 (1)"])
  }

  @Test func ofNothingNoCasesAreWanted() throws {
    let sample = WorkbookSample(
      unitCount: 2, empty: [0, 1], indicators: [WorkbookSample.indicators[0]])
    let texts = rows(try sample.sheet("Biểu 01")).joined()
    #expect(texts.contains("Chưa có số liệu"))
    #expect(
      texts.contains { $0.contains("Mẫu số bằng 0, không tính được tỉ lệ") }, "\(Array(texts))")
    #expect(!texts.contains { $0.lowercased().contains("cần 1") })
    let report = try #require(sample.report())
    let item = Briefing.document(ReportContents(report)).blocks.compactMap { block -> String? in
      guard case .item(let text) = block, text.unmarked.hasPrefix("TT 1 (") else { return nil }
      return text.unmarked
    }.joined()
    #expect(item.contains("không tính được tỉ lệ, mẫu số bằng 0"), "\(item)")
  }

  @Test(arguments: [
    WorkbookSample(unitCount: 0), WorkbookSample(unitCount: 1),
    WorkbookSample(unitCount: 9, missing: [1], returned: [2], notApplicable: [3]),
    WorkbookSample(unitCount: 9, blank: [0], empty: [4]),
    WorkbookSample(unitCount: 40, groupSize: 7, missing: [3, 20]),
  ])
  func formulasEvaluateToTheirStoredResults(_ sample: WorkbookSample) throws {
    let sheets = try sample.sheets()
    let evaluator = WorkbookEvaluator(sheets)
    var formulas = 0
    for sheet in sheets {
      for row in sheet.rows {
        for cell in row.cells {
          guard case .formula(let formula, let result) = cell.value else { continue }
          formulas += 1
          let computed = evaluator.value(formula, on: sheet.name)
          let stored = result.doubleValue
          // differences lose digits that their two sides had: the scale is at least one
          let scale = max(1, abs(stored))
          #expect(abs(computed - stored) <= 1e-12 * scale, "\(sheet.name): \(formula)")
        }
      }
    }
    #expect(formulas > 20)
  }

  @Test func everyNumberOfTheAssessmentAppears() throws {
    let sample = WorkbookSample(unitCount: 12, groupSize: 4, missing: [5])
    let report = try #require(sample.report())
    let sheet = try sample.sheet("Biểu 02")
    let shown = Set(
      sheet.rows.filter { $0.cells.count == 13 }.map { row in
        row.cells[1...7].map { cell -> String in
          if case .text(let text) = cell.value { return text }
          return cell.value.number?.rounded(toFractionDigits: 9)?.plainText ?? ""
        }.joined(separator: "|")
      })
    for indicator in report.assessment.indicators {
      for cell in indicator.cells where cell.window == indicator.mainWindow {
        let name =
          cell.unit == "TU" ? "TỔNG SỐ" : report.assessment.input.office.registry.name(cell.unit)
        let figures = [
          cell.tally.numerator.map { Ratio($0) }, cell.tally.denominator.map { Ratio($0) },
          cell.value,
        ].map { $0?.rounded(toFractionDigits: 9)?.plainText ?? "" }.joined(separator: "|")
        #expect(
          shown.contains {
            $0.hasPrefix("\(indicator.indicator.code)|")
              && $0.hasSuffix("|\(cell.unit)|\(name)|\(figures)")
          }, "\(indicator.indicator.code) \(cell.unit) \(figures)")
      }
    }
  }

  @Test func totalsAreSumsOfTheUnitsBelowThem() throws {
    let sample = WorkbookSample(unitCount: 6, groupSize: 3)
    let sheet = try sample.sheet("Biểu 02")
    let totals = sheet.rows.enumerated().filter { $0.element.cells.first?.style.role == .total }
    let root = try #require(totals.first)
    guard case .formula(.sum(let ranges), _)? = sheet.cell(root.offset, 5)?.value else {
      Issue.record("the root's numerator is no sum")
      return
    }
    // the two boards, which are sums themselves, and none of their units
    #expect(
      ranges.map(\.rows) == [
        (root.offset + 1)...(root.offset + 1), (root.offset + 5)...(root.offset + 5),
      ])
    let main = try #require(try sample.sheets().first { $0.name == "Biểu 01" })
    let formula = main.rows.flatMap(\.cells).compactMap { cell -> [SheetRange]? in
      if case .formula(.sum(let ranges), _) = cell.value { return ranges }
      return nil
    }.first
    #expect(formula == ranges.map { $0.on("Biểu 02") })
  }

  @Test func missingFiguresStayDistinguishable() throws {
    let sample = WorkbookSample(
      unitCount: 6, missing: [0], returned: [1], notApplicable: [2], blank: [3], empty: [4])
    let rows = rows(try sample.sheet("Biểu 02")).filter {
      $0.count == 13 && $0[1] == "CT01"
    }
    let notes = Dictionary(rows.map { ($0[3], ($0[5], $0[6], $0[7], $0[12])) }) { first, _ in first
    }
    #expect(notes["HU1"] ?? ("", "", "", "") == ("", "", "", "Chưa gửi"))
    #expect(notes["HU2"] ?? ("", "", "", "") == ("", "", "", "Trả lại"))
    #expect(notes["HU3"] ?? ("", "", "", "") == ("", "", "", "Không áp dụng"))
    #expect(notes["HU4"] ?? ("", "", "", "") == ("", "", "", "Chưa có số liệu (ô để trống)"))
    #expect(notes["HU5"] ?? ("", "", "", "") == ("0", "0", "", "Mẫu số bằng 0"))
    #expect(notes["HU6"]?.0 == "231")
  }

  @Test("verdicts, states and deadlines have the words of the briefing")
  func words() throws {
    let sample = WorkbookSample(unitCount: 2, returned: [1])
    let explained = rows(try sample.sheet("Chú giải"))
      .filter { $0.count > 2 && ["Đánh giá", "Nhiệm vụ", "Báo cáo"].contains($0[1]) }.map { $0[2] }
    let states = TaskState.allCases.map(Wording.state) + SubmissionClass.allCases.map(Wording.state)
    #expect(explained == Verdict.allCases.map(Wording.verdict) + states)
    let submissions = rows(try sample.sheet("Biểu 04"))
    #expect(submissions.contains { $0.contains("Trả lại, chưa chỉnh lý") })
    let plan = try #require(sample.report()).assessment.input.plan
    let quarter = try #require(Period.parse("2022-Q4"))
    let deadlines = [
      Deadline(.unstated), Deadline(.every(.half)), Deadline(.within(quarter), then: .continuous),
      Deadline(.years(from: 2022, to: 2025), then: .yearly),
    ]
    #expect(
      deadlines.map { WorkbookWords.deadline($0, of: plan) } == [
        "Kế hoạch không nêu", "06 tháng một lần", "Quý IV/2022 và những năm tiếp theo",
        "Năm 2022 - 2025, sau đó hằng năm",
      ])
  }

  @Test func whatNobodyOwesYetIsNoPlanOfNone() throws {
    var sample = WorkbookSample(unitCount: 0)
    sample.indicators = [WorkbookSample.indicators[2]]
    let none = try #require(rows(try sample.sheet("Biểu 01")).last { $0.first == "1" })
    #expect(none[3] == ">= 1")
    let total = try #require(rows(try sample.sheet("Biểu 02")).first { $0.contains("TỔNG SỐ") })
    #expect(total.last == "Trong kỳ không có đơn vị phải báo cáo")
    sample.unitCount = 6
    let some = try #require(rows(try sample.sheet("Biểu 01")).last { $0.first == "1" })
    #expect(some[3] == "6")
    #expect(some[10].contains("cần 6 đơn vị, 4 đã đạt"), "\(some[10])")
  }

  @Test(arguments: [
    (2249, 2500, 1, 2), (1999, 2000, 0, 2), (1, 5000, 1, 2), (360, 387, 1, 1), (0, 7, 1, 1),
    (7, 7, 1, 1), (9001, 10_000, 1, 2), (90, 100, 1, 1),
  ])
  func ratesAreNotRoundedAgainstTheirVerdict(
    _ above: Int, _ below: Int, _ wanted: Int, _ digits: Int
  ) throws {
    let value = try #require(
      Ratio(FixedDecimal(above), over: FixedDecimal(below)))
    let target = Target.Comparison.above(FixedDecimal(9, fractionDigits: 1))
    #expect(HonestDigits.ofRate(value, wanted: wanted, against: target) == digits)
  }

  @Test func submissionsAddUp() throws {
    let sample = WorkbookSample(unitCount: 5, missing: [0], returned: [1])
    let overview = rows(try sample.sheet("Tổng quan"))
    let line = try #require(overview.first { $0.first?.hasPrefix("Biểu số 01") == true })
    #expect(Array(line.dropFirst()) == ["5", "3", "0", "1", "1", "3", "0.6"])
    let list = rows(try sample.sheet("Biểu 04"))
    #expect(
      list.contains { $0.prefix(5) == ["2", "HU1", "Huyện ủy số 1", "Biểu số 01", "Chưa gửi"] })
  }

  @Test func theOverviewSaysWhatAChangeIsAgainst() throws {
    let texts = rows(try WorkbookSample().sheet("Tổng quan")).joined()
    #expect(
      texts.contains { $0.hasPrefix("So cùng kỳ: chỉ tiêu tính tại thời điểm thì so với kỳ") })
  }

  @Test func findingsSayWhereAndWhat() throws {
    let list = rows(try WorkbookSample(unitCount: 3, returned: [1]).sheet("Lỗi và giải trình"))
    let line = try #require(list.first { $0.contains("number-ambiguous") })
    #expect(
      line == [
        "1", "HU2", "Huyện ủy số 2", "bieu01.csv", "4", "AB", "Lỗi", "CT01", "=1+1",
        "Không đọc được số.", "Ghi lại số.", "number-ambiguous",
      ])
  }

  @Test func everySheetPrintsItsHeadingAndSignature() throws {
    for sheet in try WorkbookSample().sheets() {
      let texts = Set(rows(sheet).joined())
      #expect(texts.isSuperset(of: ["SỐ LIỆU MINH HỌA", "NGƯỜI LẬP BIỂU", "K/T TRƯỞNG BAN"]))
      #expect(sheet.repeatedRows != nil && sheet.frozenRows > 0)
      for row in sheet.rows {
        var next = 0
        for cell in row.cells {
          #expect(cell.column >= next && cell.column + cell.span <= sheet.columns.count)
          next = cell.column + cell.span
        }
      }
    }
  }

  @Test func aPlanWithoutIndicatorsStillHasItsSheets() throws {
    var sample = WorkbookSample(unitCount: 2)
    sample.indicators = []
    let sheets = try sample.sheets()
    #expect(sheets.count == 9)
    #expect(rows(sheets[1]).joined().contains("Kế hoạch không đặt chỉ tiêu có số."))
  }
}
