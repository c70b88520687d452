/// The text with everything that a terminal or a document would obey, hide or refuse written out.
///
/// Written as `\u{1B}`: control characters and with them escape sequences, line and paragraph
/// separators, direction overrides, zero-width and other invisible characters, code points for private use
/// of plane 15, and those that are no characters (U+FFFE, U+FFFF). Line feeds stay when asked for. Other text
/// is unchanged.
///
///     visible("a\u{1B}[31mb") == "a\\u{1B}[31mb"
public func visible(_ text: String, keepingLineFeeds: Bool = false) -> String {
  if text.isPlain { return text }
  let isHarmless = { (scalar: Unicode.Scalar) in
    !scalar.needsWritingOut || (keepingLineFeeds && scalar == "\n")
  }
  if text.unicodeScalars.allSatisfy(isHarmless) { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if isHarmless(scalar) {
      result.unicodeScalars.append(scalar)
    } else {
      result += scalar.writtenOut
    }
  }
  return result
}

/// A typed value for one line of a message: visible, in quotes, shortened to `limit` columns.
///
/// A quote inside gets a backslash. The mark of shortening stands outside the quotes, so that it
/// cannot be taken for part of the value.
///
///     quoted("Đảng ủy xã Tân Thạnh", limit: 10) == "\"Đảng ủy xã\"..."
public func quoted(_ value: String, limit: Int = 60) -> String {
  quoted(value, limit: limit, inner: "\\\"")
}

/// The same for paper, where nobody reads a backslash: a quote inside is a single one, and no word is cut.
///
///     quotation("\"dồn\" vào cuối năm") == "\"'dồn' vào cuối năm\""
public func quotation(_ value: String, limit: Int = 60) -> String {
  quoted(value, limit: limit, inner: "'", cutsAtBlanks: true)
}

/// A message for a terminal as paper has it: quotes inside its quotations are single ones.
public func onPaper(_ message: String) -> String { message.replacing("\\\"", with: "'") }

private func quoted(
  _ value: String, limit: Int, inner: String, cutsAtBlanks: Bool = false
) -> String {
  let limit = max(1, limit)
  if let width = value.plainWidth, width <= limit, !value.utf8.contains(UInt8(ascii: "\"")) {
    return "\"" + value + "\""
  }
  var shown = ""
  var columns = 0
  // One character may carry any number of marks, so scalars are counted too.
  var scalarsLeft = limit > Int.max / 4 ? Int.max : limit * 4
  var isShortened = false
  for character in value {
    var piece = visible(String(character))
    if piece == "\"" { piece = inner }
    let width = piece.displayWidth
    scalarsLeft -= min(scalarsLeft, piece.unicodeScalars.count)
    if columns + width > limit || scalarsLeft == 0 {
      isShortened = true
      break
    }
    shown += piece
    columns += width
  }
  if isShortened, cutsAtBlanks, let blank = shown.lastIndex(of: " "), blank > shown.startIndex {
    shown = String(shown[..<blank])
  }
  return "\"" + shown + "\"" + (isShortened ? "..." : "")
}

extension Unicode.Scalar {
  fileprivate var needsWritingOut: Bool {
    if value < 0xA0 { return value < 0x20 || value >= 0x7F }
    if Letters.small(self) != nil { return false }
    // plane 15 has neither meaning nor glyph; documents keep their own unseen marks there
    if (0xF0000...0xFFFFF).contains(value) { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return true
    default: break
    }
    // The choice between text and emoji form of the sign before is harmless.
    if (0xFE0E...0xFE0F).contains(value) { return false }
    return properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
  }

  fileprivate var writtenOut: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "\\u{" + (digits.count < 2 ? "0" : "") + digits + "}"
  }
}
