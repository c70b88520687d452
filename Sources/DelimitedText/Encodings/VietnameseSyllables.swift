/// Tells whether a word is spelt like a Vietnamese syllable.
///
/// Used only to weigh how likely an encoding is: text decoded in the wrong one has letters, but
/// hardly a syllable. Words of other languages fail here too, which is right for that purpose.
enum VietnameseSyllables {
  /// The twelve vowels, each without a tone and with the five tones: huyền hỏi ngã sắc nặng.
  private static let vowels = [
    "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
    "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
  ]
  private static let toneMarks: [Unicode.Scalar] = [
    "\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}",
  ]
  /// Letters that carry a circumflex, breve or horn, by what they are without it.
  private static let shaped: [[Unicode.Scalar]: Unicode.Scalar] = [
    ["a", "\u{302}"]: "â", ["e", "\u{302}"]: "ê", ["o", "\u{302}"]: "ô", ["a", "\u{306}"]: "ă",
    ["o", "\u{31B}"]: "ơ", ["u", "\u{31B}"]: "ư",
  ]

  /// Letter with a tone -> letter without; small letters only.
  private static let toneless: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for row in vowels {
      let letters = Array(row.unicodeScalars)
      for letter in letters.dropFirst() { table[letter] = letters[0] }
    }
    return table
  }()

  /// Letters with a tone, by the letter without, in the order of `toneMarks`; both cases.
  private static let toned: [Unicode.Scalar: [Unicode.Scalar]] = {
    var table: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for row in vowels.flatMap({ [$0, $0.uppercased()] }) {
      let letters = Array(row.unicodeScalars)
      table[letters[0]] = Array(letters.dropFirst())
    }
    return table
  }()

  /// The one character for `letter` with a tone mark; nil when there is none, or `mark` is none.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard let tone = toneMarks.firstIndex(of: mark) else { return nil }
    return toned[letter]?[tone]
  }

  /// Whether `scalar` is one of the five combining tone marks.
  static func isTone(_ scalar: Unicode.Scalar) -> Bool { toneMarks.contains(scalar) }

  /// Whether `word`, composed or not, in any case, is one Vietnamese syllable.
  static func contains(_ word: [Unicode.Scalar]) -> Bool {
    guard word.count <= 16 else { return false }
    var letters: [Unicode.Scalar] = []
    var tones = 0
    for scalar in word.flatMap({ $0.properties.lowercaseMapping.unicodeScalars }) {
      if isTone(scalar) {
        guard let last = letters.last, bare.contains(last) else { return false }
        tones += 1
      } else if let letter = toneless[scalar] {
        letters.append(letter)
        tones += 1
      } else if let last = letters.last, let letter = shaped[[last, scalar]] {
        letters[letters.count - 1] = letter
      } else {
        letters.append(scalar)
      }
    }
    guard tones <= 1 else { return false }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters)
    return isSpelt(String(text))
  }

  private static let bare = Set(vowels.compactMap { $0.unicodeScalars.first })

  private static func isSpelt(_ text: String) -> Bool {
    if rhymes.contains(text) { return true }
    for length in 1...3 {
      let rest = text.dropFirst(length)
      if rest.isEmpty { break }
      if onsets.contains(String(text.prefix(length))), rhymes.contains(String(rest)) { return true }
    }
    return false
  }

  private static let onsets = Set(
    "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(separator: " ")
      .map(String.init))

  private static let rhymes = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu \
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet \
    oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut \
    uy uya uych uyên uyêt uynh uyt uyn uyp uyu \
    ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ynh yt
    """.split(separator: " ").map(String.init))
}
