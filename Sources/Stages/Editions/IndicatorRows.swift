import Assessment
import ContentHash
import Documents
import PlanModel
import Rendering
import Synchronization

/// The rows of `indicators.csv`, written while the indicators are assessed, several at once: where there are
/// too many values to keep, each is reckoned once.
///
/// Those of the indicator whose turn it is go straight to their place; those of a later one wait in memory.
final class IndicatorRows: CellVisitor {
  private struct State {
    /// The place of the indicator whose turn it is.
    var turn = 0
    var waiting: [Int: [[UInt8]]] = [:]
    var ended: Set<Int> = []
    var rowCount = 0
    var digest = BytesDigest()
    var failure: (any Error)?
  }

  private let places: [String: Int]
  private let spool: Spool
  private let state = Mutex(State())

  /// `folder` takes the rows, when they are too many for the memory.
  convenience init(of plan: Plan, in folder: String) { self.init(of: plan, in: Spool(in: folder)) }

  init(of plan: Plan, in spool: Spool) {
    places = Dictionary(
      plan.indicators.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    self.spool = spool
    state.withLock { write(DataFileText([DataFiles.indicatorColumns]).bytes, &$0) }
  }

  /// The rows of a report that was assessed before.
  convenience init(of report: Report, in folder: String) {
    let input = report.assessment.input
    self.init(of: input.plan, in: folder)
    for assessed in report.assessment.indicators {
      see(assessed.cells, of: assessed.indicator, input)
      end(of: assessed.indicator)
    }
  }

  func see(_ cells: [IndicatorCell], of indicator: Indicator, _ input: AssessmentInput) {
    guard let place = places[indicator.code] else { return }
    var text = DataFileText()
    DataFiles.write(cells, of: indicator, input, to: &text)
    state.withLock { state in
      state.rowCount += text.rowCount
      if place == state.turn {
        write(text.bytes, &state)
      } else {
        state.waiting[place, default: []].append(text.bytes)
      }
    }
  }

  func end(of indicator: Indicator) {
    guard let place = places[indicator.code] else { return }
    state.withLock { state in
      state.ended.insert(place)
      while state.ended.contains(state.turn) {
        state.turn += 1
        for rows in state.waiting.removeValue(forKey: state.turn) ?? [] { write(rows, &state) }
      }
    }
  }

  private func write(_ bytes: [UInt8], _ state: inout State) {
    guard state.failure == nil else { return }
    do {
      try spool.append(bytes)
      state.digest.add(bytes)
    } catch {
      state.failure = error
    }
  }

  /// The whole file, when all indicators have ended; throws `OutputError`.
  func file() throws -> MadeData.File {
    let (rowCount, digest, failure) = state.withLock { ($0.rowCount, $0.digest.digest, $0.failure) }
    if let failure { throw failure }
    return MadeData.File(
      name: DataFiles.names[0], columns: DataFiles.indicatorColumns, rowCount: rowCount,
      digest: digest, bytes: spool)
  }
}
