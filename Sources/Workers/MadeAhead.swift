import Dispatch
import Synchronization

/// Has another thread make things one after another, a few ahead of who takes them here in the same order.
///
/// What `make` throws is thrown here after all that it handed over before. When `take` throws, `make` is
/// told by `false` that nobody wants more, and waited for: nothing goes on behind whoever called.
package func madeAhead<Element: Sendable>(
  atMost ahead: Int,
  make: @escaping @Sendable (_ hand: (Element) -> Bool) throws -> Void,
  take: (Element) throws -> Void
) throws {
  let passage = Passage<Element>(room: ahead)
  DispatchQueue.global().async {
    passage.end(with: Result { try make(passage.put) })
  }
  do {
    while let element = try passage.next() { try take(element) }
  } catch {
    passage.abandon()
    throw error
  }
}

/// What is made and not yet taken.
private final class Passage<Element: Sendable>: Sendable {
  private struct State {
    var waiting: [Element] = []
    var end: Result<Void, any Error>?
    var isAbandoned = false
  }

  private let state = Mutex(State())
  // both begin at nothing: one that ended below what it began with would be a trap
  private let room = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)

  init(room places: Int) { for _ in 0..<places { room.signal() } }

  /// Waits for room, and returns whether more is wanted.
  func put(_ element: Element) -> Bool {
    room.wait()
    let isWanted = state.withLock { state in
      if !state.isAbandoned { state.waiting.append(element) }
      return !state.isAbandoned
    }
    filled.signal()
    return isWanted
  }

  func end(with result: Result<Void, any Error>) {
    state.withLock { $0.end = result }
    filled.signal()
  }

  /// The next element; nil when there are no more.
  func next() throws -> Element? {
    filled.wait()
    let (element, end) = state.withLock { state in
      state.waiting.isEmpty ? (nil, state.end) : (state.waiting.removeFirst(), nil)
    }
    room.signal()
    try end?.get()
    return element
  }

  /// Waits until nothing is made any more.
  func abandon() {
    while state.withLock({ state in
      state.isAbandoned = true
      return state.end == nil
    }) {
      room.signal()
      filled.wait()
    }
  }
}
