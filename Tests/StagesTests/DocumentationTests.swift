import Foundation
import TestSupport
import Testing

@Suite("What the documentation says")
struct DocumentationTests {
  /// Targets that no test runs, and why.
  private static let excluded = [
    "test": "runs these tests", "goldens": "runs these tests and changes the repository",
    "fuzz": "builds another program, and has no end of its own",
    "bench": "builds and measures for minutes", "crash-test": "some hundreds of kills take minutes",
    "verify-workbook": "needs LibreOffice; RecalculationTests do the same where it is there",
    "install": "builds a release for minutes, and writes to the system",
    "uninstall": "takes away from the system", "lint": "needs the sources",
    "format": "needs the sources",
    "clean": "takes away what was built", "help": "runs nothing",
    "reference": "optionsPage compares it",
  ]
  /// What stands for something that the reader has to put there, or that the small sample has not: no
  /// reorganisation happened in it (CorrectionTests print the large one in another day's structure).
  private static let placeholders = ["...", "<", "BACKUP", "CODE", "--structure"]

  @Test("every command of the documentation works, in the order in which they stand")
  func commands() throws {
    let office = try SampleOffice.onePlan()
    let folder = try MakeFolder(office.folder.url)
    let commands = try Self.documented()
    #expect(commands.count > 10)
    for command in commands {
      let outcome = try folder.run(command)
      // a stage that finds something ends with 2 and stops no target: 2 of make itself is a failure
      let good: [Int32] = command.hasPrefix("make ") ? [0] : [0, 2]
      #expect(good.contains(outcome.status), "\(command): \(outcome.errors.suffix(400))")
    }
  }

  @Test("every target named exists, and every target excluded is one that exists")
  func targets() throws {
    let makefile = try text("Makefile")
    let known = Set(makefile.matches(of: /(?m)^([a-z-]+):/).map { String($0.output.1) })
    for target in Self.excluded.keys { #expect(known.contains(target), "\(target)") }
    for name in ["README.md", "HUONG-DAN.md"] {
      for match in try text(name).matches(of: /`make ([a-z-]+)/) {
        #expect(known.contains(String(match.output.1)), "\(name): make \(match.output.1)")
      }
    }
  }

  @Test("docs/options.md is what the programs say of themselves")
  func optionsPage() throws {
    let folder = URL(fileURLWithPath: try Executable("tonghop-plan").path)
      .deletingLastPathComponent().path
    let script = SampleOffice.repository.appendingPathComponent("scripts/reference").path
    let printed = try Executable(path: "/bin/sh").run(
      [script, folder], environment: ["PATH": "/usr/bin:/bin"])
    #expect(printed.status == 0)
    #expect(try printed.output == text("docs/options.md"), "run `make reference`")
  }

  private func text(_ name: String) throws -> String { try Self.text(name) }

  private static func text(_ name: String) throws -> String {
    try String(
      contentsOf: SampleOffice.repository.appendingPathComponent(name), encoding: .utf8)
  }

  /// The commands in code, each once: `make` anywhere, programs on lines of their own.
  private static func documented() throws -> [String] {
    var commands: [String] = []
    for name in ["README.md", "HUONG-DAN.md"] {
      var isFenced = false
      for line in try text(name).split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("```") { isFenced.toggle() }
        let isCode = isFenced || line.hasPrefix("    ")
        let found =
          isCode
          ? [line.drop { $0 == " " }] : line.matches(of: /`(make [^`]+)`/).map(\.output.1)
        for text in found { commands += command(String(text)).map { [$0] } ?? [] }
      }
    }
    var seen: Set<String> = []
    return commands.filter { seen.insert($0).inserted }
  }

  /// A command without its remark and its optional parts; nil for what is none, or none for a test.
  private static func command(_ text: String) -> String? {
    let line = String(text.prefix { $0 != "#" }).replacing(/\[[^\]]*\]/, with: "")
      .trimmingCharacters(in: .whitespaces)
    guard line.contains(#/^(make |tonghop-|\.build/release/tonghop-)/#),
      !placeholders.contains(where: line.contains)
    else { return nil }
    // the structure of the packages is drawn with the programs' names
    if line.contains("  -") { return nil }
    let words = line.split(separator: " ")
    return words[0] == "make" && excluded[String(words[1])] != nil ? nil : line
  }
}
