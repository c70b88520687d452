import PlanModel

/// How a line of a table is made from what its units said, before a reorganisation and after it.
extension TallyReader {
  /// The tally of a line.
  func tally(of line: ReportingLine) -> UnitTally {
    switch line.content {
    case .plain(let body): tally(of: body, isPiece: false)
    case .special(let line): tally(of: line)
    }
  }

  private func tally(of line: UnitStructure.Line) -> UnitTally {
    let isBroken =
      !line.breaks.isEmpty && line.breaks.contains { span.contains($0) && $0 < span.last }
    if let life = line.alone {
      var alone = tally(of: ReportingBody(life))
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
    let parts = line.parts.map { (part: $0, tally: tally(of: ReportingBody($0.life))) }
    if parts.isEmpty { return UnitTally() }
    return indicator.numeratorKind == .stock
      ? stock(of: line, parts) : flow(of: line, parts, isBroken: isBroken)
  }

  private typealias Piece = (part: UnitStructure.Part, tally: UnitTally)

  /// Stocks are added of those units that stood side by side on the day of the newest one: what came
  /// later has the earlier ones in it.
  private func stock(of line: UnitStructure.Line, _ parts: [Piece]) -> UnitTally {
    let newest = parts.compactMap(\.tally.tally.latestPeriod).max() ?? collected.last ?? period
    let day = indicator.carriesForward ? newest.span.last : period.span.last
    let holders = parts.filter { $0.part.life.exists(on: day) }
    var result = combined(line, holders)
    result.tally = sum(holders, \.tally)
    result.isOwed =
      parts.contains { $0.part.life.exists(on: period.span.last) }
      && collected.contains { asked in
        holders.contains { $0.part.life.exists(on: asked.span.last) }
      }
    // of a unit that had no figure at all, and could have had one
    if holders.isEmpty { result.gaps = [period] }
    return result
  }

  private func flow(
    of line: UnitStructure.Line, _ parts: [Piece], isBroken: Bool
  ) -> UnitTally {
    var result = combined(line, parts)
    result.isBroken = isBroken
    let flowed = sum(parts, \.flowed)
    result.tally = flowed
    // what was asked of those before is owed by who took over, also while nothing is asked of it yet
    result.isOwed =
      parts.contains { $0.part.life.exists(on: period.span.last) }
      && collected.contains { asked in
        parts.contains { $0.part.life.exists(on: asked.span.last) }
      }
    result.isOfWholeWindow =
      !isBroken
      && collected.allSatisfy { asked in
        parts.contains { $0.part.life.exists(on: asked.span.last) }
      }
    guard isOverStock else { return result }
    let stocks = parts.compactMap { $0.tally.overStock?.stock?.times($0.part.share) }
    let counted = stocks.isEmpty ? lateStocks(parts) : stocks
    let stock = counted.isEmpty ? nil : counted.reduce(.zero, +)
    // a stock that came late holds those that are counted
    let uncounted = parts.filter {
      $0.tally.overStock?.stock == nil && (stock == nil || $0.tally.overStock?.lateStock == nil)
    }
    result.possible.size = most(uncounted, \.size)
    result.overStock = UnitTally.OverStock(flowed: flowed, stock: stock, lateStock: nil)
    if flowed.numerator != nil, stock != nil {
      result.tally.denominator = stock
    } else if !isBroken, !parts.allSatisfy(\.tally.isInRate) {
      result.tally = Tally()
    }
    return result
  }

  /// The stocks that came only after figures of others were taken over, without those that hold an earlier
  /// one among them.
  private func lateStocks(_ parts: [Piece]) -> [FixedDecimal] {
    let late = parts.filter { $0.tally.overStock?.lateStock != nil }
    let lives = late.map(\.part.life)
    return late.filter { !$0.part.life.isSuccessor(ofAny: lives) }
      .compactMap { $0.tally.overStock?.lateStock?.times($0.part.share) }
  }

  /// The figures whose stocks stand under what flowed in a line, each with the part of it that counts there.
  func stocks(under line: UnitStructure.Line) -> [(figure: FigurePoint, part: UnitStructure.Part)] {
    guard isOverStock else { return [] }
    let found = line.parts.map { part in
      let body = ReportingBody(part.life)
      return (part: part, rows: stockUnder(figures(of: body), of: body))
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
