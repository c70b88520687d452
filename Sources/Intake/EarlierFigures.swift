public import PlanModel

/// The figures of one unit that were in force in the twelve months before a period.
///
/// They stand in one list, by the numbers of their indicators, so that a file of sixty rows is held
/// against its past without a dictionary.
public struct EarlierFigures: Sendable {
  /// What was reported of an indicator in a period; blank where nothing was.
  struct Cell {
    var numerator: FixedDecimal?
    var denominator: FixedDecimal?
  }

  private let asked: AskedFigures
  /// Oldest first.
  let periods: [Period]
  /// Period by period, each by number.
  private var cells: [Cell]
  /// The number after that of the figure added last.
  private var next = 0

  /// No figures yet; the periods oldest first.
  public init(_ asked: AskedFigures, of periods: [Period]) {
    self.asked = asked
    self.periods = periods
    cells = Array(repeating: Cell(), count: periods.count * asked.indicators.count)
  }

  /// Adds what the period at `place` has of an indicator; one that no plan asks for now is left out.
  public mutating func add(
    numerator: FixedDecimal?, denominator: FixedDecimal?, of indicator: String, plan: String,
    in place: Int
  ) {
    guard let number = asked.number(next, indicator, of: plan) else { return }
    next = (number + 1) % asked.indicators.count
    cells[place * asked.indicators.count + number] =
      Cell(numerator: numerator, denominator: denominator)
  }

  /// The places of the periods in the year of the one at hand.
  var ofYear: Range<Int> {
    let year = asked.period.yearToDate
    let first = periods.firstIndex { year.contains($0.span) } ?? periods.count
    return first..<periods.count
  }

  /// What the period at `place` has of the indicator `number`.
  func cell(_ place: Int, _ number: Int) -> Cell { cells[place * asked.indicators.count + number] }

  /// The last numerator of an indicator, and its period.
  func lastNumerator(_ number: Int) -> (FixedDecimal, Period)? {
    for place in periods.indices.reversed() {
      if let value = cell(place, number).numerator { return (value, periods[place]) }
    }
    return nil
  }

  /// The last denominator of an indicator, and its period.
  func lastDenominator(_ number: Int) -> (FixedDecimal, Period)? {
    for place in periods.indices.reversed() {
      if let value = cell(place, number).denominator { return (value, periods[place]) }
    }
    return nil
  }
}
