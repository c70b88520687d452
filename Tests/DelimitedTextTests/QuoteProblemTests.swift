import DelimitedText
import Testing

/// Quotes that are wrong, and rows that they would swallow.
@Suite struct QuoteProblemTests {
  /// What a test compares of a problem.
  struct Seen: Equatable {
    var kind: RecordProblem.Kind
    var row: Int
    var line: Int
    var column: Int
    var lines: ClosedRange<Int>

    init(
      _ kind: RecordProblem.Kind, row: Int, line: Int, column: Int, lines: ClosedRange<Int>
    ) {
      (self.kind, self.row, self.line, self.column, self.lines) = (kind, row, line, column, lines)
    }

    init(_ problem: RecordProblem) {
      self.init(
        problem.kind, row: problem.row, line: problem.line, column: problem.column,
        lines: problem.lines)
    }
  }

  @Test func aStrayQuoteCostsItsLineOnly() {
    let sink = collect("a,b\n1,5\" màn hình\n2,x\n")
    #expect(
      sink.problems.map(Seen.init) == [Seen(.strayQuote, row: 2, line: 2, column: 2, lines: 2...2)])
    #expect(sink.lines == [Line(1, 1, "a", "b"), Line(3, 3, "2", "x")])
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func textAfterAClosingQuoteCostsItsLineOnly(end: String) {
    let text = ["a,b", "1,\"x\"y", "2,\"x\" \"y\"", "3,z"].joined(separator: end)
    #expect(
      collect(text).problems.map(Seen.init) == [
        Seen(.textAfterQuote(closedAt: 2), row: 2, line: 2, column: 2, lines: 2...2),
        Seen(.textAfterQuote(closedAt: 3), row: 3, line: 3, column: 2, lines: 3...3),
      ])
    #expect(collect(text).lines == [Line(1, 1, "a", "b"), Line(4, 4, "3", "z")])
  }

  @Test func aQuoteLeftOpenUntilTheNextOneIsReportedWhereItOpened() {
    let sink = collect("a,b\n1,\"x\n2,y\n3,\"z\"\n4,w\n")
    #expect(
      sink.problems.map(Seen.init) == [
        Seen(.textAfterQuote(closedAt: 4), row: 2, line: 2, column: 2, lines: 2...2)
      ])
    #expect(sink.fields == [["a", "b"], ["2", "y"], ["3", "z"], ["4", "w"]])
    #expect(sink.lines.map(\.row) == [1, 3, 4, 5])
  }

  @Test func aStrayQuoteAfterAFieldOfTwoLines() {
    let sink = collect("a,b\n\"x\ny\",5\"\n2,z\n")
    #expect(
      sink.problems.map(Seen.init) == [Seen(.strayQuote, row: 2, line: 3, column: 2, lines: 2...3)])
    #expect(sink.lines.last == Line(3, 4, "2", "z"))
  }

  @Test(arguments: ["", "\n"])
  func anUnterminatedQuoteEndsTheReading(end: String) {
    let sink = collect("a,b\n\n1,\"\"\n2,\"x \"\"\n3,y\n4,z" + end)
    #expect(
      sink.problems.map(Seen.init) == [
        Seen(.unterminatedQuote, row: 4, line: 4, column: 2, lines: 4...6)
      ])
    #expect(sink.fields == [["a", "b"], ["1", ""]])
  }

  @Test(arguments: ["\"", "a,\"", "a,\"\n", "\"\"\"", "a,\"b\"\"\r\n"])
  func anUnterminatedQuoteAtTheVeryEnd(text: String) {
    let sink = collect(text)
    #expect(
      sink.problems.map { [$0.row, $0.lines.lowerBound, $0.lines.upperBound] } == [[1, 1, 1]])
    #expect(sink.problems.map(\.kind) == [.unterminatedQuote] && sink.lines.isEmpty)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func dittoMarksDoNotMergeRows(end: String) {
    let text = [
      "plan,indicator,numerator,denominator,note", "NQ21,CT01,1,2,ghi chú", "NQ21,CT02,3,4,\"",
      "NQ21,CT03,5,6,\"", "NQ21,CT04,7,8,",
    ].joined(separator: end)
    let sink = collect(text)
    #expect(
      sink.problems.map(Seen.init) == [
        Seen(.swallowedRow, row: 3, line: 3, column: 5, lines: 3...4)
      ])
    #expect(sink.lines.map(\.line) == [1, 2, 5])
  }

  @Test(arguments: [
    "A,\",1,2,x\nB,\",3,4,y\n",  // in the middle
    "\",CT01,1,2,x\n\",CT02,3,4,y\n",  // in the first column
    "A,B,1, 2, \"\nA,C,3, 4, \"\n",  // blanks after separators
    "A,B,1,2,\"chưa\nA,C,3,4,xong\"\n",  // a phrase that two rows share
    "A,B,\"1,2,x\nA,C,3\",4,y\n",  // the same in the middle
    "A,B,1,2,\"\nA,C,3,4,x\nA,D,5,6,y\nA,E,7,8,\"\n",  // whole rows between
    "A,B,1,2,\"\nA, C, 3, 4, \"\n",  // one row with blanks after separators, one without
    "A, B, 1, 2, \"chưa\nA, C, 3, 4, xong\"\n",  // every separator has a blank
  ])
  func rowsInsideQuotesAreAProblem(rows: String) {
    let sink = collect("plan,indicator,numerator,denominator,note\n" + rows + "Z,Z,0,0,z\n")
    #expect(sink.problems.map(\.kind) == [.swallowedRow])
    #expect(sink.problems.map(\.line) == [2])
    #expect(sink.fields.count == 2 && sink.fields.last == ["Z", "Z", "0", "0", "z"])
  }

  @Test(arguments: [
    "đã họp, thông qua,\ngồm: một, hai, ba, bốn, năm",  // a list in prose
    "dòng một\n\ndòng hai",
    "a,b,c,d,e,f,g",  // as many separators, no line end
    "a,b\nc",
    "\n",
    "\r\n,",
  ])
  func notesOfSeveralLinesAreRead(note: String) {
    let sink = collect(
      "plan,indicator,numerator,denominator,note\nA,B,1,2,\"\(note)\"\nA,C,3,4,\n")
    #expect(sink.problems.isEmpty)
    #expect(sink.fields.count == 3 && sink.fields[1].last == note)
  }

  @Test func theWidthMayBeGiven() {
    let text = "A,1,\"x\nB,2,y\"\n"
    #expect(collect(text).problems.isEmpty, "nothing tells the width of the first record")
    #expect(collect(text, width: 3).problems.map(\.kind) == [.swallowedRow])
  }

  @Test func aHeaderOfTwoLinesIsRead() {
    let sink = collect(
      "\"Mã\nkế hoạch\";\"Tử số\n(người, đảng viên)\";Ghi chú\n1;2;3\n", .semicolon)
    #expect(sink.problems.isEmpty && sink.fields.count == 2)
  }

  @Test(.timeLimit(.minutes(1)))
  func quotesThatOpenOnEveryLineTakeNoSquareTime() {
    // each of these would be slow if every line were searched to the end of the text again
    let count = 50_000
    for line in ["\"a\n", "\"a\"\"\n", "\"\n", "a\"\n", "\"\"a\n", "\",\"\n", "x,\"\"\"\n"] {
      let sink = collect(String(repeating: line, count: count))
      let spans = sink.spans + sink.problems.map(\.lines)
      #expect(spans.reduce(0) { $0 + $1.count } == count)
    }
  }

  @Test func sentencesNameThePlace() {
    let problems = collect("a,b\n1,5\"\n2,\"x\"y\n3,\"").problems
    #expect(
      problems.map(\.description) == [
        "line 2, field 2: a quote inside an unquoted field",
        "line 3, field 2: the quote that opens here is closed in line 3 and text follows",
        "line 4, field 2: the quote that opens here is never closed",
      ])
  }
}
