import Assessment
import PlanModel
import Testing

/// Tasks that go on, tasks that wait for other tasks, and the rate of completion.
struct StandingTaskTests {
  private func task(_ deadline: Deadline, code: String = "V.1-01", _ lead: PlanTask.Lead? = nil)
    -> PlanTask
  {
    PlanTask(
      code: code, clause: "V.1", lead: lead ?? .units(["X1"]), summary: "", deadline: deadline)
  }

  private func scene(_ tasks: PlanTask...) throws -> Scene {
    var scene = try Scene(["X1", "X2"])
    scene.tasks = tasks
    return scene
  }

  @Test(arguments: [Deadline.Rule.continuous, .periodic])
  func standingWorkIsJudgedByTheReportsOfThePeriod(rule: Deadline.Rule) throws {
    var scene = try scene(task(Deadline(rule)))
    func standing() throws -> StandingReport? {
      let task = try scene.assess("2024-Q3").tasks[0]
      #expect(task.state == .continuous)
      #expect(!task.hasFallenDue)
      return task.standing
    }
    #expect(try standing() == .missing)
    try scene.add("X1", "2024-Q2", .inProgress)
    #expect(try standing() == .missing)
    try scene.add("X1", "2024-Q3", .inProgress)
    #expect(try standing() == .active)
    for (status, expected) in [
      (TaskStatus.done, StandingReport.active), (.suspended, .idle), (.notStarted, .idle),
      (.waiting, .idle),
    ] {
      var other = try self.scene(task(Deadline(rule)))
      try other.add("X1", "2024-Q3", status)
      #expect(try other.assess("2024-Q3").tasks[0].standing == expected)
    }
  }

  @Test func otherTasksAreNotStanding() throws {
    let scene = try scene(
      task(Deadline(.unstated)), task(Deadline(.every(.quarter)), code: "V.1-02"))
    #expect(try scene.assess("2024-Q3").tasks.map(\.standing) == [nil, nil])
    #expect(try scene.assess("2024-Q3").tasks.map(\.firstDelivery) == [nil, nil])
  }

  /// Due by 30 June 2024, and then standing work or due every year.
  @Test(
    arguments: [
      // not yet due
      ("2024-Q2", "2024-06-30", [] as [(String, TaskStatus, String?)], "none"),
      // nothing so far: as late as the day of counting
      ("2024-Q3", "2024-10-05", [], "- 97"),
      ("2024-Q3", "2024-10-05", [("2024-Q2", .notStarted, nil)], "- 97"),
      // in time, by its day or by the period that says so
      ("2024-Q3", "2024-10-05", [("2024-Q2", .done, "2024-06-30")], "2024-06-30 0"),
      // its day was left out at first, and given when it was asked for
      (
        "2024-Q4", "2025-01-05",
        [("2024-Q2", .notStarted, nil), ("2024-Q3", .done, nil), ("2024-Q4", .done, "2024-06-20")],
        "2024-06-20 0"
      ),
      // late, and not forgotten when the work goes on
      ("2024-Q3", "2024-10-05", [("2024-Q3", .done, "2024-07-10")], "2024-07-10 10"),
      (
        "2024-Q4", "2025-01-05", [("2024-Q3", .done, "2024-07-10"), ("2024-Q4", .inProgress, nil)],
        "2024-07-10 10"
      ),
    ], [Deadline.Continuation.continuous, .yearly])
  func theFirstDeliveryIsRemembered(given: Delivery, then: Deadline.Continuation) throws {
    #expect(try firstDelivery(given, then) == given.expected)
  }

  /// Standing work is delivered by being under way.
  @Test(
    arguments: [
      ("2024-Q3", "2024-10-05", [("2024-Q2", .inProgress, nil)], "2024-06-15 0"),
      (
        "2024-Q4", "2025-01-05", [("2024-Q2", .notStarted, nil), ("2024-Q3", .inProgress, nil)],
        "2024-09-15 77"
      ),
      // already under way when first asked: since when, nobody knows
      ("2024-Q4", "2025-01-05", [("2024-Q4", .inProgress, nil)], "- 0"),
      // what stood at the deadline stays delivered; what had stopped by then was not
      (
        "2024-Q3", "2024-10-05", [("2024-Q2", .inProgress, nil), ("2024-Q3", .suspended, nil)],
        "2024-06-15 0"
      ),
      (
        "2024-Q3", "2024-10-05", [("2024-Q1", .inProgress, nil), ("2024-Q2", .suspended, nil)],
        "- 97"
      ),
      (
        "2024-Q3", "2024-10-05",
        [("2024-Q1", .done, nil), ("2024-Q2", .suspended, nil), ("2024-Q3", .inProgress, nil)],
        "2024-09-15 77"
      ),
    ] as [Delivery])
  func standingWorkIsDeliveredWhenItIsUnderWay(given: Delivery) throws {
    #expect(try firstDelivery(given, .continuous) == given.expected)
  }

