import Assessment
import PlanModel

/// Where the numbers of an indicator's sentence come from.
extension IndicatorStanding {
  /// A number of the total in its main window.
  func origin(_ field: String) -> NumberOrigin { origin(field, of: total) }

  /// A number of a unit, or of another window.
  func origin(_ field: String, of cell: IndicatorCell?) -> NumberOrigin {
    NumberOrigin(
      .indicators, field, item: indicator.code, unit: cell?.unit ?? assessment.root,
      period: period, window: cell?.window.rawValue ?? "")
  }

  /// A number of a unit in the main window.
  func origin(_ field: String, of unit: String) -> NumberOrigin {
    NumberOrigin(
      .indicators, field, item: indicator.code, unit: unit, period: period,
      window: total?.window.rawValue ?? "")
  }

  /// The earlier total that it is compared with, or what the same units had then.
  var earlierOrigin: NumberOrigin {
    let comparison = assessment.comparison
    return NumberOrigin(
      .indicators, comparison?.isLikeForLike == true ? "numerator" : "numerator(same units)",
      item: indicator.code, unit: comparison?.cell.unit ?? "", period: comparison?.period,
      window: comparison?.cell.window.rawValue ?? "")
  }
}

extension NumberOrigin {
  /// The place of an indicator in the plan's order.
  static let position = NumberOrigin(.indicators, "position")

  /// How many rows of tasks are in a state, or how many tasks.
  static func tasks(_ field: String, item: String = "") -> NumberOrigin {
    NumberOrigin(.tasks, field, item: item)
  }

  /// A number of the expected submissions; of one when unit and form are given.
  static func submissions(
    _ field: String, unit: String = "", form: Form? = nil, period: Period? = nil
  ) -> NumberOrigin {
    NumberOrigin(.submissions, field, item: form?.rawValue ?? "", unit: unit, period: period)
  }

  /// A number of what the edition changes: of a figure or a cell when unit and indicator are given.
  static func correction(
    _ field: String, item: String = "", unit: String = "", period: Period? = nil,
    window: String = ""
  ) -> NumberOrigin {
    NumberOrigin(
      .correction, field, item: item, unit: unit, period: period, window: window)
  }

  /// What a unit itself has written or named.
  static func note(_ field: String) -> NumberOrigin { NumberOrigin(.note, field) }
  /// The time that a figure speaks of.
  static let window = NumberOrigin(.calendar, "window")
  /// The number of a form.
  static let form = NumberOrigin(.text, "form")

  /// A column of one expected submission.
  static func of(_ submission: SubmissionAssessment, _ field: String) -> NumberOrigin {
    submissions(
      field, unit: submission.key.unit, form: submission.key.form, period: submission.key.period)
  }
}
