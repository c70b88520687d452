import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// Hands over each element, in order, with what `prepare` makes of it on another thread, which works
  /// ahead while `use` is busy with the elements before.
  func forEach<Made: Sendable>(
    preparedBy prepare: @escaping @Sendable (Element) -> Made,
    use: (Element, Made) throws -> Void
  ) rethrows {
    let prepared = Prepared<Made>()
    DispatchQueue.global().async {
      for element in self { prepared.put(prepare(element)) }
    }
    for element in self { try use(element, prepared.take()) }
  }
}

/// A queue between two threads, which ends when both know that it does.
private final class Prepared<Made: Sendable>: Sendable {
  private let waiting = Mutex<[Made]>([])
  private let count = DispatchSemaphore(value: 0)

  func put(_ made: Made) {
    waiting.withLock { $0.append(made) }
    count.signal()
  }

  func take() -> Made {
    count.wait()
    return waiting.withLock { $0.removeFirst() }
  }
}
