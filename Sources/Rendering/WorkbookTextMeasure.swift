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
    // no letter is wider than its size: most cells need no closer look
    if Double(text.utf8.count) * fontSize < width, !text.utf8.contains(0x0A) { return 1 }
    let room = max(width, fontSize) / (fontSize * (isBold ? 1.06 : 1) * Self.reserve)
    return withoutDiacritics(text).split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + Self.wrappedLines($1, room: room) }
  }

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
    text.utf8.reduce(0) { $0 + width(of: $1) }
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
