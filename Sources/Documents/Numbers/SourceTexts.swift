import PlanModel
import VietnameseText

/// The texts of an edition in which numbers stand that nobody reckons: names, codes, numbers of documents.
///
/// A number without an origin of its own is looked for in them; one that is in none is unknown.
struct SourceTexts {
  private let known: [(source: NumberOrigin.Source, words: Set<String>)]

  /// Of the documents on some plans.
  init(_ office: Office, plans: [Plan]) {
    let organisation = office.organisation
    let form = organisation.form
    let stationery =
      [
        form.superior, form.issuerLine, form.place, form.reportSign, form.draft, form.archive,
        form.contact, form.notice ?? "", organisation.issuer, organisation.committee,
        organisation.unitsNoun,
      ] + form.signature + form.reportRecipients + form.letterRecipients
      + plans.flatMap { office.recipients(of: $0) }
    let units = office.registry.units.flatMap { [$0.code, $0.name] }
    known = [
      (.plan, Self.words(plans.flatMap(Self.texts))), (.organisation, Self.words(stationery)),
      (.units, Self.words(units)),
    ]
  }

  private static func texts(of plan: Plan) -> [String] {
    var texts = [plan.citation, plan.fullCitation, plan.code, plan.number, plan.title]
    for indicator in plan.indicators {
      texts += [
        indicator.code, indicator.clause, indicator.name, indicator.shortName,
        indicator.unitOfMeasure,
      ]
      texts += indicator.targets.map { PlanWords.target($0, of: indicator, in: plan) }
    }
    for task in plan.tasks { texts += [task.code, task.clause, task.summary] }
    return texts + plan.events.map(\.name)
  }

  /// The words with a digit in them; a number by itself only together with a word beside it.
  private static func words(_ texts: [String]) -> Set<String> {
    var words: Set<String> = []
    for text in texts where !text.isPlain || text.holdsDigits {
      let parts = spelt(text).split { $0.isWhitespace }.map { bare(String($0)) }
      for (place, part) in parts.enumerated() where part.contains(where: \.isNumber) {
        guard part.allSatisfy(\.isWholeNumber) else {
          words.insert(part)
          continue
        }
        if place > 0 { words.insert("\(parts[place - 1]) \(part)") }
        if place + 1 < parts.count { words.insert("\(part) \(parts[place + 1])") }
      }
    }
    return words
  }

  /// A text in one spelling, whichever the office prints.
  private static func spelt(_ text: String) -> String { ToneStyle.moi.applied(to: toNFC(text)) }

  /// The source of a number that does not say its own.
  func source(of number: PrintedNumber) -> NumberOrigin.Source {
    if number.isQuoted { return .note }
    let word = bare(number.word)
    let keys =
      (word.isWhole
      ? ["\(bare(number.before)) \(word)", "\(word) \(bare(number.after))"] : [word])
      .map(Self.spelt)
    for texts in known where keys.contains(where: texts.words.contains) { return texts.source }
    if Self.isCalendar(word, number) { return .calendar }
    return Self.isFixed(word, number) ? .text : .unknown
  }

  /// Whether it names a day, an hour or a period: `17/9/2024`, `năm 2024`, `17 giờ 00`, `quý III/2024`.
  private static func isCalendar(_ word: String, _ number: PrintedNumber) -> Bool {
    if word.utf8.contains(UInt8(ascii: "/")) {
      let parts = word.split(separator: "/", omittingEmptySubsequences: false)
      let isDate =
        parts.count > 1
        && parts.dropFirst().allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isWholeNumber) }
        && (parts[0].allSatisfy { $0.isWholeNumber || "IVX".contains($0) })
      if isDate { return true }
    }
    guard word.isWhole else { return false }
    // most stand in small letters as they are
    func isOne(_ neighbour: String, of words: [String]) -> Bool {
      let bare = bare(neighbour)
      return words.contains(bare) || words.contains(bare.lowercased())
    }
    return isOne(number.before, of: ["năm", "tháng", "ngày", "giờ"])
      || isOne(number.after, of: ["giờ"])
      || (Int(word).map((2...12).contains) ?? false && isOne(number.after, of: ["tháng"]))
  }

  /// Whether it is the number of a form, `Biểu số 01, 02`, or the nothing of `mẫu số bằng 0`.
  private static func isFixed(_ word: String, _ number: PrintedNumber) -> Bool {
    if word == "0", number.before == "bằng" { return true }
    let forms = ["01", "02", "03", "04"]
    return forms.contains(word)
      && (number.before.lowercased() == "số"
        || (number.before.hasSuffix(",") && forms.contains(bare(number.before))))
  }
}

extension String {
  /// Whether it is all digits.
  fileprivate var isWhole: Bool {
    utf8.allSatisfy(NumberScanner.isDigit) || (!isPlain && allSatisfy(\.isWholeNumber))
  }
}

/// A word without the brackets, quotes and stops round it.
func bare(_ word: String) -> String {
  guard word.isPlain else {
    // a mark on a bracket makes another character of it
    let isOuter = { (character: Character) in
      character.utf8.count == 1 && character.utf8.first.map(isOuterMark) ?? false
    }
    guard let first = word.firstIndex(where: { !isOuter($0) }),
      let last = word.lastIndex(where: { !isOuter($0) })
    else { return "" }
    return String(word[first...last])
  }
  let bytes = word.utf8
  guard let first = bytes.firstIndex(where: { !isOuterMark($0) }),
    let last = bytes.lastIndex(where: { !isOuterMark($0) })
  else { return "" }
  return String(word[first..<bytes.index(after: last)])
}

private func isOuterMark(_ byte: UInt8) -> Bool {
  switch Unicode.Scalar(byte) {
  case "/", "(", ")", "[", "]", "\"", "'", ",", ";", ":", ".": true
  default: false
  }
}
