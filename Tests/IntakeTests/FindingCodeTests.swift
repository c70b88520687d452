import Foundation
import Intake
import PlanModel
import Testing

@Suite("Finding codes")
struct FindingCodeTests {
  @Test("docs/findings.md is the table made from the code")
  func catalogue() throws {
    let file = Goldens.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/findings.md")
    try Goldens.compare(FindingCode.catalogue, with: file)
  }

  @Test("every code is kebab case and says what it means", arguments: FindingCode.allCases)
  func texts(code: FindingCode) {
    #expect(code.rawValue.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D })
    #expect(!code.summary.english.isEmpty)
    #expect(!code.summary.vietnamese.isEmpty)
    #expect(code.severity != .error || !code.summary.remedy.isEmpty)
  }

  @Test(
    "an accepted explanation silences an explain of that unit, period and indicator, nothing else")
  func explanations() {
    func finding(_ code: String, _ severity: Severity, _ subject: String?) -> Finding {
      Finding(code: code, severity: severity, subject: subject, message: "", problem: "")
    }
    let office = SampleOffice.office
    // SampleOffice explains CT02 of any plan
    let period = SampleOffice.period
    let jump = finding("denominator-jump", .explain, "CT02")
    #expect(office.hasExplanation(for: jump, unit: "HU01", period: period))
    #expect(!office.hasExplanation(for: jump, unit: "HU02", period: period))
    #expect(!office.hasExplanation(for: jump, unit: "HU01", period: SampleOffice.quarter(2024, 2)))
    for other in [
      finding("denominator-jump", .explain, "CT01"), finding("figure-blank", .explain, "CT02"),
      finding("denominator-jump", .error, "CT02"), finding("denominator-jump", .explain, nil),
    ] {
      #expect(!office.hasExplanation(for: other, unit: "HU01", period: period))
    }
  }

  @Test("an explanation of one plan's indicator leaves that of another plan open")
  func explanationsOfPlans() {
    let of21 = Explanation(
      unit: "HU01", period: SampleOffice.period, plan: "NQ21", indicator: "CT02",
      code: "denominator-jump", text: "")
    let office = Office(
      organisation: SampleOffice.office.organisation, registry: SampleOffice.office.registry,
      plans: SampleOffice.office.plans, explanations: [of21])
    func isExplained(_ plan: String?) -> Bool {
      office.hasExplanation(
        for: Finding(
          code: "denominator-jump", severity: .explain, subject: "CT02", plan: plan, message: "",
          problem: ""), unit: "HU01", period: SampleOffice.period)
    }
    #expect(isExplained("NQ21"))
    #expect(!isExplained("NQ28"))
    // recorded before findings named their plan
    #expect(isExplained(nil))
  }
}
