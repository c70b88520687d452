import Assessment
import PlanModel

/// The general verdict: indicators, tasks and submissions, one sentence each.
struct GeneralWording {
  let contents: ReportContents

  /// What the briefing says.
  var sentences: [String] {
    [indicators, tasks, submissions(isBrief: false), gaps].compactMap(\.self)
  }

  /// What fits on one page: of the tasks only those that ask for something.
  var briefSentences: [String] {
    [indicators, briefTasks, submissions(isBrief: true)].compactMap(\.self)
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
      let count = prose(ordinals.count).from(
        NumberOrigin(.indicators, "count(verdict=\(verdict.rawValue))", role: .part))
      return "\(count) \(Wording.verdict(verdict).lowercased())\(places)"
    }
    let all = prose(standings.count).from(NumberOrigin(.indicators, "count()", role: .whole))
    return "Trong \(all) chỉ tiêu: \(parts.joined(separator: "; "))."
  }

  private var tasks: String? {
    let tally = contents.tally
    guard !tally.rows.isEmpty else { return nil }
    let whole =
      tally.hasRepeatedTasks
      ? "\(prose(tally.rows.count).from(.tasks("count()").whole)) đầu việc của \(taskCount) nhiệm vụ"
        + " (nhiệm vụ giao cho nhiều đơn vị tính theo từng đơn vị)"
      : "\(prose(tally.rows.count).from(.tasks("count()").whole)) nhiệm vụ"
    let parts = tally.lines.map { count($0, \.part) }
    let done = completion.map { $0 + (otherwiseDone ?? "") + "." }
    return (["Trong \(whole): \(parts.joined(separator: "; "))."] + [done].compactMap(\.self))
      .joined(separator: " ")
  }

  private var briefTasks: String? {
    let tally = contents.tally
    guard !tally.rows.isEmpty else { return nil }
    let states: Set<TaskState> = [.overdue, .doneLate, .waiting]
    let parts = tally.lines.filter { states.contains($0.state) }.map { count($0, \.self) }
    let whole =
      tally.hasRepeatedTasks
      ? "\(prose(tally.rows.count).from(.tasks("count()"))) đầu việc của \(taskCount) nhiệm vụ"
      : "\(taskCount) nhiệm vụ"
    let head = parts.isEmpty ? "Có \(whole)." : "Trong \(whole): \(parts.joined(separator: "; "))."
    return ([head] + [completion.map { $0 + "." }].compactMap(\.self)).joined(separator: " ")
  }

  private func count(
    _ line: TaskTally.Line, _ role: KeyPath<NumberOrigin, NumberOrigin>
  ) -> String {
    let origin = NumberOrigin.tasks("count(state=\(line.state.rawValue))")[keyPath: role]
    return "\(prose(line.rows).from(origin)) \(Wording.state(line.state).lowercased())"
  }

  private var taskCount: String {
    prose(contents.tally.taskCount).from(.tasks("distinct(task)"))
  }

  /// How many of those that have fallen due are done, with both numbers.
  private var completion: String? {
    let due = contents.tally.fallenDue
    return share(due.done, of: due.all).map {
      "Đã hoàn thành \(String(due.done).from(.tasks("fallen_due_done")))/"
        + "\(String(due.all).from(.tasks("fallen_due"))) \(noun) đến hạn"
        + " (\($0.from(.tasks("fallen_due_rate"))))"
    }
  }

  /// The others that are done, so that the two numbers add up to those counted by state.
  private var otherwiseDone: String? {
    let count = contents.tally.doneWithoutDue
    guard count > 0 else { return nil }
    return " và \(prose(count).from(.tasks("done_without_due"))) \(noun) chưa đến hạn hoặc không có"
      + " thời hạn"
  }

  private var noun: String { contents.tally.hasRepeatedTasks ? "đầu việc" : "nhiệm vụ" }

  private func submissions(isBrief: Bool) -> String? {
    let discipline = contents.discipline
    guard
      let rate = share(discipline.valid, of: discipline.submissions.count)?
        .from(.submissions("valid_rate"))
    else { return nil }
    let received =
      String(discipline.valid).from(.submissions("count(\(Self.valid))")) + "/"
      + String(discipline.submissions.count).from(.submissions("count()"))
    guard contents.input.isCollected else {
      let periods = contents.input.collectedPeriods.map(\.compactText).joined(separator: ", ")
      return "Đã nhận \(received) biểu hợp lệ (\(rate)) của"
        + " các kỳ \(periods)."
    }
    // boards and working bodies send forms too: not all who owe one are committees
    let forms = discipline.forms.map { form in
      let units = discipline.units(owing: form)
      let content = isBrief ? "" : " (\(Wording.content(of: form)))"
      return "\(Wording.name(of: form))\(content):"
        + " \(counts(units, form)) đơn vị" + (members(form, units) ?? "")
    }
    return "Đã nhận \(received) biểu hợp lệ (\(rate)), gồm"
      + " \(forms.joined(separator: "; "))."
  }

  private static let valid = "state=on_time|late"

  private func counts(
    _ units: (valid: [String], expected: [String]), _ form: Form
  ) -> String {
    let form = "form=\(form.rawValue)"
    return String(units.valid.count)
      .from(.submissions("distinct(unit;\(form);\(Self.valid))")) + "/"
      + String(units.expected.count).from(.submissions("distinct(unit;\(form))"))
  }

  /// The weight of those who sent, in members; left out when the register does not know it.
  private func members(_ form: Form, _ units: (valid: [String], expected: [String])) -> String? {
    guard form == .indicator, let part = contents.names.members(of: units.valid),
      let whole = contents.names.members(of: units.expected), let rate = share(part, of: whole)
    else { return nil }
    let origin = NumberOrigin.submissions("member_rate", form: form)
    return ", chiếm \(rate.from(origin)) số \(contents.organisation.membersNoun)"
  }

  private var gaps: String? {
    let incomplete = contents.standings.filter { !$0.isComplete && $0.verdict != .noData }
    guard !incomplete.isEmpty else { return nil }
    return "Số liệu \(Wording.ordinals(incomplete.map(\.ordinal))) chưa gồm đủ các đơn vị phải báo"
      + " cáo; đơn vị còn thiếu nêu ở từng chỉ tiêu."
  }
}
