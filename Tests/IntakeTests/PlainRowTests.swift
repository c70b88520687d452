import Foundation
import PlanModel
import TestSupport
import Testing
import VietnameseText

@testable import DelimitedText
@testable import Intake

/// Plain rows are read by a path of their own, which must say what the careful one says.
@Suite("Plain rows")
struct PlainRowTests {
  private let quick = SubmissionReader()
  private let careful = SubmissionReader(limits: IntakeLimits(), takesPlainRows: false)

  private static let past = [
    SampleOffice.Past(
      quarter: 1, indicator: "CT01", numerator: FixedDecimal(70), denominator: FixedDecimal(76)),
    SampleOffice.Past(
      quarter: 1, indicator: "CT03", numerator: FixedDecimal(12), denominator: nil),
    SampleOffice.Past(
      quarter: 2, indicator: "CT03", numerator: FixedDecimal(9), denominator: nil),
    SampleOffice.Past(
      quarter: 2, indicator: "CT06", numerator: FixedDecimal(8), denominator: nil),
  ]

  @Test("every file of the fixtures, whole and damaged, means the same by either path")
  func fixtures() throws {
    let names = Goldens.names(".csv")
    let seeds = try names.map { try Goldens.bytes($0 + ".csv") }
    let context = SampleOffice.context(earlier: Self.past)
    for (name, bytes) in zip(names, seeds) {
      compare(bytes, context, "\(name)")
    }
    let small = seeds.filter { $0.count < 4_000 }
    var random = SeededDice(seed: 20_241_121)
    for round in 0..<2_000 {
      let bytes = Mutation.mutate(
        small.randomElement(using: &random) ?? [], with: small.randomElement(using: &random) ?? [],
        &random)
      compare(bytes, context, "round \(round)")
    }
  }

  @Test("rows of all that cells may hold mean the same by either path")
  func cells() {
    let codes = [
      "CT01", "CT02", "CT03", "CT04", "CT05", "CT06", "CT07", "ct01", "CT99", "Tổng", "",
    ]
    let plans = ["NQ21", "NQ21", "NQ21", "NQ21", "nq21", "KH09", ""]
    let numbers = [
      "", "0", "7", "12", "76", "007", "1412", "1.412", "1,412", "68,8", "68.8", "0,5", "00.5",
      "7.0",
      "12,50", "1234.567", "0.1234567", "-3", "x", "1 2", "12%", "123456789012345678",
      "1234567890123456789", "12345678901234567,8",
    ]
    let notes = [
      "", "đã rà soát", " đã rà soát", "còn hai chi bộ chưa họp\u{A0}", "12", "12 chi bộ", "3.4 %",
      "XÃ", "nh©n d©n", "e\u{302}\u{301}", "a\u{200B}b", "dòng một\ndòng hai", "tab\tở giữa",
      "đ/c A sinh năm 1990", "thẻ đảng 58012345", "họp ngày 05/7/2024, căn cứ 12-KH/TU",
      String(repeating: "dài ", count: 700), "\u{AD}", "ngoặc (\u{201C}kép\u{201D})",
    ]
    var random = SeededDice(seed: 7)
    let context = SampleOffice.context(earlier: Self.past)
    for round in 0..<3_000 {
      let separator = [",", ";"].randomElement(using: &random) ?? ","
      let header = ["Mã kế hoạch", "Mã chỉ tiêu", "Thực hiện", "Tổng số", "Ghi chú"]
        .joined(separator: separator)
      let rows = (0..<Int.random(in: 1...7, using: &random)).map { row in
        let cells = [
          plans.randomElement(using: &random) ?? "",
          Bool.random(using: &random)
            ? "CT0\(row + 1)" : codes.randomElement(using: &random) ?? "",
          numbers.randomElement(using: &random) ?? "", numbers.randomElement(using: &random) ?? "",
          notes.randomElement(using: &random) ?? "",
        ]
        return cells.map { Self.quoted($0, separator) }.joined(separator: separator)
      }
      let bytes = Array(([header] + rows).joined(separator: "\n").utf8)
      compare(bytes, context, "round \(round)")
    }
  }

  @Test("a note that passes for plain stays as it is, alone and beside any other")
  func notes() {
    let plain = (0x20...0x1FFF).compactMap { Unicode.Scalar(UInt32($0)) }.filter {
      Self.isPlain(Array(String($0).utf8))
    }
    // ASCII signs and letters without the question mark, and the letters of Vietnamese with all their
    // marks, without Ã
    #expect(plain.count == 94 + 133)
    for first in plain {
      for second in plain {
        let text = String(String.UnicodeScalarView([first, second]))
        let note = NoteText(text)
        guard note.readable.utf8.elementsEqual(text.utf8), note.damage == nil else {
          Issue.record("\(text)")
          return
        }
      }
    }
  }

  @Test("bytes that are cut are no plain note")
  func cutNotes() {
    for text in ["ế", "đ", "ơ", "é"] {
      let bytes = Array(text.utf8)
      #expect(Self.isPlain(bytes))
      for count in 1..<bytes.count { #expect(!Self.isPlain(Array(bytes.prefix(count)))) }
    }
  }

  private static func isPlain(_ bytes: [UInt8]) -> Bool { NoteText.isPlain(bytes.span) }

  private static func quoted(_ cell: String, _ separator: String) -> String {
    let needsQuotes =
      cell.contains(separator) || cell.contains("\n") || cell.hasPrefix(" ") || cell.hasSuffix(" ")
    return needsQuotes ? "\"\(cell)\"" : cell
  }

  private func compare(_ bytes: [UInt8], _ context: SubmissionContext, _ name: Comment) {
    let first = quick.read(bytes, in: context)
    let second = careful.read(bytes, in: context)
    #expect(first.figures == second.figures, name)
    #expect(first.findings == second.findings, name)
    #expect(first.normalisations == second.normalisations, name)
    #expect(first.rows == second.rows && first.rowsTaken == second.rowsTaken, name)
    #expect(
      first.rowsLeftOut == second.rowsLeftOut && first.rowsInError == second.rowsInError, name)
  }
}
