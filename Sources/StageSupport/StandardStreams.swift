import Foundation
import Synchronization

/// Standard output and error, where a line that is lost is not taken for printed.
final class StandardStreams: Sendable {
  /// The system's reason for the first line that was lost.
  private let failure = Mutex<Int32?>(nil)

  /// A stream that was closed before the start becomes one that takes nothing: else the first file that is
  /// opened would have its number, and be printed into.
  init() {
    for number in STDIN_FILENO...STDERR_FILENO where fcntl(number, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", O_RDONLY)
    }
  }

  /// Whether some line could not be printed, as on a full disk or a closed pipe.
  var hasLostLines: Bool { failure.withLock { $0 != nil } }

  /// Says on standard error that lines were lost, and why; nothing where a reader wanted no more of them.
  func tellLostLines() {
    guard let reason = failure.withLock({ $0 }), reason != EPIPE else { return }
    let text = unsafe String(cString: strerror(reason))
    write(
      "some lines could not be printed: \(text); run it again where its output is taken",
      to: STDERR_FILENO)
  }

  /// Prints a line to the stream of a number.
  func write(_ line: String, to stream: Int32) {
    var rest = Array((line + "\n").utf8)[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes {
        unsafe Foundation.write(stream, $0.baseAddress, $0.count)
      }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        let reason = errno
        return failure.withLock { $0 = $0 ?? reason }
      }
    }
  }
}