  /// What is due every year is delivered by being done.
  @Test(
    arguments: [
      ("2024-Q3", "2024-10-05", [("2024-Q2", .inProgress, nil)], "- 97"),
      (
        "2025-Q1", "2025-04-05",
        [("2024-Q2", .inProgress, nil), ("2024-Q3", .done, "2024-09-10")], "2024-09-10 72"
      ),
      // in the deadline's own year the day of the report counts, as it does for the state
      ("2025-Q1", "2025-04-05", [("2024-Q3", .done, nil)], "2024-09-15 77"),
      // asked for the first time in a later year: nobody knows
      ("2025-Q1", "2025-04-05", [("2025-Q1", .inProgress, nil)], "- 0"),
    ] as [Delivery])
  func yearlyWorkIsDeliveredWhenItIsDone(given: Delivery) throws {
    #expect(try firstDelivery(given, .yearly) == given.expected)
  }

  @Test(
    "standing work that was delivered in time is not overdue when it rests later",
    arguments: [
      ([("2024-Q2", .done), ("2024-Q3", .suspended)], "continuous 0"),
      ([("2024-Q2", .inProgress), ("2024-Q3", .notStarted)], "continuous 0"),
      ([("2024-Q1", .inProgress), ("2024-Q2", .suspended)], "overdue 97"),
      ([("2024-Q3", .suspended)], "overdue 97"),
    ] as [([(String, TaskStatus)], String)])
  func standingWorkThatRests(reports: [(String, TaskStatus)], expected: String) throws {
    var scene = try scene(task(Deadline(.on(try day("2024-06-30")), then: .continuous)))
    for (period, status) in reports { try scene.add("X1", period, status) }
    let task = try scene.assess("2024-Q3", asOf: "2024-10-05").tasks[0]
    #expect("\(task.state.rawValue) \(task.daysOverdue)" == expected)
  }

  typealias Delivery = (
    text: String, asOf: String, reports: [(String, TaskStatus, String?)], expected: String
  )

  private func firstDelivery(_ given: Delivery, _ then: Deadline.Continuation) throws -> String {
    var scene = try scene(task(Deadline(.on(try day("2024-06-30")), then: then)))
    for (period, status, day) in given.reports { try scene.add("X1", period, status, on: day) }
    let first = try scene.assess(given.text, asOf: given.asOf).tasks[0].firstDelivery
    return first.map { "\($0.deliveredOn?.description ?? "-") \($0.daysLate)" } ?? "none"
  }

  // MARK: chains

  /// The Centre guides (an event), the Board issues (V.1-05), the units apply (V.8-01).
  private func chain() throws -> Scene {
    var scene = try scene(
      task(Deadline(.after(event: "TW", months: 3)), code: "V.1-05"),
      task(
        Deadline(.after(event: "TU", months: 1)), code: "V.8-01",
        .each(UnitSelection(kinds: ["xa"]))))
    scene.events = [
      PlanEvent(code: "TW", name: ""), PlanEvent(code: "TU", name: "", causedBy: "V.1-05"),
    ]
    return scene
  }

  private func states(
    _ scene: Scene, _ text: String = "2024-Q3", asOf: String = "2024-10-05"
  ) throws -> String {
    try scene.assess(text, asOf: asOf).tasks
      .map { "\($0.state.rawValue) \($0.dueOn?.description ?? "-")" }.joined(separator: "; ")
  }

