import Glibc

/// Writes the inputs of an invented organisation: `bench-inputs FOLDER UNITS GROUPS PERIODS`.
///
/// The same arguments give the same bytes: every number is drawn from a seed made of its unit, its
/// period, its indicator and its version.
@main
struct BenchInputs {
  static func main() {
    do {
      try run()
    } catch {
      print("bench-inputs: \(error)")
      exit(1)
    }
  }

  private static func run() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let units = Int(arguments[2]), let groups = Int(arguments[3]),
      let periods = Int(arguments[4]), units > 0, groups > 0, (1...40).contains(periods)
    else {
      throw Failure("usage: bench-inputs FOLDER UNITS GROUPS PERIODS")
    }
    try Inputs(folder: arguments[1], units: units, groups: groups, periods: periods).write()
  }
}

struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Numbers that look drawn by lot and are the same on every machine (splitmix64).
struct Lot {
  private var state: UInt64

  init(_ parts: Int...) {
    state = 0x7468_6F70
    for part in parts {
      state = state &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: part) &+ 1
      _ = next()
    }
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number from 0 to `count` - 1.
  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
}

func digits(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
