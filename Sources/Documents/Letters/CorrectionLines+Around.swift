import Assessment
import PlanModel

/// What moves beside the values: what they are compared with, places, submissions, and editions of other
/// periods.
extension CorrectionLines {
  /// Earlier totals by indicator: `CT02 (so với quý II năm 2025): 10/20 (50,0%) -> 8/20 (40,0%).`
  var comparisons: [String] {
    comparison.comparisons.map { change in
      let (old, new) = (text(change.old, "old", change), text(change.new, "new", change))
      return "\(change.indicator.code) (so với \(time(of: change))): \(old) -> \(new)."
    }
  }

  private func time(of change: EditionComparison.ComparisonChange) -> String {
    let tally = change.new ?? change.old ?? Tally()
    return tally.timeText(change.window, in: change.period, of: change.indicator)
  }

  private func text(
    _ tally: Tally?, _ time: String, _ change: EditionComparison.ComparisonChange
  ) -> String {
    func origin(_ field: String) -> NumberOrigin {
      .correction("\(field)_\(time)", item: change.indicator.code, period: change.period)
    }
    guard let tally else { return Self.none }
    return text(
      tally, tally.value(of: change.indicator), of: change.indicator, figures: origin("base"),
      rate: origin("base_rate"))
  }

  /// Places by indicator: `CT04: Huyện ủy Tân Sơn 5 -> 3; ...`.
  var ranks: [String] {
    comparison.ranks.gathered(by: \.indicator.code).map { code, changes in
      let parts = changes.map {
        "\(names.name($0.unit))"
          + " \(Self.place($0.old).from(.correction("rank_old", item: code, unit: $0.unit)))"
          + " -> \(Self.place($0.new).from(.correction("rank_new", item: code, unit: $0.unit)))"
      }
      return "\(code): \(parts.joined(separator: "; "))."
    }
  }

  private static func place(_ place: Int?) -> String { place.map(String.init) ?? "chưa xếp" }

  /// Submissions by how their class changed: `chưa gửi -> chậm hạn: 02 biểu (...)`.
  var submissions: [String] {
    func state(_ submission: SubmissionAssessment?) -> String {
      submission.map { Wording.state($0.state).lowercased() } ?? "không phải gửi"
    }
    let turns = comparison.submissions.gathered { "\(state($0.old)) -> \(state($0.new))" }
    return turns.map { turn, changes in
      let forms = changes.compactMap { ($0.new ?? $0.old)?.key }.map {
        "\(names.name($0.unit)) (\(Wording.name(of: $0.form)))"
      }
      return "\(turn.capitalisedFirst): \(prose(forms.count).from(.listed)) biểu:"
        + " \(forms.joined(separator: ", "))."
    }
  }

  /// Editions of other periods that would now say something else.
  var affected: [String] {
    correction.affected.map { other in
      let codes = other.comparison.cells.filter { $0.unit == input.office.registry.root }
        .map(\.indicator.code).uniqued()
      let units = Set(
        other.comparison.cells.filter { !$0.isTotal }.map(\.unit)
      ).count
      let turned = other.comparison.cells.filter {
        $0.unit == input.office.registry.root && $0.hasTurned && $0.isJudged
      }.map {
        "\($0.indicator.code) \(Self.turn(verdict($0.old), verdict($0.new), isNeeded: true))"
      }
      let moved = other.comparison.tasks.filter { $0.mover != nil }
        .compactMap { ($0.new ?? $0.old)?.task.code }.uniqued()
      let what =
        [
          codes.isEmpty ? nil : "số tổng hợp của \(codes.joined(separator: ", "))",
          units == 0 ? nil : "số của \(prose(units).from(.correction("affected_units"))) đơn vị",
          turned.isEmpty ? nil : "đánh giá \(turned.joined(separator: ", "))",
        ].compactMap(\.self) + compared(in: other.comparison)
        + (moved.isEmpty ? [] : ["tình trạng nhiệm vụ \(moved.joined(separator: ", "))"])
      return "\(other.period.text.capitalisedFirst), lần phát hành thứ"
        + " \(String(other.edition).from(.correction("affected_edition"))): thay đổi "
        + "\(what.joined(separator: "; "))."
    }
  }

  /// `so sánh với quý II năm 2025 của CT02, CT05`, for each time that is compared with.
  private func compared(in comparison: EditionComparison) -> [String] {
    comparison.comparisons.gathered(by: time).map { time, changes in
      "so sánh với \(time) của \(changes.map(\.indicator.code).joined(separator: ", "))"
    }
  }
}
