import PlanModel
import VietnameseText

extension CalendarDate {
  /// `16/6/2022`.
  var shortText: String { DateText.short(year: year, month: month, day: day) }

  /// `30/6/26`, for narrow cells.
  var compactText: String { DateText.compact(year: year, month: month, day: day) }
}

extension CivilTime {
  /// A moment as a limit: `17 giờ 00 ngày 16/9/2026`; the end of a day is `hết ngày 05/10/2024`.
  var text: String {
    isEndOfDay
      ? "hết ngày \(date.shortText)"
      : "\(DateText.time(hour: hour, minute: minute)) ngày \(date.shortText)"
  }

  /// The same with the day of the week, which tells a reader at once that it is a working day.
  var textWithWeekday: String {
    text + (DateText.weekday(date.weekday).map { " (\($0))" } ?? "")
  }
}

extension Period {
  /// The period in a sentence: `quý III năm 2024`, `9 tháng năm 2024`, `năm 2024`.
  var text: String { kind == .year ? yearText : "\(nounText) \(yearText)" }

  /// The period for a narrow place: `quý III/2024`. A number of months is no part of a year's number, so that
  /// `6 tháng đầu năm 2024` stays as it is.
  var compactText: String {
    switch kind {
    case .month, .quarter: "\(nounText)/\(year)"
    case .half, .nineMonths, .year: text
    }
  }

  /// From the first of January to its end: `9 tháng năm 2024`.
  var yearToDateText: String {
    switch lastMonth {
    case 12: yearText
    case 3: "\(ordinalQuarter(1)) \(yearText)"
    case 6: "6 tháng đầu \(yearText)"
    default: "\(lastMonth) tháng \(yearText)"
    }
  }

  /// What such periods are called one by one: `quý`.
  var cycleText: String {
    switch kind {
    case .month: "tháng"
    case .quarter: "quý"
    case .half, .nineMonths: "kỳ"
    case .year: "năm"
    }
  }

  /// The next period of the same cadence: after nine months the last quarter.
  var next: Period? {
    step.cadence.flatMap { Period.containing(span.last.adding(days: 1), $0) }
  }

  /// The period by whose like the time before and after it is counted: itself; of nine months, which no
  /// others follow, their last quarter.
  var step: Period {
    cadence == nil ? Period.containing(span.last, .quarter) ?? self : self
  }

  private var yearText: String { "năm \(year)" }

  private var nounText: String {
    switch kind {
    case .month: ordinal < 3 ? "tháng 0\(ordinal)" : "tháng \(ordinal)"
    case .quarter: ordinalQuarter(ordinal)
    case .half: ordinal == 1 ? "6 tháng đầu" : "6 tháng cuối"
    case .nineMonths: "9 tháng"
    case .year: ""
    }
  }
}

extension Cadence {
  /// The whole of such a period, in which a target must be reached: `cả năm`.
  var wholeText: String {
    switch self {
    case .month: "cả tháng"
    case .quarter: "cả quý"
    case .half: "cả 6 tháng"
    case .year: "cả năm"
    }
  }
}
