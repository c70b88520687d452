import PlanModel
import Testing

struct GatheredTests {
  @Test func keysAndElementsKeepTheirOrder() {
    let groups = ["b1", "a1", "b2", "c1", "a2"].gathered { $0.first }
    #expect(groups.map(\.key) == ["b", "a", "c"])
    #expect(groups.map(\.elements) == [["b1", "b2"], ["a1", "a2"], ["c1"]])
  }

  @Test func ofNothingThereAreNoGroups() {
    #expect([Int]().gathered { $0 }.isEmpty)
  }

  @Test func ofSeveralAlikeTheFirstIsKept() {
    #expect(["b1", "a1", "b2"].keyed { $0.first } == ["b": "b1", "a": "a1"])
  }
}
