import Assessment
import PlanModel

/// An indicator in words: the cells of its row, and the sentence below the table.
struct IndicatorWording {
  let standing: IndicatorStanding
  let names: Names
  /// How many units are named in one list.
  let limit: Int
  /// Whether comparisons inside the sentence are left out.
  var isBrief = false

  var indicator: Indicator { standing.indicator }
  var noun: String { standing.noun }

  /// How the sentence below the table begins.
  var head: String { "\(standing.title): " }

  /// What is to be said below the table; nothing of an indicator that is as it should be.
  var clauses: [IndicatorClause] {
    let others = OtherTargets(
      assessment: standing.assessment, plan: standing.plan, period: standing.period
    ).clauses
    let isUnjudged = standing.verdict == .noVerdict
    let change = self.change
    return [isUnjudged ? .common(situation) : .own(situation)].compactMap(\.self)
      + others.map { IndicatorClause(text: $0) }
      + [
        change?.isComparison == false ? .common(change?.text) : .own(change?.text),
        change?.basis.map {
          IndicatorClause(text: $0, separator: ", ", common: "so sánh \($0)")
        },
        .common(carried), .common(coverageClause),
      ].compactMap(\.self) + leftOut.compactMap(IndicatorClause.common)
      + [.own(bounds), .common(breaks)].compactMap(\.self)
  }

  /// What is short and by how much, for an indicator that is not as it should be.
  var situation: String? {
    switch standing.verdict {
    case .exceeded, .met, .onTrack, .inProgress: nil
    case .noData: noData
    // statistics that the plan sets nothing for are said by the table
    case .noVerdict where indicator.targets.isEmpty: nil
    case .noVerdict where noRate != nil: noRate
    case .noVerdict where standing.comparison?.change?.isPartOfNothing == true:
      "không xác định được mức \(targetWords) vì số gốc bằng 0"
    case .noVerdict
    where standing.comparison?.change.map { $0.amount != nil && $0.from == nil } == true:
      "không xác định được mức \(targetWords) vì không có số gốc để so sánh"
    case .noVerdict:
      changeFromBase == nil
        ? judgedLater ?? judgedInParts ?? "không có mức phấn đấu áp dụng cho kỳ này"
        : "kế hoạch không đặt mức"
    case .insufficient: insufficient
    case .notMet, .behind: short
    }
  }
}
