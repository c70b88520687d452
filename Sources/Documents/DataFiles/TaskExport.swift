import Assessment
import PlanModel

/// The rows of the task form: tasks that each unit owes, and those this organisation leads itself.
struct TaskExport {
  let assessment: PlanAssessment

  var rows: [[String]] {
    assessment.input.plan.tasks.compactMap { task in
      let parts = assessment.tasks.filter { $0.task.code == task.code }
      guard isOwed(task), let status = status(parts) else { return nil }
      let done = parts.count { $0.doneOn != nil }
      let only = parts.count == 1 ? parts[0].report?.content : nil
      let percent =
        only?.percent
        ?? (status == .inProgress && parts.count > 1
          ? FixedDecimal(done * 100 / parts.count) : nil)
      let completed =
        status == .done ? parts.compactMap { $0.doneOn ?? $0.completedOn }.max() : nil
      let count = parts.count > 1 ? "\(done)/\(parts.count) đơn vị hoàn thành" : only?.note ?? ""
      let undated = status == .done ? undated(parts) : nil
      return assessment.head + [
        task.code, status.rawValue, percent?.submitted ?? "", completed?.description ?? "",
        only?.documentNumber ?? "",
        ([count].filter { !$0.isEmpty } + [undated].compactMap(\.self)).joined(separator: "; "),
      ]
    }
  }

  private func isOwed(_ task: PlanTask) -> Bool {
    switch task.lead {
    case .each: true
    case .units(let codes): codes.contains(assessment.input.office.registry.root)
    }
  }

  /// What the reports of all units say together; nil when nobody reported, of standing work in the period.
  /// Done is only what all have done in its cycle; of those who are silent nothing is said that nobody has
  /// reported.
  private func status(_ parts: [TaskAssessment]) -> TaskStatus? {
    let reported = parts.filter { $0.report != nil }
    if reported.isEmpty || parts.allSatisfy({ $0.standing == .missing }) { return nil }
    let states = Set(reported.compactMap { $0.report?.content.status })
    if states == [.done] {
      if parts.allSatisfy({ $0.doneOn != nil }) { return .done }
      if reported.contains(where: { $0.doneOn != nil }) { return .inProgress }
      // all for an earlier cycle, which their days tell above
      return parts.allSatisfy { $0.completedOn != nil } ? .done : nil
    }
    if states.count == 1 { return states.first }
    if !states.isDisjoint(with: [.done, .inProgress]) { return .inProgress }
    return states.contains(.notStarted) ? .notStarted : .suspended
  }

  /// How many did not say on what day: that of their report counts, here and so above.
  private func undated(_ parts: [TaskAssessment]) -> String? {
    let count = parts.count { $0.doneOn != nil && $0.completedOn == nil }
    return count == 0 ? nil : "\(count) đơn vị không ghi ngày, tính theo ngày nhận báo cáo"
  }
}
