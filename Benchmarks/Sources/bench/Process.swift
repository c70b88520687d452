import Glibc

/// What one process cost.
struct Cost {
  var wall = 0.0
  var cpu = 0.0
  /// Bytes.
  var memory = 0
  var output = ""
}

struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Runs a program to its end and measures it as the system counts it. What it prints goes to a file,
/// as with cron; 2 means work done, with findings.
func run(_ words: [String], log: String, accepting accepted: Set<Int32> = [0, 2]) throws -> Cost {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
    let path = descriptor == STDOUT_FILENO ? log : log + ".err"
    posix_spawn_file_actions_addopen(
      &actions, descriptor, path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
  }
  var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
  arguments.append(nil)
  defer { arguments.forEach { free($0) } }
  var process = pid_t()
  let start = now()
  guard posix_spawnp(&process, words[0], &actions, nil, arguments, environ) == 0 else {
    throw Failure("\(words[0]) could not be started")
  }
  var status: Int32 = 0
  var usage = rusage()
  guard wait4(process, &status, 0, &usage) == process else { throw Failure("\(words[0]) was lost") }
  var cost = Cost()
  cost.wall = now() - start
  cost.cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime)
  cost.memory = usage.ru_maxrss * 1_024
  cost.output = contents(of: log)
  guard status & 0x7F == 0, accepted.contains(status >> 8 & 0xFF) else {
    throw Failure(
      "\(words.joined(separator: " ")) ended with \(status >> 8 & 0xFF): "
        + (cost.output + contents(of: log + ".err")).suffix(600))
  }
  return cost
}

func contents(of path: String) -> String {
  guard let file = fopen(path, "r") else { return "" }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 1 << 16)
  let count = fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes.prefix(count), as: UTF8.self)
}

func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

private func seconds(_ time: timeval) -> Double {
  Double(time.tv_sec) + Double(time.tv_usec) / 1e6
}

func load() -> String {
  String(contents(of: "/proc/loadavg").split(separator: " ").prefix(2).joined(separator: " "))
}

extension [Double] {
  var median: Double {
    guard !isEmpty else { return 0 }
    let ordered = sorted()
    return (ordered[(count - 1) / 2] + ordered[count / 2]) / 2
  }
}

/// A number with so many digits behind the mark, at the right of its column.
func fixed(_ number: Double, _ digits: Int, width: Int) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let whole = Int((number * scale).rounded())
  var text = String(whole)
  if digits > 0 {
    text = String(repeating: "0", count: Swift.max(0, digits + 1 - text.count)) + text
    text.insert(".", at: text.index(text.endIndex, offsetBy: -digits))
  }
  return padded(text, width)
}

func padded(_ text: String, _ width: Int, left: Bool = false) -> String {
  let blanks = String(repeating: " ", count: Swift.max(0, width - text.count))
  return left ? text + blanks : blanks + text
}
