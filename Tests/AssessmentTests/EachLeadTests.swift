import Assessment
import PlanModel
import Testing

/// Tasks that each unit of a kind owes, while units end, merge and begin.
struct EachLeadTests {
  /// A and B merge into X on 1 July 2024, C goes on, N begins beside them; T1 is due at the end of 2023,
  /// and T2 three months after all have done it.
  private func scene(with others: Unit...) throws -> Scene {
    var scene = Scene(
      units: [
        try unit("T", "tinh", under: nil),
        try commune("A", to: "2024-06-30", ("X", nil)),
        try commune("B", to: "2024-06-30", ("X", nil)),
        try commune("C"), try commune("X", from: "2024-07-01"),
      ] + others)
    scene.tasks = [
      PlanTask(
        code: "T1", clause: "", lead: .each(UnitSelection(kinds: ["xa"])), summary: "",
        deadline: Deadline(.within(try period("2023-Q4")))),
      PlanTask(
        code: "T2", clause: "", lead: .units(["T"]), summary: "",
        deadline: Deadline(.after(event: "EV", months: 3))),
    ]
    scene.events = [PlanEvent(code: "EV", name: "", causedBy: "T1")]
    return scene
  }

  private func report(_ scene: inout Scene, _ units: String...) throws {
    for unit in units {
      try scene.add(task: "T1", unit, "2023-Q4", .done, on: "2023-12-20")
    }
  }

  /// `X done_on_time; C overdue 5`.
  private func states(_ scene: Scene, _ period: String, _ task: String = "T1") throws -> String {
    try scene.assess(period).tasks.filter { $0.task.code == task }.map {
      "\($0.unit) \($0.state.rawValue)" + ($0.daysOverdue > 0 ? " \($0.daysOverdue)" : "")
    }.joined(separator: "; ")
  }

  @Test func whatAllBeforeItHaveDoneIsDoneForTheSuccessor() throws {
    var scene = try scene()
    try report(&scene, "A", "B", "C")
    #expect(try states(scene, "2024-Q2") == "A done_on_time; B done_on_time; C done_on_time")
    #expect(try states(scene, "2024-Q3") == "C done_on_time; X done_on_time")
    #expect(try scene.assess("2024-Q3").tasks[1].completedOn?.description == "2023-12-20")
    // until it says otherwise itself
    try scene.add(task: "T1", "X", "2024-Q3", .inProgress)
    #expect(try states(scene, "2024-Q3") == "C done_on_time; X overdue 279")
  }

  @Test func aSuccessorThatSaysDoneAgainHasNotDoneItAnew() throws {
    var scene = try scene()
    try report(&scene, "A", "B", "C")
    try scene.add(task: "T1", "X", "2024-Q3", .done)
    #expect(try states(scene, "2024-Q3") == "C done_on_time; X done_on_time")
  }

  @Test func whatOneBeforeItHasNotDoneIsLeftToTheSuccessor() throws {
    var scene = try scene()
    try report(&scene, "A", "C")
    #expect(try states(scene, "2024-Q3") == "C done_on_time; X overdue 279")
    #expect(try scene.assess("2024-Q3").tasks[1].report == nil)
    try scene.add(task: "T1", "B", "2024-Q1", .inProgress)
    #expect(try scene.assess("2024-Q3").tasks[1].report?.period == period("2024-Q1"))
    try scene.add(task: "T1", "X", "2024-Q3", .done, on: "2024-08-01")
    #expect(try states(scene, "2024-Q3") == "C done_on_time; X done_late 214")
  }

  @Test func aSuccessorOfASuccessorTakesOverToo() throws {
    var scene = try scene()
    scene.units[4] = try commune("X", from: "2024-07-01", to: "2024-12-31", ("Y", nil))
    scene.units.append(try commune("Y", from: "2025-01-01"))
    try report(&scene, "A", "B", "C")
    #expect(try states(scene, "2025-Q1") == "C done_on_time; Y done_on_time")
  }

  @Test func anEventThatHasHappenedStaysSo() throws {
    var scene = try scene(with: try commune("N", from: "2024-03-01"))
    try report(&scene, "A", "B")
    #expect(try states(scene, "2023-Q4", "T2") == "T waiting")
    try report(&scene, "C")
    for period in ["2023-Q4", "2024-Q1", "2024-Q3"] {
      let task = try #require(try scene.assess(period).tasks.last)
      #expect(task.occurrence?.occurredOn.description == "2023-12-20", "\(period)")
    }
    // one that goes on without having been done holds it up, through whoever took over from it
    var open = try self.scene()
    try report(&open, "A", "C")
    #expect(try states(open, "2024-Q3", "T2") == "T waiting")
    try open.add(task: "T1", "X", "2024-Q3", .done, on: "2024-08-01")
    #expect(
      try open.assess("2024-Q3").tasks.last?.occurrence?.occurredOn.description == "2024-08-01")
  }

  @Test func anEventThatHasHappenedBeforeTheDeadlineStaysSo() throws {
    var scene = try scene(with: try commune("N", from: "2024-03-01"))
    scene.tasks[0] = PlanTask(
      code: "T1", clause: "", lead: .each(UnitSelection(kinds: ["xa"])), summary: "",
      deadline: Deadline(.within(try period("2024-Q4"))))
    try report(&scene, "A", "B", "C")
    for period in ["2023-Q4", "2024-Q1", "2024-Q3"] {
      let task = try #require(try scene.assess(period).tasks.last)
      #expect(task.occurrence?.occurredOn.description == "2023-12-20", "\(period)")
    }
    #expect(try states(scene, "2024-Q3").hasSuffix("N not_due"))
  }

  @Test func whoBeganAfterTheDeadlineIsNotAskedUnlessItTookOver() throws {
    let scene = try scene(
      with: try commune("N", from: "2024-01-01"), try commune("D", from: "2023-12-31"),
      // renamed, it is the same body
      try commune("R", to: "2024-03-31"), try commune("R", from: "2024-04-01"))
    let late = try scene.assess("2024-Q3")
    #expect(late.tasks.map(\.unit) == ["C", "X", "D", "R", "T"])
    let office = late.input.office
    let units = office.registry.units(on: try day("2024-09-30"))
    let asked = units.filter { scene.tasks[0].isLed(by: $0) }.map(\.code)
    #expect(asked == ["C", "X", "D", "R"])
  }

  @Test func endedLeadsAreNamedWithWhoTookOver() throws {
    let scene = try scene()
    let rows = try scene.assess("2024-Q3").tasks
    let ended = rows.first { $0.unit == "X" }?.endedLeads ?? []
    #expect(
      ended.map { "\($0.unit) \($0.last) \($0.successors)" } == [
        "A 2024-06-30 [\"X\"]", "B 2024-06-30 [\"X\"]",
      ])
    #expect(try scene.assess("2024-Q2").tasks.allSatisfy(\.endedLeads.isEmpty))
    #expect(rows.first { $0.unit == "C" }?.endedLeads.isEmpty == true)
  }
}
