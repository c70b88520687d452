import Dispatch
import Synchronization

/// Makes one thing here while another thread makes the other, and waits for both.
package func together<Here, There: Sendable, Failure: Error>(
  _ here: () throws(Failure) -> Here, _ there: @escaping @Sendable () -> There
) throws(Failure) -> (Here, There) {
  let work = Work(there)
  DispatchQueue.global().async { work.run() }
  do throws(Failure) {
    let made = try here()
    return (made, work.wait())
  } catch {
    _ = work.wait()
    throw error
  }
}

/// What another thread makes.
private final class Work<Product: Sendable>: Sendable {
  private let make: @Sendable () -> Product
  private let product = Mutex<Product?>(nil)
  private let isDone = DispatchSemaphore(value: 0)

  init(_ make: @escaping @Sendable () -> Product) { self.make = make }

  func run() {
    let made = make()
    product.withLock { $0 = made }
    isDone.signal()
  }

  func wait() -> Product {
    isDone.wait()
    guard let made = product.withLock({ $0 }) else {
      preconditionFailure("it is done before it is made")
    }
    return made
  }
}
