import PlanModel
import Testing

struct UnitRegistryTests {
  /// Đá Bạc stood under H1 until 30 June 2025 and under H2 from 1 July; its newest row is listed first.
  private func registry() throws -> UnitRegistry {
    UnitRegistry(
      units: [
        try unit("T", "tinh", under: nil), try unit("H1", "huyen"), try unit("H2", "huyen"),
        try unit("X1", under: "H2", from: "2025-07-01"),
        try unit("X1", under: "H1", from: "2021-01-01", to: "2025-06-30"),
        try unit("X2", under: "H1", to: "2024-12-31"),
        try unit("X3", under: "H2", from: "2026-01-01"),
      ], root: "T")
  }

  @Test(arguments: [
    ("2025-06-30", "H1"), ("2025-07-01", "H2"), ("2020-05-05", "H1"), ("2030-01-01", "H2"),
  ])
  func findsTheRowOfADay(text: String, parent: String) throws {
    #expect(try registry().unit("X1", on: day(text))?.parent == parent)
  }

  @Test func withoutADayTakesTheNewestRow() throws {
    #expect(try registry().unit("X1")?.parent == "H2")
    #expect(try registry().unit("?") == nil)
    #expect(try registry().name("X2") == "Đảng ủy X2")
    #expect(try registry().name("?") == "?")
  }

  @Test(arguments: [
    ("X1", "2025-06-30", ["X1", "H1", "T"]), ("X1", "2025-07-01", ["X1", "H2", "T"]),
    ("T", "2025-07-01", ["T"]), ("?", "2025-07-01", ["?"]),
    ("X2", "2026-01-01", ["X2", "H1", "T"]),
  ])
  func climbsToTheRoot(code: String, text: String, line: [String]) throws {
    #expect(try registry().lineage(of: code, on: day(text)) == line)
  }

  @Test func survivesARingOfParents() throws {
    let ring = UnitRegistry(
      units: [try unit("A", under: "B"), try unit("B", under: "A")], root: "T")
    #expect(try ring.lineage(of: "A", on: day("2024-01-01")) == ["A", "B"])
  }

  @Test func listsTheUnitsOfADayInTheRegistersOrder() throws {
    #expect(
      try registry().units(on: day("2024-12-31")).map(\.code) == ["T", "H1", "H2", "X1", "X2"])
    #expect(
      try registry().units(on: day("2026-01-01")).map(\.code) == ["T", "H1", "H2", "X1", "X3"])
  }

  @Test func matchesCodesInAnyCaseAndNothingElse() throws {
    #expect(try registry().code(matching: "x1") == "X1")
    #expect(try registry().code(matching: "X 1") == nil)
    #expect(try registry().code(matching: "") == nil)
  }

  @Test func aSelectionNamesKindsAndUnits() throws {
    let selection = UnitSelection(kinds: ["huyen"], units: ["X1"])
    #expect(try selection.contains(unit("H9", "huyen")))
    #expect(try selection.contains(unit("X1")))
    #expect(try !selection.contains(unit("X2")))
    #expect(try !UnitSelection().contains(unit("X2")))
  }

  @Test func existsFromItsFirstDayToItsLast() throws {
    let body = try unit("A", from: "2024-01-01", to: "2024-06-30")
    #expect(try body.isValid(on: day("2024-01-01")) && body.isValid(on: day("2024-06-30")))
    #expect(try !body.isValid(on: day("2023-12-31")) && !body.isValid(on: day("2024-07-01")))
  }
}
