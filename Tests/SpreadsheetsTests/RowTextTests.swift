import CLibXLSXWriter
import TestSupport
import Testing

@testable import Spreadsheets

/// Rows written here are those of the library, byte for byte.
@Suite struct RowTextTests {
  @Test func numbersArePrintedAsTheLibraryPrintsThem() {
    var dice = SeededDice(seed: 16)
    var numbers: [Double] = [
      0, -0.0, 1, 9.95, 0.1, 0.0001, 0.00009999999999999999, 0.5, 2.5, 999_999_999_999_999,
      1e15, 1e16, 123_456_789_012_345.6, 999_999_999_999_999.9, 0.99999999999999994, 1e300,
      .leastNonzeroMagnitude,
      0.001, 0.01, 1 / 3, 4_503_599_627_370_497.5, 281_474_976_710_656.25,
    ]
    for _ in 0..<20_000 {
      let digits = Double(dice.below(1_000_000_000_000_000))
      numbers.append(digits)
      numbers.append(digits / [10, 100, 1e3, 1e7, 1e12, 1e15, 1e18][dice.below(7)])
      numbers.append(Double(dice.below(100_000)) / Double(1 + dice.below(100_000)))
      numbers.append(Double(dice.below(1 << 50)) / Double(1 << dice.below(50)))
      let any = Double(bitPattern: dice.next())
      if any.isFinite { numbers.append(any) }
    }
    for number in numbers + numbers.map({ -$0 }) {
      var text = ByteText(capacity: 4)
      text.append(number)
      let ours = String(decoding: text.bytes, as: UTF8.self)
      if ours != Self.printed(number) {
        Issue.record("\(number.bitPattern): \(ours) is not \(Self.printed(number))")
      }
    }
  }

