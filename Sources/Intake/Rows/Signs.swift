extension Unicode.Scalar {
  /// False of nearly all: ASCII signs and Vietnamese letters are no blanks.
  fileprivate var mayBeBlank: Bool {
    switch value {
    case 0x21...0x7E, 0xC0...0x167F: false
    case 0x1E00...0x1EFF: false
    default: true
    }
  }
}

extension String {
  /// Without the blanks of any kind around it.
  var trimmedOfBlanks: String {
    guard let first = unicodeScalars.first, let last = unicodeScalars.last,
      first.mayBeBlank || last.mayBeBlank,
      first.properties.isWhitespace || last.properties.isWhitespace
    else { return self }
    var view = unicodeScalars[...]
    while view.first?.properties.isWhitespace == true { view.removeFirst() }
    while view.last?.properties.isWhitespace == true { view.removeLast() }
    return String(view)
  }
}

extension UInt8 {
  /// Whether it is one of the ten digits in ASCII.
  var isDigit: Bool { (0x30...0x39).contains(self) }
}
