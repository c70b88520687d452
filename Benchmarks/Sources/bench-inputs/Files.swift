import Glibc

func makeFolder(_ path: String) throws {
  var made = path.hasPrefix("/") ? "" : "."
  for part in path.split(separator: "/") {
    made += "/\(part)"
    guard mkdir(made, 0o755) == 0 || errno == EEXIST else { throw Failure("cannot make \(made)") }
  }
}

/// Writes a file, with a time of its own when one is given.
func save(_ text: String, to path: String, modified seconds: Int? = nil) throws {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  guard file >= 0 else { throw Failure("cannot write \(path)") }
  defer { close(file) }
  var text = text
  let isWhole = text.withUTF8 { write(file, $0.baseAddress, $0.count) == $0.count }
  guard isWhole else { throw Failure("cannot write \(path)") }
  guard let seconds else { return }
  let time = timespec(tv_sec: seconds, tv_nsec: 0)
  guard futimens(file, [time, time]) == 0 else { throw Failure("cannot date \(path)") }
}

/// Days from 1 January 1970, after 1970.
func daysSince1970(year: Int, month: Int, day: Int) -> Int {
  func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
  let months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  let years = (1970..<year).reduce(0) { $0 + (isLeap($1) ? 366 : 365) }
  let days = months.prefix(month - 1).reduce(0, +) + (month > 2 && isLeap(year) ? 1 : 0)
  return years + days + day - 1
}
