internal import PlanModel
internal import VietnameseText

/// Reads the rules of cross checks.
///
/// A rule is two sums and one relation: `CT01.numerator + CT02.numerator <= CT03.denominator`. A
/// term is the numerator or denominator of an indicator, or a plain number.
struct RuleParser {
  /// A term and how many characters of the rule stand before it.
  struct PlacedTerm {
    let term: CrossCheck.Term
    let offset: Int
  }

  /// The parts of a rule.
  struct Parts {
    let text: String
    let left: [PlacedTerm]
    let relation: CrossCheck.Relation
    let right: [PlacedTerm]
  }

  /// The parts of a rule whose codes are known.
  struct Rule {
    let text: String
    let left: CrossCheck.Side
    let relation: CrossCheck.Relation
    let right: CrossCheck.Side
  }

  /// What is wrong, and how many characters of the rule stand before it.
  struct Failure: Error {
    let english: String
    let vietnamese: String
    let offset: Int
  }

  private let text: String
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  /// Reads the whole rule.
  mutating func parse() throws(Failure) -> Parts {
    let left = try sum()
    let relation = try relation()
    let right = try sum()
    if position < scalars.count {
      throw failure(
        "\(quoted(rest)) follows the rule, which has two sides and one relation", "phần thừa")
    }
    return Parts(text: OfficeText.folded(text), left: left, relation: relation, right: right)
  }

  private mutating func sum() throws(Failure) -> [PlacedTerm] {
    var terms = [try term()]
    while position < scalars.count, scalars[position] == "+" {
      position += 1
      terms.append(try term())
    }
    return terms
  }

  private mutating func term() throws(Failure) -> PlacedTerm {
    skipSpaces()
    let offset = position
    while position < scalars.count, Self.belongsToWord(scalars[position]) { position += 1 }
    let word = string(offset..<position)
    skipSpaces()
    if word.isEmpty {
      let found = offset < scalars.count ? "found \(quoted(rest(from: offset)))" : "the rule ends"
      throw failure(
        "\(found) where CODE.numerator, CODE.denominator or a number is expected",
        "thiếu số hạng", at: offset)
    }
    if let number = FixedDecimal.parse(word) {
      return PlacedTerm(term: .number(number), offset: offset)
    }
    for (suffix, make) in [
      (".numerator", CrossCheck.Term.numerator), (".denominator", CrossCheck.Term.denominator),
    ] where word.hasSuffix(suffix) && word.count > suffix.count {
      return PlacedTerm(term: make(String(word.dropLast(suffix.count))), offset: offset)
    }
    throw failure(
      "\(quoted(word)) is neither a number nor CODE.numerator or CODE.denominator",
      "số hạng \(quoted(word)) không hợp lệ", at: offset)
  }

  private mutating func relation() throws(Failure) -> CrossCheck.Relation {
    let offset = position
    while position < scalars.count, "<>=!≤≥≠".unicodeScalars.contains(scalars[position]) {
      position += 1
    }
    let sign = string(offset..<position)
    if let relation = CrossCheck.Relation(rawValue: sign) { return relation }
    let signs = CrossCheck.Relation.allCases.map(\.rawValue).joined(separator: " ")
    if sign.isEmpty, offset == scalars.count {
      throw failure("the rule ends before one of \(signs)", "thiếu dấu so sánh", at: offset)
    }
    let found = sign.isEmpty ? rest(from: offset) : sign
    throw failure(
      "found \(quoted(found)) where one of \(signs) is expected", "dấu so sánh phải là \(signs)",
      at: offset)
  }

  private static func belongsToWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
      || ("0"..."9").contains(scalar)
  }

  private mutating func skipSpaces() {
    while position < scalars.count, " \t\n".unicodeScalars.contains(scalars[position]) {
      position += 1
    }
  }

  private func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private var rest: String { rest(from: position) }

  private func rest(from offset: Int) -> String { string(offset..<scalars.count) }

  private func failure(_ english: String, _ vietnamese: String, at offset: Int? = nil) -> Failure {
    Failure(english: english, vietnamese: vietnamese, offset: offset ?? position)
  }
}
