internal import PlanModel

/// `checks:` of a plan file.
extension PlanReader {
  /// All rules; faulty ones are left out. The indicators must have been read before.
  func checks(_ cursor: YAMLCursor) -> [CrossCheck] {
    (cursor.items() ?? []).compactMap { item in
      guard let map = YAMLMapping(item, .check) else { return nil }
      let severity = map["severity"].map { $0.word(Severity.self) } ?? .error
      let message = map["message"]?.text()
      let rule = map.required("rule").flatMap(rule)
      guard let severity, let rule else { return nil }
      return CrossCheck(
        rule: rule.text, left: rule.left, relation: rule.relation, right: rule.right,
        severity: severity, message: message)
    }
  }

  private func rule(_ cursor: YAMLCursor) -> RuleParser.Rule? {
    guard cursor.text() != nil, let text = cursor.rawText else { return nil }
    var parser = RuleParser(text)
    do {
      let rule = try parser.parse()
      let left = side(rule.left, cursor)
      let right = side(rule.right, cursor)
      guard let left, let right else { return nil }
      guard (left.terms + right.terms).contains(where: { !$0.isNumber }) else {
        cursor.add(.ruleOfNumbers)
        return nil
      }
      return RuleParser.Rule(text: rule.text, left: left, relation: rule.relation, right: right)
    } catch {
      cursor.add(.ruleSyntax(error.english, error.vietnamese), atCharacter: error.offset)
      return nil
    }
  }

  /// A side with the codes as the plan writes them; nil, with findings, when the plan does not
  /// have them.
  private func side(_ terms: [RuleParser.PlacedTerm], _ cursor: YAMLCursor) -> CrossCheck.Side? {
    var isGood = true
    let known = terms.map { placed -> CrossCheck.Term in
      switch placed.term {
      case .number: return placed.term
      case .numerator(let code), .denominator(let code):
        guard let declared = indicatorCodes[code] else {
          if indicatorCodes.isWhole {
            let complaint = Complaint.indicatorUnknown(code, among: indicatorCodes.codes)
            cursor.add(complaint, atCharacter: placed.offset)
          }
          isGood = false
          return placed.term
        }
        if case .numerator = placed.term { return .numerator(declared.code) }
        if !declared.hasDenominator {
          cursor.add(.denominatorUnknown(declared.code), atCharacter: placed.offset)
          isGood = false
        }
        return .denominator(declared.code)
      }
    }
    return isGood ? CrossCheck.Side(known) : nil
  }
}

extension CrossCheck.Term {
  fileprivate var isNumber: Bool {
    if case .number = self { true } else { false }
  }
}
