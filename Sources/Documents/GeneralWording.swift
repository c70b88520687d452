import Assessment
import PlanModel

/// The general verdict: indicators, tasks and submissions, one sentence each.
struct GeneralWording {
  let contents: ReportContents

  var sentences: [String] {
    [indicators, tasks, submissions, gaps].compactMap(\.self)
  }

  private var indicators: String? {
    let standings = contents.standings
    guard !standings.isEmpty else { return nil }
    let order: [Verdict] = [
      .exceeded, .met, .onTrack, .notMet, .behind, .inProgress, .insufficient, .noData, .noVerdict,
    ]
    let parts: [String] = order.compactMap { verdict in
      let ordinals = standings.filter { $0.verdict == verdict }.map(\.ordinal)
      guard !ordinals.isEmpty else { return nil }
      let places = ordinals.count < standings.count ? " (\(Wording.ordinals(ordinals)))" : ""
      return "\(prose(ordinals.count)) \(Wording.verdict(verdict).lowercased())\(places)"
    }
    return "Trong \(prose(standings.count)) chỉ tiêu: \(parts.joined(separator: "; "))."
  }

  private var tasks: String? {
    let tally = contents.tally
    guard !tally.rows.isEmpty else { return nil }
    let whole =
      tally.hasRepeatedTasks
      ? "\(prose(tally.rows.count)) đầu việc của \(prose(tally.taskCount)) nhiệm vụ (nhiệm vụ giao"
        + " cho nhiều đơn vị tính theo từng đơn vị)"
      : "\(prose(tally.taskCount)) nhiệm vụ"
    let parts = tally.lines.map { "\(prose($0.rows)) \(Wording.state($0.state).lowercased())" }
    var text = "Trong \(whole): \(parts.joined(separator: "; "))."
    let due = tally.fallenDue
    if let rate = share(due.done, of: due.all) {
      text += " Đã hoàn thành \(due.done)/\(due.all) \(noun) đến hạn (\(rate))."
    }
    return text
  }

  private var noun: String { contents.tally.hasRepeatedTasks ? "đầu việc" : "nhiệm vụ" }

  private var submissions: String? {
    let discipline = contents.discipline
    guard let rate = share(discipline.valid, of: discipline.submissions.count) else { return nil }
    let forms = discipline.forms.map { form in
      let units = discipline.units(owing: form)
      let noun = form == .indicator ? contents.organisation.unitsNoun : "đơn vị"
      return "\(Wording.name(of: form)) (\(Wording.content(of: form)))"
        + " \(units.valid.count)/\(units.expected.count) \(noun)" + (members(form, units) ?? "")
    }
    return "Đã nhận \(discipline.valid)/\(discipline.submissions.count) biểu hợp lệ (\(rate)):"
      + " \(forms.joined(separator: "; "))."
  }

  /// The weight of those who sent, in members; left out when the register does not know it.
  private func members(_ form: Form, _ units: (valid: [String], expected: [String])) -> String? {
    guard form == .indicator, let part = contents.names.members(of: units.valid),
      let whole = contents.names.members(of: units.expected), let rate = share(part, of: whole)
    else { return nil }
    return ", chiếm \(rate) số đảng viên"
  }

  private var gaps: String? {
    let incomplete = contents.standings.filter { !$0.isComplete && $0.verdict != .noData }
    guard !incomplete.isEmpty else { return nil }
    return "Số liệu \(Wording.ordinals(incomplete.map(\.ordinal))) chưa gồm đủ các đơn vị phải báo"
      + " cáo; đơn vị còn thiếu nêu ở từng chỉ tiêu."
  }
}
