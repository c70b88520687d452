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

  private static func isTime(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ")
    guard let clock = words.first, words.count == 1 || ["am", "pm", "sa", "ch"].contains(words[1])
    else { return false }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    // the time of day says nothing here, but what stands in its place must be one
    let numbers = parts.compactMap { part in
      (1...2).contains(part.utf8.count) && part.unicodeScalars.allSatisfy(NumberReader.isDigit)
        ? Int(part) : nil
    }
    return (2...3).contains(parts.count) && numbers.count == parts.count && numbers[0] < 25
      && numbers.dropFirst().allSatisfy { $0 < 60 }
  }
}
