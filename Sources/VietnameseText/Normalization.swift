import Foundation

/// The text in Unicode normalisation form C, the only form that leaves this program.
///
/// Texts typed on some systems carry tone marks as scalars of their own; Swift calls both forms equal,
/// but their bytes, widths and database keys differ. Text that is plainly composed already (ASCII,
/// Vietnamese letters, common punctuation) is returned as it is, without the cost of a conversion.
///
///     toNFC("Ty\u{309}nh u\u{309}y") == "Tỷnh ủy"   // and with the same bytes
public func toNFC(_ text: String) -> String {
  text.precomposed
}

extension String {
  /// The composed form; itself when a glance at its scalars shows that nothing is to be done.
  var precomposed: String {
    if isPlainlyComposed { return self }
    return precomposedStringWithCanonicalMapping
  }

  /// Whether every byte is ASCII.
  var isASCIIOnly: Bool { utf8.allSatisfy { $0 < 0x80 } }

  /// Whether all scalars are known to be the same in form C; `false` means "not known".
  private var isPlainlyComposed: Bool { unicodeScalars.allSatisfy(\.isPlainlyComposed) }
}

extension Unicode.Scalar {
  /// Whether it is known to be the same in form C, after any other of its kind.
  var isPlainlyComposed: Bool {
    switch value {
    // No letter below U+0300 combines with the one before it; the composed Vietnamese letters are
    // in the first and second range, dashes and quotes in the third; the last is for private use, where
    // nothing combines, and marks the numbers of a document.
    case 0..<0x0300, 0x1E00...0x1EFF, 0x2002...0x2027, 0xF0000...0xFFFFD: true
    default: false
    }
  }
}

/// The text without any diacritic, and with `d` for `đ`; case is kept.
///
/// Only for closed vocabularies (the headers and states of a form) and for suggestions: two communes
/// of one province may differ by a tone mark alone, so a name is never matched this way.
///
///     withoutDiacritics("Đảng ủy xã Tân Thạnh") == "Dang uy xa Tan Thanh"
public func withoutDiacritics(_ text: String) -> String {
  if text.isASCIIOnly { return text }
  if let plain = plainLetters(of: text) { return plain }
  var result = String.UnicodeScalarView()
  for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
    switch Letters.repairedD(scalar) {
    case "đ": result.append("d")
    case "Đ": result.append("D")
    case let other where other.properties.generalCategory == .nonspacingMark: continue
    case let other: result.append(other)
    }
  }
  return String(result).precomposed
}

/// The same for text of ASCII and composed Vietnamese letters only, which is nearly all there is; `nil`
/// for any other.
private func plainLetters(of text: String) -> String? {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    guard let byte = Letters.plain(scalar) else { return nil }
    bytes.append(byte)
  }
  return String(decoding: bytes, as: UTF8.self)
}
