import Assessment
import PlanModel

/// The change of a value against the base that the plan names, in one clause.
///
/// Of a direction without a number ("nâng cao tỉ lệ") it is all there is to say.
struct ChangeWording {
  let indicator: Indicator
  let cell: IndicatorCell
  /// Where a number of the cell comes from, by its field; nil for texts that do not record it.
  var origin: ((String) -> NumberOrigin)?

  /// A change in words.
  struct Change {
    let text: String
    /// Over which units, where these are not all: `tính trên 05 đơn vị có đủ số liệu ở cả hai kỳ`.
    var basis: String?
    /// Whether there is something to compare with.
    var isComparison = true
  }

  /// The change and its basis in one clause; nil when the target asks for no change.
  var clause: String? {
    change.map { [$0.text, $0.basis].compactMap(\.self).joined(separator: ", ") }
  }

  /// `tăng 1,2 điểm % so với cùng kỳ năm trước (45,0%)`; nil when the target asks for no change.
  var change: Change? {
    guard let change = cell.target?.comparison.change, let value = cell.value,
      // what each unit owes is judged unit by unit
      !cell.isTotal || indicator.combination != .unitsMeeting
    else { return nil }
    let name = name(of: change.base, cell.movement)
    if let start = change.base.start {
      let base = indicator.printed(Ratio(start.value), decimals: indicator.decimals)
        .from(origin?("base_value"))
      // the plan states one number for all: what some of them have now says nothing against it
      guard cell.missingUnits.isEmpty else {
        return Change(
          text: "chưa đủ căn cứ so với \(name) (\(base)) vì còn thiếu số liệu",
          isComparison: false)
      }
      if cell.isPartOfItsTime {
        return Change(
          text: "chưa hết thời hạn nên chưa so với \(name) (\(base))", isComparison: false)
      }
      return Change(text: clause(value, from: Ratio(start.value), name))
    }
    guard let movement = cell.movement else {
      return Change(text: "chưa có đủ số liệu \(name) để so sánh", isComparison: false)
    }
    let basis = movement.basisText(of: cell, from: origin?("units_compared"))
    return Change(
      text: clause(movement.to, from: movement.from, name, isOfAll: basis == nil), basis: basis)
  }

  /// Where the total beside it is of others too, both numbers are named: `(từ 400 lên 421)`.
  private func clause(
    _ value: Ratio, from: Ratio, _ name: String, isOfAll: Bool = true
  ) -> String {
    guard value != from else { return "bằng \(name)" }
    let (verb, way) = value > from ? ("tăng", "lên") : ("giảm", "xuống")
    let decimals = indicator.decimals
    // of some units it says nothing about the time as a whole
    if isOfAll, from.numerator == .zero, !indicator.measure.hasDenominator {
      return "\(verb) \(distance(value, from, decimals)) (\(name) không phát sinh)"
    }
    let isOneNumber =
      isOfAll
      || indicator.printed(value, decimals: decimals) == indicator.printed(from, decimals: decimals)
    let digits = isOneNumber ? decimals : agreeing(value, from)
    let before = indicator.printed(from, decimals: digits).from(origin?("base_value"))
    let after = indicator.printed(value, decimals: digits).from(origin?("base_compared"))
    return "\(verb) \(distance(value, from, digits)) so với \(name)"
      + (isOneNumber ? " (\(before))" : " (từ \(before) \(way) \(after))")
  }

  /// The indicator's own decimals, or more where two rates printed with these would not differ by what is
  /// printed as their difference.
  private func agreeing(_ value: Ratio, _ from: Ratio) -> Int {
    indicator.measure.hasDenominator
      ? value.decimals(agreeingWith: from, from: indicator.decimals) : indicator.decimals
  }

  /// The earlier time by its own name, where there are figures of it.
  private func name(of base: Target.Change.Base, _ movement: Movement?) -> String {
    if base.start == nil, let movement {
      return movement.earlier.timeText(cell.window, in: movement.period, of: indicator)
    }
    return switch base {
    case .previousYear: "cùng kỳ năm trước"
    case .previousPeriod: "kỳ trước"
    case .fixed(let start): "năm \(start.year)"
    }
  }

  private func distance(_ value: Ratio, _ from: Ratio, _ decimals: Int) -> String {
    if indicator.measure.hasDenominator {
      return value.distanceText(to: from, decimals: decimals)
        .from(origin?("change_from_base")) + " điểm %"
    }
    let (low, high) = value < from ? (value, from) : (from, value)
    guard let difference = high.minus(low) else { return "" }
    // a counted noun below ten has its zero before it, as everywhere in print
    let number = difference.countedText(decimals: indicator.decimals)
      .from(origin?("change_from_base"))
    let part = difference.divided(by: from)?.percentText(decimals: 1, against: nil)
      .from(origin?("change_from_base_percent"))
    return number.counting(indicator.unitOfMeasure) + (part.map { " (\($0))" } ?? "")
  }
}

extension Ratio {
  /// With how many decimals two rates that are printed together differ by what is printed as their
  /// difference: the usual ones, up to three where these do not do.
  func decimals(agreeingWith other: Ratio, from usual: Int) -> Int {
    func rate(_ value: Ratio, _ digits: Int) -> FixedDecimal? {
      Self.number(in: value.percentText(decimals: digits, against: nil))
    }
    return (usual...max(usual, 3)).first { digits in
      guard let one = rate(self, digits), let two = rate(other, digits),
        let points = Self.number(in: distanceText(to: other, decimals: digits))
      else { return true }
      return one < two ? two - one == points : one - two == points
    } ?? usual
  }

  /// The number that a reader takes from a print.
  private static func number(in text: String) -> FixedDecimal? {
    FixedDecimal.parse(
      text.replacing("%", with: "").replacing(".", with: "").replacing(",", with: "."))
  }
}

extension Movement {
  /// How far the value has moved, as a part of what it was, without a sign; nil where it was nothing.
  var part: Ratio? { max(from, to).minus(min(from, to))?.divided(by: from) }

  /// `tính trên 05 đơn vị có đủ số liệu ở cả hai kỳ`; nil when these are all.
  ///
  /// After a reorganisation old and new units are compared, more than the cell counts now: beside that
  /// number theirs would only puzzle.
  func basisText(of cell: IndicatorCell?, from origin: NumberOrigin?) -> String? {
    if isWhole { return nil }
    let count =
      units > cell?.countedCount ?? units ? "các" : prose(units).from(origin)
    return "tính trên \(count) đơn vị có đủ số liệu ở cả hai kỳ"
  }
}
