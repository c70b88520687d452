import Assessment
import PlanModel
import TestSupport
import Testing

@Suite("the book of figures")
struct FigureBookTests {
  @Test("figures stand unit by unit and period by period, in whatever order they come")
  func anyOrder() throws {
    let sent = ["X1", "X2", "X3"].flatMap { unit in
      ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"].enumerated().map { place, period in
        "\(unit) \(period) \(unit.dropFirst())\(place)"
      }
    }
    var dice = SeededDice(seed: 24)
    for _ in 0..<20 {
      var scene = try Scene(["X1", "X2", "X3"], indicator())
      for item in sent.shuffled(using: &dice) { try scene.add(item) }
      let read = ["X1", "X2", "X3"].flatMap { unit in
        scene.book.figures("CT01", of: unit).map {
          "\(unit) \($0.period) \($0.content.numerator.value?.plainText ?? "")"
        }
      }
      #expect(read == sent)
    }
  }

  @Test("a submission's figures taken in at once are those taken in one by one, with their notes")
  func atOnce() throws {
    var scene = try Scene(["X1"], indicator())
    try scene.add("X1 2024-Q1 1")
    let receipt = try #require(scene.receipts.first)
    let figures = [
      Figure(
        plan: "P", indicator: "CT01", row: 2, numerator: .value(try number("68.8")),
        denominator: .blank, note: "đã rà soát"),
      Figure(
        plan: "P", indicator: "CT02", row: 4, numerator: .notApplicable,
        denominator: .value(FixedDecimal(3)), note: ""),
      Figure(
        plan: "P", indicator: "CT03", row: 5, numerator: .blank, denominator: .blank,
        note: "chờ số liệu"),
    ]
    var one = FigureBook()
    for figure in figures { one.add(figure, of: receipt) }
    let packed = try #require(PackedFigures(figures, of: "P"))
    #expect(packed.figures == figures)
    var all = FigureBook()
    all.addAll { $0(packed, receipt) }
    for figure in figures {
      #expect(all.figures(figure.indicator, of: "X1") == one.figures(figure.indicator, of: "X1"))
      #expect(all.figures(figure.indicator, of: "X1").map(\.content) == [figure])
    }
  }
}
