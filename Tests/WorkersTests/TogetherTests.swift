import Dispatch
import Synchronization
import Testing

@testable import Workers

struct TogetherTests {
  private struct Refused: Error {}

  @Test("both are made, each while the other is being made")
  func both() {
    let (here, there) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    // each waits for the other to have begun: one after the other neither would end
    let made = together {
      here.signal()
      there.wait()
      return 1
    } _: {
      there.signal()
      here.wait()
      return "hai"
    }
    #expect(made == (1, "hai"))
  }

  @Test("what is thrown here is thrown on when the other has ended")
  func refused() {
    let hasEnded = Mutex(false)
    #expect(throws: Refused.self) {
      try together { () throws -> Int in
        throw Refused()
      } _: {
        hasEnded.withLock { $0 = true }
      }
    }
    #expect(hasEnded.withLock { $0 })
  }
}
