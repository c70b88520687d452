import Assessment
import PlanModel
import VietnameseText

/// The causes units give, in their own words.
struct CauseWording {
  let causes: Causes
  let names: Names
  /// How many wordings, and how many units of one, are listed.
  let limit: Int

  var sentences: [String] { sentences(most: .max) }

  /// The first sentences.
  func sentences(most: Int) -> [String] {
    let indicators = causes.indicators.prefix(most)
    return indicators.map(sentence) + causes.tasks.prefix(most - indicators.count).map(sentence)
  }

  private func sentence(_ cause: Causes.OfIndicator) -> String {
    let silent =
      (cause.silent > 0 ? "; \(prose(cause.silent).from(.listed)) đơn vị không ghi chú" : "")
      + (cause.absent > 0
        ? "; \(prose(cause.absent).from(.listed)) đơn vị chưa có số liệu kỳ này" : "")
    let short = prose(cause.shortUnits).from(cause.standing.origin("units_short"))
    return
      "\(cause.standing.title): \(short) đơn vị \(Wording.verdict(cause.standing.shortVerdict).lowercased());"
      + " \(reasons(cause.reasons))\(silent)."
  }

  private func sentence(_ cause: Causes.OfTask) -> String {
    "Nhiệm vụ \(cause.task.code): \(reasons(cause.reasons))."
  }

  private func reasons(_ reasons: [Causes.Reason]) -> String {
    shortened(reasons, limit: limit, separator: "; ", noun: "ý kiến") { reason in
      let quote = quotation(toNFC(reason.text), limit: 120)
      return reason.units.count == 1
        ? "\(names.list(reason.units, limit: 1)) ghi \(quote)"
        : "\(prose(reason.units.count).from(.listed)) đơn vị ghi \(quote)"
          + " (\(names.list(reason.units, limit: limit)))"
    }
  }
}

extension IndicatorStanding {
  /// What the short units are, alike: behind while the time runs, else short of the target.
  fileprivate var shortVerdict: Verdict {
    shortCells.allSatisfy { $0.verdict == .behind } ? .behind : .notMet
  }
}
