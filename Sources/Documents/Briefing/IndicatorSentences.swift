import PlanModel

/// A part of what is said of an indicator.
struct IndicatorClause {
  let text: String
  /// What stands before it in a sentence.
  var separator = "; "
  /// The same as a sentence by itself, where it may be said of several indicators at once.
  var common: String?

  /// A clause that is about this indicator alone; nil of nothing.
  static func own(_ text: String?) -> IndicatorClause? { text.map { IndicatorClause(text: $0) } }

  /// A clause that may be said of several; nil of nothing.
  static func common(_ text: String?) -> IndicatorClause? {
    text.map { IndicatorClause(text: $0, common: $0) }
  }
}

/// The sentences below the table of indicators: what is the same of several is said once.
struct IndicatorSentences {
  private struct Line {
    let text: String
    /// The text as it is printed: marks say which cell a number is of, and differ where words do not.
    let printed: String
    let ordinals: [Int]
  }

  /// A sentence for each indicator that something is to be said of, then what several have in common.
  let all: [String]

  init(_ wordings: [IndicatorWording]) {
    let said = wordings.map { ($0, $0.clauses) }
    let common = Self.grouped(
      said.flatMap { wording, clauses in
        clauses.compactMap(\.common).map { ($0, wording.standing.ordinal) }
      }
    ).filter { $0.ordinals.count > 1 }
    let moved = Set(common.map(\.printed))
    let own = said.compactMap { wording, clauses -> (wording: IndicatorWording, text: String)? in
      let left = clauses.filter { !($0.common.map { moved.contains($0.unmarked) } ?? false) }
      return left.isEmpty ? nil : (wording, Self.statement(left))
    }
    let groups = Self.grouped(own.map { ($0.text, $0.wording.standing.ordinal) })
    let sentences = groups.map { group in
      guard group.ordinals.count == 1,
        let only = own.first(where: { $0.wording.standing.ordinal == group.ordinals[0] })
      else { return Self.sentence(group.text, of: group.ordinals) }
      return only.wording.head + only.text + "."
    }
    all = sentences + Self.together(common)
  }

  private static func statement(_ clauses: [IndicatorClause]) -> String {
    clauses.enumerated().map { $0 > 0 ? $1.separator + $1.text : $1.text }.joined()
  }

  private static func sentence(_ text: String, of ordinals: [Int]) -> String {
    "\(Wording.ordinals(ordinals)): \(text)."
  }

  /// Texts that print the same, with the indicators they are said of.
  private static func grouped(_ texts: [(text: String, ordinal: Int)]) -> [Line] {
    texts.gathered { $0.text.unmarked }.map { printed, texts in
      Line(text: texts[0].text, printed: printed, ordinals: texts.map(\.ordinal))
    }
  }

  /// What is said of just the same indicators, in one sentence.
  private static func together(_ lines: [Line]) -> [String] {
    lines.gathered(by: \.ordinals).map { ordinals, lines in
      sentence(lines.map(\.text).joined(separator: "; "), of: ordinals)
    }
  }
}
