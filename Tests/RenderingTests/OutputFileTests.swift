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

  @Test("where one cannot be put in its place, the error names the folder, and no part is left")
  func blocked() throws {
    let folder = try WorkingFolder()
    let path = folder.path("ra")
    try FileManager.default.createDirectory(
      atPath: "\(path)/thu/1/4.txt/x", withIntermediateDirectories: true)
    #expect {
      try OutputFile.write(texts(6), below: path)
    } throws: { ($0 as? OutputError)?.path == path }
    let left = try FileManager.default.subpathsOfDirectory(atPath: path)
    #expect(!left.contains { $0.hasSuffix(".part") })
  }

  @Test("bytes that come in pieces are compared with what stands there, then written")
  func pieces() throws {
    let folder = try WorkingFolder()
    let path = folder.path("a.csv")
    func write(_ pieces: [String]) throws -> OutputOutcome {
      try OutputFile.write(to: path) { body in
        for piece in pieces { try body(Data(piece.utf8)) }
      }
    }
    #expect(try write(["a", "", "bc"]) == .written)
    #expect(try write(["ab", "c"]) == .unchanged)
    #expect(try write(["ab"]) == .written)
    #expect(try write(["ab", "c"]) == .written)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "abc")
    #expect(try write([]) == .written)
    #expect(try write([]) == .unchanged)
  }

  @Test("what a spool takes comes back, whether it stayed in memory or went to a file")
  func spool() throws {
    let folder = try WorkingFolder()
    for limit in [0, 10, 1000] {
      let spool = Spool(in: folder.path("s"), mostInMemory: limit)
      let texts = ["một", "", "hai hai", "ba ba ba"].map { Array($0.utf8) }
      let places = try texts.map(spool.append)
      for (text, place) in zip(texts, places).reversed() {
        #expect(try Array(spool.bytes(place)) == text)
      }
    }
    // no name is left behind
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path("s"))
    #expect(left.isEmpty)
  }
}
