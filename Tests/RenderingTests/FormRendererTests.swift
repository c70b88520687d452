import Documents
import Foundation
import PlanModel
import Rendering
import TestSupport
import Testing

/// Blank forms as workbooks and as files.
@Suite struct FormRendererTests {
  private let properties = WorkbookRenderer.Properties(
    title: "Biểu", company: "Ban", created: 1_728_147_599)

  private func unit(_ name: String = "Huyện ủy A") throws -> PlanModel.Unit {
    PlanModel.Unit(
      code: "HU01", name: name, kind: "huyen-uy", parent: nil,
      validFrom: try #require(CalendarDate.parse("2020-01-01")))
  }

  /// A plan of so many indicators, shares and amounts in turn when they alternate.
  private func forms(
    _ count: Int = 2, alternating: Bool = false, decimals: Int = 1, name: String = "Huyện ủy A",
    checks: [CrossCheck] = []
  ) throws -> UnitForms {
    let all = UnitSelection(kinds: ["huyen-uy"])
    let indicators = (1...count).map { number in
      Indicator(
        code: "CT\(number)", clause: "II", name: "chỉ tiêu; số \(number)", shortName: "CT",
        unitOfMeasure: "người", measure: alternating && number % 2 == 0 ? .amount : .share,
        numerator: "số đạt", denominator: "tổng \"chung\"", numeratorKind: .flow,
        denominatorKind: .stock, reporters: all, collected: .quarter, decimals: decimals)
    }
    let task = PlanTask(
      code: "V-01", clause: "V", lead: .each(all), summary: "làm", deadline: Deadline(.unstated))
    let form = Organisation.Form(
      superior: "TỈNH ỦY A & B", issuerLine: "BAN TỔ CHỨC", place: "A", reportSign: "-BC",
      letterSign: "-CV", draft: "", signature: ["TRƯỞNG BAN"], reportRecipients: [],
      letterRecipients: [], archive: "Lưu", contact: "Phòng A", notice: "SỐ LIỆU MINH HỌA")
    let unit = try unit(name)
    let office = Office(
      organisation: Organisation(
        code: "a", name: "Tỉnh ủy", issuer: "Ban Tổ chức", committee: "Ban",
        unitsNoun: "đảng bộ", form: form, calendar: ReportingCalendar(),
        denominatorChangeLimit: FixedDecimal(1, fractionDigits: 1), period: nil, asOf: nil),
      registry: UnitRegistry(units: [unit], root: "HU01"),
      plans: [
        Plan(
          code: "KH1", number: "1-KH/TU", title: "thực hiện", firstYear: 2022, lastYear: 2030,
          cadence: .quarter, reportedBy: "HU01", indicators: indicators, checks: checks,
          tasks: [task])
      ])
    let period = try #require(Period.parse("2024-Q3"))
    return try #require(UnitForms(of: unit, in: period, office: office))
  }

  private func written(_ forms: UnitForms) throws -> (folder: WorkingFolder, path: String) {
    let folder = try WorkingFolder()
    let path = folder.path("bieu.xlsx")
    try FormRenderer.write(forms, to: path, properties)
    return (folder, path)
  }

  @Test func sheetsAreProtectedAndTheListIsHidden() throws {
    let (folder, path) = try written(try forms())
    defer { withExtendedLifetime(folder) {} }
    let book = try part("xl/workbook.xml", of: path)
    #expect(book.contains("name=\"Biểu số 01\"") && book.contains("name=\"Biểu số 02\""))
    #expect(book.contains("name=\"Danh mục\" sheetId=\"4\" state=\"hidden\""))
    for sheet in 1...4 {
      let text = try part("xl/worksheets/sheet\(sheet).xml", of: path)
      #expect(text.contains("<sheetProtection sheet=\"1\"") && !text.contains("password"))
    }
    #expect(try part("xl/styles.xml", of: path).contains("<protection locked=\"0\"/>"))
  }

  @Test func cellsAreLimited() throws {
    let (folder, path) = try written(try forms())
    defer { withExtendedLifetime(folder) {} }
    let figures = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(
      figures.contains(
        "sqref=\"K2:K3\"><formula1>IF(ISNUMBER(K2),AND(K2&gt;=0,K2&lt;1E15,K2=INT(K2)),"
          + "OR(K2=\"-\",K2=\"x\"))</formula1>"))
    #expect(figures.contains("Không áp dụng ghi dấu -"))
    let tasks = try part("xl/worksheets/sheet2.xml", of: path)
    #expect(tasks.contains("<formula1>'Danh mục'!$A$1:$A$5</formula1>"))
    // 1/1/2022 to 2/10/2024, when the form is due
    #expect(tasks.contains("<formula1>44562</formula1><formula2>45567</formula2>"))
  }

  /// Written out with all its decimals a figure has 18 digits at most, or intake cannot read it: three
  /// decimals are written with four.
  @Test(arguments: [(2, "1E15"), (3, "1E14"), (6, "1E12")])
  func anAmountHasRoomForItsDecimals(decimals: Int, limit: String) throws {
    let (folder, path) = try written(try forms(2, alternating: true, decimals: decimals))
    defer { withExtendedLifetime(folder) {} }
    let figures = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(figures.contains("AND(K3&gt;=0,K3&lt;\(limit),ROUND(K3,"))
  }

  /// A formula has 8,192 characters and a function 255 arguments: the graver questions come first.
  /// A cell without a format of its own turns twelve digits into 1,23457E+11, and a millionth into 1E-06.
  @Test func earlierFiguresHaveAllTheirDigits() throws {
    var forms = try forms(2)
    let column = try #require(forms.forms[0].column("Tử số kỳ trước"))
    let figures = [
      FixedDecimal(1_234_567_890_125, fractionDigits: 1), FixedDecimal(1, fractionDigits: 6),
    ]
    for (row, figure) in figures.enumerated() {
      forms.forms[0].rows[row][column].value = .number(figure)
    }
    let (folder, path) = try written(forms)
    defer { withExtendedLifetime(folder) {} }
    let styles = try part("xl/styles.xml", of: path)
    for code in ["0.0", "0.000000"] {
      #expect(styles.contains("formatCode=\"\(code)\""), "\(code)")
    }
  }

  @Test func moreQuestionsThanAFormulaHoldsLeaveTheLighterOut() throws {
    func check(_ terms: [CrossCheck.Term], _ message: String, _ severity: Severity) -> CrossCheck {
      CrossCheck(
        rule: "", left: CrossCheck.Side([.numerator("CT1")]), relation: .atMost,
        right: CrossCheck.Side(terms), severity: severity, message: message)
    }
    let others = (2...16).map { CrossCheck.Term.numerator("CT\($0)") }
    let long = String(repeating: "hỏi", count: 60)
    let doubtful = (1...18).map { check(others, "\($0) \(long)", .explain) }
    let endless = check((1...255).map { _ in .numerator("CT2") }, "vô tận", .error)
    let grave = check(others, "nặng", .error)
    let (folder, path) = try written(try forms(16, checks: doubtful + [endless, grave]))
    defer { withExtendedLifetime(folder) {} }
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains("Sai: nặng") && sheet.contains("Sai: có tử số, thiếu mẫu số"))
    #expect(sheet.contains("Xem lại: 1 hỏi") && !sheet.contains("Xem lại: 18 hỏi"))
    #expect(!sheet.contains("vô tận"))
  }

