import Foundation
import TestSupport
import Testing

@testable import VietnameseText

/// What is called plain is what every slower question would find it to be.
@Suite struct PlainTextTests {
  private static let scalars = (UInt32(0)...0x2FFF).compactMap(Unicode.Scalar.init)

  @Test func aPlainScalarIsOneColumnComposedAndShownAsItIs() {
    var plain = ""
    for scalar in Self.scalars where String(scalar).isPlain {
      let text = String(scalar)
      #expect(Character(text).displayWidth == 1, "\(scalar)")
      #expect(
        Array(text.precomposedStringWithCanonicalMapping.utf8) == Array(text.utf8), "\(scalar)")
      #expect(visible("\u{301}" + text).hasSuffix(text), "\(scalar)")
      let isBlank = scalar == " " || scalar == "\u{A0}"
      #expect(Character(text).isWhitespace == isBlank, "\(scalar)")
      #expect(Character(text).isNumber == ("0"..."9").contains(scalar), "\(scalar)")
      plain.unicodeScalars.append(scalar)
    }
    // none of them joins the one before it
    #expect(plain.count == plain.unicodeScalars.count)
    #expect(plain.plainWidth == plain.count)
    #expect(
      Array(plain.precomposedStringWithCanonicalMapping.utf8) == Array(plain.utf8))
    let reversed = String(String.UnicodeScalarView(plain.unicodeScalars.reversed()))
    #expect(
      Array(reversed.precomposedStringWithCanonicalMapping.utf8) == Array(reversed.utf8))
  }

  @Test func vietnameseIsPlain() {
    let text = "Đảng ủy xã Tân Thạnh: 1.412/1.500 (94,1%), “khoảng” không phải; ưỡn ẹo"
    #expect(!text.isPlain)
    let plain = text.filter { $0 != "“" && $0 != "”" }
    #expect(plain.plainWidth == plain.count)
    #expect("".plainWidth == 0)
  }

  @Test(arguments: [
    "a\tb", "a\nb", "\u{7F}", "2×3", "a\u{301}", "–", "\u{200B}", "中", "²", "\u{AD}",
  ])
  func othersAreNot(_ text: String) {
    #expect(text.plainWidth == nil)
  }

  /// The ranges whose letters form C leaves as they are, after any other of them.
  private static func isComposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x0300, 0x1E00...0x1EFF, 0x2002...0x2027, 0xF0000...0xFFFFD: true
    default: false
    }
  }

  @Test func bytesTellWhatIsComposed() {
    let edges = (UInt32(0xEFFF0)...0xF00FF).map { $0 } + Array(0xFFFF0...0x10000F)
    for scalar in Self.scalars + edges.compactMap(Unicode.Scalar.init) {
      let isComposed = Self.isComposed(scalar)
      #expect(String(scalar).isPlainlyComposed == isComposed, "\(scalar)")
      #expect(("a" + String(scalar)).isPlainlyComposed == isComposed, "\(scalar)")
    }
  }

  /// Every plain letter alone, and words with what words begin and end with.
  @Test func bytesTellWhatAWordIs() {
    let plain = Self.scalars.map { String($0) }.filter {
      $0.isPlain && !$0.contains { $0.isWhitespace }
    }
    var dice = SeededDice(seed: 3)
    let parts = [
      "ngày", "THÁNG", "Năm", "ủy", "UỶ", "Đảng", "phường", "khoá", "(", ")", "\"", ".", ",", ":",
      "-",
      "+", "<", "=", ">", "%", "1", "20", "IV", "X", "đ", "Ỹ", "÷", "Ŋ", "a", "Z", "/", "~",
    ]
    let words = (0..<5_000).map { _ in
      (0..<Int.random(in: 1...5, using: &dice)).map { _ in
        parts.randomElement(using: &dice) ?? ""
      }.joined()
    }
    for word in plain + words {
      let bytes = Array(word.utf8)
      #expect(BoundWord(plain: bytes, 0..<bytes.count).kinds == BoundWord(word).kinds, "\(word)")
      // and in the midst of others
      let line = Array("Đ \(word) Đ".utf8)
      #expect(
        BoundWord(plain: line, 3..<(3 + bytes.count)).kinds == BoundWord(word).kinds, "\(word)")
    }
  }

  @Test(arguments: UInt64(1)...40)
  func bytesBreakLinesAsCharactersDo(seed: UInt64) {
    var dice = SeededDice(seed: seed)
    let words = [
      "Đảng", "ủy", "xã", "486", "đảng", "viên,", "68,8", "%", "%.", "ngày", "05", "tháng", "năm",
      "2026", "TT", "mục", "III.1", "số", "167-KH/TU", "(thứ", "Ba)", "điểm", ">=", "90%", "quý",
      "-", "nguyenvanan_danhsach_can_bo.csv", "÷",
    ]
    var set = 0
    for _ in 0..<50 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &dice) {
        let blank = [" ", " ", " ", "\u{A0}", "  ", " \u{A0}", "\u{A0} "].randomElement(
          using: &dice)
        text += (words.randomElement(using: &dice) ?? "") + (blank ?? "")
      }
      let width = Int.random(in: 2...80, using: &dice)
      let first = Int.random(in: 0...max(0, min(9, width - 2)), using: &dice)
      let hanging = Int.random(in: 0...max(0, min(9, width - 2)), using: &dice)
      guard
        let lines = PlainWrapping.lines(
          of: text, width: width, firstIndent: first, hanging: hanging)
      else { continue }
      set += 1
      #expect(
        lines == wrapCarefully(text, width: width, firstIndent: first, hanging: hanging), "\(text)")
    }
    #expect(set > 0)
  }

  /// A word that is not plain behind the text has it looked at character by character.
  @Test(arguments: UInt64(1)...40)
  func linesAreBrokenAlike(seed: UInt64) {
    var dice = SeededDice(seed: seed)
    let words = [
      "Đảng", "ủy", "xã", "486", "đảng", "viên", "68,8", "%", "ngày", "05", "tháng", "01", "năm",
      "2026", "TT", "mục", "III.1", "số", "167-KH/TU", "(thứ", "Ba)", "điểm", ">=", "90%", "quý",
      "IV", "-", "đặc", "khu", "phường", "nghiêng",
    ]
    var text = ""
    for _ in 0..<40 {
      let blank = [" ", " ", " ", "\u{A0}", "  ", " \u{A0}", "\u{A0} "].randomElement(using: &dice)
      text += (words.randomElement(using: &dice) ?? "") + (blank ?? "")
    }
    #expect(text.isPlain)
    let marked = text + " …"
    for width in [9, 24, 44, 80] {
      var careful = wrap(marked, width: width, firstIndent: 3, hanging: 2)
      let last = careful.removeLast()
      #expect(last.hasSuffix("…"))
      let rest = String(last.dropLast()).trimmingCharacters(in: .whitespaces)
      if !rest.isEmpty { careful.append(String(last.dropLast(2))) }
      #expect(wrap(text, width: width, firstIndent: 3, hanging: 2) == careful)
    }
  }

  /// A word to be rewritten behind the text has all of it looked at syllable by syllable.
  @Test(arguments: ToneStyle.allCases)
  func noSyllableIsOverlooked(_ style: ToneStyle) {
    let moved = style == .moi ? ("hoà", "hòa") : ("hòa", "hoà")
    let vowels = "aàeéêềiìoóôuúủưyỳýAÀEÉOÓUÚYÝ"
    for onset in ["", "h", "H", "q", "Q", "th", "g", "w", "_", "1"] {
      for first in vowels {
        for second in vowels {
          for end in ["", "n", "2", "y", "."] {
            let text = "\(onset)\(first)\(second)\(end)"
            #expect(
              style.applied(to: text) + " " + moved.1
                == style.applied(to: text + " " + moved.0), "\(text)")
          }
        }
      }
    }
  }
}
