import Foundation
import TestSupport
import Testing

@testable import Stages

/// What documents say of targets must bear out the verdict beside it, and leave no unit unnamed.
@Suite("What documents say of targets")
struct SpokenTargetTests {
  @Test("what the sum above an average lacks is not said in the measure of the average")
  func average() throws {
    let office = try OneIndicatorOffice(
      "measure: amount, unit_of_measure: triệu đồng/người, denominator: số người, kind: stock, "
        + "over_units: sum, targets: [{at_least: 12.5, every: quarter}]")
    try office.send([("60,5", "41,5")])
    let text = try office.briefing("2025-Q1")
    #expect(text.contains("ở mức 10,1 triệu đồng/người, ngoài mức phấn đấu"), "\(text)")
    #expect(text.contains("hoàn thành phần còn thiếu (24 ở tử số) của chỉ tiêu TT 1"), "\(text)")
  }

  @Test("the same of a sum on its way")
  func averageOnTheWay() throws {
    let office = try OneIndicatorOffice(
      "measure: amount, unit_of_measure: triệu đồng/người, denominator: số người, "
        + "kind: {numerator: flow, denominator: stock, denominator_at: latest}, "
        + "over_units: sum, targets: [{at_least: 12.5, every: year}]")
    try office.send([("10,5", "21,5")])
    let text = try office.briefing("2025-Q1")
    #expect(text.contains("đạt 31/125 ở tử số, bằng 24,8%"), "\(text)")
    #expect(text.contains("không dưới 94 ở tử số trong 03 quý còn lại"), "\(text)")
    #expect(!text.contains("triệu đồng/người"), "\(text)")
  }

  @Test("a sum held against a second target has all its digits, as in its row")
  func secondTarget() throws {
    let office = try OneIndicatorOffice(
      "measure: amount, unit_of_measure: tỷ đồng, kind: flow, over_units: sum, "
        + "targets: [{above: 12.5, every: year}, {at_least: 5, every: half}]")
    try office.send([("1.5,", "1.5,"), ("1.5,", "1.75,")])
    let text = try office.briefing("2025-Q2")
    #expect(text.contains("06 tháng một lần: đạt (6,25)"), "\(text)")
    #expect(!text.contains("(6,3)"), "\(text)")
  }

  @Test("a rate behind its line does not look as if it had reached it")
  func rateBehindItsLine() throws {
    let office = try OneIndicatorOffice(
      "measure: share, denominator: b, kind: stock, over_units: sum, "
        + "targets: [{at_least: 100%, by: 2026, base: {year: 2024, value: 50%}}]")
    try office.send([("1246,2000", "1246,2000"), ("1249,2000", "1249,2000")])
    let text = try office.briefing("2025-Q2")
    #expect(text.contains("| 100% | 62,45% |"), "\(text)")
    #expect(text.contains("đạt 62,45% (2.498/4.000)"), "\(text)")
    #expect(text.contains("theo lộ trình đến nay phải đạt 62,50%"), "\(text)")
    let summary = try String(
      contentsOf: office.small.output("2025-Q2/KH1/tom-tat.txt"), encoding: .utf8)
    #expect(summary.contains("62,45%") && !summary.contains(" 62,5%"), "\(summary)")
  }

  @Test(
    "who comes down too slowly is told where it should be by now",
    arguments: [
      (
        "measure: count, unit_of_measure: việc",
        "targets: [{at_most: 10, by: 2026, base: {year: 2024, value: 30}}]", "14,", "13,",
        "ở mức 27 việc, ngoài mức phấn đấu không quá 10; theo lộ trình đến nay phải không quá 25;"
      ),
      (
        "measure: share, denominator: b",
        "targets: [{at_most: 10%, by: 2026, base: {year: 2024, value: 30%}}]", "28,100", "28,100",
        "so với mức không quá 10%; theo lộ trình đến nay phải không quá 25,0%"
      ),
      (
        "measure: share, denominator: b",
        "targets: [{below: 10%, by: 2026, base: {year: 2024, value: 30%}}]", "28,100", "28,100",
        "so với mức dưới 10%; theo lộ trình đến nay phải dưới 25,0%"
      ),
    ])
  func fallingTarget(
    measure: String, targets: String, a: String, b: String, expected: String
  ) throws {
    let office = try OneIndicatorOffice("\(measure), kind: stock, over_units: sum, \(targets)")
    try office.send([(a, a), (a, b)])
    let text = try office.briefing("2025-Q2")
    #expect(text.contains(expected), "\(text)")
  }

  @Test("units whose base is nothing are counted on neither side, and named")
  func countedOnNeitherSide() throws {
    let office = try OneIndicatorOffice(
      "measure: count, unit_of_measure: việc, kind: stock, over_units: units_meeting, "
        + "targets: [{increase: {by: 10%, against: previous_period}, every: quarter, per: unit}]")
    try office.send([("0,", "5,"), ("3,", "6,")])
    let text = try office.briefing("2025-Q2")
    let clause = "không xác định được 01 đơn vị đạt hay không do số gốc bằng 0"
    // the other meets it; who of them did a quarter before, without one before that, nobody knows
    #expect(text.contains("| 1 | 1 | 100,0% | - |Đạt"), "\(text)")
    #expect(!text.contains("không phát sinh"), "\(text)")
    #expect(text.contains("\(clause): Đơn vị A"), "\(text)")
    // nothing is missing that could still come
    #expect(!text.contains("tùy số liệu còn thiếu"), "\(text)")
    let notes = try office.texts("2025-Q2")
    #expect(notes.contains { $0.lowercased().contains(clause) }, "\(notes)")
  }

