import PlanModel

/// What a unit had last, as long as those that took over from it have not said what there is.
extension TallyReader {
  typealias Piece = (part: UnitStructure.Part, tally: UnitTally)

  /// Those of whose stocks some part is in nothing that was said since, each with that part.
  func untold(_ parts: [Piece], in line: UnitStructure.Line) -> [Piece] {
    parts.compactMap { piece in
      let share = untold(piece.part, in: line)
      return share == .zero ? nil : (piece.part.with(share), piece.tally)
    }
  }

  /// The part of what a unit had last that is in nothing that those in the line have said since who took over
  /// from it; its whole part where it stands for itself, nothing where the office has not said how it divides
  /// and one of them has spoken.
  func untold(_ part: UnitStructure.Part, in line: UnitStructure.Line) -> FixedDecimal {
    let life = part.life
    guard let last = life.last, last < end else { return part.share }
    if life.successors.isEmpty { return keepsStock ? part.share : .zero }
    var sum = FixedDecimal.zero
    for succession in life.successors {
      let heir = line.heir(of: life, succession.unit)
      // of what is divided the rest goes to other lines
      if heir == nil, part.isHandedOn { continue }
      let hasTold =
        heir.map { heir in
          figures(of: ReportingBody(heir.life)).contains {
            $0.period.isAfter(last) && tellsStock($0)
          }
        } ?? hasTold(succession.unit, since: last)
      let rest = hasTold ? .zero : heir.map { untold($0, in: line) } ?? FixedDecimal(1)
      guard let share = succession.share else {
        if rest == .zero { return .zero }
        sum = part.share
        continue
      }
      sum = sum + (rest.times(share) ?? .zero)
    }
    return sum
  }

  /// The periods behind another one of which figures are asked of who took over from a unit.
  func owed(
    by part: UnitStructure.Part, after stood: Period, in line: UnitStructure.Line
  ) -> [Period] {
    func isAsked(_ life: UnitStructure.Life, _ day: CalendarDate) -> Bool {
      life.successors.contains { succession in
        guard let heir = line.heir(of: life, succession.unit)?.life else { return false }
        return heir.exists(on: day) || isAsked(heir, day)
      }
    }
    return collected.filter { $0 > stood && isAsked(part.life, $0.span.last) }
  }

  /// Whether a figure of the window says what there is, or that nothing is to be said.
  private func tellsStock(_ figure: FigurePoint) -> Bool {
    guard span.contains(figure.period.span) else { return false }
    if indicator.numeratorKind == .stock {
      return figure.numerator == .notApplicable || isUsable(figure)
    }
    return figure.denominator.value != nil && period.yearToDate.contains(figure.period.span)
  }

  /// Whether what there was stays when a unit ends without a successor: what a figure said that is carried
  /// forward, and what lies under a flow that counts.
  private var keepsStock: Bool { indicator.numeratorKind == .flow || indicator.carriesForward }

  /// Whether a unit has said of a time behind a day what there is.
  func hasTold(_ code: String, since day: CalendarDate) -> Bool {
    series[code].contains { $0.period.isAfter(day) && tellsStock($0) }
  }

  /// Whether one of those that took over from a unit has said since what there is.
  func isTold(_ body: ReportingBody) -> Bool {
    guard let last = body.last, last < end else { return false }
    return body.successors.contains { hasTold($0, since: last) }
  }
}

extension UnitStructure.Line {
  /// The part of the line that took over from a life under some code; nil where that is of another line.
  fileprivate func heir(of life: UnitStructure.Life, _ code: String) -> UnitStructure.Part? {
    guard let day = life.last?.adding(days: 1) else { return nil }
    return parts.first { $0.life.code == code && $0.life.exists(on: day) }
  }
}
