import Documents
import PlanModel
import VietnameseText

/// A plan as an officer would read it (`--list`): by clause, with who reports, who leads, by when.
struct PlanListing {
  let plan: Plan
  let office: Office

  /// How many units are named before the rest is counted.
  private static let mostNames = 6

  /// The plan in one line.
  var head: String {
    "\(plan.code): Kế hoạch số \(plan.number) \(plan.title) (\(plan.firstYear)-\(plan.lastYear)): "
      + "\(plan.indicators.count) chỉ tiêu, \(plan.tasks.count) nhiệm vụ"
  }

  /// The whole plan.
  var lines: [String] {
    wrap(head, width: 80, hanging: 2) + origin.flatMap { wrap($0, width: 80, hanging: 2) }
      + section("CHỈ TIÊU", plan.indicators, clause: \.clause, words)
      + section("NHIỆM VỤ", plan.tasks, clause: \.clause, words) + events + [""]
  }

  // MARK: where it comes from, who reports

  private var origin: [String] {
    var lines: [String] = []
    let issued = [
      plan.issuedOn.map { "ngày \(PlanWords.day($0))" }, plan.issuedBy.map { "do \($0)" },
    ].compactMap(\.self)
    if !issued.isEmpty { lines.append("Ban hành: \(issued.joined(separator: ", ")).") }
    let from = plan.firstPeriod.map { " từ \(PlanWords.period($0))" } ?? ""
    lines.append(
      "Theo dõi, báo cáo: \(office.registry.name(plan.reportedBy)),"
        + " \(PlanWords.cadence(plan.cadence))\(from)\(receivers(plan.reportedTo)).")
    lines += plan.duties.map { duty in
      "Báo cáo (mục \(duty.clause)): \(leads(duty.by)),"
        + " \(PlanWords.frequency(duty.frequency))\(receivers(duty.to))"
        + (duty.matter.map { "; nội dung: \($0)" } ?? "") + "."
    }
    return lines
  }

  private func receivers(_ codes: [String]) -> String {
    codes.isEmpty
      ? "" : "; gửi \(codes.map { office.recipientName($0) ?? $0 }.joined(separator: ", "))"
  }

  // MARK: indicators and tasks

  /// The items by clause, in the order in which clauses first come.
  private func section<Item>(
    _ title: String, _ items: [Item], clause: (Item) -> String, _ words: (Item) -> String
  ) -> [String] {
    guard !items.isEmpty else { return [] }
    var order: [String] = []
    var groups: [String: [String]] = [:]
    for item in items {
      let clause = clause(item)
      if groups[clause] == nil { order.append(clause) }
      groups[clause, default: []] += wrap(words(item), width: 80, hanging: 4)
    }
    return ["", title] + order.flatMap { ["Mục \($0)"] + (groups[$0] ?? []) }
  }

  private func words(_ indicator: Indicator) -> String {
    let targets = indicator.targets.map { PlanWords.target($0, of: indicator, in: plan) }
    let asked = targets.isEmpty ? "không đặt mức" : targets.joined(separator: "; ")
    let collected =
      indicator.collected == plan.cadence ? "" : " " + PlanWords.cadence(indicator.collected)
    return "\(indicator.code) \(indicator.name): \(asked)."
      + " Đơn vị báo cáo\(collected): \(units(indicator.reporters))."
  }

  private func words(_ task: PlanTask) -> String {
    var parts = ["\(task.code) \(task.summary)", "Chủ trì: \(leads(task.lead))"]
    if !task.cooperating.isEmpty {
      parts.append(
        "Phối hợp: \(task.cooperating.map(office.registry.name).joined(separator: ", "))")
    }
    parts.append("Hạn: \(PlanWords.deadline(task.deadline, of: plan))")
    if let product = task.product { parts.append("Sản phẩm: \(product)") }
    return parts.joined(separator: ". ") + "."
  }

  private func leads(_ lead: PlanTask.Lead) -> String {
    switch lead {
    case .units(let codes): codes.map { office.registry.name($0) }.joined(separator: ", ")
    case .each(let selection): "từng đơn vị (\(units(selection)))"
    }
  }

  /// The units of a selection during the plan's years, by name; many are counted.
  private func units(_ selection: UnitSelection) -> String {
    var seen: Set<String> = []
    let names = office.registry.units.filter { unit in
      selection.contains(unit) && unit.validFrom <= plan.term.last
        && (unit.validTo.map { plan.term.first <= $0 } ?? true) && seen.insert(unit.code).inserted
    }.map { office.registry.name($0.code) }
    let shown = names.prefix(Self.mostNames).joined(separator: ", ")
    let rest = names.count - Self.mostNames
    return rest > 0 ? "\(shown) và \(counted(Int128(rest))) đơn vị khác" : shown
  }

  // MARK: events

  private var events: [String] {
    guard !plan.events.isEmpty else { return [] }
    return ["", "VIỆC NHIỆM VỤ PHẢI ĐỢI"]
      + plan.events.flatMap { wrap(words($0), width: 80, hanging: 4) }
  }

  private func words(_ event: PlanEvent) -> String {
    let waiting = plan.tasks.filter {
      if case .after(event.code, _) = $0.deadline.rule { return true }
      return false
    }.map(\.code)
    var text = "\(event.code) \(event.name): "
    text += waiting.isEmpty ? "không nhiệm vụ nào" : "nhiệm vụ \(waiting.joined(separator: ", "))"
    if let cause = event.causedBy { text += "; do nhiệm vụ \(cause) tạo ra" }
    let happened = office.occurrences.filter { $0.event == event.code }.map(\.occurredOn).min()
    if let happened { text += "; đã có ngày \(PlanWords.day(happened))" }
    return text + "."
  }
}
