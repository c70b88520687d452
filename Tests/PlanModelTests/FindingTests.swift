import PlanModel
import Testing

struct FindingTests {
  @Test(arguments: [
    (0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"),
  ])
  func namesColumnsAsASpreadsheetDoes(column: Int, letters: String) {
    #expect(Finding.Place(column: column).columnLetter == letters)
  }

  @Test func ordersSeverities() {
    #expect(Severity.allCases.shuffled().sorted() == [.info, .explain, .error])
    #expect(Finding.Place().columnLetter == nil)
  }

  @Test(arguments: [
    (CrossCheck.Relation.atMost, [true, true, false]), (.atLeast, [false, true, true]),
    (.equal, [false, true, false]), (.below, [true, false, false]), (.above, [false, false, true]),
  ])
  func relationsHold(relation: CrossCheck.Relation, expected: [Bool]) {
    let two = FixedDecimal(2)
    #expect((1...3).map { relation.holds(FixedDecimal($0), two) } == expected)
  }

  @Test func rulesKnowTheirIndicators() {
    let check = CrossCheck(
      rule: "CT01.numerator + CT02.numerator <= CT01.denominator + 5",
      left: .init([.numerator("CT01"), .numerator("CT02")]), relation: .atMost,
      right: .init([.denominator("CT01"), .number(FixedDecimal(5))]), severity: .error, message: nil
    )
    #expect(check.indicators == ["CT01", "CT02"])
  }

  @Test func theHigherVersionIsLaterWhateverCameFirst() throws {
    func receipt(_ version: Int, _ revision: Int) throws -> Receipt {
      Receipt(
        number: 1, period: try period("2024-Q3"), unit: "X1", form: .indicator, file: "",
        version: version,
        revision: revision, state: .accepted, sha256: "", size: 0,
        receivedAt: .end(of: try day("2024-09-15")), documentNumber: "", rows: 0, errors: 0,
        explanations: 0)
    }
    #expect(try receipt(2, 1).isLater(than: receipt(1, 2)))
    #expect(try receipt(1, 2).isLater(than: receipt(1, 1)))
    #expect(try !receipt(1, 1).isLater(than: receipt(1, 1)))
  }

  @Test(arguments: [
    (Indicator.Measure.share, String?("x"), true), (.ratio, "x", true), (.count, nil, false),
    (.amount, nil, false),
    (.amount, "x", true), (.count, "x", false),
  ])
  func knowsWhichIndicatorsAreQuotients(
    measure: Indicator.Measure, denominator: String?, isQuotient: Bool
  ) {
    let indicator = Indicator(
      code: "", clause: "", name: "", shortName: "", unitOfMeasure: "", measure: measure,
      numerator: "",
      denominator: denominator, numeratorKind: .stock, denominatorKind: .stock,
      reporters: UnitSelection(), collected: .year)
    #expect(indicator.isQuotient == isQuotient)
  }
}
