import Assessment
import PlanModel
import Testing

@testable import Documents

@Suite("What a finding is about")
struct FindingSubjectTests {
  let office: Office

  init() throws {
    let report = try #require(WorkbookSample().report())
    let own = report.assessment.input.office
    let first = try #require(own.plans.first)
    // stands before the first in the order of codes, with another CT01 and neither CT02 nor CT03
    let other = Plan(
      code: "A01", number: "1-KH/TU", title: "kế hoạch khác", firstYear: first.firstYear,
      lastYear: first.lastYear, cadence: first.cadence, reportedBy: "BTC", reportedTo: [],
      indicators: try [("CT01", "Chỉ tiêu khác"), ("CT09", "Chỉ tiêu riêng")].map { code, name in
        let like = try #require(first.indicators.first)
        return Indicator(
          code: code, clause: "I", name: name, shortName: name, unitOfMeasure: "tổ chức",
          measure: .share, numerator: "số", denominator: "tổng", numeratorKind: .stock,
          denominatorKind: .stock, reporters: like.reporters, collected: .quarter)
      }, tasks: [])
    office = Office(
      organisation: own.organisation, registry: own.registry, plans: [other] + own.plans)
  }

  private func subject(_ code: String?, _ plan: String?) -> FindingSubject? {
    FindingSubject(
      Finding(
        code: "x", severity: .explain, subject: code, plan: plan, message: "", problem: ""),
      in: office)
  }

  @Test func theNameIsThatOfItsOwnPlan() throws {
    let own = try #require(office.plans.last)
    let subject = try #require(self.subject("ct01", own.code))
    #expect(subject.indicator?.shortName == "Tổ chức tốt")
    #expect(subject.code == "\(own.code)/CT01")
    #expect(self.subject("CT01", "A01")?.indicator?.shortName == "Chỉ tiêu khác")
  }

  @Test func aCodeOfOnePlanStandsAlone() throws {
    let own = try #require(office.plans.last)
    #expect(subject("CT02", own.code)?.code == "CT02")
    // recorded before findings named their plan
    #expect(subject("CT02", nil)?.indicator?.shortName == "Kết nạp")
  }

  @Test func noNameIsGuessed() throws {
    let own = try #require(office.plans.last)
    let old = try #require(self.subject("CT01", nil))
    #expect(old.indicator == nil)
    #expect(old.code == "CT01")
    // a mistyped code that only another plan has
    let foreign = try #require(self.subject("CT09", own.code))
    #expect(foreign.indicator == nil)
    #expect(foreign.code == "CT09")
    #expect(subject(nil, own.code) == nil)
  }
}
