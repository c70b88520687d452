import DelimitedText
import Foundation
import Intake
import PlanModel
import TestSupport
import Testing

/// What stands below `submissions/` besides submissions: named, never followed, never waited for.
@Suite("Folders and files before a word is read")
struct FolderTests {
  @Test("every kind of name is told for what it is")
  func names() throws {
    let folder = try WorkingFolder()
    let manager = FileManager.default
    for name in [
      "2024-Q3/HU01/bieu01.csv", "2024-Q3/HU01/bieu01.v2.csv", "2024-Q3/HU01/BIEU02.CSV",
      "2024-Q3/HU01/~$bieu01.csv", "2024-Q3/HU01/.~lock.bieu01.csv#",
      "2024-Q3/HU01/bieu01.csv.part", "2024-Q3/HU01/bieu01.xlsx", "2024-Q3/HU01/a\u{1B}[31m\nb.csv",
      "2024-Q3/HU1/bieu01.csv", "2024-Q3/bieu01.csv", "2024-Q3/register.csv",
      "quy 3/HU01/bieu01.csv",
      "bieu01.csv",
    ] { try folder.write(name, text: "x") }
    let unit = folder.path("2024-Q3/HU01")
    try manager.createSymbolicLink(
      atPath: unit + "/link.csv", withDestinationPath: unit + "/bieu01.csv")
    try manager.createDirectory(atPath: unit + "/folder.csv", withIntermediateDirectories: true)
    try #require(mkfifo(unit + "/pipe.csv", 0o600) == 0)
    let bad = Array((unit + "/").utf8) + [0xFF, 0xFE] + Array(".csv".utf8)
    let number = open(bad.map { CChar(bitPattern: $0) } + [0], O_CREAT | O_WRONLY, 0o600)
    #expect(number >= 0)
    close(number)

    let submissions = try SubmissionFolder(folder.url.path, office: SampleOffice.office)
    let found = try submissions.periods()
    let (periods, others) = (found.periods, found.others)
    var lines = others.map(Self.line)
    for (period, name) in periods {
      lines += submissions.files(of: period, folder: name).files.map(Self.line)
    }
    try Goldens.compare(
      lines.joined(separator: "\n") + "\n",
      with: Goldens.folder.appendingPathComponent("folder-names.expected"))
  }

  @Test("of folders that mean the same one is read, the other named")
  func sameFolders() throws {
    let folder = try WorkingFolder()
    for name in [
      "2024-Q3/HU01/bieu01.csv", "2024-Q3/hu01/bieu01.csv", "2024-Q3/hu02/bieu01.csv",
      "2024-q3/HU01/bieu01.csv",
    ] { try folder.write(name, text: "x") }
    let submissions = try SubmissionFolder(folder.url.path, office: SampleOffice.office)
    let found = try submissions.periods()
    #expect(found.periods.map(\.1) == ["2024-Q3"])
    #expect(found.others.map(\.name) == ["2024-q3"])
    let files = submissions.files(of: found.periods[0].0, folder: "2024-Q3").files
    #expect(files.count { if case .submission = $0.content { true } else { false } } == 2)
    let left = files.first { $0.unitName == "hu01" }
    guard case .ignored(let finding)? = left?.content else {
      Issue.record("\(String(describing: left))")
      return
    }
    #expect(finding.code == "file-misplaced" && finding.message.contains("HU01, which is read"))
  }

