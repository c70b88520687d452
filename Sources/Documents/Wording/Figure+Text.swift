import PlanModel

extension Figure {
  /// The figure as it was sent: `45/46`; blank, zero and not applicable stay three things.
  func text(of indicator: Indicator?) -> String {
    let above = numerator.text
    guard indicator?.isQuotient == true, numerator != .notApplicable else { return above }
    if numerator == .blank, denominator == .blank { return above }
    return "\(above)/\(denominator.text)"
  }
}

extension Entry {
  /// The entry as a reader must be able to tell it from the others.
  var text: String {
    switch self {
    case .blank: "(trống)"
    case .notApplicable: "không áp dụng"
    case .value(let number): number.printed
    }
  }
}
