import PlanModel

/// What a date cell says.
enum DateReading: Equatable {
  case blank
  /// A day; `isRespelled` when dashes, dots, ISO order or a time part were read past.
  case date(CalendarDate, isRespelled: Bool)
  case unreadable(DateDefect)
}

/// Why a cell is not a date: one stable code each, with the reading that was tried.
enum DateDefect: Equatable {
  /// The calendar has no such day.
  case impossible(day: Int, month: Int, year: Int)
  /// Only the American order, month first, would give a day.
  case monthFirst(CalendarDate)
  case twoDigitYear
  /// A year that cannot be meant.
  case yearOutOfRange(day: Int, month: Int, year: Int)
  /// A number of days, as a spreadsheet keeps dates inside.
  case serial(CalendarDate)
  case text
}

/// Reads dates with the day before the month: `31/8/2018`, `31-8-2018`, `31.8.2018`, `2018-08-31`.
enum DateReader {
  static func read(_ text: String) -> DateReading {
    guard text.utf8.count <= 100 else { return .unreadable(.text) }
    let trimmed = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let word = trimmed.first else { return .blank }
    let (day, time) = splitTime(word, rest: trimmed.dropFirst())
    guard let time, time.isEmpty || isTime(time) else { return .unreadable(.text) }
    let marks = day.unicodeScalars.filter { !NumberReader.isDigit($0) }
    let parts = day.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { !NumberReader.isDigit($0) })
    let numbers = parts.compactMap { Int(String($0)) }
    if marks.isEmpty, let serial = numbers.first, numbers.count == 1 { return self.serial(serial) }
    guard marks.count == 2, marks[marks.startIndex] == marks[marks.index(after: marks.startIndex)],
      "/-.".unicodeScalars.contains(marks[marks.startIndex]), numbers.count == 3
    else { return .unreadable(.text) }
    let isPlain = marks[marks.startIndex] == "/" && time.isEmpty && parts[0].count <= 2
    if parts[0].count == 4 {
      return make(numbers[2], numbers[1], numbers[0], isRespelled: !isPlain)
    }
    guard parts[0].count <= 2, parts[1].count <= 2 else { return .unreadable(.text) }
    guard parts[2].count == 4 else {
      return .unreadable(parts[2].count == 2 ? .twoDigitYear : .text)
    }
    return make(numbers[0], numbers[1], numbers[2], isRespelled: !isPlain)
  }

  private static func make(_ day: Int, _ month: Int, _ year: Int, isRespelled: Bool) -> DateReading
  {
    // no plan is older; a year such as 0218 or 2108 is a slip of the finger
    guard (1930...2100).contains(year) else {
      return .unreadable(.yearOutOfRange(day: day, month: month, year: year))
    }
    if let date = CalendarDate(year: year, month: month, day: day) {
      return .date(date, isRespelled: isRespelled)
    }
    if month > 12, let swapped = CalendarDate(year: year, month: day, day: month) {
      return .unreadable(.monthFirst(swapped))
    }
    return .unreadable(.impossible(day: day, month: month, year: year))
  }

  /// Excel counts days from 1900, with a 29 February 1900 that never was.
  private static func serial(_ number: Int) -> DateReading {
    guard (20_000...80_000).contains(number),
      let epoch = CalendarDate(year: 1899, month: 12, day: 30)
    else { return .unreadable(.text) }
    return .unreadable(.serial(epoch.adding(days: number)))
  }

  /// `2018-08-31T09:00` or `31/8/2018 09:00`; nil when more follows than a time.
  private static func splitTime(
    _ word: String, rest: ArraySlice<String>
  ) -> (day: String, time: String?) {
    if let mark = word.firstIndex(of: "T") {
      let time = String(word[word.index(after: mark)...])
      return (String(word[..<mark]), rest.isEmpty && !time.isEmpty ? time : nil)
    }
    return (word, rest.count <= 2 ? rest.joined(separator: " ") : nil)
  }

  /// The time of day says nothing here, but what stands in its place must be one.
  private static func isTime(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ")
    guard let word = words.first, words.count == 1 || ["am", "pm", "sa", "ch"].contains(words[1])
    else { return false }
    let (clock, zone) = splitZone(word)
    guard let minutes = minutes(ofClock: clock) else { return false }
    guard let zone else { return true }
    // elsewhere it may have been another day
    return (0..<24 * 60).contains(minutes - zone + ReportingCalendar.vietNamOffset)
  }

  /// `09:30`, `09:30:00` or `09:30:00.000` as minutes since midnight.
  private static func minutes(ofClock clock: Substring) -> Int? {
    var parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    if parts.count == 3, let mark = parts[2].firstIndex(of: ".") {
      let fraction = parts[2][parts[2].index(after: mark)...]
      guard (1...9).contains(fraction.utf8.count), isDigits(fraction) else { return nil }
      parts[2] = parts[2][..<mark]
    }
    let numbers = parts.compactMap {
      (1...2).contains($0.utf8.count) && isDigits($0) ? Int($0) : nil
    }
    guard numbers.count == parts.count, numbers[0] < 25,
      numbers.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    return numbers[0] * 60 + numbers[1]
  }

  /// The zone behind a clock, in minutes ahead of UTC; nil where none is written.
  private static func splitZone(_ text: Substring) -> (clock: Substring, minutes: Int?) {
    if text.last == "z" { return (text.dropLast(), 0) }
    guard let sign = text.firstIndex(where: { $0 == "+" || $0 == "-" }) else { return (text, nil) }
    let digits = text[text.index(after: sign)...].filter { $0 != ":" }
    guard digits.utf8.count == 4, isDigits(digits[...]), let number = Int(digits) else {
      // no clock ends so
      return ("", nil)
    }
    let minutes = number / 100 * 60 + number % 100
    return (text[..<sign], text[sign] == "-" ? -minutes : minutes)
  }

  private static func isDigits(_ text: Substring) -> Bool {
    text.unicodeScalars.allSatisfy(NumberReader.isDigit)
  }
}
