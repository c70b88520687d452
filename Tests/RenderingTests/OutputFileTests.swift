import Foundation
import TestSupport
import Testing

@testable import Rendering

@Suite("Files put in their place")
struct OutputFileTests {
  private func texts(_ count: Int) -> [(name: String, text: String)] {
    (0..<count).map { ("thu/\($0 % 3)/\($0).txt", "văn bản \($0)\n") }
  }

  @Test("many files at once stand whole; the same again are not touched, another one is")
  func many() throws {
    let folder = try WorkingFolder()
    let path = folder.path("ra")
    #expect(
      try OutputFile.write(texts(40), below: path) == Array(repeating: .written, count: 40))
    for (name, text) in texts(40) {
      #expect(try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) == text)
    }
    var next = texts(40)
    next[7].text = "khác\n"
    let outcomes = try OutputFile.write(next, below: path)
    #expect(outcomes.indices.filter { outcomes[$0] == .written } == [7])
    let left = try FileManager.default.subpathsOfDirectory(atPath: path)
    #expect(!left.contains { $0.hasSuffix(".part") })
  }

  @Test("where one cannot be put in its place, the error names it, and no part is left")
  func blocked() throws {
    let folder = try WorkingFolder()
    let path = folder.path("ra")
    try FileManager.default.createDirectory(
      atPath: "\(path)/thu/1/4.txt/x", withIntermediateDirectories: true)
    #expect {
      try OutputFile.write(texts(6), below: path)
    } throws: { ($0 as? OutputError)?.path == "\(path)/thu/1/4.txt" }
    let left = try FileManager.default.subpathsOfDirectory(atPath: path)
    #expect(!left.contains { $0.hasSuffix(".part") })
  }

  @Test("a folder that cannot be made says why, in the words of the system")
  func folderBelowFile() throws {
    let folder = try WorkingFolder()
    let path = try folder.write("outputs", text: "x") + "/o"
    #expect {
      try OutputFile.makeFolder(path)
    } throws: {
      ($0 as? OutputError)?.reason == "Not a directory"
    }
  }

  @Test("pipes where a file belongs are replaced, never waited for", .timeLimit(.minutes(1)))
  func pipes() throws {
    let folder = try WorkingFolder()
    for name in ["a.txt", ".a.txt.part", "b.txt", ".b.txt.part", "c.txt"] {
      #expect(mkfifo(folder.path(name), 0o600) == 0)
    }
    #expect(OutputFile.contents(folder.path("a.txt")) == nil)
    #expect(try OutputFile.write("một\n", to: folder.path("a.txt")) == .written)
    #expect(try OutputFile.write([("b.txt", "hai\n")], below: folder.path("")) == [.written])
    #expect(OutputFile.contents(folder.path("a.txt")) == Data("một\n".utf8))
    #expect(OutputFile.contents(folder.path("b.txt")) == Data("hai\n".utf8))
    #expect(throws: OutputError.self) { try OutputFile.append("ba\n", to: folder.path("c.txt")) }
  }

  @Test("what bears the name of a part is not written into")
  func linkedPart() throws {
    let folder = try WorkingFolder()
    let other = try folder.write("other.txt", text: "của người khác")
    try FileManager.default.linkItem(atPath: other, toPath: folder.path(".a.txt.part"))
    try OutputFile.write("một\n", to: folder.path("a.txt"))
    #expect(OutputFile.contents(other) == Data("của người khác".utf8))
  }

  @Test("a full disk is called what the system calls it")
  func fullDisk() throws {
    let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
    let error = try #require(throws: (any Error).self) { try full.write(contentsOf: Data([0])) }
    #expect(OutputError.reason(of: error) == "No space left on device")
  }

  @Test("an error tells the reason of the system, not only that there is one")
  func reason() throws {
    let folder = try WorkingFolder()
    try folder.write("tệp", text: "")
    #expect {
      try FolderSwitch.link(folder.path("tệp"), into: folder.path("mới"), omitting: [])
    } throws: { ($0 as? OutputError)?.reason == "Not a directory" }
  }

  @Test("what a spool takes comes back, whether it stayed in memory or went to a file")
  func spool() throws {
    let folder = try WorkingFolder()
    for limit in [0, 10, 1000] {
      let spool = Spool(in: folder.path("s"), mostInMemory: limit)
      #expect(try text(of: spool) == "")
      for text in ["một", "", "hai hai", "ba ba ba"] { try spool.append(Array(text.utf8)) }
      #expect(try text(of: spool) == "mộthai haiba ba ba")
    }
    // no name is left behind
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path("s"))
    #expect(left.isEmpty)
  }

  private func text(of spool: Spool) throws -> String {
    var bytes = Data()
    try spool.forEachPiece { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("a spool is cut only where bytes were put by together, and never for less than a megabyte")
  func pieces() throws {
    let folder = try WorkingFolder()
    for limit in [0, 100_000_000] {
      let spool = Spool(in: folder.path("s"), mostInMemory: limit)
      for count in [700_000, 700_000, 10, 3_000_000, 5] {
        try spool.append([UInt8](repeating: 65, count: count))
      }
      var counts: [Int] = []
      try spool.forEachPiece { counts.append($0.count) }
      #expect(counts == [1_400_000, 3_000_010, 5])
    }
  }

  @Test("a spool is compared with what stands in its place, then put there, for the group to read")
  func spooled() throws {
    let folder = try WorkingFolder()
    let path = folder.path("ra/a.csv")
    func write(_ text: String, _ limit: Int) throws -> OutputOutcome {
      let spool = Spool(in: folder.path("s"), mostInMemory: limit)
      try spool.append(Array(text.utf8))
      return try OutputFile.write(spool, to: path)
    }
    for limit in [0, 1000] {
      #expect(try write("abc\(limit)", limit) == .written)
      #expect(try write("abc\(limit)", limit) == .unchanged)
      // shorter, longer, and as long but another
      for text in ["ab", "abcdef", "abcdeg"] { #expect(try write(text, limit) == .written) }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "abcdeg")
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o640)
      #expect(try write("", limit) == .written)
      #expect(try write("", limit) == .unchanged)
    }
    let left = try FileManager.default.subpathsOfDirectory(atPath: folder.path("ra"))
    #expect(left == ["a.csv"])
  }
}
