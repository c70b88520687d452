import DelimitedText
import Foundation
import TestSupport
import Testing

/// Separators, the `sep=` line, and small tables read whole.
@Suite struct DelimitedTableTests {
  @Test func separatorsAreCountedOutsideQuotesInTheFirstLine() {
    let counts = separatorCounts(ofLine: Array("a,\"b,;\n\t\"\"\";c\td;e\r\nx,,,,".utf8)[...])
    #expect((counts.comma, counts.semicolon, counts.tab) == (1, 2, 1))
    #expect(counts.mostFrequent == .semicolon && counts[.tab] == 1)
  }

  @Test func noSeparatorOrAsManyOfTwoDecideNothing() {
    #expect(separatorCounts(ofLine: Array("a".utf8)[...]).mostFrequent == nil)
    #expect(separatorCounts(ofLine: Array("a,b;c".utf8)[...]).mostFrequent == nil)
    #expect(separatorCounts(ofLine: [][...]) == SeparatorCounts())
  }

  @Test(
    arguments: [
      ("sep=;\na;b", Separator.semicolon, 6), ("SEP=,\r\na", .comma, 7), ("sep=\t\ra", .tab, 6),
      ("\"sep=;\"\na", .semicolon, 8), ("sep=;", .semicolon, 5), ("sep=|\na", nil, 6),
    ] as [(String, Separator?, Int)])
  func separatorLineIsRecognised(text: String, separator: Separator?, length: Int) throws {
    let line = try #require(SeparatorLine(in: Array(text.utf8)[...]))
    #expect(line.separator == separator && line.length == length)
  }

  @Test(arguments: [
    "", "sep=\n", "sep=;;\n", "sepx;\n", "step=;\n", "a,sep=;\n", "sep=é\n", "\"sep",
  ])
  func otherFirstLinesAreNone(text: String) {
    #expect(SeparatorLine(in: Array(text.utf8)[...]) == nil)
  }

  @Test func separatorLineIsFoundInASlice() throws {
    let bytes = Array("\u{FEFF}sep=;\r\na".utf8)
    let line = try #require(SeparatorLine(in: bytes[3...]))
    #expect(line.length == 7)
  }

  @Test func tableHasHeaderRowsAndNumbers() throws {
    let table = try DelimitedTable(Array("code,name\nA,\"x,\ny\"\n\nB,z,extra\nC\n".utf8))
    #expect(table.header == ["code", "name"] && table.headerRow == 1 && table.separator == .comma)
    #expect(table.rows.map(\.cells) == [["A", "x,\ny"], ["B", "z", "extra"], ["C"]])
    #expect(table.rows.map(\.number) == [2, 4, 5] && table.rows.map(\.line) == [2, 5, 6])
  }

  @Test func separatorLineIsNoRowButALine() throws {
    let table = try DelimitedTable(Array("\u{FEFF}sep=;\r\ncode;a,b,c\r\n1;2\r\n".utf8))
    #expect(table.separator == .semicolon)
    #expect(table.header == ["code", "a,b,c"] && table.headerRow == 1)
    #expect(table.rows == [DelimitedTable.Row(number: 2, line: 3, cells: ["1", "2"])])
  }

  @Test func separatorIsFoundBelowBlankLines() throws {
    let table = try DelimitedTable(Array("\n \ncode\tname\nA\tx\n".utf8))
    #expect(table.separator == .tab && table.headerRow == 3 && table.rows.map(\.number) == [4])
  }

  @Test func aMarkBeforeAQuotedHeaderIsNoProblem() throws {
    let table = try DelimitedTable(Array("\u{FEFF}\"mã\";\"tên\"\n\"A\";\"x\"\n".utf8))
    #expect(table.header == ["mã", "tên"] && table.problems.isEmpty)
  }

  @Test func problemsAreKept() throws {
    let table = try DelimitedTable(Array("a,b\n1,5\"\n2,x\n".utf8))
    #expect(table.problems.map(\.line) == [2] && table.rows.map(\.cells) == [["2", "x"]])
    #expect(try DelimitedTable([]).headerRow == nil)
    #expect(throws: DecodingProblem.foreignFormat(.ole)) {
      try DelimitedTable([0xD0, 0xCF, 0x11, 0xE0])
    }
  }
}
