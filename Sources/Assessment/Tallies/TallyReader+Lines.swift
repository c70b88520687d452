import PlanModel

/// How a line of a table is made from what its units said, before a reorganisation and after it.
extension TallyReader {
  /// The tally of a line.
  func tally(of line: ReportingLine) -> UnitTally {
    switch line.content {
    case .plain(let body): tally(of: body, as: .plain)
    case .special(let line): tally(of: line)
    }
  }

  private func tally(of line: UnitStructure.Line) -> UnitTally {
    let isBroken =
      !line.breaks.isEmpty && line.breaks.contains { span.contains($0) && $0 < span.last }
    if let life = line.alone {
      var alone = tally(of: ReportingBody(life), as: .alone)
      alone.isBroken = isBroken
      if isBroken, indicator.numeratorKind == .flow { alone.isOfWholeWindow = false }
      // over the stock of the new year all of them are one; over the latest, only with their own
      if isBroken, isOverStock, indicator.denominatorTime == .yearStart,
        alone.overStock?.stock == nil
      {
        alone.tally = alone.flowed
      }
      return alone
    }
    let parts = line.parts.map { (part: $0, tally: tally(of: ReportingBody($0.life), as: .part)) }
    if parts.isEmpty { return UnitTally() }
    return indicator.numeratorKind == .stock
      ? stock(of: line, parts) : flow(of: line, parts, isBroken: isBroken)
  }

  /// Stocks are added of all who make up the line, of each what it had last: what those that took over have
  /// said since has it in it.
  private func stock(of line: UnitStructure.Line, _ parts: [Piece]) -> UnitTally {
    let open = untold(parts, in: line)
    var answers = open.compactMap { piece in
      lastAnswer(of: ReportingBody(piece.part.life)).map { (piece: piece, period: $0) }
    }
    let newest = answers.map(\.period).max() ?? (indicator.carriesForward ? collected.last : nil)
    let day = newest?.span.last ?? end
    let silent = open.filter { piece in
      piece.part.life.exists(on: day)
        && !answers.contains { $0.piece.part.life === piece.part.life }
    }
    var isSettled = silent.isEmpty
    for place in answers.indices where !indicator.carriesForward {
      // who took over has still to say so of the periods after
      let owed = owed(by: answers[place].piece.part, after: answers[place].period, in: line)
      if owed.isEmpty { continue }
      answers[place].piece.tally.leaveOpen(owed, of: indicator)
      isSettled = false
    }
    let holders = answers.map(\.piece) + silent
    var result = combined(line, holders)
    result.tally = sum(holders, \.tally)
    result.isNotApplicable = result.isNotApplicable && isSettled
    result.isOwed = isOwed(parts)
    // of a unit that had no figure at all, and could have had one
    if holders.isEmpty { result.gaps = [period] }
    return result
  }

  /// Whether one of the parts exists when the period ends, and figures of the window were asked of any: what
  /// was asked of those before is owed by who took over, also while nothing is asked of it yet.
  private func isOwed(_ parts: [Piece]) -> Bool {
    parts.contains { $0.part.life.exists(on: end) }
      && collected.contains { asked in
        parts.contains { $0.part.life.exists(on: asked.span.last) }
      }
  }

  private func flow(
    of line: UnitStructure.Line, _ parts: [Piece], isBroken: Bool
  ) -> UnitTally {
    var result = combined(line, parts)
    result.isBroken = isBroken
    result.tally = sum(parts, \.flowed)
    result.isOwed = isOwed(parts)
    result.isOfWholeWindow =
      !isBroken
      && collected.allSatisfy { asked in
        parts.contains { $0.part.life.exists(on: asked.span.last) }
      }
    if isOverStock { putOverStocks(&result, line, parts) }
    return result
  }

  /// Puts what flowed in a line over the stocks of its parts.
  private func putOverStocks(
    _ result: inout UnitTally, _ line: UnitStructure.Line, _ parts: [Piece]
  ) {
    let held = indicator.denominatorTime == .latest ? untold(parts, in: line) : parts
    let stocks = held.compactMap { $0.tally.overStock?.stock?.times($0.part.share) }
    let counted = stocks.isEmpty ? lateStocks(held) : stocks
    let stock = counted.isEmpty ? nil : counted.reduce(.zero, +)
    result.possible.size = most(without(stock, held), \.size)
    result.overStock = UnitTally.OverStock(flowed: result.tally, stock: stock, lateStock: nil)
    if result.tally.numerator != nil, stock != nil {
      result.tally.denominator = stock
    } else if !result.isBroken, !parts.allSatisfy(\.tally.isInRate) {
      result.tally = Tally()
    }
  }

