import Testing

@testable import Assessment

@Suite("notes kept in pieces")
struct NoteBytesTests {
  @Test("a note stands where it was put, whatever its length and however many came after it")
  func found() {
    let lengths =
      [0, 1, 3, 40, 65_531, 65_532, 65_533, 200_000, 0, 7] + Array(repeating: 999, count: 300)
    let notes = lengths.enumerated().map { number, length in
      [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: length)
    }
    var kept = NoteBytes()
    let places = notes.map { kept.add($0[...]) }
    for (place, note) in zip(places, notes) { #expect(Array(kept[place]) == note) }
  }

  @Test("what is taken in later is not seen by a copy made before")
  func copies() {
    var kept = NoteBytes()
    let first = kept.add(ArraySlice("đã rà soát".utf8))
    let before = kept
    let second = kept.add(ArraySlice("chờ số liệu".utf8))
    #expect(String(decoding: before[first], as: UTF8.self) == "đã rà soát")
    #expect(String(decoding: kept[first], as: UTF8.self) == "đã rà soát")
    #expect(String(decoding: kept[second], as: UTF8.self) == "chờ số liệu")
  }
}
