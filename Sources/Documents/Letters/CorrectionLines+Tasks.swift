import Assessment
import PlanModel

/// The tasks that stand elsewhere than they did, and why.
extension CorrectionLines {
  /// Tasks that a report moved, or the office's own files.
  var tasks: [String] {
    comparison.tasks.compactMap { change in
      guard let task = change.new ?? change.old, let cause = cause(of: change, task.task.code)
      else { return nil }
      let old = change.old.map { Wording.state($0.state).lowercased() } ?? "chưa theo dõi"
      let new = change.new.map { Wording.state($0.state).lowercased() } ?? Self.dropped
      let parts = [Self.turn(old, new, isNeeded: true)] + details(change) + [cause]
      return "\(task.task.code) (\(names.name(task.unit))): \(parts.joined(separator: "; "))."
    }
  }

  /// What moved a task; nil when only time did.
  private func cause(of change: EditionComparison.TaskChange, _ code: String) -> String? {
    if let mover = change.mover { return text(mover, of: code) }
    return change.officeFile.map { file in
      let name =
        switch file {
        case .plan: "plans/\(input.plan.code).yaml"
        case .events: "events.csv"
        case .units: "units.csv"
        }
      return "theo \(name.from(.note("file")))"
    }
  }

  /// What differs beside the state, where the state does not tell it already.
  private func details(_ change: EditionComparison.TaskChange) -> [String] {
    guard let old = change.old, let new = change.new else { return [] }
    func turn(_ what: String, _ was: String?, _ now: String?) -> String? {
      was == now ? nil : "\(what) \(was ?? Self.none) -> \(now ?? Self.none)"
    }
    let isSame = old.state == new.state
    let isDue = old.dueOn != nil && new.dueOn != nil
    let isDone = isSame || old.completedOn != nil && new.completedOn != nil
    return [
      isDue ? turn("hạn", old.dueOn?.shortText, new.dueOn?.shortText) : nil,
      isDone
        ? turn("ngày hoàn thành", old.completedOn?.shortText, new.completedOn?.shortText) : nil,
      isSame ? turn("số văn bản", document(old), document(new)) : nil,
      isSame && old.firstDelivery != nil
        ? turn(
          "thực hiện lần đầu", old.firstDelivery?.deliveredOn?.shortText,
          new.firstDelivery?.deliveredOn?.shortText) : nil,
    ].compactMap(\.self)
  }

  private func document(_ task: TaskAssessment) -> String? {
    let number = onOneLine(task.report?.content.documentNumber ?? "")
    return number.isEmpty ? nil : number.from(.note("document_no"))
  }

  /// How many tasks a report moved.
  var tasksMovedByReport: Int { comparison.tasks.count { $0.mover != nil } }
  /// How many tasks the office's own files moved.
  var tasksMovedByOffice: Int { comparison.tasks.count { $0.officeFile != nil } }
  /// How many tasks stand elsewhere because time passed.
  var tasksMovedByTime: Int { comparison.tasks.count(where: \.isMovedByTime) }

  /// The report that moved a task, with the task it is on where that is another one.
  private func text(_ mover: EditionComparison.TaskMover, of task: String) -> String {
    let row =
      switch mover.row {
      case .number(let row): "; " + "dòng \(row)".from(.correction("task_row", item: task))
      case .gone: "; không còn dòng này"
      case .replaced: ""
      }
    return (mover.task == task ? "" : "theo báo cáo về \(mover.task), ")
      + submission(mover.receipt) + row
  }
}
