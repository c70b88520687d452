/// How often something falls due.
public enum Cadence: String, CaseIterable, Sendable {
  case month, quarter, half, year

  /// Its length in months: 1, 3, 6 or 12.
  public var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .year: 12
    }
  }
}

/// A span of days, both ends included.
public struct DateSpan: Hashable, Sendable {
  /// The first day.
  public let first: CalendarDate
  /// The last day.
  public let last: CalendarDate

  /// From `first` to `last`, both included.
  public init(_ first: CalendarDate, _ last: CalendarDate) {
    self.first = first
    self.last = last
  }

  /// Whether the day lies inside.
  public func contains(_ date: CalendarDate) -> Bool { first <= date && date <= last }

  /// Whether the whole of another span lies inside.
  public func contains(_ other: DateSpan) -> Bool { first <= other.first && other.last <= last }
}

/// A reporting period: a month, a quarter, a half-year, nine months or a year.
///
/// Written `2024-09`, `2024-Q3`, `2024-H1`, `2024-9M`, `2024`.
public struct Period: Hashable, Sendable {
  /// What kind of period it is.
  public enum Kind: Hashable, Sendable {
    case month, quarter, half, nineMonths, year
  }

  /// The kind.
  public let kind: Kind
  // small, for every figure carries its period
  private let smallOrdinal: Int8
  private let smallYear: Int16

  /// The year, 1900 to 2200.
  public var year: Int { Int(smallYear) }
  /// The number inside the year: the month, the quarter, the half; 1 for nine months and a year.
  public var ordinal: Int { Int(smallOrdinal) }

  /// Nil when the year has no such period.
  public init?(_ kind: Kind, year: Int, ordinal: Int = 1) {
    guard (1900...2200).contains(year), ordinal >= 1, ordinal <= Self.count(of: kind) else {
      return nil
    }
    self.kind = kind
    smallYear = Int16(year)
    smallOrdinal = Int8(ordinal)
  }

  private static func count(of kind: Kind) -> Int {
    switch kind {
    case .month: 12
    case .quarter: 4
    case .half: 2
    case .nineMonths, .year: 1
    }
  }

  /// How many months it has: 1, 3, 6, 9 or 12.
  public var monthsEach: Int {
    switch kind {
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .nineMonths: 9
    case .year: 12
    }
  }

  /// Its last month, 1 to 12.
  public var lastMonth: Int { monthsEach * ordinal }

  /// Grows with the last month, and of periods that end together, with their length.
  fileprivate var order: Int { (year * 12 + lastMonth) * 16 + monthsEach }

  /// Its days.
  public var span: DateSpan {
    DateSpan(
      .first(ofMonth: lastMonth - monthsEach + 1, year: year), .last(ofMonth: lastMonth, year: year)
    )
  }

  /// The days from 1 January of its year to its end.
  public var yearToDate: DateSpan { DateSpan(.first(ofMonth: 1, year: year), span.last) }

  /// The regular cadence it belongs to; nine months have none.
  public var cadence: Cadence? {
    switch kind {
    case .month: .month
    case .quarter: .quarter
    case .half: .half
    case .nineMonths: nil
    case .year: .year
    }
  }

  /// The period of the same kind just before.
  public var previous: Period? {
    ordinal > 1
      ? Period(kind, year: year, ordinal: ordinal - 1)
      : Period(kind, year: year - 1, ordinal: Self.count(of: kind))
  }

  /// The same period of the year before.
  public var sameLastYear: Period? { Period(kind, year: year - 1, ordinal: ordinal) }

  /// The period of the same kind that ends so many months earlier; nil when there is none such.
  public func earlier(byMonths months: Int) -> Period? {
    // nine months come once a year, though they are not as long as one
    let step = kind == .nineMonths ? 12 : monthsEach
    guard months >= 0, months % step == 0 else { return nil }
    let places = year * Self.count(of: kind) + ordinal - 1 - months / step
    return Period(
      kind, year: places / Self.count(of: kind), ordinal: places % Self.count(of: kind) + 1)
  }

  /// The periods of a cadence that lie wholly inside a span, oldest first.
  public static func all(_ cadence: Cadence, in span: DateSpan) -> [Period] {
    (span.first.year...max(span.first.year, span.last.year)).flatMap { year in
      (1...(12 / cadence.months)).compactMap { Period(kind(of: cadence), year: year, ordinal: $0) }
    }.filter { span.contains($0.span) }
  }

  private static func kind(of cadence: Cadence) -> Kind {
    switch cadence {
    case .month: .month
    case .quarter: .quarter
    case .half: .half
    case .year: .year
    }
  }

  /// The period of a cadence that holds a day.
  public static func containing(_ date: CalendarDate, _ cadence: Cadence) -> Period? {
    Period(
      kind(of: cadence), year: date.year, ordinal: (date.month - 1) / cadence.months + 1)
  }

  /// Reads `2024-09`, `2024-Q3`, `2024-H1`, `2024-9M`, `2024`, letters in either case.
  public static func parse(_ text: some StringProtocol) -> Period? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.utf8.count == 4, let year = CalendarDate.digits(first)
    else { return nil }
    guard parts.count == 2 else { return parts.count == 1 ? Period(.year, year: year) : nil }
    let tail = parts[1].uppercased()
    switch (tail.first, tail.utf8.count) {
    case ("Q", 2):
      return CalendarDate.digits(tail.dropFirst()).flatMap {
        Period(.quarter, year: year, ordinal: $0)
      }
    case ("H", 2):
      return CalendarDate.digits(tail.dropFirst()).flatMap {
        Period(.half, year: year, ordinal: $0)
      }
    case ("9", 2) where tail == "9M": return Period(.nineMonths, year: year)
    case (_, 2):
      return CalendarDate.digits(tail).flatMap {
        Period(.month, year: year, ordinal: $0)
      }
    default: return nil
    }
  }
}

extension Period: Comparable, CustomStringConvertible {
  /// By last day, then the shorter period first.
  public static func < (left: Period, right: Period) -> Bool {
    left.order < right.order
  }

  /// The code: `2024-Q3`.
  public var description: String {
    switch kind {
    case .month: "\(year)-\(padded(ordinal, 2))"
    case .quarter: "\(year)-Q\(ordinal)"
    case .half: "\(year)-H\(ordinal)"
    case .nineMonths: "\(year)-9M"
    case .year: "\(year)"
    }
  }
}
