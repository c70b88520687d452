import DelimitedText
import Testing

/// Records, rows and lines of sound text.
@Suite struct RecordReaderTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func everyLineEndIsRead(end: String) {
    let sink = collect(["a,b", "1,2", "3,4"].joined(separator: end) + end)
    #expect(sink.lines == [Line(1, 1, "a", "b"), Line(2, 2, "1", "2"), Line(3, 3, "3", "4")])
    #expect(sink.problems.isEmpty)
  }

  @Test func lineEndsMayBeMixed() {
    let sink = collect("a\nb\r\nc\rd\n\re\r\n\n\rf")
    #expect(
      sink.lines == [
        Line(1, 1, "a"), Line(2, 2, "b"), Line(3, 3, "c"), Line(4, 4, "d"), Line(6, 6, "e"),
        Line(9, 9, "f"),
      ])
  }

  @Test(arguments: ["", "\n", "\r\n", "\r"])
  func theLastLineNeedsNoEnd(end: String) {
    #expect(collect("a,b\n1,\"2\"" + end).fields == [["a", "b"], ["1", "2"]])
    #expect(collect("a,b\n1," + end).fields == [["a", "b"], ["1", ""]])
  }

  @Test func blankLinesCountAsRowsAndAreNotDelivered() {
    let sink = collect("a,b\n\n  \t \n,\n1,2\n\n")
    #expect(sink.lines == [Line(1, 1, "a", "b"), Line(4, 4, "", ""), Line(5, 5, "1", "2")])
  }

  @Test func tabsAreFieldsWhenTheySeparate() {
    #expect(
      collect("a\tb\n\t\n \"x\" \t y \n", .tab).fields == [
        ["a", "b"], ["", ""], ["x", "y"],
      ])
  }

  @Test func aLineEndInQuotesAddsALineButNoRow() {
    let sink = collect("a,b\n\"x\ny\",1\n\"p\r\nq\r\rr\",2\nz,3\n")
    #expect(
      sink.lines == [
        Line(1, 1, "a", "b"), Line(2, 2, "x\ny", "1"), Line(3, 4, "p\r\nq\r\rr", "2"),
        Line(4, 8, "z", "3"),
      ])
    #expect(sink.spans == [1...1, 2...3, 4...7, 8...8])
  }

  @Test func quotesAndBlanksAreTakenOff() {
    let sink = collect("  a b , \"c \"\"d\"\" \" ,\"\",\u{A0}e\u{A0},\"x,y\"\n")
    #expect(sink.fields == [["a b", "c \"d\" ", "", "\u{A0}e\u{A0}", "x,y"]])
    #expect(sink.quoted == [[false, true, true, false, true]])
  }

  @Test func quotedFlagsBelongToTheirRecord() {
    let sink = collect("-,\"-\"\n-,-\n\"-\",-\n")
    #expect(sink.quoted == [[false, true], [false, false], [true, false]])
  }

  @Test(arguments: Separator.allCases)
  func eachSeparatorLeavesTheOthersAlone(separator: Separator) {
    let others = Separator.allCases.filter { $0 != separator }
      .map { String(UnicodeScalar($0.rawValue)) }.joined()
    let own = String(UnicodeScalar(separator.rawValue))
    let text = "x\(others)y\(own)\"\(own)\"\n"
    #expect(collect(text, separator).fields == [["x\(others)y", own]])
  }

  @Test func noTextIsNoRow() {
    let sink = collect("")
    #expect(sink.lines.isEmpty && sink.problems.isEmpty)
  }

  @Test func numberingBeginsWhereTheFormatSays() {
    var sink = Collector()
    let format = RecordFormat(separator: .semicolon, firstLine: 2)
    RecordReader().read(Array("a;b\n\"1\n\";2\n3;4".utf8)[...], format: format, into: &sink)
    #expect(
      sink.lines == [Line(1, 2, "a", "b"), Line(2, 3, "1\n", "2"), Line(3, 5, "3", "4")])
  }

  @Test func theSinkStopsTheReading() {
    var sink = Collector(stopAfter: 2)
    RecordReader().read(
      Array("a\nb\nc\nd".utf8)[...], format: RecordFormat(separator: .comma), into: &sink)
    #expect(sink.fields == [["a"], ["b"]])
    sink = Collector(stopsAtProblem: true)
    RecordReader().read(
      Array("a\nb\"\nc\"\nd".utf8)[...], format: RecordFormat(separator: .comma), into: &sink)
    #expect(sink.fields == [["a"]] && sink.problems.count == 1)
  }

  @Test func oneReaderServesManyFiles() {
    let reader = RecordReader()
    for _ in 0..<3 {
      var sink = Collector()
      reader.read(Array("a,\"b".utf8)[...], format: RecordFormat(separator: .comma), into: &sink)
      #expect(sink.problems.map(\.kind) == [.unterminatedQuote] && sink.lines.isEmpty)
      sink = Collector()
      reader.read(
        Array("\"a\";b".utf8)[...], format: RecordFormat(separator: .semicolon), into: &sink)
      #expect(sink.fields == [["a", "b"]] && sink.problems.isEmpty)
    }
  }

  @Test func aSliceIsReadFromItsOwnBeginning() {
    var sink = Collector()
    let bytes = Array("sep=;\na;b\n1;2".utf8)
    RecordReader().read(bytes[6...], format: RecordFormat(separator: .semicolon), into: &sink)
    #expect(sink.fields == [["a", "b"], ["1", "2"]])
  }

  @Test func aSinkMayKeepWhatItWasGiven() {
    struct Keeper: RecordSink {
      var records: [Record] = []
      var slices: [ArraySlice<UInt8>] = []
      mutating func record(_ record: Record) -> Reading {
        records.append(record)
        slices.append(record[1])
        return .goOn
      }
      mutating func problem(_ problem: RecordProblem) -> Reading { .goOn }
    }
    var sink = Keeper()
    RecordReader().read(
      Array("ab,c\n\"de\",fgh\n,\n".utf8)[...], format: RecordFormat(separator: .comma), into: &sink
    )
    #expect(sink.records.map(\.texts) == [["ab", "c"], ["de", "fgh"], ["", ""]])
    #expect(sink.slices.map { String(decoding: $0, as: UTF8.self) } == ["c", "fgh", ""])
    #expect(sink.records.map(\.isEmpty) == [false, false, true])
    #expect(sink.records[1].bytes[sink.records[1].range(0)] == Array("de".utf8)[...])
  }
}
