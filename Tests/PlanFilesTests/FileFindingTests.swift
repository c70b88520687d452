import PlanFiles
import PlanModel
import Testing

/// How findings are printed.
@Suite struct FileFindingTests {
  private func lines(
    _ place: Finding.Place, excerpt: String? = nil, message: String = "bad",
    severity: Severity = .error, path: String = "a/b.yaml"
  ) -> [String] {
    let finding = Finding(
      code: "some-code", severity: severity, place: place, message: message, problem: "sai")
    return FileFinding(path: path, finding: finding, excerpt: excerpt).terminalLines
  }

  @Test func asMuchOfThePlaceAsIsKnown() {
    #expect(lines(.init()) == ["a/b.yaml: error: bad [some-code]"])
    #expect(lines(.init(line: 3)) == ["a/b.yaml:3: error: bad [some-code]"])
    #expect(lines(.init(line: 3, column: 0)) == ["a/b.yaml:3:1: error: bad [some-code]"])
    #expect(lines(.init(), severity: .info) == ["a/b.yaml: info: bad [some-code]"])
  }

  @Test func theCaretStandsBelowTheCharacter() {
    #expect(
      lines(.init(line: 1, column: 9), excerpt: "tên: ủy, x").dropFirst() == [
        "tên: ủy, x", "         ^",
      ])
    // marks that are typed apart and wide letters take the columns they take on screen
    #expect(
      lines(.init(line: 1, column: 4), excerpt: "u\u{309}y: x").dropFirst() == [
        "u\u{309}y: x", "   ^",
      ])
    #expect(lines(.init(line: 1, column: 2), excerpt: "漢字x").dropFirst() == ["漢字x", "    ^"])
  }

  @Test func theCaretOfTheEndOfALine() {
    #expect(lines(.init(line: 1, column: 9), excerpt: "abc").dropFirst() == ["abc", "   ^"])
    #expect(lines(.init(line: 1), excerpt: "").dropFirst() == ["", "^"])
  }

  @Test func aLongLineIsShownAroundThePlace() {
    let line = String(repeating: "x", count: 300) + "HERE" + String(repeating: "y", count: 300)
    let printed = lines(.init(line: 1, column: 300), excerpt: line)
    #expect(printed[1].hasPrefix("...xxx"))
    #expect(printed[1].hasSuffix("yyy..."))
    #expect(printed[1].count == 126)
    #expect(printed[1].dropFirst(printed[2].count - 1).hasPrefix("HERE"))
  }

  @Test func nothingSteersTheTerminal() {
    #expect(
      lines(
        .init(line: 1, column: 1), excerpt: "\u{1B}x", message: "a\u{1B}[2Jb\nc", path: "p\u{7}"
      ) == [
        "p\\u{07}:1:2: error: a\\u{1B}[2Jb\\u{0A}c [some-code]", "\\u{1B}x", "      ^",
      ])
  }
}
