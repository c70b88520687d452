import PlanModel
import TestSupport
import Testing

@testable import Assessment

@Suite("Figures that are hard to believe")
struct PlausibilityTests {
  private static let quarters = ["2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3"]

  private static func indicator(
    _ code: String, _ kind: Indicator.Accumulation, _ measure: Indicator.Measure
  ) -> Indicator {
    Indicator(
      code: code, clause: "I.1", name: code, shortName: code, unitOfMeasure: "người",
      measure: measure, numerator: "", denominator: measure == .share ? "" : nil,
      numeratorKind: kind, denominatorKind: .stock, reporters: UnitSelection(kinds: ["k"]),
      collected: .quarter)
  }

  /// A share with a threshold below the whole.
  private static var heaping: Indicator {
    let plain = indicator("T", .stock, .share)
    return Indicator(
      code: plain.code, clause: plain.clause, name: plain.name, shortName: plain.shortName,
      unitOfMeasure: plain.unitOfMeasure, measure: plain.measure, numerator: "", denominator: "",
      numeratorKind: .stock, denominatorKind: .stock, reporters: plain.reporters,
      collected: .quarter,
      targets: [
        Target(
          .above(FixedDecimal(9, fractionDigits: 1)), .every(.quarter, from: nil, to: nil))
      ])
  }

  /// A stock that a flow adds to.
  private static var moved: Indicator {
    var indicator = indicator("M", .stock, .count)
    indicator.flows = Indicator.Flows(incoming: "F", outgoing: nil)
    return indicator
  }

  /// A stock that a flow takes from.
  private static var drained: Indicator {
    var indicator = indicator("D", .stock, .count)
    indicator.flows = Indicator.Flows(incoming: nil, outgoing: "F")
    return indicator
  }

  /// What no unit here reports: whoever reports a part of the indicators is looked at as well.
  private static var foreign: Indicator {
    Indicator(
      code: "Z", clause: "", name: "", shortName: "", unitOfMeasure: "", measure: .count,
      numerator: "", denominator: nil, numeratorKind: .flow, denominatorKind: .stock,
      reporters: UnitSelection(kinds: ["other"]), collected: .quarter)
  }

  /// Figures by unit, indicator and quarter: `(numerator, denominator)`.
  private func doubts(
    _ figures: [(unit: String, code: String, quarter: String, above: Int, below: Int?)],
    units: Int = 6
  ) throws -> [Doubt] {
    let start = CalendarDate.first(ofMonth: 1, year: 2020)
    let root = Unit(code: "R", name: "R", kind: "root", parent: nil, validFrom: start)
    let others = (1...units).map {
      Unit(code: "U\($0)", name: "U\($0)", kind: "k", parent: "R", validFrom: start)
    }
    let plan = Plan(
      code: "P", number: "1", title: "", firstYear: 2022, lastYear: 2030, cadence: .quarter,
      reportedBy: "R",
      indicators: [
        Self.indicator("S", .stock, .share), Self.indicator("F", .flow, .count),
        Self.indicator("G", .stock, .count), Self.heaping, Self.moved, Self.drained, Self.foreign,
      ])
    let form = Organisation.Form(
      superior: "", issuerLine: "", place: "", reportSign: "", letterSign: "", draft: "",
      signature: [], reportRecipients: [], letterRecipients: [], archive: "", contact: "",
      notice: nil)
    let office = Office(
      organisation: Organisation(
        code: "o", name: "", issuer: "", committee: "", unitsNoun: "", form: form,
        calendar: ReportingCalendar(), denominatorChangeLimit: FixedDecimal(1, fractionDigits: 1),
        period: nil, asOf: nil),
      registry: UnitRegistry(units: [root] + others, root: "R"), plans: [plan])
    var book = FigureBook()
    var receipts: [Receipt] = []
    for (index, row) in figures.enumerated() {
      let receipt = Receipt(
        number: Int64(index + 1), period: try #require(Period.parse(row.quarter)), unit: row.unit,
        form: .indicator, file: "a.csv", version: 1, revision: 1, state: .accepted, sha256: "",
        size: 0, receivedAt: CivilTime.end(of: start), documentNumber: "", rows: 1, errors: 0,
        explanations: 0)
      receipts.append(receipt)
      book.add(
        Figure(
          plan: "P", indicator: row.code, row: 2,
          numerator: .value(FixedDecimal(row.above)),
          denominator: row.below.map { .value(FixedDecimal($0)) } ?? .blank, note: ""),
        of: receipt)
    }
    let end = CivilTime.end(of: CalendarDate.first(ofMonth: 10, year: 2024))
    return PlanAssessment(
      AssessmentInput(
        office: office, plan: plan, period: try #require(Period.parse("2024-Q3")), asOf: end,
        submissions: SubmissionBook(receipts: receipts, asOf: end), figures: book)
    ).doubts
  }