  @Test func theCheckIsReckonedAndTurnsRed() throws {
    let (folder, path) = try written(try forms())
    defer { withExtendedLifetime(folder) {} }
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(
      sheet.contains(
        "<f>IF(AND(ISNUMBER(K3),ISNUMBER(L3),NOT(SUM(K3)&lt;=SUM(L3))),\"Sai: tử số lớn hơn mẫu số\""
      ))
    #expect(sheet.contains("<conditionalFormatting sqref=\"M2:M3\">"))
    #expect(sheet.contains("LEFT(M2,5)=\"Sai: \""))
    #expect(try part("xl/styles.xml", of: path).contains("<bgColor rgb=\"FFC00000\"/>"))
  }

  @Test func aFormIsTheSameWheneverItIsMade() throws {
    let (folder, path) = try written(try forms())
    let again = folder.path("lai.xlsx")
    try FormRenderer.write(try forms(), to: again, properties)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: path))
        == Data(contentsOf: URL(fileURLWithPath: again)))
    #expect(try FormRenderer.write(try forms(), to: again, properties) == .unchanged)
  }

  /// A sheet holds 255 rules: where every row has another, one for all must do.
  @Test func longFormsOfMixedMeasuresAndLongNamesAreWritten() throws {
    let name = String(repeating: "Đảng ủy & các cơ quan ", count: 20)
    let (folder, path) = try written(try forms(400, alternating: true, name: name))
    defer { withExtendedLifetime(folder) {} }
    let sheet = try part("xl/worksheets/sheet1.xml", of: path)
    #expect(sheet.contains("sqref=\"K2:K401\"><formula1>IF(ISNUMBER(K2)"))
    #expect(sheet.contains("AND(K2&gt;=0,K2&lt;1E15,ROUND(K2,6)=K2"))
  }

  @Test func theSkeletonIsAFileOfVietnameseExcel() throws {
    let form = try #require(try forms(1).forms.first)
    #expect(
      form.skeleton
        == "\u{FEFF}Mã đơn vị;Kỳ báo cáo;Mã kế hoạch;Mã chỉ tiêu;Tên chỉ tiêu;Đơn vị tính;Tử số;"
        + "Mẫu số;Ghi chú\r\nHU01;2024-Q3;KH1;CT1;"
        + "\"Chỉ tiêu; số 1 (tử số: số đạt; mẫu số: tổng \"\"chung\"\")\";người;;;\r\n")
  }
}
