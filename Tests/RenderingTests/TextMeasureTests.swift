import TestSupport
import Testing

@testable import Rendering

/// How many lines a text takes: the letter by letter count against one that splits the text first.
@Suite struct TextMeasureTests {
  private let measure = TextMeasure(fontSize: 12, isBold: false)

  /// The widths of these letters in sizes of the font, as they are wrapped.
  private static let widths: [Character: Double] = ["a": 0.445, "m": 0.78, "i": 0.28, "5": 0.5]
  private static let space = 0.25

  @Test func aTextThatFitsIsOneLine() {
    #expect(measure.lines(of: "", width: 100) == 1)
    #expect(measure.lines(of: "Đảng ủy xã Tân Thạnh", width: 400) == 1)
  }

  @Test func linesEndWhereTheTextSaysSo() {
    #expect(measure.lines(of: "a\na", width: 400) == 2)
    #expect(measure.lines(of: "a\n\na\n", width: 400) == 4)
    #expect(measure.lines(of: " \n ", width: 400) == 2)
  }

  @Test func aLongWordIsBroken() {
    // 10 letters of 0.78 x 12 x 1.02 points are 95.5 points
    #expect(measure.lines(of: "mmmmmmmmmm", width: 40) == 3)
    #expect(measure.lines(of: "aa mmmmmmmmmm aa", width: 40) == 4)
  }

  @Test func tonesTakeNoRoom() {
    let plain = "Chua co so lieu cua don vi nay trong ky, cho bao cao bo sung cua dang uy cap tren"
    let text = "Chưa có số liệu của đơn vị này trong kỳ, chờ báo cáo bổ sung của đảng ủy cấp trên"
    for width in stride(from: 20.0, through: 500, by: 7) {
      #expect(measure.lines(of: text, width: width) == measure.lines(of: plain, width: width))
    }
  }

  @Test func lettersOneByOneGiveTheLinesOfWholeWords() {
    var dice = SeededDice(seed: 9)
    for _ in 0..<2_000 {
      let letters = Array("ami5   \n")
      let text = String(
        (0..<Int.random(in: 0...60, using: &dice)).map { _ in
          letters.randomElement(using: &dice) ?? "a"
        })
      let width = Double.random(in: 15...200, using: &dice)
      #expect(measure.lines(of: text, width: width) == lines(of: text, width: width), "\(text)")
    }
  }

  private func lines(of text: String, width: Double) -> Int {
    let room = width / (12 * 1.02)
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, part in
      var lines = 1
      var used = 0.0
      for word in part.split(separator: " ") {
        let width = word.reduce(0) { $0 + (Self.widths[$1] ?? 0) }
        if used > 0, used + Self.space + width <= room {
          used += Self.space + width
          continue
        }
        if used > 0 { lines += 1 }
        used = width
        if width > room {
          lines += Int(width / room)
          used = width - Double(Int(width / room)) * room
        }
      }
      return sum + lines
    }
  }
}
