import PlanModel
import Testing

@testable import Intake

@Suite("Numbers as committees write them")
struct NumberReaderTests {
  @Test(
    "one reading",
    arguments: [
      ("1412", "1412"), ("1.412", "1412"), ("1 412", "1412"), ("1\u{A0}412", "1412"),
      ("1\u{202F}412", "1412"), ("1\u{2009}412", "1412"), ("12.345.678", "12345678"),
      ("1,234,567", "1234567"), ("１４１２", "1412"), ("007", "7"), ("0", "0"), ("5,0", "5"),
      ("1.000.000,00", "1000000"), (" 72 ", "72"), ("\t72", "72"), ("0,0", "0"),
      ("999999999999999999", "999999999999999999"),
    ])
  func whole(text: String, value: String) {
    #expect(read(text, false) == value)
  }

  @Test(
    "one reading where a fraction is possible",
    arguments: [
      ("68,8", "68.8"), ("68.8", "68.8"), ("1.234,5", "1234.5"), ("1,234.5", "1234.5"),
      ("1 234,56", "1234.56"), ("1.234.567", "1234567"), ("0,125", "0.125"), ("0.125", "0.125"),
      ("1,0120", "1.012"), ("1234,567", "1234.567"), ("12,34", "12.34"), ("00,5", "0.5"),
      ("1.012,5", "1012.5"), ("0,000001", "0.000001"),
    ])
  func fraction(text: String, value: String) {
    #expect(read(text, true) == value)
  }

  @Test("two readings are asked about", arguments: ["1,012", "12,345", "999,000", "1,000"])
  func ambiguous(text: String) {
    for allowsFraction in [true, false] {
      guard
        case .ambiguous = NumberReader(allowsFraction: allowsFraction).read(Array(text.utf8)[...])
      else {
        Issue.record("\(text)")
        continue
      }
    }
  }

  @Test("a point is asked about only where a fraction is possible", arguments: ["1.012", "12.345"])
  func point(text: String) {
    #expect(read(text, true) == "ambiguous")
    #expect(read(text, false) == text.replacing(".", with: ""))
  }

  @Test(
    "no reading",
    arguments: [
      ("12.34.5", "grouping"), ("1.2345.678", "grouping"), ("1..412", "grouping"),
      (",5", "grouping"), ("5,", "grouping"), ("1.412 567", "grouping"), ("1,234,56", "grouping"),
      ("1.234,567,890", "grouping"), ("1  412", "grouping"), ("14 12", "grouping"),
      ("1e3", "scientific"), ("1E+03", "scientific"), ("1,2E-5", "scientific"),
      ("0x1F", "hexadecimal"), ("nan", "notFinite"), ("NaN", "notFinite"), ("inf", "notFinite"),
      ("-inf", "notFinite"), ("+Infinity", "notFinite"), ("∞", "notFinite"),
      ("#REF!", "spreadsheetError"), ("#N/A", "spreadsheetError"), ("#DIV/0!", "spreadsheetError"),
      ("########", "hiddenBySpreadsheet"), ("31/8", "dateLike"), ("31/8/2018", "dateLike"),
      ("31.8.2018", "dateLike"), ("2018-08-31", "dateLike"), ("31-Aug", "dateLike"),
      ("Aug-31", "dateLike"), ("5-Thg8", "dateLike"), ("15/14", "dateLike"),
      ("2018-08-31 00:00:00", "dateLike"), ("1O", "letterInDigits"), ("l2", "letterInDigits"),
      ("1.O12", "letterInDigits"), ("'1412", "apostrophe"), ("1'412", "apostrophe"),
      ("1\u{2019}412", "apostrophe"), ("-5", "negative"), ("\u{2212}5", "negative"),
      ("\u{2013} 5", "negative"), ("(5)", "negative"), ("-5%", "negative"), ("5-", "text"),
      ("+5", "text"), ("5 người", "text"), ("khoảng 5", "text"), ("=5", "text"), ("٥", "text"),
      ("५", "text"), ("½", "text"), ("5²", "text"), ("五", "text"), ("1\n412", "text"),
      ("1\t412", "text"), ("5%%", "text"), ("%", "text"), ("5\u{200B}", "text"),
      ("1234567890123456789", "tooLong"), ("0,1234567", "tooLong"), ("1_412", "text"),
    ])
  func unreadable(text: String, defect: String) {
    #expect(read(text, true) == defect)
    #expect(read(text, false) == defect)
  }

  @Test("nothing is not a number", arguments: ["", " ", "\u{A0}", "\t"])
  func blank(text: String) { #expect(read(text, false) == "blank") }

  @Test(
    "not applicable",
    arguments: ["-", "x", "X", "\u{2013}", "không áp dụng", "KHÔNG ÁP DỤNG", "khong ap dung"])
  func notApplicable(text: String) { #expect(read(text, false) == "not applicable") }

  private func read(_ text: String, _ allowsFraction: Bool) -> String {
    switch NumberReader(allowsFraction: allowsFraction).read(Array(text.utf8)[...]) {
    case .blank: "blank"
    case .notApplicable: "not applicable"
    case .number(let number, _): number.plainText
    case .percent(let number, _): number.plainText + "%"
    case .ambiguous: "ambiguous"
    case .unreadable(let defect): "\(defect)"
    }
  }
}
