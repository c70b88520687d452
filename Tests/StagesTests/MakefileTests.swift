import Foundation
import TestSupport
import Testing

/// A folder from which an office works: the Makefile, the scripts and the programs.
struct MakeFolder {
  let url: URL

  /// Puts them beside what stands there.
  init(_ url: URL) throws {
    self.url = url
    let manager = FileManager.default
    for name in ["Makefile", "scripts"] {
      try manager.copyItem(
        at: SampleOffice.repository.appendingPathComponent(name),
        to: url.appendingPathComponent(name))
    }
    let program = URL(fileURLWithPath: try Executable("tonghop-plan").path)
    try manager.createDirectory(
      at: url.appendingPathComponent(".build"), withIntermediateDirectories: true)
    try manager.createSymbolicLink(
      at: url.appendingPathComponent(".build/release"),
      withDestinationURL: program.deletingLastPathComponent())
  }

  /// Runs a line of a shell; what `make` would build is there, and nothing is installed.
  func run(_ line: String) throws -> Executable.Outcome {
    try Executable(path: "/bin/sh").run(
      ["-c", line.replacing(#/^make /#, with: "make -o build -o setup ")],
      environment: ["PATH": "/usr/bin:/bin"], in: url)
  }

  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appendingPathComponent(name).path)
  }
}

/// Targets and their variables.
@Suite("make")
struct MakefileTests {
  /// Names that a shell takes apart.
  private static let (inputs, outputs) = ("Số liệu 'gốc'", "Kết quả & 100%")
  private static let folders = #"INPUTS="\#(inputs)" OUTPUTS="\#(outputs)""#

  private let office: SampleOffice
  private let folder: MakeFolder

