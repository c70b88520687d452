import Testing

@testable import Rendering

/// Work that is prepared on another thread comes in order, and errors come through.
@Suite struct PreparingTests {
  @Test func elementsComeInOrder() {
    var seen: [Int] = []
    Array(0..<1_000).forEach(preparedBy: { $0 * 2 }) { element, made in
      #expect(made == element * 2)
      seen.append(element)
    }
    #expect(seen == Array(0..<1_000))
    [Int]().forEach(preparedBy: { $0 }) { _, _ in Issue.record("there is no element") }
  }

  @Test func anErrorEndsIt() {
    struct Refused: Error {}
    var seen = 0
    #expect(throws: Refused.self) {
      try Array(0..<100).forEach(preparedBy: { $0 }) { element, _ in
        if element == 7 { throw Refused() }
        seen += 1
      }
    }
    #expect(seen == 7)
  }
}
