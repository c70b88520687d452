/// A place in a file that is not divided into records yet.
public struct TextPlace: Sendable, Equatable {
  /// Bytes of the file before the place.
  public let offset: Int
  /// Physical line, from 1.
  public let line: Int

  /// Names a place.
  public init(offset: Int, line: Int) {
    self.offset = offset
    self.line = line
  }
}

/// A kind of file that is not delimited text, whatever its name says.
public enum ForeignFormat: String, Sendable {
  /// Excel workbook (.xlsx, .xlsm).
  case xlsx
  /// OpenDocument spreadsheet.
  case ods
  /// Word document.
  case docx
  /// Some other zip archive.
  case zip
  /// Compound file of Office 97-2003 (.xls, .doc).
  case ole
  /// PDF.
  case pdf
  /// A web page; some programs export one under the name of a spreadsheet.
  case html
  /// XML, such as an Excel 2003 XML spreadsheet.
  case xml
  /// Rich text.
  case rtf
  /// Another archive (gzip, 7z, RAR).
  case archive
  /// A picture (PNG, JPEG, GIF).
  case image
  /// UTF-32 text.
  case utf32
}

/// A Vietnamese encoding from before Unicode, which needs its own fonts.
public enum LegacyEncoding: String, Sendable {
  /// TCVN3, also called ABC: the fonts named .Vn...
  case tcvn3 = "TCVN3 (ABC)"
  /// VNI: the fonts named VNI-...
  case vni = "VNI"
}

/// Why the bytes of a file were not taken for text. Nothing is ever guessed: doubt is a problem.
public enum DecodingProblem: Error, Equatable, Sendable {
  /// Not text, but a file of another kind.
  case foreignFormat(ForeignFormat)
  /// Vietnamese in an encoding that has to be converted first; so too when a program has saved
  /// the characters of such a font as Unicode.
  case legacyEncoding(LegacyEncoding)
  /// UTF-8 that was once opened as Windows-1252 or Latin-1 and saved again ("á»§y" for "ủy").
  case mojibake(TextPlace)
  /// An 8-bit encoding of the West, with question marks for the letters that it lacks.
  case lostLetters(TextPlace)
  /// UTF-16 without a byte order mark.
  case utf16WithoutMark(littleEndian: Bool)
  /// UTF-16 with half a unit at its end.
  case oddByteCount(Int)
  /// UTF-16 with half of a surrogate pair.
  case loneSurrogate(TextPlace)
  /// A NUL byte or character: not text.
  case nul(TextPlace)
  /// Not UTF-8, and no other encoding beyond doubt.
  case invalidUTF8(TextPlace)
  /// UTF-8 that stops in the middle of its last character: the file was cut.
  case truncatedUTF8(TextPlace)
}

extension DecodingProblem: CustomStringConvertible {
  /// One English sentence without the name of the file.
  public var description: String {
    switch self {
    case .foreignFormat(let format): "this is not delimited text but \(format.rawValue)"
    case .legacyEncoding(let encoding):
      "the text is encoded in \(encoding.rawValue), not in Unicode"
    case .mojibake(let place):
      "line \(place.line): UTF-8 text was opened in another encoding and saved again"
    case .lostLetters(let place):
      "line \(place.line): letters were lost when the file was saved, question marks stand for them"
    case .utf16WithoutMark(let little):
      "this looks like UTF-16\(little ? "LE" : "BE") without a byte order mark"
    case .oddByteCount(let count): "UTF-16 with an odd number of bytes (\(count)): the file was cut"
    case .loneSurrogate(let place): "line \(place.line): half of a UTF-16 surrogate pair"
    case .nul(let place): "line \(place.line): a NUL, so this is not text"
    case .invalidUTF8(let place):
      "line \(place.line), byte \(place.offset): not UTF-8, and no other encoding beyond doubt"
    case .truncatedUTF8(let place): "line \(place.line): the file ends inside a character"
    }
  }
}
