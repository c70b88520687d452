import Assessment
import PlanModel

/// The numbers and the target of an indicator as cells and sentences print them, each with where it comes
/// from.
extension IndicatorWording {
  func rateText(_ value: Ratio) -> String {
    value.percentText(decimals: decimals, against: standing.comparison)
      .from(standing.origin("value"))
  }

  func numberText(_ value: Ratio) -> String {
    value.numberText(decimals: decimals, against: standing.comparison)
      .from(standing.origin("value"))
  }

  /// The same inside a sentence, where a counted noun below ten has its zero before it.
  func countedText(_ value: Ratio) -> String {
    guard value.denominator == FixedDecimal(1), value.numerator.isWhole else {
      return numberText(value)
    }
    return value.numerator.counted.from(standing.origin("value"))
  }

  func figures(_ above: FixedDecimal, _ below: FixedDecimal) -> String {
    above.printed.from(standing.origin("numerator")) + "/"
      + below.printed.from(standing.origin("denominator"))
  }

  var fraction: String {
    guard indicator.isQuotient, let above = standing.total?.tally.numerator,
      let below = standing.total?.tally.denominator
    else { return "" }
    return " (\(figures(above, below)))"
  }

  func reached(_ number: FixedDecimal, _ needed: FixedDecimal) -> String {
    number.printed.from(standing.origin("numerator")) + "/"
      + needed.printed.from(standing.origin("needed"))
  }

  func points(_ value: Ratio, from base: Ratio) -> String {
    value.pointsText(from: base, decimals: indicator.decimals)
  }

  var lackingText: String? {
    standing.lacking.map { $0.counted.from(standing.origin("lacking")) }
  }

  func count(_ remainder: Remainder) -> String {
    prose(remainder.periods).from(standing.origin("periods_left"))
  }

  func each(_ remainder: Remainder) -> String {
    remainder.each.counted.from(standing.origin("needed_each"))
  }

  /// What stands before an amount that is not enough by itself where a number must be passed.
  var than: String { standing.mustPass ? "hơn " : "" }

  /// The same before what is needed at least.
  var least: String { standing.mustPass ? "hơn" : "ít nhất" }

  func targetText(_ comparison: Target.Comparison) -> String {
    // "at least all of it" is all of it
    if indicator.measure == .share, case .atLeast(let all) = comparison, all == FixedDecimal(1) {
      return indicator.printed(all)
    }
    return Wording.target(comparison, indicator.printed)
  }

  /// What the plan asks, in words: `không quá 3`.
  var targetWords: String {
    guard let comparison = standing.comparison else { return planCell }
    return (Wording.words(comparison, indicator.printed) ?? targetText(comparison))
      .from(standing.origin("target"))
  }

  /// The bound of the target alone: `90%`.
  var level: String {
    guard let level = standing.comparison?.threshold, level.denominator == FixedDecimal(1) else {
      return targetWords
    }
    return indicator.printed(level.numerator).from(standing.origin("target"))
  }
}
