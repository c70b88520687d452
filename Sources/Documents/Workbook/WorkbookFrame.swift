import Assessment
import PlanModel
import VietnameseText

// What stands above and below the table of every sheet.
extension SheetBuilder {
  /// The letterhead, the title, the period, the moment of counting and the marking.
  mutating func heading(_ title: String, form: String, of report: Report) {
    let input = report.assessment.input
    let letter = input.office.organisation.form
    let half = leftColumns
    let right = widths.count - half
    let number = SheetCell(
      half, .text(form), SheetStyle(.formNumber, .centred), span: right)
    pageFoot = letter.notice
    add([
      SheetCell(0, .text(letter.superior), SheetStyle(.superior, .centred), span: half),
      name == WorkbookOverview.name
        ? number
        : number.linked(to: SheetAnchor(Self.top, on: WorkbookOverview.name), tip: "Về Tổng quan"),
    ])
    var second = [SheetCell(0, .text(letter.issuerLine), SheetStyle(.issuer, .centred), span: half)]
    if let notice = letter.notice {
      second.append(SheetCell(half, .text(notice), SheetStyle(.notice, .centred), span: right))
    }
    add(second)
    line(title, SheetStyle(.title, .centred))
    line(
      "Kế hoạch số \(input.plan.number) \(input.plan.title)", SheetStyle(.subtitle, .centred))
    line(
      "\(input.period.text.capitalisedFirst) - lần phát hành thứ"
        + " \(report.edition) - tình hình tính đến \(input.asOf.text)",
      SheetStyle(.subtitle, .centred))
    if let text = input.structureText { line("(\(text))", SheetStyle(.subtitle, .centred)) }
    add()
  }

  /// The headings of a table that is one for the reader's program too: just one row of them.
  mutating func tableHeading(_ columns: [Column]) -> Int {
    add(columns.enumerated().map { SheetCell($0, .text($1.title), SheetStyle(.header, .centred)) })
  }

  /// The key of the overview's first row, to which every sheet leads back.
  static let top = "top"

  /// Where the left half of the page ends, in columns.
  private var leftColumns: Int {
    let half = widths.reduce(0, +) / 2
    var sum = 0.0
    for (index, width) in widths.enumerated() {
      sum += width
      if sum + width / 2 > half { return min(max(index + 1, 1), widths.count - 1) }
    }
    return max(1, widths.count / 2)
  }

  /// Who made the sheet and who signs it: the day is left to the clerk.
  mutating func foot(of report: Report) {
    let organisation = report.assessment.input.office.organisation
    let today = report.assessment.input.asOf.date
    let half = leftColumns
    let right = widths.count - half
    func pair(_ left: SheetCell?, _ text: String, _ role: SheetStyle.Role) {
      let cell = SheetCell(half, .text(text), SheetStyle(role, .centred), span: right)
      add([left, cell].compactMap(\.self))
    }
    func left(_ text: String, _ role: SheetStyle.Role) -> SheetCell {
      SheetCell(0, .text(text), SheetStyle(role, .centred), span: half)
    }
    let start = add()
    // a signature must not stand alone on a page
    defer { keepTogether(max(0, start - 2)...(nextRow - 1)) }
    pair(
      nil,
      "\(organisation.form.place), "
        + DateText.long(year: today.year, month: today.month, day: nil), .placeAndDate)
    let signature = organisation.form.signature
    let authority = signature.count > 2 ? Array(signature.prefix(signature.count - 2)) : []
    let office = signature.count > 1 ? signature[signature.count - 2] : nil
    pair(
      left("NGƯỜI LẬP BIỂU", .signatory), authority.first ?? office ?? "", .signatory)
    let hint = left("(Ký, ghi rõ họ và tên)", .signatureHint)
    if let office, !authority.isEmpty {
      for line in authority.dropFirst() { pair(nil, line, .signatory) }
      pair(hint, office, .signatoryOffice)
    } else {
      add([hint])
    }
    for _ in 0..<4 { add() }
    if let name = signature.last { pair(nil, name, .signatory) }
  }
}