  @Test("a folder that bears its mark is not listed again, one that holds more than submissions is")
  func knownFolders() throws {
    let folder = try WorkingFolder()
    for name in ["HU01/bieu01.csv", "HU01/bieu02.csv", "HU02/bieu01.csv", "HU02/~$bieu01.csv"] {
      try folder.write("2024-Q3/" + name, text: "x")
    }
    try FileManager.default.createDirectory(
      atPath: folder.path("2024-Q3/HU03"), withIntermediateDirectories: true)
    let submissions = try SubmissionFolder(folder.url.path, office: SampleOffice.office)
    func found(_ known: KnownFolders?) -> FoundFiles {
      submissions.files(of: SampleOffice.period, folder: "2024-Q3", known: known)
    }
    func lines(_ found: FoundFiles) -> [String] { found.files.map(Self.line) }
    let first = found(nil)
    #expect(first.mixed == ["HU02"])
    let known = KnownFolders(try #require(first.marks), mixed: first.mixed)
    #expect(lines(found(known)) == lines(first))
    #expect(found(known).marks == first.marks)
    // no name is asked for where a mark is believed
    let below = try BaseFolder(folder.path("2024-Q3"))
    let mark = below.mark("HU01")
    var without = MarkedNames()
    without.add("HU01".utf8, try #require(mark))
    #expect(lines(found(KnownFolders([without], mixed: []))) == Array(lines(first).dropFirst(2)))
    #expect(lines(found(KnownFolders([without], mixed: ["HU01"]))) == lines(first))

    try folder.write("2024-Q3/HU03/bieu01.csv", text: "x")
    try FileManager.default.removeItem(atPath: folder.path("2024-Q3/HU01/bieu02.csv"))
    try folder.write("2024-Q3/HU02/bieu01.csv", text: "xy")
    #expect(lines(found(known)) == lines(found(nil)))
    #expect(found(known).marks == found(nil).marks)
    #expect(lines(found(known)) != lines(first))
  }

  @Test("what is said of a file beside its content")
  func files() throws {
    var findings = [
      FindingCode.from(.changedWhileReading),
      FindingCode.from(.tooLarge(size: 21_474_836_480, limit: 16 << 20)),
      FindingCode.from(.unreadable(code: 13, text: "Permission denied")),
      FindingCode.from(.hardLinked(links: 2)),
      FindingCode.overridden(by: "bieu01.v3.csv"),
      FindingCode.notInForce(besides: "bieu01.v3.csv"),
      FindingCode.takenAgain(revision: 1),
      FindingCode.replaced("bieu01_Q3.csv"), FindingCode.superseded(revision: 1),
      FindingCode.waitsForRegister,
      FindingCode.restored(revision: 1),
    ]
    findings += SampleOffice.context(period: SampleOffice.quarter(2025, 1)).folderFindings()
    findings += SampleOffice.context(unit: SampleOffice.units[4]).folderFindings()
    findings += SampleOffice.context(period: SampleOffice.quarter(2023, 4)).folderFindings()
    #expect(SampleOffice.context(period: SampleOffice.quarter(2024, 1)).folderFindings() == [])
    try Goldens.compare(
      findings.flatMap(printed).dropFirst().joined(separator: "\n") + "\n",
      with: Goldens.folder.appendingPathComponent("folder-files.expected"))
  }

  @Test("a file that grows after it was found is left for the next run, and bounds hold as ever")
  func growing() throws {
    let folder = try WorkingFolder()
    let path = try folder.write("2024-Q3/HU01/bieu01.csv", text: "abc")
    let submissions = try SubmissionFolder(folder.url.path, office: SampleOffice.office)
    let file = try #require(
      submissions.files(of: SampleOffice.period, folder: "2024-Q3").files.first)
    guard case .submission(let submission) = file.content else {
      Issue.record("\(file)")
      return
    }
    var limits = IntakeLimits()
    limits.fileBytes = 100
    #expect(try submissions.read(submission, limits: limits).bytes == Array("abc".utf8))
    try #require(truncate(path, 2) == 0)
    #expect(try submissions.read(submission, limits: limits).bytes == Array("ab".utf8))
    try #require(truncate(path, 100) == 0)
    #expect(throws: FileProblem.changedWhileReading) {
      try submissions.read(submission, limits: limits)
    }
    try #require(truncate(path, 101) == 0)
    #expect(throws: FileProblem.tooLarge(size: 101, limit: 100)) {
      try submissions.read(submission, limits: limits)
    }
  }

  private static func line(_ file: FoundFile) -> String {
    let path = [file.periodName, file.unitName, file.name].filter { !$0.isEmpty }
      .joined(separator: "/")
    switch file.content {
    case .submission(let submission):
      return "\(path): \(submission.unit.code), \(submission.stem), version \(submission.version)"
    case .ignored(let finding):
      return "\(path):" + printed(finding).joined(separator: "\n  ")
    }
  }
}
