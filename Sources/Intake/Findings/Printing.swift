import PlanModel
import VietnameseText

extension FixedDecimal {
  /// As documents print it: `1.412`, `68,8`.
  var inPrint: String {
    DecimalText(significand: significand, fractionDigits: fractionDigits).text()
  }
}

extension Period {
  /// As it follows "kỳ" in a sentence: `quý III/2024`, `tháng 9/2024`.
  var inPrint: String {
    switch kind {
    case .month: "tháng \(ordinal < 3 ? "0" : "")\(ordinal)/\(year)"
    case .quarter: "quý \(["I", "II", "III", "IV"][ordinal - 1])/\(year)"
    case .half: "6 tháng \(ordinal == 1 ? "đầu" : "cuối") năm \(year)"
    case .nineMonths: "9 tháng năm \(year)"
    case .year: "năm \(year)"
    }
  }
}

extension CalendarDate {
  /// As documents print it: `31/8/2018`, `05/01/2026`.
  var inPrint: String { DateText.short(year: year, month: month, day: day) }
}