  init() throws {
    office = try SampleOffice.onePlan()
    let url = office.folder.url.appendingPathComponent("Văn phòng 1")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      at: office.folder.url.appendingPathComponent("inputs"),
      to: url.appendingPathComponent(Self.inputs))
    folder = try MakeFolder(url)
  }

  @Test("folders bear any name")
  func folders() throws {
    for target in [
      "plans", "report", "rerun PERIOD=2024-Q3 UNIT=HU03", "forms PERIOD=2024-Q4", "nightly",
      "backup", "verify", "template NAME=tom-tat",
    ] {
      let outcome = try folder.run("make \(target) \(Self.folders)")
      #expect(outcome.status == 0, "\(target): \(outcome.errors.suffix(400))")
    }
    #expect(folder.has("\(Self.outputs)/ninh-khanh/2024-Q3/NQ21/bao-cao.txt"))
    #expect(folder.has("\(Self.inputs)/ninh-khanh/templates/tom-tat.mustache"))
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: folder.url.path))
        == [".build", "Makefile", "scripts", Self.inputs, Self.outputs])
  }

  @Test("what was made is listed: the documents of the period that was asked for, else all")
  func listed() throws {
    func documents(_ target: String) throws -> [Substring] {
      let outcome = try folder.run("make \(target) \(Self.folders)")
      #expect(outcome.status == 0, "\(target): \(outcome.errors.suffix(400))")
      let lines = outcome.output.split(separator: "\n")
      return Array(lines.drop { $0 != "Documents:" }.dropFirst())
    }
    let place = "\(Self.outputs)/ninh-khanh"
    let year = try documents("quarterly PERIOD=2024")
    #expect(year.contains { $0 == "\(place)/2024/NQ21/bao-cao.txt" })
    let quarter = try documents("quarterly PERIOD=2024-q3")
    #expect(quarter.contains { $0 == "\(place)/2024-Q3/NQ21/bao-cao.txt" })
    #expect(quarter.allSatisfy { $0.hasPrefix("\(place)/2024-Q3/") }, "\(quarter)")
    #expect(try documents("report").count == year.count + quarter.count)
  }

  @Test("the line for crontab works as cron runs it, on the folders that were named")
  func crontab() throws {
    let printed = try folder.run("make cron \(Self.folders)")
    #expect(printed.status == 0)
    let lines = printed.output.split(separator: "\n").filter { $0.hasPrefix("30 ") }
    #expect(lines.count == 2)
    // as cron does: five fields, then a command, in which a plain per cent sign would end it
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent(Self.outputs), withIntermediateDirectories: true)
    for line in lines {
      let command = String(line.split(separator: " ", maxSplits: 5)[5])
      #expect(!command.contains(#/[^\\]%/#))
      let outcome = try Executable(path: "/bin/sh").run(
        ["-c", command.replacing("\\%", with: "%")], environment: ["PATH": "/usr/bin:/bin"],
        in: office.folder.url)
      #expect([0, 2].contains(outcome.status), "\(line): \(outcome.errors.suffix(400))")
    }
    #expect(folder.has("\(Self.outputs)/nightly.log"))
    #expect(folder.has("\(Self.outputs)/ninh-khanh/2024-Q3/NQ21/bao-cao.txt"))
  }

  @Test("the service names the folders, in the words of systemd")
  func service() throws {
    let path = folder.url.path
    let printed = try folder.run("make cron INPUTS='/srv/số liệu' OUTPUTS='ra 100%'").output
    for line in [
      "ConditionPathIsDirectory=/srv/số liệu", "WorkingDirectory=\(path)",
      "ReadOnlyPaths=\"/srv/số liệu\"", "ReadWritePaths=\"\(path)/ra 100%%\"",
    ] { #expect(printed.contains(line + "\n"), "\(line)") }
    #expect(
      printed.contains(
        "/tonghop-nightly\" --inputs \"/srv/số liệu\" --outputs \"\(path)/ra 100%%\"\n"))
  }

  @Test("where there is no ledger yet, a rerun for one unit takes everything first")
  func rerun() throws {
    let sent = try FileManager.default.subpathsOfDirectory(
      atPath: folder.url.appendingPathComponent("\(Self.inputs)/ninh-khanh/submissions").path
    ).count { $0.hasSuffix(".csv") && !$0.hasSuffix("register.csv") }
    let rerun = "make rerun PERIOD=2024-Q3 UNIT=HU03 \(Self.folders)"
    let first = try folder.run(rerun)
    #expect(first.status == 0)
    #expect(first.output.contains("took \(sent) new files"), "\(first.output)")
    #expect(!first.errors.contains("never taken"), "\(first.errors)")
    #expect(try !folder.run(rerun).output.contains("\(sent) unchanged"))
  }

  @Test("what a stage finds stops no target")
  func findings() throws {
    let path = folder.url.appendingPathComponent("\(Self.inputs)/ninh-khanh/explanations.csv")
    try Data("unit,period,indicator,code,explanation\nHU01,2024-Q3,CT01,no-such-code,lý do\n".utf8)
      .write(to: path)
    for target in [
      "plans", "report", "rerun PERIOD=2024-Q3", "forms PERIOD=2024-Q4", "nightly",
    ] {
      let outcome = try folder.run("make \(target) \(Self.folders)")
      #expect(outcome.status == 0, "\(target): \(outcome.errors.suffix(400))")
      #expect(outcome.errors.contains("[finding-code-unknown]"), "\(target)")
    }
  }

  @Test("programs are put into a folder of any name, and taken away from there alone")
  func prefix() throws {
    let prefix = "Phần mềm 'chung' (1)"
    let printed = try folder.run(#"make -n install PREFIX="\#(prefix)""#)
    #expect(printed.status == 0, "\(printed.errors)")
    for name in ["bin", "share/man/man1"] {
      #expect(
        printed.output.contains(#" 'Phần mềm '\''chung'\'' (1)'/\#(name)"#), "\(printed.output)")
    }
    let manager = FileManager.default
    let places = [
      "\(prefix)/bin/tonghop-plan", "\(prefix)/share/man/man1/tonghop-ledger-verify.1",
      "\(prefix)/bin/khac", "mềm/bin/tonghop-plan",
    ].map { folder.url.appendingPathComponent($0) }
    for place in places {
      try manager.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: place)
    }
    let outcome = try folder.run(#"make uninstall PREFIX="\#(prefix)""#)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(places.map { manager.fileExists(atPath: $0.path) } == [false, false, true, true])
  }
}
