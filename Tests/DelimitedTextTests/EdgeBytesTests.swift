import DelimitedText
import Foundation
import Testing

/// Texts that break off anywhere, and texts that lie in the middle of other bytes: nothing is read beyond
/// an end, and what stands there has no say.
@Suite struct EdgeBytesTests {
  private static let table =
    "Mã kế hoạch,Ghi chú\r\nNQ21,\"đã \"\"họp\"\"\r\nxong\" \r\n\n,\"\",\r\"XÃ” «quá»\",Ã¹â€œ😀\t\r\n"

  /// The table in every encoding that is read, and beginnings of other files.
  private static func files() throws -> [[UInt8]] {
    let utf8 = Array(table.utf8)
    let little = try TextDecodingTests.bytes(table, .utf16LittleEndian)
    let big = try TextDecodingTests.bytes(table, .utf16BigEndian)
    let zip = [0x50, 0x4B, 3, 4] + Array("  [Content_Types].xml xl/ word/".utf8)
    let legacy: [UInt8] = [0xD0, 0xD2, 0x6E, 0x67, 0x3F, 0x61]
    return [
      utf8, [0xEF, 0xBB, 0xBF] + utf8, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big,
      zip, legacy, Array(" <!doctype html>".utf8), [0xC3], [0xE1, 0xBA], [0xF0, 0x9F, 0x98],
    ]
  }

  @Test("a file may break off after any byte: it is text, or a problem with a place inside it")
  func everyBeginning() throws {
    var outcomes = (texts: 0, problems: 0)
    for file in try Self.files() {
      for count in 0...file.count {
        for allowed in [false, true] {
          do {
            let decoded = try TextDecoding.decode(
              Array(file.prefix(count)), allowingDamage: allowed)
            #expect(String(validating: decoded.utf8, as: UTF8.self) != nil)
            var sink = Collector()
            RecordReader().read(
              decoded.utf8, format: RecordFormat(separator: .comma), into: &sink)
            outcomes.texts += 1
          } catch {
            if let place = Self.place(of: error) {
              #expect(place.offset < count && place.line >= 1, "\(error)")
            }
            outcomes.problems += 1
          }
        }
      }
    }
    #expect(outcomes.texts > 200 && outcomes.problems > 200, "the files must try both")
  }

  private static func place(of problem: DecodingProblem) -> TextPlace? {
    switch problem {
    case .invalidUTF8(let place), .truncatedUTF8(let place), .nul(let place),
      .loneSurrogate(let place), .mojibake(let place), .lostLetters(let place):
      place
    default: nil
    }
  }

  @Test("what stands before and after a text has no say", arguments: ["\n", "\"", ",", "\r", " "])
  func textBetweenOtherBytes(neighbour: String) {
    let around = Array(repeating: neighbour.utf8.first ?? 0, count: 20)
    let reader = RecordReader(limits: ReadingLimits(fieldBytes: 14, columns: 3))
    let format = RecordFormat(separator: .comma)
    let table = Array(Self.table.utf8)
    for count in 0...table.count {
      var (alone, between) = (Collector(), Collector())
      let text = Array(table.prefix(count))
      reader.read(text[...], format: format, into: &alone)
      reader.read((around + text + around)[20..<(20 + count)], format: format, into: &between)
      #expect(between.lines == alone.lines, "\(count)")
      #expect(between.problems == alone.problems && between.quoted == alone.quoted, "\(count)")
    }
  }

  @Test("names that are torn anywhere are handed over as far as they are whole")
  func tornNames() {
    var names = MarkedNames()
    for path in ["a", "", "a/b.csv"] { names.add(path.utf8, .none) }
    let bytes = names.bytes
    for count in 0...bytes.count {
      var paths: [String] = []
      MarkedNames(bytes: bytes[..<count]).forEach { path, mark in
        #expect(mark == .none)
        paths.append(String(decoding: path, as: UTF8.self))
      }
      let whole = [50, 99, bytes.count].count { $0 <= count }
      #expect(paths == Array(["a", "", "a/b.csv"].prefix(whole)), "\(count)")
    }
  }
}
