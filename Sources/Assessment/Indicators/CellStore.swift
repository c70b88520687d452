import Synchronization

/// The cells of an assessment's indicators: all of them while they are few, else those asked for last.
///
/// A country has millions, and nearly every reader of them goes through the indicators one by one.
final class CellStore: Sendable {
  /// The cells of one indicator.
  final class Cells: Sendable {
    let all: [IndicatorCell]
    /// Where those of each unit begin, found out when the first is asked for by its unit.
    private let firsts = Mutex<[String: Int]?>(nil)

    init(_ all: [IndicatorCell]) { self.all = all }

    func cell(_ unit: String, _ window: Window) -> IndicatorCell? {
      let first = firsts.withLock { firsts in
        if let known = firsts { return known[unit] }
        var made: [String: Int] = [:]
        for (place, cell) in all.enumerated() where place == 0 || all[place - 1].unit != cell.unit {
          made[cell.unit] = place
        }
        firsts = made
        return made[unit]
      }
      guard let first else { return nil }
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
      // those asked for last stay, however many
      if kept.count + made.all.count > Self.mostKept { kept = ([:], 0) }
      kept.cells[indicator] = made
      kept.count += made.all.count
    }
    return made
  }

  /// Whether the cells of an indicator are kept.
  func holds(_ indicator: String) -> Bool { kept.withLock { $0.cells[indicator] != nil } }

  /// Whether so many more have room.
  func hasRoom(for count: Int) -> Bool { kept.withLock { $0.count + count <= Self.mostKept } }

  /// Keeps the cells of an indicator while there is room.
  func offer(_ cells: [IndicatorCell], of indicator: String) {
    kept.withLock { kept in
      guard kept.count + cells.count <= Self.mostKept else { return }
      kept.cells[indicator] = Cells(cells)
      kept.count += cells.count
    }
  }
}
