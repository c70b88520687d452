import Assessment
import PlanModel

/// The targets that apply to an indicator beside the one it is judged by first, in one clause each.
struct OtherTargets {
  let assessment: IndicatorAssessment
  let plan: Plan

  /// `mức từ 3% trở lên trong cả thời hạn của kế hoạch: đang thực hiện (2,1%)`.
  var clauses: [String] {
    assessment.otherOutcomes.map { outcome in
      let asked = PlanWords.target(outcome.target, of: indicator, in: plan)
      let value = outcome.value.map { " (\(text($0, outcome.target.comparison)))" } ?? ""
      return "mức \(asked): \(Wording.verdict(outcome.verdict).lowercased())\(value)"
    }
  }

  private var indicator: Indicator { assessment.indicator }

  private func text(_ value: Ratio, _ comparison: Target.Comparison) -> String {
    if indicator.measure.hasDenominator || indicator.combination == .unitsMeeting {
      let isOwn = indicator.measure.hasDenominator
      return value.percentText(
        decimals: isOwn ? indicator.decimals : 1, against: isOwn ? comparison : nil)
    }
    return value.numberText(decimals: indicator.decimals, against: comparison)
  }
}
