import DelimitedText
import Testing

/// Volume: what is over a limit is refused by name, what is under it is read.
@Suite struct ReadingLimitTests {
  @Test func defaultsAreTheDocumentedOnes() {
    let limits = ReadingLimits()
    #expect(limits.fileBytes == 67_108_864 && limits.fieldBytes == 1_048_576)
    #expect(limits.columns == 1_000 && limits.rows == 2_000_000)
  }

  @Test func aFieldOfTenMegabytesIsRefusedAndTheRestRead() {
    let big = String(repeating: "x", count: 10_000_000)
    for (field, quotes) in [(big, ""), (big, "\"")] {
      let sink = collect("a,b\n1,\(quotes)\(field)\(quotes)\n2,y\n")
      #expect(sink.problems.map(\.kind) == [.fieldTooLong(bytes: 10_000_000, limit: 1_048_576)])
      #expect(sink.problems.map(\.row) == [2] && sink.problems.map(\.column) == [2])
      #expect(sink.lines == [Line(1, 1, "a", "b"), Line(3, 3, "2", "y")])
    }
  }

  @Test func aFieldJustAtTheLimitIsRead() {
    let limits = ReadingLimits(fieldBytes: 8)
    for quote in ["", "\""] {
      let sink = collect("\(quote)12345678\(quote),1\n", limits: limits)
      #expect(sink.fields == [["12345678", "1"]])
      let over = collect("1,\(quote)123456789\(quote)\n", limits: limits)
      #expect(over.problems.map(\.kind) == [.fieldTooLong(bytes: 9, limit: 8)])
      #expect(over.problems.map(\.column) == [2] && over.lines.isEmpty)
    }
    #expect(collect("1234567,1234567,1234567\n", limits: limits).problems.isEmpty)
    let mixed = collect("\"a\",123456789\n", limits: limits)
    #expect(mixed.problems.map(\.column) == [2])
  }

  @Test func tenThousandColumnsAreRefusedByNumber() {
    let sink = collect(String(repeating: ",", count: 9_999) + "\n1,2\n")
    #expect(sink.problems.map(\.kind) == [.tooManyColumns(found: 10_000, limit: 1_000)])
    #expect(sink.lines == [Line(2, 2, "1", "2")])
    let just = collect(String(repeating: ";", count: 999), .semicolon)
    #expect(just.fields.map(\.count) == [1_000] && just.problems.isEmpty)
  }

  @Test func rowsOverTheLimitEndTheReading() {
    let text = "a\n\nb\nc\n\"d\ne\"\nf\n"
    let sink = collect(text, limits: ReadingLimits(rows: 3))
    #expect(sink.fields == [["a"], ["b"]])
    #expect(sink.problems.map(\.kind) == [.tooManyRows(found: 6, limit: 3)])
    #expect(sink.problems.map(\.line) == [4] && sink.problems.map(\.lines) == [4...7])
    #expect(collect(text, limits: ReadingLimits(rows: 6)).problems.isEmpty)
  }

  @Test func aFileOverTheLimitIsNotRead() {
    let sink = collect("a,b\n1,2\n", limits: ReadingLimits(fileBytes: 7))
    #expect(sink.problems.map(\.kind) == [.tooManyBytes(found: 8, limit: 7)])
    #expect(sink.lines.isEmpty)
    #expect(collect("a,b\n1,2\n", limits: ReadingLimits(fileBytes: 8)).problems.isEmpty)
  }

  @Test func aMillionRowsAreRead() {
    struct Counter: RecordSink {
      var rows = 0
      var last = 0
      mutating func record(_ record: Record) -> Reading {
        rows += 1
        last = record.row
        return .goOn
      }
      mutating func problem(_ problem: RecordProblem) -> Reading { .stop }
    }
    var sink = Counter()
    let text = String(repeating: "NQ21,CT01,1,2,\r\n", count: 1_000_000)
    RecordReader().read(
      Array(text.utf8)[...], format: RecordFormat(separator: .comma), into: &sink)
    #expect(sink.rows == 1_000_000 && sink.last == 1_000_000)
  }
}