  @Test func aChainIsFollowedThroughTheTaskThatCausesTheEvent() throws {
    var scene = try chain()
    #expect(try states(scene) == "waiting -; waiting -; waiting -")
    scene.occurrences = [
      Occurrence(event: "TW", occurredOn: try day("2024-07-01"), document: "")
    ]
    #expect(try states(scene) == "overdue 2024-10-01; waiting -; waiting -")
    try scene.add(task: "V.1-05", "X1", "2024-Q3", .done, on: "2024-09-20")
    #expect(
      try states(scene) == "done_on_time 2024-10-01; not_due 2024-10-20; not_due 2024-10-20")
    #expect(
      try states(scene, asOf: "2024-10-25")
        == "done_on_time 2024-10-01; overdue 2024-10-20; overdue 2024-10-20")
    let applied = try scene.assess("2024-Q3", asOf: "2024-10-25").tasks[1]
    #expect(applied.occurrence?.occurredOn == (try day("2024-09-20")))
    // as of a moment before, it has not happened
    #expect(try scene.assess("2024-Q3", asOf: "2024-09-19").tasks[1].state == .waiting)
    // what was taken back has not happened either
    try scene.add(task: "V.1-05", "X1", "2024-Q4", .inProgress)
    #expect(try scene.assess("2024-Q4", asOf: "2025-01-05").tasks[1].state == .waiting)
  }

  @Test func whatEventsSayCountsWhenItIsEarlier() throws {
    var scene = try chain()
    scene.occurrences = [
      Occurrence(event: "TU", occurredOn: try day("2024-08-01"), document: "5-QĐ/TU")
    ]
    try scene.add(task: "V.1-05", "X1", "2024-Q3", .done, on: "2024-09-20")
    let task = try scene.assess("2024-Q3").tasks[1]
    #expect(task.dueOn == (try day("2024-09-01")))
    #expect(task.occurrence?.document == "5-QĐ/TU")
  }

  @Test func aTaskOfEachUnitHasHappenedWhenAllHaveDoneIt() throws {
    var scene = try scene(
      task(Deadline(.unstated), code: "A", .each(UnitSelection(kinds: ["xa"]))),
      task(Deadline(.after(event: "E", months: 1)), code: "B"))
    scene.events = [PlanEvent(code: "E", name: "", causedBy: "A")]
    try scene.add(task: "A", "X1", "2024-Q3", .done, on: "2024-09-01")
    #expect(try scene.assess("2024-Q3").tasks[2].state == .waiting)
    try scene.add(task: "A", "X2", "2024-Q3", .done, on: "2024-09-04")
    #expect(try scene.assess("2024-Q3").tasks[2].dueOn == (try day("2024-10-04")))
  }

  @Test func aRingIsNoTrap() throws {
    var scene = try scene(task(Deadline(.after(event: "E", months: 1)), code: "A"))
    scene.events = [PlanEvent(code: "E", name: "", causedBy: "A")]
    #expect(try scene.assess("2024-Q3").tasks[0].state == .waiting)
  }

  // MARK: the rate of completion

  @Test(arguments: [
    // its time has passed
    ("2024-09-30", "2024-10-05", TaskStatus?.none, "overdue due open"),
    ("2024-09-30", "2024-10-05", .done, "done_on_time due done"),
    // on its last day, and before it, it has not fallen due, done or not
    ("2024-09-30", "2024-09-30", nil, "not_due - open"),
    ("2024-12-31", "2024-10-05", .done, "done_on_time - open"),
    ("2024-12-31", "2024-10-05", nil, "not_due - open"),
  ])
  func onlyWhatHasFallenDueCounts(
    due: String, asOf: String, status: TaskStatus?, expected: String
  ) throws {
    var scene = try scene(task(Deadline(.on(try day(due)))))
    if let status { try scene.add("X1", "2024-Q3", status, on: "2024-09-10") }
    let row = try scene.assess("2024-Q3", asOf: asOf).tasks[0]
    let text =
      "\(row.state.rawValue) \(row.hasFallenDue ? "due" : "-") \(row.isCompleted ? "done" : "open")"
    #expect(text == expected)
  }

  @Test(arguments: [
    Deadline.Rule.unstated, .programme, .after(event: "HD", months: nil),
    .after(event: "HD", months: 3),
  ])
  func whatIsDoneWithoutADateIsNotInIt(rule: Deadline.Rule) throws {
    var scene = try scene(task(Deadline(rule)))
    try scene.add("X1", "2024-Q3", .done)
    let row = try scene.assess("2024-Q3").tasks[0]
    #expect(row.state == .doneOnTime)
    #expect(!row.hasFallenDue && !row.isCompleted)
  }

  /// After its first deadline work that goes on is judged by its reports: what is under way is not done.
  @Test func workThatGoesOnLeavesTheRate() throws {
    var scene = try scene(task(Deadline(.on(try day("2024-06-30")), then: .continuous)))
    let open = try scene.assess("2024-Q3").tasks[0]
    #expect(open.hasFallenDue && !open.isCompleted)
    try scene.add("X1", "2024-Q3", .inProgress)
    let going = try scene.assess("2024-Q3").tasks[0]
    #expect(going.state == .continuous)
    #expect(!going.hasFallenDue && !going.isCompleted)
    #expect(going.firstDelivery?.daysLate == 0)
  }
}
