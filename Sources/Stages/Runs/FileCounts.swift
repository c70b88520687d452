import Rendering

/// What became of the files that a stage keeps in a folder.
struct FileCounts {
  var written = 0
  var unchanged = 0
  /// Files of an earlier run that no longer hold.
  var removed = 0

  mutating func add(_ outcome: OutputOutcome) {
    switch outcome {
    case .written: written += 1
    case .unchanged: unchanged += 1
    }
  }
}
