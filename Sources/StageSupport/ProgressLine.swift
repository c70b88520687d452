import Foundation
import Stages
import Synchronization

/// One line on a terminal that says how far a long piece of work has come; none when nobody watches.
///
/// It begins after a second and changes five times a second at most. It uses no colours and no escapes,
/// only a return to the line's start, so that there is nothing for NO_COLOR to turn off.
final class ProgressLine: Sendable {
  private struct State {
    var subject = ""
    var start = ContinuousClock.now
    var last = ContinuousClock.now
    var width = 0
  }

  private let state = Mutex(State())
  private let isWatched: Bool

  /// Standard error must be a terminal, one that can go back to the start of a line.
  init(isQuiet: Bool) {
    isWatched =
      !isQuiet && isatty(STDERR_FILENO) == 1
      && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  func show(_ progress: StageProgress) {
    guard isWatched else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      if state.subject != progress.subject {
        state.subject = progress.subject
        state.start = now
      }
      guard now - state.start > .seconds(1), now - state.last > .milliseconds(200) else { return }
      state.last = now
      let text = Self.text(progress, after: now - state.start)
      Self.write("\r" + text + String(repeating: " ", count: max(0, state.width - text.count)))
      state.width = text.count
    }
  }

  /// Takes the line away, before something else is printed.
  func clear() {
    guard isWatched else { return }
    state.withLock { state in
      if state.width > 0 { Self.write("\r" + String(repeating: " ", count: state.width) + "\r") }
      state.width = 0
    }
  }

  /// `ninh-khanh 2024-Q3: 120 of 480 files, 7200 rows, 3 s left`, at most 79 characters.
  static func text(_ progress: StageProgress, after time: Duration) -> String {
    var text = "\(progress.subject): \(progress.done) of \(progress.total) \(progress.unit)"
    if progress.rows > 0 { text += ", \(progress.rows) rows" }
    if progress.done > 0 {
      let left = time * (progress.total - progress.done) / progress.done
      text += ", \(left.components.seconds + 1) s left"
    }
    return String(text.prefix(79))
  }

  private static func write(_ text: String) {
    // a terminal that is gone is no reason to stop
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
