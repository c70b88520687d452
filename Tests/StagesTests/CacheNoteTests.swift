import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite("Notes in the user's cache")
struct CacheNoteTests {
  private static func fields() -> NoteFields {
    var fields = NoteFields()
    fields.add("một")
    fields.add([3, -4]) { $0.add($1) }
    fields.add([UInt8(0), 255])
    return fields
  }

  @Test("what was added is read in its order, and nothing behind it")
  func roundTrip() throws {
    let place = try WorkingFolder().path("outputs/o")
    let note = CacheNote("a", for: place)
    #expect(note.read() == nil)
    note.write(Self.fields())
    var read = try #require(note.read())
    #expect(read.text() == "một")
    #expect(read.list { $0.number() } == [3, -4])
    #expect(read.field().map(Array.init) == [0, 255])
    #expect(read.number() == nil)
    #expect(read.field() == nil)
    #expect(read.list { $0.text() } == nil)
    #expect(CacheNote("b", for: place).read() == nil)
    #expect(CacheNote("a", for: place + "2").read() == nil)
  }

  @Test("a note of which a byte is another, or missing, is none")
  func damaged() throws {
    let place = try WorkingFolder().path("outputs/o")
    let note = CacheNote("a", for: place)
    note.write(Self.fields())
    let path = try #require(CacheNote.path("a", for: place))
    let whole = try #require(FileManager.default.contents(atPath: path))
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 0x10
      try bytes.write(to: URL(fileURLWithPath: path))
      #expect(note.read() == nil, "\(index)")
      try whole.prefix(index).write(to: URL(fileURLWithPath: path))
      #expect(note.read() == nil, "\(index)")
    }
    try whole.write(to: URL(fileURLWithPath: path))
    #expect(note.read() != nil)
  }

  @Test("a count of more than there is ends a list at once")
  func counts() {
    for count in [Int.max, 9, -1] {
      var fields = NoteFields()
      fields.add(count)
      fields.add(1)
      #expect(fields.list { $0.number() } == nil)
    }
  }
}
