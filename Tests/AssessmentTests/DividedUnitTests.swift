import Assessment
import PlanModel
import Testing

/// Units that are divided on 1 July 2025, by shares that the office declares or not.
struct DividedUnitTests {
  @Test func aSplitGoesByDeclaredSharesExactly() throws {
    var scene = try reorganised(
      [
        try commune("A", to: "2025-06-30", ("X", "0.35"), ("Y", "0.65")),
        try commune("X", from: "2025-07-01"), try commune("Y", from: "2025-07-01"),
      ], admissions)
    try scene.add(
      "A 2024-Q4 1/121; A 2025-Q1 3/121; A 2025-Q2 2/121; X 2025-Q3 1/43; Y 2025-Q3 2/79")
    #expect(try scene.cell("2025-Q3", .year, "X").figures == "2.75/42.35")
    #expect(try scene.cell("2025-Q3", .year, "Y").figures == "5.25/78.65")
    #expect(try scene.cell("2025-Q3", .year).figures == "8/121")
  }

  @Test func anUndeclaredSplitCannotBeCompared() throws {
    var scene = try reorganised(
      [
        try commune("A", to: "2025-06-30", ("X", nil), ("Y", nil)),
        try commune("X", from: "2025-07-01"), try commune("Y", from: "2025-07-01"),
        try commune("B"),
      ], admissions)
    try scene.add(
      "A 2024-Q4 1/100; A 2025-Q1 3/100; A 2025-Q2 2/100; X 2025-Q3 1/40; Y 2025-Q3 2/65")
    try scene.add("B 2024-Q4 1/50; B 2025-Q1 1/50; B 2025-Q2 1/50; B 2025-Q3 1/50")
    let indicator = try scene.assess("2025-Q3").indicators[0]
    #expect(indicator.cell("A", .year)?.figures == "5/100")
    for (code, figures) in [("X", "1"), ("Y", "2")] {
      let cell = try #require(indicator.cell(code, .year))
      #expect(cell.figures == figures)
      #expect(cell.isBroken)
      #expect(cell.value == nil)
      #expect(cell.verdict == .noVerdict)
    }
    #expect(indicator.cell("B", .year)?.isBroken == false)
    // the sum over all of them holds all the same
    #expect(indicator.cell("T", .year)?.figures == "11/150")
    #expect(indicator.cell("X", .period)?.isBroken == false)
    #expect(indicator.cell("X", .period)?.figures == "1/40")
  }

  @Test("what comes after the period changes no verdict of it", arguments: ["1", nil])
  func future(share: String?) throws {
    var scenes = [
      try reorganised(
        [
          try commune("A", to: "2025-06-30", ("X", share)), try commune("X", from: "2025-07-01"),
          try commune("B"),
        ], admissions),
      try reorganised([try commune("A"), try commune("B")], admissions),
    ]
    for place in scenes.indices {
      try scenes[place].add("A 2023-Q4 1/100; A 2024-Q1 1/100; B 2023-Q4 1/50; B 2024-Q1 1/50")
      try scenes[place].add("B 2024-Q2 1/50; B 2024-Q3 1/50")
      scenes[place].years = 2023...2030
    }
    for code in ["T", "A"] {
      let (now, never) = (
        try scenes[0].cell("2024-Q3", .year, code), try scenes[1].cell("2024-Q3", .year, code)
      )
      #expect(now.verdict == never.verdict)
      #expect(now.verdict == .insufficient)
      #expect(now.bounds == never.bounds)
    }
  }

  @Test("half a year of a unit that was divided is held against no whole one")
  func halfAYear() throws {
    var scene = try reorganised(
      [
        try commune("A", to: "2025-06-30", ("X", nil), ("Y", nil)),
        try commune("X", from: "2025-07-01"), try commune("Y", from: "2025-07-01"),
        try commune("B"),
        try commune("N", from: "2024-07-01"),
      ], indicator(measure: .count, .flow))
    for quarter in 1...4 {
      try scene.add("A 2024-Q\(quarter) 10; B 2024-Q\(quarter) 5; B 2025-Q\(quarter) 6")
      try scene.add("N 2025-Q\(quarter) 7")
    }
    try scene.add("N 2024-Q3 7; N 2024-Q4 7; A 2025-Q1 10; A 2025-Q2 10")
    // one is missing, so that only units with figures at both times are held against each other
    try scene.add("X 2025-Q3 4; Y 2025-Q3 4; Y 2025-Q4 4")
    let movement = try #require(try scene.assess("2025-Q4").indicators[0].comparison?.movement)
    #expect(movement.from == Ratio(FixedDecimal(20)))
    #expect(movement.to == Ratio(FixedDecimal(24)))
    #expect(movement.units == 1)
  }

  @Test("what each unit owes is not divided by shares; what is the same still goes on")
  func obligations() throws {
    let programmes = indicator(
      [Target(.atLeast(FixedDecimal(1)), .overTerm, isPerUnit: true)], measure: .count, .flow,
      combination: .unitsMeeting)
    var scene = try reorganised(
      [
        try commune("A", to: "2025-06-30", ("X", "0.4"), ("Y", "0.6")),
        try commune("X", from: "2025-07-01"), try commune("Y", from: "2025-07-01"),
        try commune("B", to: "2025-06-30", ("M", "1")), try commune("M", from: "2025-07-01"),
      ], programmes)
    scene.years = 2025...2025
    try scene.add("A 2025-Q1 1; A 2025-Q2 0; B 2025-Q1 1; B 2025-Q2 0")
    try scene.add("X 2025-Q3 1; X 2025-Q4 0; Y 2025-Q3 0; Y 2025-Q4 0; M 2025-Q3 0; M 2025-Q4 0")
    #expect(try scene.cell("2025-Q4", .term, "M").verdict == .met)
    #expect(try scene.cell("2025-Q4", .term, "X").figures == "1")
    #expect(try scene.cell("2025-Q4", .term, "X").verdict == .met)
    // whether what A had holds for Y, nobody has said
    #expect(try scene.cell("2025-Q4", .term, "Y").verdict == .insufficient)
    let total = try scene.cell("2025-Q4", .term)
    #expect(total.figures == "2/3")
    #expect(total.verdict == .insufficient)
  }

  @Test("shares of shares are followed while sums of them stay exact")
  func chain() throws {
    let days = (0...4).map { "202\($0 + 1)-06-30" }
    var units: [Unit] = []
    for step in 0...3 {
      units.append(
        try commune(
          "A\(step)", from: step == 0 ? "2020-01-01" : "202\(step)-07-01", to: days[step],
          ("A\(step + 1)", "0.333333"), ("B\(step)", "0.666667")))
      units.append(try commune("B\(step)", from: "202\(step + 1)-07-01"))
    }
    units.append(try commune("A4", from: "2024-07-01"))
    units.append(try commune("C"))
    var scene = try reorganised(units, indicator(measure: .amount, .flow))
    scene.years = 2020...2030
    try scene.add("A0 2020-Q1 999999999999999; C 2020-Q1 250000000000.000001")
    #expect(try scene.cell("2024-Q4", .term).figures == "1000249999999999.000001")
  }
}
