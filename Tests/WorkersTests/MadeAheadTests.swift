import Synchronization
import Testing

@testable import Workers

@Suite("Things made ahead of who takes them")
struct MadeAheadTests {
  private struct Stop: Error {}

  @Test("all arrive in their order, however few have room", arguments: 1...3, [0, 1, 7, 500])
  func order(room: Int, count: Int) throws {
    var taken: [Int] = []
    try madeAhead(atMost: room) { hand in
      for number in 0..<count where !hand(number) { return }
    } take: {
      taken.append($0)
    }
    #expect(taken == Array(0..<count))
  }

  @Test("what making throws comes after all that was made before", arguments: [0, 1, 9])
  func makingFails(count: Int) {
    var taken = 0
    #expect(throws: Stop.self) {
      try madeAhead(atMost: 2) { hand in
        for number in 0..<count { _ = hand(number) }
        throw Stop()
      } take: { (_: Int) in
        taken += 1
      }
    }
    #expect(taken == count)
  }

  @Test("who takes no more ends the making", arguments: 1...3, [0, 1, 40])
  func takingFails(room: Int, after: Int) {
    let made = Mutex(0)
    let hasEnded = Mutex(false)
    var taken = 0
    #expect(throws: Stop.self) {
      try madeAhead(atMost: room) { hand in
        defer { hasEnded.withLock { $0 = true } }
        while hand(made.withLock { $0 }) { made.withLock { $0 += 1 } }
      } take: { (_: Int) in
        if taken == after { throw Stop() }
        taken += 1
      }
    }
    #expect(taken == after)
    // nothing goes on behind the caller
    #expect(hasEnded.withLock { $0 })
    #expect(made.withLock { $0 } <= after + room + 1)
  }
}
