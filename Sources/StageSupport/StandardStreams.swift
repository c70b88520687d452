import Foundation
import Synchronization

/// Standard output and error, where a line that is lost is not taken for printed.
final class StandardStreams: Sendable {
  private let hasFailed = Mutex(false)

  /// A stream that was closed before the start becomes one that takes nothing: else the first file that is
  /// opened would have its number, and be printed into.
  init() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }

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