  @Test("units whose denominator is zero are counted on neither side, and named")
  func withoutARate() throws {
    let office = try OneIndicatorOffice(
      "measure: share, denominator: b, unit_of_measure: việc, kind: stock, "
        + "over_units: units_meeting, targets: [{at_least: 90%, every: quarter, per: unit}]")
    try office.send([("0,0", "95,100"), ("0,0", "0,0")])
    let text = try office.briefing("2025-Q1")
    let clause = "không tính 01 đơn vị có mẫu số bằng 0"
    #expect(text.contains("| 1 | 1 | 100,0% | - |Đạt"), "\(text)")
    #expect(text.contains("\(clause): Đơn vị A"), "\(text)")
    #expect(!text.contains("tùy số liệu còn thiếu"), "\(text)")
    let notes = try office.texts("2025-Q1")
    #expect(notes.contains { $0.lowercased().contains(clause) }, "\(notes)")
    // where it is so of all, that is why there is no number
    let none = try office.briefing("2025-Q2")
    #expect(none.contains("(Kinh phí): không tính được tỉ lệ, mẫu số bằng 0;"), "\(none)")
  }

  @Test(
    "a formula counts units by their numbers, and none counts units that meet a rate by its numerators",
    arguments: [
      ("measure: count", "{at_least: 3, every: quarter, per: unit}", ("3,", "5,"), 1),
      (
        "measure: share, denominator: b", "{at_least: 90%, every: quarter, per: unit}",
        ("95,100", "46,50"), 0
      ),
    ])
  func countedUnits(
    measure: String, target: String, figures: (a: String, b: String), formulas: Int
  ) throws {
    let office = try OneIndicatorOffice(
      "\(measure), kind: stock, over_units: units_meeting, targets: [\(target)]")
    try office.send([figures])
    _ = try office.briefing("2025-Q1")
    let cells = try XLSX(office.small.output("2025-Q1/KH1/bieu-tong-hop.xlsx")).cells("Biểu 02")
    let counts = cells.values.filter { $0.formula?.contains("COUNTIF") == true }
    #expect(counts.map(\.number) == Array(repeating: 2, count: formulas), "\(counts)")
  }

  @Test("units without a base are counted on neither side, and named")
  func withoutABase() throws {
    let office = try OneIndicatorOffice(
      "measure: share, denominator: b, unit_of_measure: việc, kind: stock, "
        + "over_units: units_meeting, "
        + "targets: [{increase: {by: 5%, against: previous_period}, every: quarter, per: unit}]")
    try office.send([("0,0", "80,100"), ("50,100", "95,100")])
    let text = try office.briefing("2025-Q2")
    let clause = "không xác định được 01 đơn vị đạt hay không do không có số gốc để so sánh"
    #expect(text.contains("| 1 | 1 | 100,0% | - |Đạt"), "\(text)")
    #expect(text.contains("\(clause): Đơn vị A"), "\(text)")
    #expect(!text.contains("tùy số liệu còn thiếu"), "\(text)")
    let notes = try office.texts("2025-Q2")
    #expect(notes.contains { $0.lowercased().contains(clause) }, "\(notes)")
    // before the first quarter nobody was asked, and nobody will be
    let first = try office.briefing("2025-Q1")
    #expect(first.contains("không tính 01 đơn vị có mẫu số bằng 0: Đơn vị A"), "\(first)")
    #expect(
      first.contains("không xác định được mức tăng ít nhất 5 điểm % vì không có số gốc để so sánh"),
      "\(first)")
    #expect(!first.contains("tùy số liệu còn thiếu"), "\(first)")
  }

  @Test("a correction notice says from what to what a target has moved")
  func movedTarget() throws {
    let indicator = "measure: share, denominator: b, kind: stock, over_units: sum, "
    let office = try OneIndicatorOffice(indicator + "targets: [{at_least: 50%, every: quarter}]")
    try office.send([("60,100", "60,100")])
    _ = try office.briefing("2025-Q1")
    try office.plan(indicator + "targets: [{at_least: 90%, every: quarter}]")
    try office.small.write(
      "plan,indicator,numerator,denominator\nKH1,CT01,60,100\n",
      "submissions/2025-Q1/A/bieu01.v2.csv")
    office.small.issue("2025-Q1", "2025-04-06")
    let notice = try #require(try office.small.notice("2025-Q1"))
    #expect(notice.contains(">= 50%") && notice.contains(">= 90%"), "\(notice)")
    let cells = try office.texts("2025-Q1", "Hiệu chỉnh")
      .map { $0.replacing("\u{A0}", with: " ") }
    #expect(
      cells.contains("không đổi; mức phấn đấu thay đổi: >= 50% -> >= 90%"), "\(cells)")
  }

  @Test("a folder in the place of a document is named where it stands")
  func folderInTheWay() throws {
    let office = try OneIndicatorOffice(
      "measure: share, denominator: b, kind: stock, over_units: sum, "
        + "targets: [{at_least: 50%, every: quarter}]")
    try office.send([("60,100", "60,100")])
    let obstacle = office.small.output("2025-Q1/KH1/bao-cao.txt/a")
    try FileManager.default.createDirectory(at: obstacle, withIntermediateDirectories: true)
    office.small.run(IngestStage.run) { $0.period = "all" }
    office.small.run(AggregateStage.run) { $0.period = "2025-Q1" }
    let said = office.small.run({ BriefingStage.run($0, $1) }) { $0.period = "2025-Q1" }
    #expect(said.status == .failed)
    #expect(said.text.contains("2025-Q1/KH1/bao-cao.txt"), "\(said.text)")
    #expect(said.text.contains("a folder stands in its place; move it away"), "\(said.text)")
    #expect(!said.text.contains(".ban-moi"), "\(said.text)")
    #expect(FileManager.default.fileExists(atPath: obstacle.path))
  }
}
