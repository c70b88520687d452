public import Assessment
public import PlanModel
import VietnameseText

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

  private var code: String {
    switch reason {
    case .copied: "report-copied"
    case .farFromPeers: "far-from-peers"
    case .farFromPast: "far-from-past"
    }
  }

  private var texts: (value: String, message: String, problem: String) {
    switch reason {
    case .copied(let period, let figures):
      return (
        "\(figures)",
        "all \(figures) figures, sums of the period included, are those of \(period)",
        "Toàn bộ \(prose(figures)) số liệu, kể cả số phát sinh trong kỳ, giống hệt "
          + "\(period.compactText)."
      )
    case .farFromPeers(let value, let median, let peers, let factor):
      let own = value.percentText(decimals: 1, against: nil)
      let others = median.percentText(decimals: 1, against: nil)
      return (
        own, "\(own) lies over \(factor) deviations from the median \(others) of \(peers) peers",
        "Tỉ lệ \(own) cách trung vị \(others) của \(prose(peers)) đơn vị cùng loại quá "
          + "\(factor) lần độ lệch."
      )
    case .farFromPast(let figure, let median, let periods, let factor):
      return (
        figure.printed,
        "\(figure) is over \(factor) times the median \(median) of \(periods) earlier periods",
        "Số phát sinh \(figure.printed) gấp hơn \(factor) lần trung vị \(median.printed) của "
          + "\(prose(periods)) kỳ trước."
      )
    }
  }
}
