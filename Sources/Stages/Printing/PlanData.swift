import Foundation
import PlanModel

/// A plan as other programs read it (`--json`): every field, numbers as exact decimal strings, absent
/// ones as null, keys in order.
struct PlanData {
  let plan: Plan
  /// The code of the organisation it belongs to.
  let organisation: String

  /// One line.
  var text: String {
    let data = try? JSONSerialization.data(
      withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  private var object: [String: Any] {
    [
      "organisation": organisation, "plan": plan.code, "number": plan.number, "title": plan.title,
      "issued_on": orNull(plan.issuedOn?.description), "issued_by": orNull(plan.issuedBy),
      "basis": orNull(plan.basis), "term": ["from": plan.firstYear, "to": plan.lastYear],
      "reporting": [
        "by": plan.reportedBy, "to": plan.reportedTo, "every": plan.cadence.rawValue,
        "from": orNull(plan.firstPeriod?.description),
      ] as [String: Any],
      "duties": plan.duties.map(duty), "indicators": plan.indicators.map(indicator),
      "checks": plan.checks.map(check), "tasks": plan.tasks.map(task),
      "events": plan.events.map {
        ["code": $0.code, "name": $0.name, "caused_by": orNull($0.causedBy)] as [String: Any]
      },
    ]
  }

  private func orNull(_ text: String?) -> Any { text.map { $0 as Any } ?? NSNull() }

  private func duty(_ duty: ReportingDuty) -> [String: Any] {
    [
      "clause": duty.clause, "by": lead(duty.by), "to": duty.to, "every": duty.frequency.name,
      "matter": orNull(duty.matter),
    ]
  }

  private func check(_ check: CrossCheck) -> [String: Any] {
    [
      "rule": check.rule, "severity": check.severity.rawValue, "message": orNull(check.message),
    ]
  }

  private func selection(_ selection: UnitSelection) -> [String: Any] {
    ["kinds": selection.kinds.sorted(), "units": selection.units.sorted()]
  }

  private func lead(_ lead: PlanTask.Lead) -> Any {
    switch lead {
    case .units(let codes): codes
    case .each(let selection): self.selection(selection)
    }
  }

  // MARK: indicators

  private func indicator(_ indicator: Indicator) -> [String: Any] {
    [
      "code": indicator.code, "clause": indicator.clause, "name": indicator.name,
      "short": indicator.shortName, "measure": indicator.measure.rawValue,
      "unit_of_measure": indicator.unitOfMeasure, "decimals": indicator.decimals,
      "numerator": indicator.numerator, "denominator": orNull(indicator.denominator),
      "kind": [
        "numerator": indicator.numeratorKind.rawValue,
        "denominator": indicator.denominatorKind.rawValue,
        "denominator_at": indicator.denominatorTime.rawValue,
      ],
      "over_units": indicator.combination.rawValue, "collected": indicator.collected.rawValue,
      "carry_forward": indicator.carriesForward, "never_falls": indicator.neverFalls,
      "flows": indicator.flows.map {
        ["in": orNull($0.incoming), "out": orNull($0.outgoing)] as Any
      } ?? NSNull(),
      "reported_by": selection(indicator.reporters),
      "targets": indicator.targets.map(target),
    ]
  }

  private func target(_ target: Target) -> [String: Any] {
    var object = schedule(target.schedule)
    if object["milestones"] == nil {
      object.merge(comparison(target.comparison)) { first, _ in first }
    }
    object["per"] = target.isPerUnit ? "unit" : NSNull()
    object["base"] =
      target.comparison.change == nil ? target.start.map { start($0) as Any } ?? NSNull() : NSNull()
    return object
  }

  private func schedule(_ schedule: Target.Schedule) -> [String: Any] {
    switch schedule {
    case .every(let cadence, let from, let to):
      [
        "every": cadence.rawValue, "from": from ?? plan.firstYear, "to": to ?? plan.lastYear,
      ]
    case .by(let year): ["by": year]
    case .overTerm: ["over": "term"]
    case .milestones(let milestones, let path):
      [
        "milestones": milestones.map { milestone in
          comparison(milestone.comparison).merging(["year": milestone.year]) { first, _ in first }
        }, "path": path.rawValue,
      ]
    }
  }

  private func comparison(_ comparison: Target.Comparison) -> [String: Any] {
    switch comparison {
    case .above(let bound), .atLeast(let bound), .below(let bound), .atMost(let bound),
      .exactly(let bound), .maintain(let bound):
      [comparison.name: bound.plainText]
    case .between(let low, let high): [comparison.name: [low.plainText, high.plainText]]
    case .about(let centre, let tolerance):
      [comparison.name: centre.plainText, "tolerance": tolerance.plainText]
    case .increase(let change), .decrease(let change): [comparison.name: self.change(change)]
    case .exists: [comparison.name: true]
    }
  }

  /// A part of the base is written in per cent, as in plan files; a number is not.
  private func change(_ change: Target.Change) -> [String: Any] {
    let amount: Any =
      switch change.amount {
      case .by(let number): number.plainText
      case .part(let part):
        FixedDecimal(part.significand * 100, fractionDigits: part.fractionDigits).plainText + "%"
      case nil: NSNull()
      }
    let base: Any =
      switch change.base {
      case .previousYear: "previous_year"
      case .previousPeriod: "previous_period"
      case .fixed(let start): self.start(start)
      }
    return ["by": amount, "against": base]
  }

  private func start(_ start: Target.Start) -> [String: Any] {
    ["year": start.year, "value": start.value.plainText]
  }

  // MARK: tasks

  private func task(_ task: PlanTask) -> [String: Any] {
    [
      "code": task.code, "clause": task.clause, "lead": lead(task.lead), "with": task.cooperating,
      "summary": task.summary, "product": orNull(task.product), "deadline": task.deadline.code,
    ]
  }
}
