/// Dates and times in the words of a document; the calendar itself is not its business.
///
/// Days 1-9 and months 1-2 carry a zero, other months none, in words and in figures alike.
public enum DateText {
  /// The date in words: `ngày 05 tháng 01 năm 2026`, `ngày 21 tháng 9 năm 2026`.
  ///
  /// Without a day six blanks are left for the clerk: `ngày      tháng 9 năm 2026`.
  public static func long(year: Int, month: Int, day: Int?) -> String {
    "ngày \(day.map(dayText) ?? "    ") tháng \(monthText(month)) năm \(year)"
  }

  /// The date in figures: `16/6/2022`, `01/8/2018`, `21/01/2019`.
  public static func short(year: Int, month: Int, day: Int) -> String {
    "\(dayText(day))/\(monthText(month))/\(year)"
  }

  /// The date for a narrow cell, with two digits of the year: `30/6/26`.
  public static func compact(year: Int, month: Int, day: Int) -> String {
    "\(dayText(day))/\(monthText(month))/\(twoDigits((year % 100).magnitude))"
  }

  /// The time: `17 giờ 00`.
  public static func time(hour: Int, minute: Int) -> String {
    "\(twoDigits(hour.magnitude)) giờ \(twoDigits(minute.magnitude))"
  }

  /// The name of a day of the week, 1 for Monday to 7 for Sunday: 5 is `thứ Sáu`; `nil` for others.
  public static func weekday(_ number: Int) -> String? {
    let names = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]
    return (1...names.count).contains(number) ? names[number - 1] : nil
  }

  private static func dayText(_ day: Int) -> String {
    (1...9).contains(day) ? "0\(day)" : String(day)
  }

  private static func monthText(_ month: Int) -> String {
    (1...2).contains(month) ? "0\(month)" : String(month)
  }

  private static func twoDigits(_ number: UInt) -> String {
    number < 10 ? "0\(number)" : String(number)
  }
}

/// A quarter as texts name it inside a sentence: 3 is `quý III`.
public func ordinalQuarter(_ quarter: Int) -> String {
  "quý " + roman(quarter)
}

/// A number from 1 to 3999 in Roman numerals; others in figures.
///
///     roman(9) == "IX"
public func roman(_ number: Int) -> String {
  guard (1...3999).contains(number) else { return String(number) }
  let signs: [(Int, String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]
  var rest = number
  var text = ""
  for (value, sign) in signs {
    while rest >= value {
      text += sign
      rest -= value
    }
  }
  return text
}
