import DelimitedText
import TestSupport
import Testing

/// Properties that hold for every table and every text, tried on many.
@Suite struct ReadingPropertyTests {
  static let ends = ["\n", "\r\n", "\r"]

  @Test(arguments: Separator.allCases, ends)
  func whatIsWrittenIsReadBack(separator: Separator, end: String) {
    var random = SeededDice(seed: UInt64(separator.rawValue) << 8 | UInt64(end.utf8.count))
    let mark = String(UnicodeScalar(separator.rawValue))
    for _ in 0..<300 {
      let width = Int.random(in: 1...6, using: &random)
      let table = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        (0..<width).map { _ in cell(&random) }
      }
      let text = table.map { row in
        row.map { written($0, mark, &random) }.joined(separator: mark)
      }.joined(separator: end)
      // rows are what is tested here, not the search for swallowed ones
      let sink = collect(text, separator, width: 0)
      #expect(sink.problems.isEmpty)
      #expect(sink.fields == table, "\(text.debugDescription)")
      #expect(sink.lines.map(\.row) == Array(1...table.count))
      #expect(sink.spans.last?.upperBound == Lines(Array(text.utf8), separator).count)
    }
  }

  private func cell(_ random: inout SeededDice) -> String {
    let pieces = [
      "a", "12", "đã", " ", ",", ";", "\t", "\"", "\n", "\r", "\r\n", "ơ\u{301}", "-", "\u{A0}",
    ]
    return (0..<Int.random(in: 0...5, using: &random)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }.joined()
  }

  /// Quoted when it must be, and sometimes when it need not; never a blank line by itself.
  private func written(
    _ cell: String, _ separator: String, _ random: inout SeededDice
  ) -> String {
    let special: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20, 0x22, 0x2C, 0x3B]
    let must = cell.isEmpty || cell.utf8.contains { special.contains($0) }
    guard must || Bool.random(using: &random) else { return cell }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// Whatever the bytes, nothing crashes, and every line that is not blank is either in a record
  /// or in a problem, in order and once.
  @Test(arguments: UInt64(1)...4)
  func everyLineIsAccountedFor(seed: UInt64) {
    var random = SeededDice(seed: seed)
    let reader = RecordReader(
      limits: ReadingLimits(fileBytes: 4_096, fieldBytes: 64, columns: 12, rows: 200))
    let alphabet = Array("ab,;\t \"\"\"\n\n\r0đ\u{0}".utf8)
    var seen = (records: 0, problems: 0)
    for round in 0..<2_500 {
      var bytes = (0..<Int.random(in: 0...120, using: &random)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
      }
      if round % 3 == 0 { bytes = mutated(Self.sound, &random) }
      let separator = Separator.allCases[Int.random(in: 0..<3, using: &random)]
      var sink = Collector()
      let format = RecordFormat(separator: separator, width: round % 2 == 0 ? nil : 4)
      reader.read(bytes[...], format: format, into: &sink)
      seen.records += sink.lines.count
      seen.problems += sink.problems.count
      check(sink, Lines(bytes, separator))
    }
    #expect(seen.records > 1_000 && seen.problems > 500, "the texts must try both")
  }

  private static let sound = Array(
    "plan,indicator,note\r\nNQ21,CT01,\"đã \"\"họp\"\"\nxong\"\r\n\r\nNQ21,CT02,\nNQ21,\"CT03\",x\r"
      .utf8)

  private func mutated(_ bytes: [UInt8], _ random: inout SeededDice) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.insert(0x22, at: place)
      case 2: bytes.remove(at: place)
      default: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
      }
    }
    return bytes
  }

  private func check(_ sink: Collector, _ lines: Lines) {
    let records = zip(sink.lines, sink.spans).map { (row: $0.row, lines: $1) }
    let problems = sink.problems.map { (row: $0.row, lines: $0.lines) }
    var next = (row: 1, line: 1)
    for found in (records + problems).sorted(by: { $0.row < $1.row }) {
      let blanks = found.lines.lowerBound - next.line
      #expect(blanks >= 0, "no line belongs to two")
      #expect(found.row == next.row + blanks, "a blank line is a row, and so is what is found")
      next = (found.row + 1, found.lines.upperBound + 1)
    }
    let covered = Set((records + problems).flatMap { Array($0.lines) })
    #expect(lines.filled.isSubset(of: covered), "no line is lost")
    #expect(covered.allSatisfy { $0 <= lines.count }, "no line is invented")
  }

  /// Physical lines, found in another way than the reader does.
  private struct Lines {
    var count = 0
    var filled: Set<Int> = []

    init(_ bytes: [UInt8], _ separator: Separator) {
      var rest = bytes[...]
      while !rest.isEmpty {
        count += 1
        let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
        let blank: [UInt8] = separator == .tab ? [0x20] : [0x20, 0x09]
        if !line.allSatisfy({ blank.contains($0) }) { filled.insert(count) }
        rest = rest.dropFirst(line.count)
        rest = rest.dropFirst(rest.starts(with: [0x0D, 0x0A]) ? 2 : 1)
      }
    }
  }

  /// Decoding takes any bytes without a crash, and what it lets through is well-formed.
  @Test(arguments: UInt64(11)...13)
  func decodingStandsAnyBytes(seed: UInt64) {
    var random = SeededDice(seed: seed)
    let starts: [[UInt8]] = [
      LegacyEncodingTests.windows1258, LegacyEncodingTests.tcvn3, LegacyEncodingTests.vni,
      Array(LegacyEncodingTests.text.utf8), [0xFF, 0xFE] + Self.sound, [0xFE, 0xFF] + Self.sound,
      [0xEF, 0xBB, 0xBF] + Self.sound, Array("PK\u{3}\u{4}".utf8),
      LegacyEncodingTests.asLatin1(Array(LegacyEncodingTests.text.utf8)),
    ]
    for round in 0..<600 {
      let bytes = mutated(starts[round % starts.count], &random)
      guard let decoded = try? TextDecoding.decode(bytes) else { continue }
      #expect(String(validating: decoded.utf8, as: UTF8.self) != nil)
      #expect(!decoded.utf8.contains(0))
    }
  }
}
