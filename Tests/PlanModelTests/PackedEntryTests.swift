import PlanModel
import TestSupport
import Testing

@Suite("packed entries")
struct PackedEntryTests {
  @Test(
    "what a form may bring comes out as it went in",
    arguments: [
      "0", "1", "-1", "68.8", "-0.000001", "999999999999999999", "-999999999999999999",
      "999999999999.999999", "-999999999999.999999", "2147483648", "4294967296", "-4294967297",
    ])
  func roundTrip(text: String) throws {
    let entry = Entry.value(try number(text))
    let packed = try #require(PackedEntry(entry))
    #expect(packed.entry == entry)
    #expect(packed.value?.plainText == text)
  }

  @Test("blank and not applicable are no numbers, and not each other")
  func withoutNumber() {
    #expect(PackedEntry(.blank)?.entry == .blank)
    #expect(PackedEntry(.notApplicable)?.entry == .notApplicable)
    #expect(PackedEntry.blank.value == nil && PackedEntry.notApplicable.value == nil)
    #expect(PackedEntry.blank != PackedEntry.notApplicable)
  }

  @Test("numbers come in lowest terms")
  func lowestTerms() {
    #expect(PackedEntry(6880, fractionDigits: 2) == PackedEntry(688, fractionDigits: 1))
    #expect(PackedEntry(0, fractionDigits: 6) == PackedEntry(0))
  }

  @Test("what no figure can be is refused, not cut")
  func refused() {
    #expect(PackedEntry(1_000_000_000_000_000_000) == nil)
    #expect(PackedEntry(-1_000_000_000_000_000_000) == nil)
    #expect(PackedEntry(Int64.min) == nil)
    #expect(PackedEntry(1, fractionDigits: 7) == nil)
    #expect(PackedEntry(.value(FixedDecimal(Int128(Int64.max) + 1))) == nil)
  }
}
