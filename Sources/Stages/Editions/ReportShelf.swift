import Assessment
import Documents
import LedgerStore
import PlanModel
import Synchronization

/// The reports of a night: what one stage has assessed, those after it need not assess again.
///
/// A report is a pure function of its edition, so the one found here is the one that would be made.
final class ReportShelf: Sendable {
  /// A report as far as it has been made.
  struct Entry {
    let report: Report
    /// Whether it says what it changes in the editions before; else only what the edition itself says.
    let isWhole: Bool
  }

  private struct State {
    var entries: [String: Entry] = [:]
    var valueCount = 0
  }

  /// What the documents of all stages show of units' notes.
  static let notes: EditionContent.Notes = [.ofPeriod, .ofWorkbook]

  /// Above so many values, about 200 MB, nothing more is kept.
  private let mostValues: Int
  private let state = Mutex(State())

  init(mostValues: Int = 200_000) { self.mostValues = mostValues }

  /// What is there of the report of an edition.
  subscript(edition: Edition) -> Entry? {
    state.withLock { $0.entries[Self.key(edition)] }
  }

  /// Keeps a report while there is room; a single one has it, whatever its size: it then stays beside those
  /// that are made after it.
  func keep(_ report: Report, of edition: Edition, isWhole: Bool) {
    let input = report.assessment.input
    let count = input.plan.mostValues(ofUnits: input.office.registry.units.count)
    state.withLock { state in
      let isKnown = state.entries[Self.key(edition)] != nil
      let hasRoom = state.entries.isEmpty || state.valueCount + count <= mostValues
      guard isKnown || hasRoom else { return }
      state.entries[Self.key(edition)] = Entry(report: report, isWhole: isWhole)
      if !isKnown { state.valueCount += count }
    }
  }

  private static func key(_ edition: Edition) -> String {
    PublishedDocuments.identity(of: [edition])
  }
}
