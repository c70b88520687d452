import Foundation
import TestSupport
import Testing

@Suite("The documents of one edition")
struct EditionFolderTests {
  private static let all = [
    "bao-cao.txt", "bieu-tong-hop.xlsx", "data/briefing-sources.csv", "data/findings.csv",
    "data/indicators.csv", "data/submissions.csv", "data/tasks.csv", "tom-tat.txt",
  ]
  /// What the briefing brings out; the rest is there without it.
  private static let ofBriefing: Set = ["bao-cao.txt", "data/briefing-sources.csv", "tom-tat.txt"]

  @Test("stages that hold back show nothing; the last one shows everything at once")
  func held() throws {
    let office = try SampleOffice.onePlan()
    try office.run("ingest")
    for stage in ["aggregate", "workbook"] {
      #expect(try office.run(stage, ["--hold"]).status == 0)
      #expect(try documents(office) == [])
    }
    // what a failing disk did not let go of
    let aside = folder(office).deletingLastPathComponent().appendingPathComponent(".NQ21.ban-moi")
    let rest = aside.appendingPathComponent(".workbook-a1b2c3")
    try FileManager.default.createDirectory(at: rest, withIntermediateDirectories: true)
    try "x".write(to: rest.appendingPathComponent("tmp.x"), atomically: true, encoding: .utf8)
    #expect(try office.run("briefing").status == 0)
    #expect(try documents(office) == Self.all)
    #expect(try leftovers(office) == [])
  }

