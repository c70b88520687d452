import Foundation
import LedgerStore

/// Documents of editions that a ledger does not know: they were issued after the backup it was made from.
enum UnknownEditions {
  /// A sentence for each folder of such documents below a folder of outputs, in their order.
  static func notices(in folder: String, _ ledger: Ledger) throws -> [String] {
    func names(_ folder: String) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
    let places = names(folder).flatMap { period in
      names("\(folder)/\(period)").map { "\(folder)/\(period)/\($0)" }
    }
    return try places.compactMap { place in
      guard let marked = EditionFolder.marked(place) else { return nil }
      let known = try ledger.editions(plan: marked.plan, period: marked.period).map(\.number)
      let last = known.max() ?? 0
      guard marked.number > last else { return nil }
      return
        "\(place) holds edition \(marked.number), which the backup does not know; the next one "
        + "will bear the number \(last + 1) again: keep these documents apart"
    }
  }
}
