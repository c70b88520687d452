import PlanModel
import Testing

@testable import Intake

/// Rules of the plan across the figures of one submission.
@Suite("Checks across figures")
struct CrossCheckTests {
  @Test(
    "a part larger than its own whole is said once; larger than another's whole it breaks the plan's rule",
    arguments: [
      ("NQ21,CT01,90,100", "NQ21,CT02,1,95", []),
      ("NQ21,CT01,90,100", "NQ21,CT02,1,80", ["2:C check-failed"]),
      ("NQ21,CT01,90,80", "NQ21,CT02,1,95", ["2:C numerator-over-denominator"]),
    ])
  func parts(first: String, second: String, found: [String]) {
    let content = SampleOffice.read("plan,indicator,numerator,denominator\n\(first)\n\(second)\n")
    #expect(SampleOffice.found(content) == found)
  }
}