  @Test("until the last stage, a reader finds the edition before, whole")
  func heldCorrection() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let before = try contents(office)
    try correct(office)
    for stage in ["aggregate", "workbook"] {
      try office.run(stage, ["--hold"])
      #expect(try contents(office) == before)
    }
    let open = try FileHandle(forReadingFrom: folder(office).appendingPathComponent("bao-cao.txt"))
    try office.run("briefing")
    let after = try contents(office)
    #expect(after.keys.sorted() == (Self.all + ["hieu-chinh.txt"]).sorted())
    for name in ["bao-cao.txt", "bieu-tong-hop.xlsx", "data/indicators.csv", "tom-tat.txt"] {
      #expect(after[name] != before[name], "\(name)")
    }
    // who had the old briefing open reads on in it
    #expect(try open.readToEnd() == before["bao-cao.txt"])
  }

  @Test("a stage run alone shows its documents, and takes away those of another edition")
  func alone() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    try correct(office)
    try office.run("aggregate")
    #expect(
      try documents(office)
        == Self.all.filter { $0.hasSuffix(".csv") && !Self.ofBriefing.contains($0) })
    try office.run("workbook")
    #expect(try documents(office) == Self.all.filter { !Self.ofBriefing.contains($0) })
    try office.run("briefing")
    #expect(try documents(office) == (Self.all + ["hieu-chinh.txt"]).sorted())
  }

  @Test("one document lost is written again; the others of its edition stay untouched")
  func lost() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let before = try contents(office)
    let briefing = folder(office).appendingPathComponent("bao-cao.txt").path
    let number = try inode(briefing)
    try FileManager.default.removeItem(
      at: folder(office).appendingPathComponent("bieu-tong-hop.xlsx"))
    try office.run("workbook")
    #expect(try contents(office) == before)
    #expect(try inode(briefing) == number)
  }

  @Test("what the office itself puts into the folder survives every new edition")
  func foreign() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let notes = folder(office).appendingPathComponent("đã ký")
    try FileManager.default.createDirectory(at: notes, withIntermediateDirectories: true)
    try "x".write(to: notes.appendingPathComponent("a.txt"), atomically: true, encoding: .utf8)
    try correct(office)
    try office.run("aggregate", ["--hold"])
    // put there while the next edition is being made
    try "y".write(to: notes.appendingPathComponent("b.txt"), atomically: true, encoding: .utf8)
    try office.run("workbook", ["--hold"])
    try office.run("briefing")
    let found = try contents(office)
    #expect(found["đã ký/a.txt"] == Data("x".utf8))
    #expect(found["đã ký/b.txt"] == Data("y".utf8))
    #expect(try leftovers(office) == [])
  }

  @Test("the edition before, left aside by a failing disk, is taken away by the next run")
  func leftAside() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let shown = folder(office)
    let saved = shown.deletingLastPathComponent().appendingPathComponent("trước")
    try FileManager.default.copyItem(at: shown, to: saved)
    try correct(office)
    try office.report()
    let after = try contents(office)
    let aside = shown.deletingLastPathComponent().appendingPathComponent(".NQ21.ban-moi")
    for isMarked in [true, false] {
      try FileManager.default.copyItem(at: saved, to: aside)
      if !isMarked {
        try FileManager.default.removeItem(at: aside.appendingPathComponent(".edition"))
      }
      #expect(try office.run("workbook").status == 0)
      #expect(!FileManager.default.fileExists(atPath: aside.path))
      #expect(try contents(office) == after)
    }
  }

  @Test("a later edition that is held back stays so while the one before is printed again")
  func laterHeld() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    let before = try contents(office)
    try correct(office)
    for stage in ["aggregate", "workbook"] { try office.run(stage, ["--hold"]) }
    #expect(try office.run("workbook", ["--edition", "1"]).status == 0)
    #expect(try contents(office) == before)
    let aside = folder(office).deletingLastPathComponent().appendingPathComponent(".NQ21.ban-moi")
    #expect(FileManager.default.fileExists(atPath: aside.path))
    try office.run("briefing")
    #expect(try documents(office) == (Self.all + ["hieu-chinh.txt"]).sorted())
  }

  @Test("what a run held back and nobody showed is left aside by the next edition")
  func abandoned() throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    try correct(office)
    try office.run("aggregate", ["--hold"])
    let aside = folder(office).deletingLastPathComponent().appendingPathComponent(".NQ21.ban-moi")
    #expect(FileManager.default.fileExists(atPath: aside.path))
    // without its mark a folder aside is one that was broken off
    try FileManager.default.removeItem(at: aside.appendingPathComponent(".edition"))
    try "half".write(
      to: aside.appendingPathComponent("bao-cao.txt"), atomically: true, encoding: .utf8)
    try office.report()
    let after = try contents(office)
    #expect(after["bao-cao.txt"] != Data("half".utf8))
    #expect(after.keys.sorted() == (Self.all + ["hieu-chinh.txt"]).sorted())
    #expect(try leftovers(office) == [])
  }

  @Test(
    "a link in the place of the folder, or of what is in it, gives way; what it leads to is left alone",
    arguments: ["", "data", "bao-cao.txt"])
  func links(name: String) throws {
    let office = try SampleOffice.onePlan()
    try office.report()
    try "x".write(
      to: folder(office).appendingPathComponent("a.txt"), atomically: true, encoding: .utf8)
    let place = name.isEmpty ? folder(office) : folder(office).appendingPathComponent(name)
    let moved = office.outputs.deletingLastPathComponent().appendingPathComponent("moved")
    try FileManager.default.moveItem(at: place, to: moved)
    try FileManager.default.createSymbolicLink(at: place, withDestinationURL: moved)
    let before = try inside(moved)
    try correct(office)
    try office.run("ingest")
    for stage in ["aggregate", "workbook", "briefing"] {
      #expect([0, 2].contains(try office.run(stage).status), "\(stage)")
    }
    #expect(try inside(moved) == before)
    #expect(try documents(office) == (Self.all + ["a.txt", "hieu-chinh.txt"]).sorted())
    #expect(throws: (any Error).self) {
      try FileManager.default.destinationOfSymbolicLink(atPath: place.path)
    }
    #expect(try leftovers(office) == [])
  }

  /// What lies in a folder, or in a file.
  private func inside(_ place: URL) throws -> [String: Data] {
    guard let names = try? FileManager.default.subpathsOfDirectory(atPath: place.path) else {
      return ["": try Data(contentsOf: place)]
    }
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        (try? Data(contentsOf: place.appendingPathComponent(name))).map { (name, $0) }
      })
  }

  private func folder(_ office: SampleOffice) -> URL {
    office.outputs.appendingPathComponent("2024-Q3/NQ21")
  }

  private func contents(_ office: SampleOffice) throws -> [String: Data] {
    let files = try office.files().filter {
      $0.key.hasPrefix("2024-Q3/NQ21/") && !$0.key.contains("/.")
    }
    return Dictionary(uniqueKeysWithValues: files.map { (String($0.key.dropFirst(13)), $0.value) })
  }

  private func documents(_ office: SampleOffice) throws -> [String] {
    try contents(office).keys.sorted()
  }

  private func leftovers(_ office: SampleOffice) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: office.outputs.path)
      .filter { $0.contains(".ban-") || $0.contains(".part") || $0.contains(".workbook-") }
  }

  private func inode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
  }

  /// A corrected file moves a figure, and so makes the next edition.
  private func correct(_ office: SampleOffice) throws {
    let folder = office.submissions.appendingPathComponent("2024-Q3/HU01")
    let text = try String(
      contentsOf: folder.appendingPathComponent("bieu01.csv"), encoding: .utf8)
    let line = try #require(text.split(whereSeparator: \.isNewline).first { $0.contains("CT05") })
    var cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    let numerator = try #require(cells.firstIndex { Int($0) != nil })
    cells[numerator] = String(try #require(Int(cells[numerator])) + 7)
    try text.replacing(line, with: cells.joined(separator: ";")).write(
      to: folder.appendingPathComponent("bieu01.v2.csv"), atomically: true, encoding: .utf8)
    try office.run("ingest")
  }
}
