import Assessment
import PlanModel

/// The targets that apply to an indicator beside the one it is judged by first, in one clause each.
struct OtherTargets {
  let assessment: IndicatorAssessment
  let plan: Plan
  /// The period of the report that keeps where its numbers come from; nil for texts that do not.
  var period: Period?

  /// `mức từ 3% trở lên trong cả thời hạn của kế hoạch: đang thực hiện (2,1%)`.
  var clauses: [String] {
    assessment.otherOutcomes.map { outcome in
      let asked = PlanWords.target(outcome.target, of: indicator, in: plan)
        .from(period.map { _ in NumberOrigin(.plan, "targets", item: indicator.code) })
      let value = outcome.value.map { value in
        " (\(text(value, outcome.target.comparison).from(origin(outcome))))"
      }
      return "mức \(asked): \(Wording.verdict(outcome.verdict).lowercased())\(value ?? "")"
    }
  }

  private var indicator: Indicator { assessment.indicator }

  private func origin(_ outcome: IndicatorCell.Outcome) -> NumberOrigin? {
    period.map {
      NumberOrigin(
        .indicators, "value(target=\(outcome.target.comparison.dataText))", item: indicator.code,
        unit: assessment.root, period: $0, window: outcome.window.rawValue)
    }
  }

  private func text(_ value: Ratio, _ comparison: Target.Comparison) -> String {
    if indicator.measure.hasDenominator || indicator.combination == .unitsMeeting {
      let isOwn = indicator.measure.hasDenominator
      return value.percentText(
        decimals: isOwn ? indicator.decimals : 1, against: isOwn ? comparison : nil)
    }
    // a sum stands in its row with all its digits, and is held against its pace with them
    if indicator.numeratorKind == .flow, !indicator.isQuotient,
      value.denominator == FixedDecimal(1)
    {
      return value.numerator.printed
    }
    return value.numberText(decimals: indicator.decimals, against: comparison)
  }
}