  @Test("a rate far from five like units is doubted; one within five deviations is not")
  func peers() throws {
    let rates = [91, 92, 93, 92, 91]
    let others = rates.enumerated().map { ("U\($0 + 1)", "S", "2024-Q3", $1, Int?.some(100)) }
    // median 92, least deviation two points: 82 is the edge, and still believed
    #expect(try doubts(others + [("U6", "S", "2024-Q3", 82, 100)]).isEmpty)
    let far = try doubts(others + [("U6", "S", "2024-Q3", 81, 100)])
    #expect(far.map(\.unit) == ["U6"])
    guard case .farFromPeers(_, _, let deviation, let peers, _) = try #require(far.first).reason
    else {
      Issue.record("another reason")
      return
    }
    #expect(peers == 5)
    #expect(deviation == Ratio(percent(2)))
  }

  @Test("a rate of fewer than ten is held against nobody, and nobody against it")
  func tinyWholes() throws {
    let others = (1...5).map { ("U\($0)", "S", "2024-Q3", 92, Int?.some(100)) }
    #expect(try doubts(others + [("U6", "S", "2024-Q3", 0, 1)]).isEmpty)
    #expect(try doubts(others + [("U6", "S", "2024-Q3", 5, 9)]).isEmpty)
    #expect(try doubts(others + [("U6", "S", "2024-Q3", 5, 10)]).map(\.unit) == ["U6"])
    // five like units, two of them tiny, are three
    let tiny = [("U4", "S", "2024-Q3", 1, Int?.some(1)), ("U5", "S", "2024-Q3", 1, 2)]
    let few = Array(others.prefix(3)) + tiny
    #expect(try doubts(few + [("U6", "S", "2024-Q3", 5, 100)]).isEmpty)
  }

  @Test("three peers are too few to doubt anything")
  func fewPeers() throws {
    let figures = [("U1", 91), ("U2", 92), ("U3", 93), ("U4", 10)].map {
      ($0.0, "S", "2024-Q3", $0.1, Int?.some(100))
    }
    #expect(try doubts(figures).isEmpty)
  }

  @Test("a sum over three times its own median, and more than ten over it, is doubted")
  func past() throws {
    let earlier = zip(Self.quarters, [8, 10, 9, 10, 12]).map { ("U1", "F", $0, $1, Int?.none) }
    #expect(try doubts(earlier + [("U1", "F", "2024-Q3", 30, nil)]).isEmpty)
    #expect(try doubts(earlier + [("U1", "F", "2024-Q3", 31, nil)]).map(\.indicator) == ["F"])
    // three points of the past say too little
    #expect(try doubts(earlier.suffix(3) + [("U1", "F", "2024-Q3", 99, nil)]).isEmpty)
    // from four to fourteen is over three times, and a jump of ten
    let small = zip(Self.quarters, [3, 4, 4, 4, 5]).map { ("U1", "F", $0, $1, Int?.none) }
    #expect(try doubts(small + [("U1", "F", "2024-Q3", 14, nil)]).isEmpty)
    #expect(try doubts(small + [("U1", "F", "2024-Q3", 15, nil)]).map(\.indicator) == ["F"])
  }

