import Assessment
import PlanModel

/// The table of indicators with the remarks that explain it.
struct IndicatorTable {
  let standings: [IndicatorStanding]
  let wordings: [IndicatorWording]
  let table: TextDocument.Table

  init(_ standings: [IndicatorStanding], _ names: Names, limit: Int) {
    self.standings = standings
    wordings = standings.map { IndicatorWording(standing: $0, names: names, limit: limit) }
    table = TextDocument.Table(
      [
        .init("TT", 2, .right), .init("Chỉ tiêu", 28), .init("Kế hoạch", 8, .right),
        .init("Thực hiện", 9, .right), .init("So với KH", 9, .right),
        .init("So kỳ tr.", 9, .right), .init("Đánh giá", 9),
      ],
      zip(standings, wordings).map { standing, wording in
        [
          String(standing.ordinal).from(.position), wording.nameCell, wording.planCell,
          wording.achievedCell,
          wording.againstPlanCell, wording.againstEarlierCell, wording.verdictCell,
        ]
      })
  }

  /// What is to be said below it of indicators that are not as they should be, or moved.
  var sentences: [String] { IndicatorSentences(wordings).all }

  /// What the short words of the table mean, as far as they occur in it.
  var remarks: [String] {
    [legend(), comparisons, lowerBounds].compactMap(\.self) + rangeBounds
      + [insufficient].compactMap(\.self) + breaks
  }

  /// The remarks without which the table cannot be read at all.
  var briefRemarks: [String] { [legend(isBrief: true), insufficient].compactMap(\.self) }

  /// What signs stand for; brief, it has room on one line.
  private func legend(isBrief: Bool = false) -> String? {
    let cells = table.rows.joined()
    var words: [String] = []
    if cells.contains(where: { $0.contains("SL\u{A0}") }) {
      words.append(
        isBrief
          ? "SL: đơn vị có đủ số liệu/phải báo cáo"
          : "SL: số đơn vị có đủ số liệu trên số đơn vị phải báo cáo")
    }
    if cells.contains(where: { $0.hasSuffix("đ%") || $0.hasSuffix("đ%*") }) {
      words.append("đ%: điểm %")
    }
    if standings.contains(where: { $0.changeOfTotal == nil && $0.change != nil }) {
      words.append(
        isBrief
          ? "*:\u{A0}so cùng đơn vị" : "*:\u{A0}chỉ so các đơn vị có đủ số liệu ở cả hai kỳ")
    }
    return words.isEmpty ? nil : "Ghi chú: " + words.joined(separator: "; ") + "."
  }

  private var insufficient: String? {
    standings.contains { $0.verdict == .insufficient }
      ? "Chưa đủ căn cứ: số liệu còn thiếu có thể làm thay đổi kết quả đánh giá." : nil
  }

  /// Which units a reorganisation makes incomparable, once for all indicators it touches alike.
  private var breaks: [String] {
    wordings.gathered(by: \.brokenUnits).filter { !$0.key.isEmpty }.map { units, wordings in
      "Số liệu của \(wordings[0].names.list(units, limit: wordings[0].limit))"
        + " không so sánh được do sắp xếp tổ chức: "
        + Wording.ordinals(wordings.map(\.standing.ordinal)) + "."
    }
  }

  private var comparisons: String? {
    let parts = wordings.filter { $0.standing.change != nil }.gathered(by: \.baseText)
      .map { base, wordings in
        "\(Wording.ordinals(wordings.map(\.standing.ordinal))) với \(base)"
      }
    return parts.isEmpty ? nil : "So kỳ trước: " + parts.joined(separator: "; ") + "."
  }

  /// Where the plan column shows a range, the end of it that a rate is held against.
  private var rangeBounds: [String] {
    var (lower, upper): ([String], [String]) = ([], [])
    for standing in standings {
      guard case .rate(let value) = standing.manner, let comparison = standing.comparison,
        let level = comparison.measure(of: value), level.denominator == FixedDecimal(1)
      else { continue }
      switch comparison {
      case .between, .about:
        let text =
          "\(Wording.ordinals([standing.ordinal])): "
          + level.numerator.percentPrinted.from(standing.origin("target"))
        if level == comparison.threshold { lower.append(text) } else { upper.append(text) }
      default: continue
      }
    }
    return [("tối thiểu", lower), ("tối đa", upper)].filter { !$0.1.isEmpty }.map { end, parts in
      "So với KH tính từ mức \(end): \(parts.joined(separator: "; "))."
    }
  }

  /// Where the plan column shows a number made from a rate, the rate it was made from, and where the least of
  /// a range, the range.
  private var lowerBounds: String? {
    let parts = zip(standings, wordings).compactMap { standing, wording -> String? in
      guard case .quantity(_, let needed) = standing.manner, standing.indicator.combination == .sum,
        let comparison = standing.comparison
      else { return nil }
      let ordinal = Wording.ordinals([standing.ordinal])
      if standing.indicator.measure.hasDenominator {
        guard let rate = comparison.threshold, rate.denominator == FixedDecimal(1),
          let size = standing.total?.tally.denominator
        else { return nil }
        return "\(ordinal): \(rate.numerator.percentPrinted.from(standing.origin("target"))) của"
          + " \(size.printed.from(standing.origin("denominator")))"
      }
      switch comparison {
      case .between, .about:
        return "\(ordinal): \(needed.printed.from(standing.origin("needed")))"
          + " (\(wording.targetWords))"
      default: return nil
      }
    }
    return parts.isEmpty
      ? nil : "Kế hoạch tính theo mức tối thiểu: \(parts.joined(separator: "; "))."
  }
}
