import DelimitedText
import Foundation
import TestSupport
import Testing

@Suite("Listing folders")
struct FolderListingTests {
  @Test("names come in order of their bytes, with what stands under them")
  func kinds() throws {
    let folder = try WorkingFolder()
    try folder.write("b.csv", text: "x")
    try folder.write("sub/a.csv", text: "x")
    try folder.write("Ă.csv", text: "x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("a.csv"), withDestinationPath: folder.path("b.csv"))
    #expect(mkfifo(folder.path("pipe.csv"), 0o600) == 0)
    let entries = try BaseFolder(folder.url.path).entries()
    #expect(entries.map(\.name) == ["a.csv", "b.csv", "pipe.csv", "sub", "Ă.csv"])
    #expect(entries.map(\.kind) == [.link, .file, .fifo, .directory, .file])
    let base = try BaseFolder(folder.url.path)
    #expect(try base.entries("sub").map(\.name) == ["a.csv"])
    #expect(try base.entries().count == 5)
  }

  @Test("the mark of a file is read back as it was written, and nothing else is a mark")
  func marks() throws {
    let folder = try WorkingFolder()
    try folder.write("a.csv", text: "x")
    let mark = try #require(try BaseFolder(folder.url.path).entries().first).mark
    let text = Array(mark.text.utf8)
    #expect(FileMark(text[...]) == mark)
    #expect(mark.size == 1 && mark != .none)
    let others = [
      "", " ", "1 2.3 4.5", "1 2.3 4.5 6 7", "1 2.3 4.5 x", "-1 2.3 4.5 6", "1 2.3 4.5 +6",
      "1 2.3 4.5 1234567890123456789",
    ]
    for other in others { #expect(FileMark(Array(other.utf8)[...]) == nil) }
    #expect(FileMark(Array("1 2.3 4.5 6".utf8)[...])?.text == "1 2.3 4.5 6")
  }

  @Test(
    "a folder opened below another lists and reads as by its path, and is reached through no link")
  func folderBelow() throws {
    let folder = try WorkingFolder()
    try folder.write("sub/unit/a.csv", text: "x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("sub"))
    let base = try BaseFolder(folder.url.path)
    let below = try base.folder("sub")
    #expect(try below.entries().map(\.name) == ["unit"])
    #expect(try below.entries("unit") == base.entries("sub/unit"))
    #expect(try below.read("unit/a.csv", limit: 9).bytes == [0x78])
    for path in ["link", "link/unit", "sub/../sub", "", "missing"] {
      #expect(throws: FileProblem.self) { _ = try base.folder(path).entries() }
    }
  }

  @Test("marks hold as long as names stand as they were, and of nothing else")
  func markedNames() throws {
    let folder = try WorkingFolder()
    try folder.write("sub/a.csv", text: "x")
    try folder.write("other/a.csv", text: "x")
    let base = try BaseFolder(folder.url.path)
    func names(_ paths: [String]) throws -> MarkedNames {
      var names = MarkedNames()
      for path in paths {
        let mark = base.mark(path)
        names.add(path.utf8, try #require(mark))
      }
      return names
    }
    let one = try names([".", "sub", "sub/a.csv"])
    let both = try names([".", "sub", "sub/a.csv", "other"])
    func holds(_ names: MarkedNames) -> Bool { base.holds(names) }
    #expect(holds(one) && holds(both) && holds(MarkedNames()))
    #expect(holds(MarkedNames(bytes: one.bytes)))
    let (listed, mark) = (try base.listing("sub").mark, base.mark("sub"))
    #expect(listed == mark)
    // what is cut off, or is another, holds nowhere
    let whole = try [["."], [".", "sub"]].map { try names($0).bytes.count }
    for count in 1..<one.bytes.count where !whole.contains(count) {
      #expect(!holds(MarkedNames(bytes: one.bytes[..<count])), "\(count)")
    }
    let elsewhere = try BaseFolder(folder.path("sub")).holds(one)
    #expect(!elsewhere)

    // a name more is a mark of its folder, not of the folder above
    try folder.write("sub/b.csv", text: "x")
    #expect(!holds(one))
    #expect(try holds(names([".", "sub", "sub/a.csv", "sub/b.csv"])))
    // as many bytes at a time set back
    let file = try names(["sub/a.csv"])
    let before = try FileManager.default.attributesOfItem(atPath: folder.path("sub/a.csv"))
    try folder.write("sub/a.csv", text: "y")
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(before[.modificationDate])],
      ofItemAtPath: folder.path("sub/a.csv"))
    #expect(!holds(file))
    // a link to the same file
    let linked = try names(["other/a.csv"])
    try FileManager.default.moveItem(
      atPath: folder.path("other/a.csv"), toPath: folder.path("kept.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("other/a.csv"), withDestinationPath: folder.path("kept.csv"))
    #expect(!holds(linked))
    try FileManager.default.removeItem(atPath: folder.path("other/a.csv"))
    #expect(!holds(linked))
    let lost = base.mark("other/a.csv")
    #expect(lost == nil)
  }

  @Test("a name that is not UTF-8 is listed by its bytes")
  func invalidName() throws {
    let folder = try WorkingFolder()
    let name = Array(folder.path("x").utf8CString.dropLast()) + [-1, 0]
    let file = open(name, O_CREAT | O_WRONLY, 0o600)
    #expect(file >= 0)
    close(file)
    let entries = try BaseFolder(folder.url.path).entries()
    #expect(entries.map(\.bytes) == [[0x78, 0xFF]])
    #expect(entries.map(\.name) == [nil])
  }

  @Test("a link to a folder is not entered")
  func linkedFolder() throws {
    let folder = try WorkingFolder()
    try folder.write("real/a.csv", text: "x")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: folder.path("real"))
    let base = try BaseFolder(folder.url.path)
    #expect(throws: FileProblem.notRegular(.link)) { try base.entries("link") }
  }
}
