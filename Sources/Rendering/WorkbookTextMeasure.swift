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
    return withoutDiacritics(text).split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + Self.wrappedLines($1, room: room) }
  }

  /// A width that a text has at most on one line; nil when it has several, or rare letters.
  private static func greatestWidth(of text: String) -> Double? {
    // a sum in another order may differ in its last digits
    var width = 0.001
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
  private static let widths: [Double] = (0..<128).map { width(of: UInt8($0)) }

  /// Lines of one paragraph, in a room measured in sizes of the font.
  private static func wrappedLines(_ text: Substring, room: Double) -> Int {
    let space = width(of: " ")
    var lines = 1
    var used = 0.0
    for word in text.split(separator: " ") {
      let width = width(of: word)
      if used > 0, used + space + width <= room {
        used += space + width
      } else {
        if used > 0 { lines += 1 }
        // a word longer than the cell is broken wherever the line ends
        let extra = Int(width / room)
        lines += width > room ? extra : 0
        used = width > room ? width - Double(extra) * room : width
      }
    }
    return lines
  }

  private static func width(of text: some StringProtocol) -> Double {
    text.utf8.reduce(0) { $0 + ($1 < 0x80 ? widths[Int($1)] : width(of: $1)) }
  }

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
