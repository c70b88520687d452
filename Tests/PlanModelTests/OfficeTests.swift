import PlanModel
import Testing

struct OfficeTests {
  private func indicator(_ code: String, _ kinds: Set<String>, _ collected: Cadence) -> Indicator {
    Indicator(
      code: code, clause: "", name: "", shortName: "", unitOfMeasure: "", measure: .share,
      numerator: "", denominator: "", numeratorKind: .stock, denominatorKind: .stock,
      reporters: UnitSelection(kinds: kinds), collected: collected)
  }

  private func office() throws -> Office {
    let plan = Plan(
      code: "NQ21", number: "", title: "", firstYear: 2022, lastYear: 2030, cadence: .quarter,
      reportedBy: "BTC",
      indicators: [indicator("CT01", ["xa"], .quarter), indicator("CT02", ["khoi"], .year)],
      tasks: [
        PlanTask(
          code: "V.1-01", clause: "V.1", lead: .units(["BTC", "VP"]), summary: "",
          deadline: Deadline(.unstated)),
        PlanTask(
          code: "V.2-01", clause: "V.2", lead: .each(UnitSelection(kinds: ["xa"])), summary: "",
          deadline: Deadline(.continuous)),
      ])
    let form = Organisation.Form(
      superior: "", issuerLine: "", place: "", reportSign: "", letterSign: "", draft: "",
      signature: [], reportRecipients: [], letterRecipients: [], archive: "", contact: "",
      notice: nil)
    return Office(
      organisation: Organisation(
        code: "o", name: "", issuer: "", committee: "", unitsNoun: "", form: form,
        calendar: ReportingCalendar(), denominatorChangeLimit: .zero, period: nil, asOf: nil),
      registry: UnitRegistry(
        units: [
          try unit("T", "tinh", under: nil), try unit("BTC", "ban"), try unit("VP", "ban"),
          try unit("BDV", "ban"), try unit("X1"), try unit("X2", to: "2024-08-15"),
          try unit("X3", from: "2024-08-16"), try unit("K1", "khoi"),
        ], root: "T"), plans: [plan])
  }

  @Test(arguments: [
    ("2024-Q2", "BTC-task VP-task X1-indicator X1-task X2-indicator X2-task"),
    ("2024-Q3", "BTC-task VP-task X1-indicator X1-task X3-indicator X3-task"),
    ("2024-Q4", "BTC-task VP-task X1-indicator X1-task X3-indicator X3-task K1-indicator"),
    ("2024-09", ""), ("2024", ""), ("2024-9M", ""), ("2021-Q4", ""), ("2031-Q1", ""),
  ])
  func expectsTheFormsOfUnitsThatExistAtThePeriodsEnd(text: String, forms: String) throws {
    let expected = try office().expected(in: period(text)).map { "\($0.unit.code)-\($0.form)" }
    #expect(expected.joined(separator: " ") == forms)
  }

  @Test func findsCodesInAnyCase() throws {
    let plan = try #require(try office().plan("nq21"))
    #expect(plan.indicator("ct02")?.code == "CT02")
    #expect(plan.task("v.1-01")?.code == "V.1-01")
    #expect(plan.indicator("CT9") == nil)
    #expect(plan.eventName("HD") == "HD")
    #expect(try office().plan("NQ22") == nil)
  }

  @Test func codesThatAreThereTwiceAreNoTrap() {
    let twice = [indicator("CT01", ["a"], .year), indicator("ct01", ["b"], .year)]
    let plan = Plan(
      code: "P", number: "", title: "", firstYear: 2030, lastYear: 2022, cadence: .year,
      reportedBy: "", indicators: twice)
    #expect(plan.indicator("CT01")?.reporters.kinds == ["a"])
    #expect(!plan.term.contains(.first(ofMonth: 1, year: 2025)))
  }

  @Test(arguments: [
    (Cadence.year, "2024-Q4", true), (.year, "2024-Q3", false), (.year, "2024", true),
    (.quarter, "2024-Q1", true), (.half, "2024-Q2", true), (.half, "2024-Q3", false),
    (.quarter, "2024-09", true), (.quarter, "2024-08", false), (.month, "2024-08", true),
  ])
  func collectsInTheLastPeriodOfEachCycle(cadence: Cadence, text: String, isCollected: Bool) throws
  {
    #expect(indicator("A", [], cadence).isCollected(in: try period(text)) == isCollected)
  }
}
