/// A key that puts names in the order of the Vietnamese alphabet.
///
/// Letters `a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y` (`f j w z` at their Latin
/// places), tones không, huyền, hỏi, ngã, sắc, nặng. The letters of the whole name are compared first,
/// then its tones, then case (small before capital), as ICU does for `vi`; a run of digits counts as
/// one number. Made once per name, since a comparison by locale costs a hundred times as much.
///
///     ["Đà", "Dương", "mạ", "mà"].sorted { CollationKey($0) < CollationKey($1) }
///       == ["Dương", "Đà", "mà", "mạ"]
public struct CollationKey: Hashable, Comparable, Sendable {
  /// Four levels, each ended by 0: letters, tones, case, and the scalars, so that only equal texts tie.
  private let weights: [UInt32]

  /// Makes the key of a name.
  public init(_ name: String) {
    let text = name.precomposed
    var letters: [UInt32] = []
    var tones: [UInt32] = []
    var cases: [UInt32] = []
    var number: [UInt32] = []

    func endNumber() {
      guard !number.isEmpty else { return }
      let significant = number.drop { $0 == 0 }
      // The longer number is the greater one; its digits decide among equals.
      letters.append(Weight.number)
      letters.append(UInt32(clamping: significant.count) &+ 1)
      letters.append(contentsOf: significant.map { $0 + 1 })
      number = []
    }

    for scalar in text.unicodeScalars {
      if (0x30...0x39).contains(scalar.value) {
        number.append(scalar.value - 0x30)
        continue
      }
      endNumber()
      if let tone = Letters.tone(ofMark: scalar) {
        if tones.isEmpty { tones.append(0) }
        tones[tones.count - 1] = UInt32(tone) + 1
        continue
      }
      let vowel = Letters.vowel(Letters.repairedD(scalar))
      let letter = vowel?.letter ?? Letters.repairedD(scalar)
      let small =
        Letters.small(letter) ?? letter.properties.lowercaseMapping.unicodeScalars.first ?? letter
      let weight = Weight.of(small)
      letters.append(weight.letter)
      tones.append(weight.isForeign ? foreignMark : UInt32(vowel?.tone ?? 0) + 1)
      cases.append(small == letter ? 1 : 2)
    }
    endNumber()
    weights =
      letters + [0] + tones + [0] + cases + [0] + text.unicodeScalars.map { $0.value &+ 1 }
  }

  /// Whether the first name stands before the second.
  public static func < (left: CollationKey, right: CollationKey) -> Bool {
    left.weights.lexicographicallyPrecedes(right.weights)
  }
}

/// Above the six tones: the mark of a letter such as `ĕ` or `ñ`, which stands with its bare letter.
private let foreignMark: UInt32 = 7

/// The first-level weights: spaces, then punctuation, then numbers, then letters, then the rest.
private enum Weight {
  static let number: UInt32 = 0x1000
  private static let firstLetter: UInt32 = 0x1001
  private static let rest: UInt32 = 0x2000

  private static let alphabet: [Unicode.Scalar: UInt32] = {
    var table: [Unicode.Scalar: UInt32] = [:]
    let order = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".precomposed
    for (place, scalar) in order.unicodeScalars.enumerated() {
      table[scalar] = firstLetter + UInt32(place)
    }
    return table
  }()

  static func of(_ small: Unicode.Scalar) -> (letter: UInt32, isForeign: Bool) {
    if let letter = alphabet[small] { return (letter, false) }
    if small.properties.isWhitespace { return (1, false) }
    if small.isASCII { return (2 + small.value, false) }
    if let bare = withoutDiacritics(String(small)).unicodeScalars.first,
      let letter = alphabet[bare]
    {
      return (letter, true)
    }
    return (rest &+ small.value, false)
  }
}
