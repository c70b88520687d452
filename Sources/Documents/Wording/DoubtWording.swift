public import Assessment
public import PlanModel

extension Doubt {
  /// The doubt as a finding that asks the unit for an explanation; `row` is where the figure stands,
  /// `plan` the code of the plan whose figures are in doubt.
  public func finding(plan: String, row: Int?) -> Finding {
    let texts = self.texts
    return Finding(
      code: code, severity: .explain, place: Finding.Place(row: row), subject: indicator,
      plan: plan, value: texts.value, message: texts.message, problem: texts.problem,
      remedy: "Nếu đúng, nêu lý do ở cột Ghi chú; nếu sai, sửa lại số.")
  }

  /// The finding's code.
  var code: String {
    switch reason {
    case .copied: "report-copied"
    case .farFromPeers: Self.farFromPeersCode
    case .farFromPast: "far-from-past"
    case .notByFlows: "stock-not-by-flows"
    case .allFull: "all-units-full"
    case .heaped: "heaped-at-threshold"
    }
  }

  static let farFromPeersCode = "far-from-peers"

  /// The codes of all doubts.
  public static let codes: Set<String> = [
    "report-copied", farFromPeersCode, "far-from-past", "stock-not-by-flows", "all-units-full",
    "heaped-at-threshold",
  ]

  private var texts: (value: String, message: String, problem: String) {
    switch reason {
    case .copied(let period, let figures):
      return (
        "\(figures)",
        "all \(figures) figures, sums of the period included, are those of \(period)",
        "Toàn bộ \(prose(figures)) số liệu, kể cả số phát sinh trong kỳ, giống hệt "
          + "\(period.compactText)."
      )
    case .farFromPeers(let value, let median, let deviation, let peers, let factor):
      let decimals = value.decimals(agreeingWith: median, from: 1)
      let own = value.percentText(decimals: decimals, against: nil)
      let others = median.percentText(decimals: decimals, against: nil)
      let distance = value.distanceText(to: median, decimals: decimals)
      let step = deviation.distanceText(to: Ratio(.zero), decimals: 1)
      return (
        own,
        "\(own) lies \(distance) points from the median \(others) of \(peers) peers, over "
          + "\(factor) deviations of \(step) points",
        "Tỉ lệ \(own) cách trung vị \(others) của \(prose(peers)) đơn vị cùng loại "
          + "\(distance) điểm %, quá \(factor) lần độ lệch \(step) điểm %."
      )
    case .farFromPast(let figure, let median, let periods, let factor):
      return (
        figure.printed,
        "\(figure) is over \(factor) times the median \(median) of \(periods) earlier periods",
        "Số phát sinh \(figure.printed) gấp hơn \(factor) lần trung vị \(median.printed) của "
          + "\(prose(periods)) kỳ trước."
      )
    case .notByFlows(let balance): return texts(of: balance)
    case .allFull(let units):
      return (
        "\(units)", "all \(units) units report exactly 100%",
        "Cả \(prose(units)) đơn vị có số liệu đều báo cáo đúng 100%."
      )
    case .heaped(let units, let all, let threshold, let width):
      let level = threshold.percentText(decimals: 1, against: nil)
      let reach = FixedDecimal(width.significand * 100, fractionDigits: width.fractionDigits)
      return (
        "\(units)/\(all)",
        "\(units) of \(all) units lie at most \(reach) points above the threshold \(level)",
        "\(units)/\(all) đơn vị báo cáo vừa đạt mức \(level), hơn không quá \(reach.printed) điểm %."
      )
    }
  }

  private func texts(
    of balance: Balance
  ) -> (value: String, message: String, problem: String) {
    var sum = balance.before.printed
    var plain = balance.before.plainText
    if let incoming = balance.incoming {
      sum += " + \(incoming.printed)"
      plain += " + \(incoming)"
    }
    if let outgoing = balance.outgoing {
      sum += " - \(outgoing.printed)"
      plain += " - \(outgoing)"
    }
    return (
      balance.reported.printed,
      "the stock \(balance.reported) is not \(plain) = \(balance.expected), as the flows since "
        + "\(balance.since) make it",
      "Số thời điểm \(balance.reported.printed) khác số tính từ \(balance.since.compactText):"
        + " \(sum) = \(balance.expected.printed)."
    )
  }
}
