/// Turns the bytes of a file into UTF-8, or says why they are no text that can be trusted.
public enum TextDecoding {
  /// Decodes a whole file.
  ///
  /// UTF-8 is passed on as it is, without a copy and without normalisation; only its byte order
  /// mark is left out. UTF-16 needs its mark. Windows-1258 is taken when it is beyond doubt, and
  /// comes out with composed letters. Everything else is a problem that names what was seen.
  ///
  /// With `allowingDamage`, Unicode text that is well-formed and yet wrong (mojibake, characters of
  /// old fonts) is passed on: for a caller that looks at it cell by cell.
  public static func decode(
    _ bytes: [UInt8], allowingDamage: Bool = false
  ) throws(DecodingProblem) -> DecodedText {
    switch try examine(bytes, allowingDamage: allowingDamage) {
    case .asItIs(let encoding, let mark):
      return DecodedText(encoding: encoding, utf8: bytes[mark...])
    case .converted(let encoding, let text):
      return DecodedText(encoding: encoding, utf8: text[...])
    }
  }

  /// The damage in one piece of text that is well-formed Unicode, such as a cell; nil when there is
  /// none to be seen. A few words are too few to tell.
  public static func damage(in text: String) -> DecodingProblem? {
    let text = text.utf8.span
    return UTF8Validation(text).isSuspicious ? DamagedText.find(text, mark: 0) : nil
  }

  private enum Outcome {
    case asItIs(SourceEncoding, mark: Int)
    case converted(SourceEncoding, [UInt8])
  }

  private static func examine(
    _ bytes: [UInt8], allowingDamage: Bool
  ) throws(DecodingProblem) -> Outcome {
    if let format = FileSignatures.binaryFormat(bytes[...]) { throw .foreignFormat(format) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try examineUTF16(
        bytes, littleEndian: bytes[0] == 0xFF, allowingDamage: allowingDamage)
    }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let format = FileSignatures.markupFormat(bytes[mark...]) { throw .foreignFormat(format) }
    let text = bytes.span.extracting(mark...)
    try refuseNUL(text, mark: mark)
    let validation = UTF8Validation(text)
    guard let bad = validation.firstBad else {
      if !allowingDamage, validation.isSuspicious, let problem = DamagedText.find(text, mark: mark)
      {
        throw problem
      }
      return .asItIs(mark == 0 ? .utf8 : .utf8BOM, mark: mark)
    }
    // a mark, or sequences that are well-formed for the greater part: UTF-8 with a fault in it
    let share = UTF8Validation.share(text)
    guard mark == 0, share.wellFormed <= share.illFormed else {
      let place = place(in: text, at: bad, mark: mark)
      throw validation.isCut ? .truncatedUTF8(place) : .invalidUTF8(place)
    }
    return try examineEightBit(bytes, firstBad: bad, isCut: validation.isCut)
  }

  private static func examineUTF16(
    _ bytes: [UInt8], littleEndian: Bool, allowingDamage: Bool
  ) throws(DecodingProblem) -> Outcome {
    let text = try UTF16Decoding.decode(
      bytes.span.extracting(2...), littleEndian: littleEndian)
    if let format = FileSignatures.markupFormat(text[...]) { throw .foreignFormat(format) }
    if !allowingDamage, UTF8Validation(text.span).isSuspicious,
      let problem = DamagedText.find(text.span, mark: 0)
    {
      throw problem
    }
    return .converted(littleEndian ? .utf16LE : .utf16BE, text)
  }

  private static func examineEightBit(
    _ text: [UInt8], firstBad: Int, isCut: Bool
  ) throws(DecodingProblem) -> Outcome {
    let verdict = EightBitDecoding.verdict(text)
    if verdict == .windows1258 {
      return .converted(.windows1258, EightBitDecoding.decodeWindows1258(text))
    }
    // what is left of words without their letters may read as words of an old encoding
    if let lost = LostLetters.first(in: text) { throw .lostLetters(place(in: text.span, at: lost)) }
    switch verdict {
    case .legacy(let encoding): throw .legacyEncoding(encoding)
    case .windows1258, .unknown:
      let place = place(in: text.span, at: firstBad)
      throw isCut ? .truncatedUTF8(place) : .invalidUTF8(place)
    }
  }

  private static func refuseNUL(
    _ text: Span<UInt8>, mark: Int
  ) throws(DecodingProblem) {
    guard let nul = ByteSearch.first(0, in: text, from: 0) else { return }
    if mark == 0, let little = UTF16Decoding.unmarkedIsLittleEndian(text) {
      throw .utf16WithoutMark(littleEndian: little)
    }
    throw .nul(place(in: text, at: nul, mark: mark))
  }
}
