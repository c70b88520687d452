import VietnameseText

/// How many lines a text takes in a cell, from the widths of its letters in Times New Roman.
///
/// Rows are given their heights because readers compute them differently, and some not at all.
struct TextMeasure {
  let fontSize: Double
  let isBold: Bool

  /// On a screen letters stand on whole pixels and come out a little wider than their design.
  private static let reserve = 1.02

  /// The number of lines of a text wrapped at `width` points, at least 1.
  func lines(of text: String, width: Double) -> Int {
    let room = max(width, fontSize) / (fontSize * (isBold ? 1.06 : 1) * Self.reserve)
    // most texts stand on one line, and need no closer look
    if let most = Self.greatestWidth(of: text), most < room { return 1 }
    let widths = Self.widths
    var lines = Lines(room: room)
    for byte in withoutDiacritics(text).utf8 { lines.add(byte, widths[Int(byte)]) }
    return lines.counted()
  }

  /// A width that a text has at most on one line; nil when it has several, or rare letters.
  private static func greatestWidth(of text: String) -> Double? {
    // a sum in another order may differ in its last digits
    var width = 0.001
    let widths = widths
    var (last, beforeLast): (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x0A, 0xE3...0xFF: return nil
      case 0..<0x80: width += widths[Int(byte)]
      // a Vietnamese letter of three bytes (E1 BA A0 to E1 BB B9) is as wide as its plain one
      case 0xE1: width += widestLetter
      case 0xBA...0xBB where last == 0xE1: break
      case 0xA0...0xBF where last == 0xBA && beforeLast == 0xE1: break
      case 0x80...0xB9 where last == 0xBB && beforeLast == 0xE1: break
      default: width += 0.6
      }
      (last, beforeLast) = (byte, last)
    }
    return width
  }

  private static let widestLetter = 0.92
  private static let widths: [Double] = (0...255).map { width(of: UInt8($0)) }

  /// Counts the lines of a text letter by letter, in a room measured in sizes of the font.
  private struct Lines {
    let room: Double
    /// The lines that are full.
    private var full = 0
    /// What is used of the line at hand, and the width of the word at its end.
    private var used = 0.0
    private var word = 0.0

    init(room: Double) { self.room = room }

    mutating func add(_ byte: UInt8, _ width: Double) {
      switch byte {
      case UInt8(ascii: " "): endWord()
      case UInt8(ascii: "\n"):
        endWord()
        full += 1
        used = 0
      default: word += width
      }
    }

    mutating func counted() -> Int {
      endWord()
      return full + 1
    }

    private mutating func endWord() {
      guard word > 0 else { return }
      if used > 0, used + TextMeasure.space + word <= room {
        used += TextMeasure.space + word
      } else {
        if used > 0 { full += 1 }
        // a word longer than the cell is broken wherever the line ends
        let extra = word > room ? Int(word / room) : 0
        full += extra
        used = word - Double(extra) * room
      }
      word = 0
    }
  }

  private static let space = width(of: UInt8(ascii: " "))

  /// The width of an ASCII letter in parts of the font's size.
  private static func width(of byte: UInt8) -> Double {
    switch Unicode.Scalar(byte) {
    case " ", ".", ",", "|": 0.25
    case "i", "j", "l", "t", ":", ";", "/", "'": 0.28
    case "-", "(", ")", "f", "r", "I", "[", "]": 0.335
    case "s", "J": 0.39
    case "a", "c", "e", "z": 0.445
    case "m", "w": 0.78
    case "%": 0.835
    case "M", "W", "@": 0.92
    case "P", "S": 0.56
    case "E", "L", "T", "Z": 0.615
    case "B", "C", "R": 0.67
    case "A"..."Z": 0.725
    case "<", ">", "=", "+": 0.565
    default: 0.5
    }
  }
}
