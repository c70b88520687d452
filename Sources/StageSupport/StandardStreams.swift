import Foundation
import Synchronization

/// Standard output and error, where a line that is lost is not taken for printed.
final class StandardStreams: Sendable {
  private let hasFailed = Mutex(false)

  /// Whether some line could not be printed, as on a full disk or a closed pipe.
  var hasLostLines: Bool { hasFailed.withLock { $0 } }

  func write(_ line: String, to file: FileHandle) {
    do {
      try file.write(contentsOf: Data((line + "\n").utf8))
    } catch {
      hasFailed.withLock { $0 = true }
    }
  }
}
