import TestSupport
import Testing

@testable import Documents

@Suite("Text of data files")
struct DataFileTextTests {
  @Test("cells are quoted where they must be, and nowhere else")
  func quotes() {
    var text = DataFileText()
    text.add(row: ["a", "b,c", "nói \"có\"", "", "hai\ndòng", " đầu", "cuối ", "x y"])
    #expect(
      String(decoding: text.bytes, as: UTF8.self)
        == "a,\"b,c\",\"nói \"\"có\"\"\",,\"hai\ndòng\",\" đầu\",\"cuối \",x y\n")
  }

  @Test("what was written is read back cell by cell", arguments: [1, 2, 3, 4, 5])
  func roundTrip(seed: UInt64) {
    var dice = SeededDice(seed: seed)
    let letters = ["a", "ờ", ",", "\"", "\n", "\r", " ", "\"\"", "1"]
    let rows = (0..<40).map { _ in
      (0..<5).map { _ in
        (0..<Int.random(in: 0...6, using: &dice)).map { _ in
          letters[Int.random(in: letters.indices, using: &dice)]
        }.joined()
      }
    }
    let text = DataFileText(rows)
    var read: [[String]] = []
    DataFileText.forEachRow(in: text.bytes) { cells in
      read.append(cells.map { String(decoding: $0, as: UTF8.self) })
    }
    #expect(read == rows)
  }
}