  @Test("a report with the same sums as the last one is doubted; still stocks alone are not")
  func copies() throws {
    func report(_ quarter: String, flow: Int) -> [(String, String, String, Int, Int?)] {
      [("U1", "S", quarter, 9, 10), ("U1", "F", quarter, flow, nil), ("U1", "G", quarter, 4, nil)]
    }
    let same = try doubts(report("2024-Q2", flow: 7) + report("2024-Q3", flow: 7))
    #expect(
      same.map(\.reason) == [.copied(of: try #require(Period.parse("2024-Q2")), figures: 3)])
    #expect(try doubts(report("2024-Q2", flow: 7) + report("2024-Q3", flow: 8)).isEmpty)
    #expect(try doubts(report("2024-Q2", flow: 0) + report("2024-Q3", flow: 0)).isEmpty)
  }

  @Test("twelve peers: the least deviation still holds, one far rate among them is found")
  func twelvePeers() throws {
    let rates = [90, 91, 92, 93, 91, 92, 90, 93, 91, 92, 91]
    let others = rates.enumerated().map { ("U\($0 + 1)", "S", "2024-Q3", $1, Int?.some(100)) }
    #expect(try doubts(others + [("U12", "S", "2024-Q3", 84, 100)], units: 12).isEmpty)
    #expect(
      try doubts(others + [("U12", "S", "2024-Q3", 60, 100)], units: 12).map(\.unit) == ["U12"])
  }

  @Test("all units at exactly 100% is one question about all; one case less is none")
  func allFull() throws {
    let full = (1...5).map { ("U\($0)", "S", "2024-Q3", 40 + $0, Int?.some(40 + $0)) }
    let found = try doubts(full, units: 5)
    #expect(found.map(\.reason) == [.allFull(units: 5)])
    #expect(found.map(\.unit) == ["R"])
    #expect(found.map(\.isOfAllUnits) == [true])
    #expect(try doubts(full.dropLast() + [("U5", "S", "2024-Q3", 999, 1000)], units: 5).isEmpty)
    // four units say too little
    #expect(try doubts(Array(full.prefix(4)), units: 4).isEmpty)
  }

  @Test("half of the units just above the threshold are a heap; fewer are none")
  func heaps() throws {
    func rates(_ rates: [Int]) throws -> [Doubt.Reason] {
      try doubts(
        rates.enumerated().map { ("U\($0 + 1)", "T", "2024-Q3", $1, Int?.some(1000)) }
      ).map(\.reason)
    }
    let width = PlausibilityLimits().heapWidth
    // above 90%: 900 does not meet it, 905 is the edge of the heap
    #expect(
      try rates([901, 902, 905, 950, 960, 970]) == [
        .heaped(
          units: 3, of: 6, threshold: Ratio(FixedDecimal(9, fractionDigits: 1)), width: width)
      ])
    #expect(try rates([900, 902, 905, 950, 960, 970]).isEmpty)
    #expect(try rates([901, 902, 906, 950, 960, 970]).isEmpty)
  }

  @Test("a stock is the last one with what came and without what went, or to be explained")
  func balances() throws {
    func report(_ now: Int, flow: Int = 7) -> [(String, String, String, Int, Int?)] {
      [
        ("U1", "M", "2024-Q2", 100, nil), ("U1", "M", "2024-Q3", now, nil),
        ("U1", "F", "2024-Q3", flow, nil),
      ]
    }
    #expect(try doubts(report(107)).isEmpty)
    let found = try #require(try doubts(report(110)).first)
    guard case .notByFlows(let balance) = found.reason else {
      Issue.record("another reason")
      return
    }
    #expect(balance.expected == FixedDecimal(107))
    #expect(balance.reported == FixedDecimal(110))
    #expect(found.indicator == "M")
    // a flow that was not sent is no zero
    #expect(try doubts(Array(report(110).prefix(2))).isEmpty)
    func left(_ now: Int) -> [(String, String, String, Int, Int?)] {
      [
        ("U1", "D", "2024-Q2", 100, nil), ("U1", "D", "2024-Q3", now, nil),
        ("U1", "F", "2024-Q3", 7, nil),
      ]
    }
    #expect(try doubts(left(93)).isEmpty)
    #expect(try doubts(left(100)).map(\.indicator) == ["D"])
  }
}
