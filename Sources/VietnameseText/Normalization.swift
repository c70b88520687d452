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

  /// Whether all scalars are known to be the same in form C, after any other of their kind; `false` means
  /// "not known".
  ///
  /// No letter below U+0300 combines with the one before it; the composed Vietnamese letters are in the first
  /// and second range, dashes and quotes in the third; the last is for private use, where nothing combines, and
  /// marks the numbers of a document.
  var isPlainlyComposed: Bool {
    let bytes = utf8.span
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case 0..<0x80: place += 1
      // U+0080 to U+02FF
      case 0xC2...0xCB: place += 2
      // U+1E00 to U+1EFF
      case 0xE1 where (0xB8...0xBB).contains(bytes[place + 1]): place += 3
      // U+2002 to U+2027
      case 0xE2 where bytes[place + 1] == 0x80 && (0x82...0xA7).contains(bytes[place + 2]):
        place += 3
      // U+F0000 to U+FFFFD
      case 0xF3 where bytes[place + 1] >= 0xB0:
        if bytes[place + 1] == 0xBF, bytes[place + 2] == 0xBF, bytes[place + 3] > 0xBD {
          return false
        }
        place += 4
      default: return false
      }
    }
    return true
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
