public import Foundation

/// One of the project's own executables, as it was built beside the tests.
public struct Executable: Sendable {
  /// What a run printed, and how it ended.
  public struct Outcome: Sendable {
    /// The exit status.
    public let status: Int32
    /// Standard output.
    public let output: String
    /// Standard error.
    public let errors: String
  }

  private let url: URL

  /// The executable of a name, such as `tonghop-ingest`.
  public init(_ name: String) throws {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    url = URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(name)
  }

  /// Any other program, by its path.
  public init(path: String) { url = URL(fileURLWithPath: path) }

  /// Where it stands.
  public var path: String { url.path }

  /// Runs it to its end, with nothing of this process's environment but what is given.
  public func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    let library = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"].map {
      ["LD_LIBRARY_PATH": $0]
    }
    process.environment = environment.merging(library ?? [:]) { given, _ in given }
    process.currentDirectoryURL = folder
    // files, not pipes: nothing can fill up and wait
    let scratch = try WorkingFolder()
    let output = try Self.file(scratch.path("output"))
    let errors = try Self.file(scratch.path("errors"))
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOfFile: scratch.path("output"), encoding: .utf8),
      errors: try String(contentsOfFile: scratch.path("errors"), encoding: .utf8))
  }

  private static func file(_ path: String) throws -> FileHandle {
    try Data().write(to: URL(fileURLWithPath: path))
    return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }
}
