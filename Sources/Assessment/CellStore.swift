import PlanModel
import Synchronization

/// The cells of an assessment's indicators: all of them while they are few, else those asked for last.
///
/// A country has millions, and nearly every reader of them goes through the indicators one by one.
final class CellStore: Sendable {
  /// The cells of one indicator, and where those of each unit begin.
  struct Cells: Sendable {
    let all: [IndicatorCell]
    private let firsts: [String: Int]

    init(_ all: [IndicatorCell]) {
      self.all = all
      var firsts: [String: Int] = [:]
      for (place, cell) in all.enumerated() where place == 0 || all[place - 1].unit != cell.unit {
        firsts[cell.unit] = place
      }
      self.firsts = firsts
    }

    func cell(_ unit: String, _ window: Window) -> IndicatorCell? {
      guard let first = firsts[unit] else { return nil }
      return all[first...].prefix { $0.unit == unit }.first { $0.window == window }
    }
  }

  /// About 100 MB.
  private static let mostKept = 100_000

  private let kept = Mutex<(cells: [String: Cells], count: Int)>(([:], 0))

  /// The cells of an indicator, reckoned when they are not kept.
  func cells(of indicator: String, _ reckon: () -> [IndicatorCell]) -> Cells {
    if let known = kept.withLock({ $0.cells[indicator] }) { return known }
    let made = Cells(reckon())
    kept.withLock { kept in
      if kept.count + made.all.count > Self.mostKept { kept = ([:], 0) }
      kept.cells[indicator] = made
      kept.count += made.all.count
    }
    return made
  }
}
