import Assessment
import PlanModel

/// How sentences call an indicator, what its numbers count, and what is wrong with its units.
extension IndicatorStanding {
  /// `TT 5`.
  var ordinalText: String { Wording.ordinals([ordinal]) }

  /// `TT 5 (Tỉ lệ đảng viên hoàn thành tốt nhiệm vụ)`.
  var title: String { "\(ordinalText) (\(indicator.shortName))" }

  /// What its numerator counts; empty where the plan does not say. The measure of an average is not that of
  /// the sum above it.
  var noun: String { indicator.isAverage ? "ở tử số" : valueNoun }

  /// What its value counts.
  var valueNoun: String {
    indicator.combination == .unitsMeeting ? "đơn vị" : indicator.unitOfMeasure
  }

  /// What is to be said of units that miss what each of them owes: nothing is missed before its time.
  var failing: String { verdict == .behind ? "chậm tiến độ" : "chưa đạt" }
}

extension Indicator {
  /// Whether its value is an amount for each of something: money per head.
  var isAverage: Bool { measure == .amount && isQuotient && combination != .unitsMeeting }
}
