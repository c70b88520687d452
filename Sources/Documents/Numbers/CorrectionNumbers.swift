import Assessment
import PlanModel

/// The numbers of what an edition changes in those before it, by figure, cell and place.
struct CorrectionNumbers {
  private let edition: Int
  private let correction: Correction?
  private let figures: [Key: EditionComparison.FigureChange]
  private let cells: [Key: EditionComparison.CellChange]
  private let bases: [Key: EditionComparison.ComparisonChange]
  private let ranks: [Key: EditionComparison.RankChange]

  private struct Key: Hashable {
    let item: String
    let unit: String
    var period = ""
    var window = ""
  }

  init(_ report: Report) {
    edition = report.edition
    correction = report.correction
    let comparison = report.correction?.comparison
    figures = (comparison?.figures ?? []).keyed {
      Key(item: $0.indicator, unit: $0.unit, period: $0.period.description)
    }
    cells = (comparison?.cells ?? []).keyed {
      Key(item: $0.indicator.code, unit: $0.unit, window: $0.window.rawValue)
    }
    bases = (comparison?.comparisons ?? []).keyed {
      Key(item: $0.indicator.code, unit: "", period: $0.period.description)
    }
    ranks = (comparison?.ranks ?? []).keyed { Key(item: $0.indicator.code, unit: $0.unit) }
  }

  /// What a number must be; nil when nothing of that name has changed.
  func claim(_ origin: NumberOrigin) -> NumberClaim? {
    guard let correction else { return nil }
    let all = correction.comparison
    switch origin.field {
    case "edition": return .whole([edition])
    case "previous": return .whole([correction.previous])
    case "affected_edition": return .whole(correction.affected.map(\.edition))
    case "affected_units":
      return .whole(
        correction.affected.map { other in
          Set(other.comparison.cells.filter { !$0.isTotal }.map(\.unit)).count
        })
    case "corrected": return .whole([all.figures.count(where: \.isCorrection)])
    case "added": return .whole([all.figures.count(where: \.isAddition)])
    case "withdrawn": return .whole([all.figures.count(where: \.takesFigureBack)])
    case "tasks_by_report": return .whole([all.tasks.count { $0.mover != nil }])
    case "tasks_by_office": return .whole([all.tasks.count { $0.officeFile != nil }])
    case "tasks_by_time": return .whole([all.tasks.count(where: \.isMovedByTime)])
    case "task_row":
      return .whole(
        all.tasks.filter { $0.new?.task.code == origin.item }.compactMap { $0.mover?.rowNumber })
    default:
      return figure(origin) ?? rank(origin) ?? base(origin) ?? cell(origin)
    }
  }

  private func base(_ origin: NumberOrigin) -> NumberClaim? {
    guard
      let change = bases[Key(item: origin.item, unit: origin.unit, period: origin.period)]
    else { return nil }
    let tally = origin.field.hasSuffix("_old") ? change.old : change.new
    switch origin.field {
    case "base_old", "base_new": return .plain([tally?.numerator, tally?.denominator])
    case "base_rate_old", "base_rate_new":
      return tally?.value(of: change.indicator).map {
        NumberClaim(values: [$0], isRate: true)
      }
    default: return nil
    }
  }

  private func figure(_ origin: NumberOrigin) -> NumberClaim? {
    let key = Key(item: origin.item, unit: origin.unit, period: origin.period)
    guard let change = figures[key] else { return nil }
    func numbers(_ figure: Reported<Figure>?) -> NumberClaim? {
      .plain([figure?.content.numerator.value, figure?.content.denominator.value])
    }
    switch origin.field {
    case "figure_old": return numbers(change.old)
    case "figure_new": return numbers(change.new)
    case "figure_row": return .whole([change.new?.source.row].compactMap(\.self))
    default: return nil
    }
  }

  private func rank(_ origin: NumberOrigin) -> NumberClaim? {
    guard let change = ranks[Key(item: origin.item, unit: origin.unit)] else { return nil }
    switch origin.field {
    case "rank_old": return .whole([change.old].compactMap(\.self))
    case "rank_new": return .whole([change.new].compactMap(\.self))
    default: return nil
    }
  }

  private func cell(_ origin: NumberOrigin) -> NumberClaim? {
    let key = Key(item: origin.item, unit: origin.unit, window: origin.window)
    guard let change = cells[key] else { return nil }
    let cell = origin.field.hasSuffix("_old") ? change.old : change.new
    switch origin.field {
    case "cell_old", "cell_new": return .plain([cell?.tally.numerator, cell?.tally.denominator])
    case "rate_old", "rate_new":
      return cell?.value.map { NumberClaim(values: [$0], isRate: true) }
    case "target_old", "target_new":
      return cell?.target.map {
        NumberClaim(
          values: $0.comparison.numbers,
          isRate: change.indicator.measure.hasDenominator || $0.comparison.asksForPart)
      }
    case "speaker_row": return change.speaker.flatMap { .whole([$0.row]) }
    case "coverage_old", "coverage_new":
      return cell.flatMap { .whole([$0.countedCount, $0.expectedUnits.count]) }
    default: return nil
    }
  }
}
