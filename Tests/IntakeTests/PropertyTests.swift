import Foundation
import Intake
import PlanModel
import TestSupport
import Testing
import VietnameseText

@testable import Intake

/// What holds of every file and every figure, tried on many.
@Suite("Properties of the reader")
struct PropertyTests {
  @Test("files that are nearly right: rows add up, texts are harmless, nothing traps")
  func mutations() throws {
    let seeds = try Goldens.names(".csv").map { try Goldens.bytes($0 + ".csv") }
      .filter { $0.count < 4_000 }
    var limits = IntakeLimits()
    limits.findings = 12
    limits.rows = 60
    let reader = SubmissionReader(limits: limits)
    var random = SeededDice(seed: 20_240_930)
    for round in 0..<3_000 {
      let seed = seeds.randomElement(using: &random) ?? []
      let other = seeds.randomElement(using: &random) ?? []
      let bytes = Mutation.mutate(seed, with: other, &random)
      let content = reader.read(bytes, in: SampleOffice.context())
      let broken = Invariants.broken(content, limits: limits)
      #expect(broken == nil, "round \(round): \(Data(bytes).base64EncodedString())")
      if broken != nil { break }
    }
  }

  @Test("a whole figure as documents print it is read back as the same value")
  func wholeFigures() {
    var random = SeededDice(seed: 1)
    for _ in 0..<20_000 {
      let digits = Int.random(in: 1...18, using: &random)
      let value = Int128(Int64.random(in: 0..<Int64(pow10(digits)), using: &random))
      for text in [grouped(value), String(value), DecimalText(significand: value).text()] {
        let read = NumberReader(allowsFraction: false).read(Array(text.utf8)[...])
        #expect(read.value == FixedDecimal(value), "\(text)")
      }
    }
  }

  @Test(
    "a figure with decimals as documents print it is read back as the same value, or asked about")
  func decimalFigures() {
    var random = SeededDice(seed: 2)
    for _ in 0..<20_000 {
      let value = FixedDecimal(
        Int128(Int64.random(in: 0..<Int64(pow10(12)), using: &random)),
        fractionDigits: Int.random(in: 0...6, using: &random))
      let text = DecimalText(
        significand: value.significand, fractionDigits: value.fractionDigits
      ).text()
      for allowsFraction in [true, false] {
        switch NumberReader(allowsFraction: allowsFraction).read(Array(text.utf8)[...]) {
        case .number(let read, _): #expect(read == value, "\(text)")
        case .ambiguous(let whole, let fraction):
          #expect(whole == value || fraction == value, "\(text)")
          // only a single group of three behind a single mark leaves a doubt
          #expect(text.count { $0 == "," || $0 == "." } == 1)
        default: Issue.record("\(text)")
        }
      }
      let exact = value.plainText.replacing(".", with: ",")
      let padded = value.fractionDigits == 3 ? exact + "0" : exact
      let read = NumberReader(allowsFraction: true).read(Array(padded.utf8)[...])
      #expect(read.value == value, "\(padded)")
    }
  }

  @Test("a rate as documents print it is read back with its sign")
  func rates() {
    for tenths in 0...1_000 {
      let value = FixedDecimal(Int128(tenths), fractionDigits: 1)
      let text = value.inPrint + "%"
      let read = NumberReader(allowsFraction: true).read(Array(text.utf8)[...])
      #expect(read == .percent(value, isRespelled: false), "\(text)")
    }
  }

  @Test("every day of a century as documents and data files print it is read back as the same day")
  func dates() {
    var day = SampleOffice.day(1990, 1, 1)
    while day.year < 2090 {
      let texts = [
        "\(day.day)/\(day.month)/\(day.year)", day.description,
        "\(day.day)-\(day.month)-\(day.year)",
        "\(day.day).\(day.month).\(day.year)", "\(day.day)/\(day.month)/\(day.year) 00:00:00",
        "\(day.description)T07:30",
      ]
      for text in texts {
        guard case .date(let read, _) = DateReader.read(text), read == day else {
          Issue.record("\(text)")
          return
        }
      }
      day = day.adding(days: 1)
    }
  }

  @Test("the same bytes give the same findings, whatever the reader read before")
  func repeatability() throws {
    let shared = SubmissionReader()
    for name in Goldens.names(".csv") {
      let bytes = try Goldens.bytes(name + ".csv")
      let context = SampleOffice.context()
      let again = printed(shared.read(bytes, in: context))
      #expect(again == printed(SubmissionReader().read(bytes, in: context)), "\(name)")
    }
  }

  private func pow10(_ digits: Int) -> Int128 { FixedDecimal.power(ofTen: digits) }
}

extension NumberReading {
  fileprivate var value: FixedDecimal? {
    guard case .number(let value, _) = self else { return nil }
    return value
  }
}
