internal import PlanModel

/// `tasks:` of a plan file.
extension PlanReader {
  /// All tasks in the order of the file; faulty ones are left out, but their codes are known.
  mutating func tasks(_ cursor: YAMLCursor) -> [PlanTask] {
    (cursor.items() ?? []).compactMap { task($0) }
  }

  private mutating func task(_ cursor: YAMLCursor) -> PlanTask? {
    guard let map = YAMLMapping(cursor, .task) else { return nil }
    let code = taskCodes.declare(map.required("code"))
    let clause = map.required("clause")?.text()
    let lead = lead(map)
    let cooperating = map["with"].map { $0.unitList(units) } ?? []
    if case .units(let leaders) = lead, let cooperating {
      for code in cooperating where leaders.contains(code) {
        map["with"]?.add(.leadCooperates(code))
      }
    }
    let summary = map.required("summary")?.text()
    let product = map["product"]?.text()
    let deadline = map.required("due").flatMap(deadline)
    guard let code, let clause, let lead, let cooperating, let summary, let deadline else {
      return nil
    }
    return PlanTask(
      code: code, clause: clause, lead: lead, cooperating: cooperating, summary: summary,
      product: product, deadline: deadline)
  }

  /// `[BTC, VP]`, or `{kinds: [...]}` for a task of every such committee.
  private func lead(_ map: YAMLMapping) -> PlanTask.Lead? {
    guard let cursor = map["lead"] else {
      (map.key("lead") ?? map.cursor).add(.leadMissing)
      return nil
    }
    if case .map = cursor.kindName {
      guard let selection = cursor.selection(units, .lead) else { return nil }
      if !findsSomebody(selection) { cursor.add(.leadUnfound) }
      return .each(selection)
    }
    guard let codes = cursor.unitList(units) else { return nil }
    guard !codes.isEmpty else {
      cursor.add(.leadMissing)
      return nil
    }
    if !findsSomebody(UnitSelection(units: Set(codes))) { cursor.add(.leadUnfound) }
    return .units(codes)
  }
}
