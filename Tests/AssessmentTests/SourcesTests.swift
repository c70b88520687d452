import Testing

@testable import Assessment

@Suite("Rows that something was made from")
struct SourcesTests {
  private func rows(_ count: Int, from first: Int = 1) -> [Source] {
    (0..<count).map { Source(receipt: Int64(first + $0), row: 2 * (first + $0)) }
  }

  @Test("they stand as a list of them would, however many there are", arguments: 0...4)
  func list(count: Int) {
    var sources = Sources()
    for row in rows(count) { sources.append(row) }
    #expect(Array(sources) == rows(count))
    #expect(sources.count == count && sources.isEmpty == (count == 0))
    #expect(sources.last == rows(count).last)
  }

  @Test("parts are put together in their order", arguments: 0...3, 0...3)
  func parts(first: Int, second: Int) {
    var (left, right) = (Sources(), Sources())
    for row in rows(first) { left.append(row) }
    for row in rows(second, from: 10) { right.append(row) }
    let all = rows(first) + rows(second, from: 10)
    let together = Sources(count: all.count, [left, right])
    #expect(Array(together) == all)
    var added = left
    added += right
    // made otherwise, it is the same
    #expect(added == together && added.hashValue == together.hashValue)
    #expect(Array(left) == rows(first))
  }
}