  private static func printed(_ number: Double) -> String {
    var text = [CChar](repeating: 0, count: 64)
    let length = Int(spreadsheet_print(&text, text.count, number))
    return String(decoding: text[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @Test(arguments: 1...12)
  func rowsAreThoseOfTheLibrary(_ seed: UInt64) throws {
    let steps = Step.drawn(SeededDice(seed: seed), rows: 60)
    try expectSame(steps)
  }

  /// Many pieces, and an end that is a piece of its own.
  @Test func manyPiecesAreOneStream() throws {
    let link = Step.Kind.link("Trang", 1)
    let steps = (0..<12_000).flatMap { row in
      [
        Step(row, .cell(0, .text("Đơn vị \(row) & <các \(row % 7) tổ chức>"), row % 5)),
        Step(row, .cell(1, .number(Double(row) / 7), 1)), Step(row, link),
        Step(row, .cell(2, .number(Double(row)), 2)),
      ]
    }
    try expectSame(steps)
  }

  @Test func aSheetWithoutRowsIsTheLibrarys() throws { try expectSame([]) }

  private func expectSame(_ steps: [Step]) throws {
    let folder = try WorkingFolder()
    let (ours, theirs) = (folder.path("ours.xlsx"), folder.path("theirs.xlsx"))
    let workbook = try Workbook(path: ours, created: created, constantMemory: true)
    let styles = try Step.formats.map { try workbook.style($0) }
    let sheet = try workbook.addSheet("Trang")
    for step in steps { try step.write(to: sheet, styles) }
    try workbook.close()
    try LibraryBook(theirs).write(steps)
    let (left, right) = (try PackageReader(path: ours), try PackageReader(path: theirs))
    #expect(left.entries.map(\.name) == right.entries.map(\.name))
    for name in left.entries.map(\.name) {
      #expect(try left.contents(name) == right.contents(name), "\(name)")
    }
  }
}

/// One call, for a row.
private struct Step {
  enum Value {
    case blank
    case text(String)
    case number(Double)
    case formula(String, FormulaResult)
  }

  enum Kind {
    case cell(Int, Value, Int?)
    case row(Double?, Int)
    /// A row of merged cells from a column on.
    case merge(Int, Int, Int)
    /// A link from a column, as any value may have it.
    case link(String, Int)
    case comment(Int, String)
  }

  let row: Int
  let kind: Kind

  init(_ row: Int, _ kind: Kind) {
    self.row = row
    self.kind = kind
  }

  static let formats: [CellFormat] = [
    CellFormat(), CellFormat().with { $0.bold = true }, CellFormat().with { $0.fontSize = 14 },
    CellFormat().with { $0.isFramed = true }, CellFormat().with { $0.numberFormat = "0.0%" },
  ]

  private static let texts = [
    "a", "Đảng ủy xã", " đầu", "cuối ", "a & b", "<tổ chức>", "hai\ndòng", "\t", "x_x0041_y", "",
    "đến 100% > 90%", "\u{1}", "Ạ", String(repeating: "dài & ", count: 900),
  ]

  /// Rows in order, the cells of one in any order, some twice.
  static func drawn(_ source: SeededDice, rows: Int) -> [Step] {
    var dice = source
    var steps: [Step] = []
    var row = dice.below(3)
    for _ in 0..<rows {
      if dice.below(3) > 0 {
        steps.append(Step(row, .row(height(&dice), level(&dice))))
      }
      if dice.below(6) == 0 { steps.append(Step(row, .merge(dice.below(3), 3 + dice.below(3), 3))) }
      for _ in 0..<dice.below(8) {
        let column = dice.below(10) == 0 ? 20 + dice.below(800) : dice.below(9)
        if dice.below(6) == 0 { steps.append(Step(row, .link("Trang", column))) }
        steps.append(Step(row, .cell(column, value(&dice), style(&dice))))
      }
      if dice.below(9) == 0 { steps.append(Step(row, .comment(dice.below(5), "ghi chú"))) }
      row += 1 + (dice.below(5) == 0 ? dice.below(40) : 0)
    }
    return steps
  }

  private static func style(_ dice: inout SeededDice) -> Int? {
    dice.below(4) == 0 ? nil : dice.below(formats.count)
  }

  private static func height(_ dice: inout SeededDice) -> Double? {
    [nil, 15, 16.72, 30, 0.75 * Double(1 + dice.below(500))][dice.below(5)]
  }

  private static func level(_ dice: inout SeededDice) -> Int {
    dice.below(3) == 0 ? dice.below(8) : 0
  }

  private static func value(_ dice: inout SeededDice) -> Value {
    let number = Double(dice.below(1_000_000)) / Double(1 + dice.below(90))
    switch dice.below(6) {
    case 0: return .blank
    case 1: return .number(number)
    case 2: return .number(Double(dice.below(1_000_000) - 500_000))
    case 3: return .formula("IF(A1<2,\"a&b\",B2)", .number(-number))
    case 4: return .formula("A1&\" \"", .text(texts[dice.below(texts.count)]))
    default: return .text(texts[dice.below(texts.count)])
    }
  }

  func write(to sheet: Sheet, _ styles: [CellStyle]) throws {
    switch kind {
    case .cell(let column, let value, let style):
      let style = style.map { styles[$0] }
      switch value {
      case .blank: try sheet.blank(row, column, style)
      case .text(let text): try sheet.text(row, column, text, style)
      case .number(let number): try sheet.number(row, column, number, style)
      case .formula(let formula, let result):
        try sheet.formula(row, column, formula, result: result, style)
      }
    case .row(let height, let level): try sheet.setRow(row, height: height, level: level)
    case .merge(let first, let last, let style):
      try sheet.merge(.at(row...row, first...last), styles[style])
    case .link(let name, let column):
      try sheet.attachLink(row, column, to: CellAddress(row: 0, column: 0), on: name, tip: "về")
    case .comment(let column, let text): try sheet.comment(row, column, text, author: "tổ")
    }
  }
}

/// The same calls on the library itself, which writes rows one by one too.
private final class LibraryBook {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private var formats: [UnsafeMutablePointer<lxw_format>] = []
  private let plain: UnsafeMutablePointer<lxw_format>

  init(_ path: String) throws {
    var options = lxw_workbook_options()
    options.constant_memory = 1
    book = try made(workbook_new_opt(path, &options), "workbook_new_opt")
    var properties = lxw_doc_properties()
    properties.created = created
    try check(workbook_set_properties(book, &properties), "workbook_set_properties")
    plain = try made(workbook_add_format(book), "workbook_add_format")
    CellFormat().apply(to: plain)
    for format in Step.formats {
      // equal formats are one
      let made =
        format == CellFormat() ? plain : try made(workbook_add_format(book), "workbook_add_format")
      if format != CellFormat() { format.apply(to: made) }
      formats.append(made)
    }
    sheet = try made(workbook_add_worksheet(book, "Trang"), "workbook_add_worksheet")
  }

  func write(_ steps: [Step]) throws {
    for step in steps { try write(step) }
    try check(workbook_close(book), "workbook_close")
  }

  private func write(_ step: Step) throws {
    let row = lxw_row_t(step.row)
    switch step.kind {
    case .cell(let column, let value, let style):
      let format = style.map { formats[$0] } ?? plain
      try check(write(value, row, lxw_col_t(column), format), "cell")
    case .row(let height, let level):
      var library = lxw_row_col_options(hidden: 0, level: UInt8(level), collapsed: 0)
      try check(worksheet_set_row_opt(sheet, row, height ?? 15, nil, &library), "row")
    case .merge(let first, let last, let style):
      try check(
        worksheet_merge_range(
          sheet, row, lxw_col_t(first), row, lxw_col_t(last), "", formats[style]), "merge")
    case .link(let name, let column):
      try check(
        worksheet_write_url_opt(
          sheet, row, lxw_col_t(column), "internal:'\(name)'!A1", plain, " ", "về"), "link")
    case .comment(let column, let text):
      let strings = CStrings()
      var options = lxw_comment_options()
      options.author = strings.copy("tổ")
      (options.width, options.height) = (240, 100)
      options.font_name = strings.copy("Times New Roman")
      options.font_size = 10
      options.font_family = 1
      try check(
        worksheet_write_comment_opt(sheet, row, lxw_col_t(column), text, &options), "comment")
      withExtendedLifetime(strings) {}
    }
  }

  private func write(
    _ value: Step.Value, _ row: lxw_row_t, _ column: lxw_col_t,
    _ format: UnsafeMutablePointer<lxw_format>
  ) -> lxw_error {
    switch value {
    case .blank: worksheet_write_blank(sheet, row, column, format)
    case .text(let text):
      worksheet_write_string(sheet, row, column, CellText.stored(text), format)
    case .number(let number): worksheet_write_number(sheet, row, column, number + 0, format)
    case .formula(let formula, .number(let result)):
      worksheet_write_formula_num(sheet, row, column, formula, format, result + 0)
    case .formula(let formula, .text(let result)):
      worksheet_write_formula_str(
        sheet, row, column, formula, format, CellText.stored(result))
    }
  }
}

extension SeededDice {
  fileprivate mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
