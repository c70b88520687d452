import Assessment
import Foundation
import PlanModel
import Rendering
import Testing

@testable import Documents

/// Every printed number says where it comes from, and is held against it.
@Suite struct PrintedNumberTests {
  private func numbers(_ blocks: [TextDocument.Block]) -> [PrintedNumber] {
    TracedText(TextDocument(blocks)).numbers
  }

  private func problems(
    _ blocks: [TextDocument.Block], _ report: Report = ReportBuilder.small.report
  ) -> [String] {
    BriefingSources(report).listing(numbers(blocks), of: "bao-cao.txt").problems
  }

  /// A cell of the small office: CT02 has 38 of 40 hamlets, and needs all.
  private func cell(_ field: String, unit: String = "TU") -> NumberOrigin {
    NumberOrigin(
      .indicators, field, item: "CT02", unit: unit, period: ReportBuilder.quarter(3),
      window: "point")
  }

  private func state(_ state: String, _ role: NumberOrigin.Role) -> NumberOrigin {
    NumberOrigin(
      .tasks, state.isEmpty ? "count()" : "count(state=\(state))", role: role)
  }

  @Test("marks say where a number comes from, and are never printed")
  func marks() throws {
    let origin = cell("numerator")
    let long = String(repeating: "số liệu ", count: 12)
    let document = TextDocument([
      .paragraph("\(long)đạt \(origin.mark)38/\(cell("denominator").mark)40 thôn, ngày 17/9/2024."),
      .table(
        TextDocument.Table(
          [.init("Chỉ tiêu", 12), .init("Số", 6, .right)],
          [["Thôn có chi bộ độc lập", origin.mark + "38"]])),
    ])
    let traced = TracedText(document)
    #expect(!traced.text.unicodeScalars.contains { $0.value >= 0xF0000 })
    #expect(traced.numbers.map(\.value) == ["38", "40", "17", "9", "2024", "38"])
    #expect(traced.numbers.map(\.line) == [2, 2, 2, 2, 2, 5])
    #expect(
      traced.numbers.map(\.origin?.field) == [
        "numerator", "denominator", nil, nil, nil, "numerator",
      ])
    #expect(traced.numbers.first?.origin == origin)
  }

  @Test("text from outside cannot bring marks of its own")
  func forged() {
    let text = "ghi chú \u{F0100}\u{F0041}\u{F0101}5"
    #expect(printed(TextDocument([.plain(text)])) == "ghi chú 5\n")
    let numbers = numbers([.plain(text)])
    #expect(numbers.map(\.origin) == [nil])
  }

  @Test("a right number passes; a wrong one is named with its line, its cell and what stands there")
  func values() {
    #expect(problems([.plain("đạt \(cell("numerator").mark)38")]).isEmpty)
    #expect(
      problems([.plain("đạt \(cell("numerator").mark)39")]) == [
        "bao-cao.txt, line 1: 39 is printed for indicators.csv CT02 TU point numerator, which is 38"
      ])
    #expect(
      problems([.plain("đạt \(cell("numerator", unit: "H9").mark)38")]) == [
        "bao-cao.txt, line 1: 38 says that it is indicators.csv CT02 H9 point numerator, of which "
          + "the edition holds nothing"
      ])
  }

  @Test("a rate is what its two figures give, rounded half up; the sign of a difference counts")
  func rates() {
    #expect(problems([.plain("\(cell("value").mark)95,0%")]).isEmpty)
    #expect(problems([.plain("\(cell("value").mark)95,1%")]).count == 1)
    #expect(problems([.plain("-\(cell("points_to_target").mark)5,0 điểm %")]).isEmpty)
    #expect(problems([.plain("+\(cell("points_to_target").mark)5,0 điểm %")]).count == 1)
  }

  @Test("a rounding that contradicts the verdict is found: 1.999 of 2.000 is not 100%")
  func roundings() {
    var builder = ReportBuilder.small
    builder.units.append(ReportBuilder.unit("H3", "Huyện ủy Ba", members: 10))
    let receipt = builder.receive("H3", .indicator)
    builder.add(receipt, "CT01", 1959, 1960)
    let origin = NumberOrigin(
      .indicators, "value", item: "CT01", unit: "TU", period: ReportBuilder.quarter(3),
      window: "point")
    let report = builder.report
    #expect(problems([.plain("\(origin.mark)99,9%")], report).isEmpty)
    #expect(
      problems([.plain("\(origin.mark)100%")], report) == [
        "bao-cao.txt, line 1: 100 is printed for indicators.csv CT01 TU point value, and its rounding "
          + "contradicts the verdict of 99.95%"
      ])
  }

  @Test("parts printed beside their whole add up as printed")
  func sums() {
    let whole = state("", .whole).mark + "03 nhiệm vụ"
    let parts = ["overdue", "waiting", "continuous"].map { state($0, .part).mark + "01 việc" }
    #expect(problems([.item("\(whole): \(parts.joined(separator: "; "))")]).isEmpty)
    #expect(
      problems([.item("\(whole): \(parts.dropLast().joined(separator: "; "))")]) == [
        "bao-cao.txt, line 1: the parts of tasks.csv add up to 2, but 3 is printed as their whole"
      ])
  }

  @Test(
    "every number of random documents is listed with its line, right, and from a known place",
    arguments: UInt64(1)...30)
  func random(seed: UInt64) {
    let builder = ReportBuilder.random(seed: seed)
    let report = builder.report
    let plain = HouseStyle(.hd05, .moi)
    let state = HouseStyle(.nd30, .cu)
    for style in [plain, state] {
      isListed(
        [
          ("bao-cao.txt", Briefing.document(ReportContents(report))),
          ("tom-tat.txt", Summary.onOnePage(report)),
        ], style, in: BriefingSources(report))
      isListed(
        builder.slips.map { ("phan-hoi/\($0.name)", $0.document) }
          + builder.letters.map { ($0.name, $0.document) }, style,
        in: BriefingSources(ofPeriod: report))
    }
  }

  /// Line by line the digits of finished documents are those of the list, none of them unknown or wrong.
  private func isListed(
    _ documents: [(name: String, document: TextDocument)], _ style: HouseStyle,
    in sources: BriefingSources
  ) {
    var rows: [[String]] = []
    var texts: [(String, String)] = []
    for (name, document) in documents {
      let finished = style.applied(to: document)
      let traced = TracedText(finished)
      let listing = sources.listing(traced.numbers, of: name)
      #expect(listing.problems.isEmpty)
      rows += listing.rows
      texts.append((name, traced.text))
    }
    #expect(rows.filter { $0[3] == "unknown" }.isEmpty)
    for (name, text) in texts {
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        let listed = rows.filter { $0[0] == name && $0[1] == "\(number + 1)" }.map { $0[2] }
        #expect(digits(listed.joined(separator: " ")) == digits(String(line)), "\(name) \(line)")
      }
    }
  }

  private func digits(_ text: String) -> [String] {
    text.split { !("0"..."9").contains($0) }.map(String.init).sorted()
  }
}