  /// The parts whose stocks are missing in that of the line: not those that began when what they took over
  /// had been counted, nor of stocks that came late those that are counted.
  private func without(_ stock: FixedDecimal?, _ parts: [Piece]) -> [Piece] {
    let missing = parts.filter {
      $0.tally.overStock?.stock == nil && (stock == nil || $0.tally.overStock?.lateStock == nil)
    }
    guard indicator.denominatorTime == .latest,
      let newest = parts.compactMap({ stocksUnder($0.part).own?.period }).max()
    else { return missing }
    return missing.filter { $0.part.life.exists(on: newest.span.last) }
  }

  /// The stocks that came only after figures of others were taken over, without those that hold an earlier
  /// one among them.
  private func lateStocks(_ parts: [Piece]) -> [FixedDecimal] {
    let late = parts.filter { $0.tally.overStock?.lateStock != nil }
    let lives = late.map(\.part.life)
    return late.filter { !$0.part.life.isSuccessor(ofAny: lives) }
      .compactMap { $0.tally.overStock?.lateStock?.times($0.part.share) }
  }

  private func stocksUnder(_ part: UnitStructure.Part, as role: Role = .part) -> StockRows {
    let body = ReportingBody(part.life)
    return stockUnder(figures(of: body), of: body, as: role)
  }

  /// The figures whose stocks stand under what flowed in a line, each with the part of it that counts there.
  func stocks(under line: UnitStructure.Line) -> [(figure: FigurePoint, part: UnitStructure.Part)] {
    guard isOverStock else { return [] }
    let found = line.parts.compactMap { part -> (part: UnitStructure.Part, rows: StockRows)? in
      let held = indicator.denominatorTime == .latest ? untold(part, in: line) : part.share
      let rows = stocksUnder(part, as: line.alone == nil ? .part : .alone)
      return held == .zero ? nil : (part.with(held), rows)
    }
    let own = found.compactMap { piece in piece.rows.own.map { ($0, piece.part) } }
    if !own.isEmpty { return own }
    let lives = found.filter { $0.rows.late != nil }.map(\.part.life)
    return found.filter { !$0.part.life.isSuccessor(ofAny: lives) }
      .compactMap { piece in piece.rows.late.map { ($0, piece.part) } }
  }

  /// What holds for stocks and flows alike: gaps, bounds, what does not apply.
  private func combined(_ line: UnitStructure.Line, _ parts: [Piece]) -> UnitTally {
    var result = UnitTally()
    result.gaps = Set(parts.flatMap(\.tally.gaps)).sorted()
    result.convertedFrom = parts.filter {
      $0.part.life.code != line.code && !$0.tally.isSilent
    }.map(\.part.life.code)
    let spoken = parts.filter { !$0.tally.isSilent }
    result.isNotApplicable =
      !spoken.isEmpty && spoken.allSatisfy(\.tally.isNotApplicable)
    result.possible = UnitTally.Possible(
      growth: most(parts, \.growth), size: most(parts, \.size),
      fall: parts.reduce(.zero) {
        $0 + ($1.tally.possible.fall.times($1.part.share) ?? .zero)
      })
    return result
  }

  /// What some parts can come to at most; nil when nothing bounds one of them.
  private func most(
    _ parts: [Piece], _ bound: KeyPath<UnitTally.Possible, FixedDecimal?>
  ) -> FixedDecimal? {
    parts.reduce(FixedDecimal.zero) { total, piece in
      guard let total,
        let most = piece.tally.possible[keyPath: bound]?.times(piece.part.share)
      else {
        return nil
      }
      return total + most
    }
  }

  /// What the parts say together: merged units are added, and divided ones by their shares; one register
  /// kept by several hands has at any time the figures of one of them.
  private func sum(_ parts: [Piece], _ tally: KeyPath<UnitTally, Tally>) -> Tally {
    var sum = Tally()
    if indicator.combination == .last {
      for piece in newestHands(parts, tally) { sum.add(piece.tally[keyPath: tally]) }
      return sum
    }
    for piece in parts where piece.tally[keyPath: tally].numerator != nil {
      if let part = piece.tally[keyPath: tally].scaled(by: piece.part.share) { sum.add(part) }
    }
    return sum
  }

  /// Those with a figure beside whom nobody with a newer one stood.
  private func newestHands(_ parts: [Piece], _ tally: KeyPath<UnitTally, Tally>) -> [Piece] {
    func age(_ piece: Piece) -> (Period, Int64) {
      let tally = piece.tally[keyPath: tally]
      return (tally.latestPeriod ?? period, tally.sources.last?.receipt ?? 0)
    }
    var hands: [Piece] = []
    for piece in parts.filter({ $0.tally[keyPath: tally].numerator != nil }).sorted(by: {
      age($0) > age($1)
    }) where !hands.contains(where: { $0.part.life.stood(beside: piece.part.life) }) {
      hands.append(piece)
    }
    return hands
  }
}
