import Testing

@testable import Spreadsheets

@Suite struct CellAddressTests {
  @Test(arguments: [
    (0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"),
    (16_383, "XFD"), (-1, ""),
  ])
  func columnLetters(_ column: Int, _ letters: String) {
    #expect(CellAddress.letters(column) == letters)
  }

  @Test func texts() throws {
    let cell = try CellAddress(row: 1_048_575, column: 16_383)
    #expect(cell.a1 == "XFD1048576")
    #expect(cell.absolute == "$XFD$1048576")
    let range = try CellRange(rows: 2...9, columns: 0...3)
    #expect(range.a1 == "A3:D10")
    #expect(range.absolute(on: "Ông 'A'x") == "'Ông ''A''x'!$A$3:$D$10")
    #expect(try CellRange(CellAddress(row: 4, column: 4)).a1 == "E5")
    #expect((range.rowCount, range.columnCount) == (8, 4))
  }

  @Test(arguments: [(-1, 0), (0, -1), (1_048_576, 0), (0, 16_384), (Int.max, 0), (0, Int.min)])
  func placesOutsideASheetAreRefused(_ row: Int, _ column: Int) {
    #expect(refusal { _ = try CellAddress(row: row, column: column) } == .position)
  }

  @Test func aRangeUpsideDownIsRefused() throws {
    let (low, high) = (try CellAddress(row: 0, column: 3), try CellAddress(row: 1, column: 2))
    #expect(refusal { _ = try CellRange(high, low) } == .position)
    #expect(refusal { _ = try CellRange(low, high) } == .position)
  }

  @Test func overlaps() throws {
    let range = try CellRange.at(2...4, 2...4)
    #expect(range.overlaps(try .at(4...9, 4...9)))
    #expect(!range.overlaps(try .at(5...9, 2...4)))
    #expect(!range.overlaps(try .at(2...4, 0...1)))
  }

  @Test(arguments: [
    (1900, 1, 1, 1), (1900, 2, 28, 59), (1900, 3, 1, 61), (1970, 1, 1, 25_569),
    (2000, 2, 29, 36_585), (2024, 9, 30, 45_565), (9999, 12, 31, 2_958_465),
  ])
  func daysAsExcelCountsThem(_ year: Int, _ month: Int, _ day: Int, _ serial: Int) throws {
    #expect(try SheetDate(year: year, month: month, day: day).serial == serial)
  }

  @Test(arguments: [
    (1899, 12, 31), (1900, 2, 29), (2023, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1),
    (2024, 1, 0), (10_000, 1, 1), (Int.max, Int.max, Int.max),
  ])
  func daysThatAreNot(_ year: Int, _ month: Int, _ day: Int) {
    #expect(refusal { _ = try SheetDate(year: year, month: month, day: day) } == .date)
  }
}
