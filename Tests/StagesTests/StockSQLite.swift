import Foundation
import Testing

/// The system's own sqlite3, to look at a ledger, or to harm one, from outside.
enum StockSQLite {
  static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")

  /// Runs statements on a file, and returns what they print.
  @discardableResult
  static func run(_ statements: String, on path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    process.arguments = ["-bail", path, statements]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(statements)")
    return String(decoding: printed, as: UTF8.self)
  }
}
