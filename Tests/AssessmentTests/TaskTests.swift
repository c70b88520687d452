import Assessment
import PlanModel
import Testing

struct TaskTests {
  private func scene(
    _ deadline: Deadline, lead: PlanTask.Lead = .units(["X1"]), happened: String? = nil
  ) throws -> Scene {
    var scene = try Scene(["X1", "X2", "X3"])
    scene.tasks = [
      PlanTask(code: "V.1-01", clause: "V.1", lead: lead, summary: "", deadline: deadline)
    ]
    if let happened {
      scene.occurrences = [
        Occurrence(event: "HD", occurredOn: try day("2025-01-01"), document: ""),
        Occurrence(event: "HD", occurredOn: try day(happened), document: "1-HD/TW"),
        Occurrence(event: "KHAC", occurredOn: try day("2022-01-01"), document: ""),
      ]
    }
    return scene
  }

  private func state(
    _ scene: Scene, _ text: String = "2024-Q3", asOf: String = "2024-10-05",
    _ place: SourceLocation = #_sourceLocation
  ) throws -> String {
    let tasks = try scene.assess(text, asOf: asOf).tasks
    let one = try #require(tasks.first, sourceLocation: place)
    return "\(one.state.rawValue) \(one.daysOverdue) \(one.dueOn?.description ?? "-")"
  }

  /// Due on 30 September 2024, by each rule that can say so; counted on 5 October.
  private static let rules: [Deadline.Rule] = [
    .on(.last(ofMonth: 9, year: 2024)), .after(event: "HD", months: 3),
  ]

  @Test(arguments: rules)
  func withADateIsOneOfFourStates(rule: Deadline.Rule) throws {
    let scene = try scene(Deadline(rule), happened: "2024-06-30")
    #expect(try state(scene) == "overdue 5 2024-09-30")
    #expect(try state(scene, asOf: "2024-09-30") == "not_due 0 2024-09-30")
    #expect(try state(scene, asOf: "2024-10-01T00:00") == "overdue 1 2024-09-30")
    for status in TaskStatus.allCases where status != .done {
      var other = scene
      try other.add("X1", "2024-Q3", status)
      #expect(try state(other) == "overdue 5 2024-09-30")
    }
    var onTime = scene
    try onTime.add("X1", "2024-Q3", .done, on: "2024-09-30")
    #expect(try state(onTime) == "done_on_time 0 2024-09-30")
    var late = scene
    try late.add("X1", "2024-Q3", .done, on: "2024-10-02")
    #expect(try state(late) == "done_late 2 2024-09-30")
  }

  @Test(arguments: [
    ("2024-09", "2024-09-30"), ("2024-Q3", "2024-09-30"), ("2024-H1", "2024-06-30"),
    ("2024", "2024-12-31"), ("2024-9M", "2024-09-30"),
  ])
  func withinAPeriodIsDueOnItsLastDay(text: String, due: String) throws {
    let task = try scene(Deadline(.within(try period(text)))).assess("2024-Q3").tasks[0]
    #expect(task.dueOn?.description == due)
    let range = try scene(Deadline(.years(from: 2022, to: 2024))).assess("2024-Q3").tasks[0]
    #expect(range.dueOn?.description == "2024-12-31")
  }

  @Test(arguments: [
    ("2024-09-16T08:00", "done_on_time 0 2024-09-30"),
    ("2024-10-02T08:00", "done_on_time 0 2024-09-30"),
  ])
  func withoutADateIsDoneByTheEndOfThePeriodThatSaysSo(received: String, expected: String) throws {
    var scene = try scene(Deadline(.on(try day("2024-09-30"))))
    try scene.add("X1", "2024-Q3", .done, at: received)
    #expect(try state(scene) == expected)
    #expect(try scene.assess("2024-Q3").tasks[0].completedOn == nil)
  }

  @Test func aDateOnceGivenStands() throws {
    var scene = try scene(Deadline(.on(try day("2024-03-01"))))
    try scene.add("X1", "2024-Q1", .done, on: "2024-02-20")
    try scene.add("X1", "2024-Q2", .done)
    try scene.add("X1", "2024-Q3", .done)
    for text in ["2024-Q1", "2024-Q2", "2024-Q3"] {
      #expect(try state(scene, text) == "done_on_time 0 2024-03-01")
      #expect(try scene.assess(text).tasks[0].completedOn?.description == "2024-02-20")
    }
  }

  @Test func aLaterDateReplacesIt() throws {
    var scene = try scene(Deadline(.on(try day("2024-03-01"))))
    try scene.add("X1", "2024-Q1", .done, on: "2024-02-20")
    try scene.add("X1", "2024-Q2", .done, on: "2024-03-11")
    try scene.add("X1", "2024-Q3", .done)
    #expect(try state(scene) == "done_late 10 2024-03-01")
  }

  @Test func aDateTakenBackStandsNoLonger() throws {
    var scene = try scene(Deadline(.on(try day("2024-03-01"))))
    try scene.add("X1", "2024-Q1", .done, on: "2024-02-20")
    try scene.add("X1", "2024-Q2", .inProgress)
    try scene.add("X1", "2024-Q3", .done)
    #expect(try state(scene) == "done_late 198 2024-03-01")
    #expect(try scene.assess("2024-Q3").tasks[0].completedOn == nil)
  }

  @Test func aDateOfAnEarlierCycleIsNotThisOne() throws {
    var scene = try scene(Deadline(.every(.quarter)))
    try scene.add("X1", "2024-Q2", .done, on: "2024-06-20")
    try scene.add("X1", "2024-Q3", .done)
    #expect(try state(scene) == "done_on_time 0 2024-09-30")
    #expect(try scene.assess("2024-Q3").tasks[0].completedOn == nil)
  }

  @Test func whatWasTakenBackIsDoneWhenItIsSaidAgain() throws {
    var scene = try scene(Deadline(.on(try day("2024-04-30"))))
    try scene.add("X1", "2024-Q1", .done)
    #expect(try state(scene) == "done_on_time 0 2024-04-30")
    try scene.add("X1", "2024-Q2", .inProgress)
    #expect(try state(scene) == "overdue 158 2024-04-30")
    // an earlier period is not read in the light of a later one
    #expect(try state(scene, "2024-Q1", asOf: "2024-04-05") == "done_on_time 0 2024-04-30")
    try scene.add("X1", "2024-Q3", .done)
    #expect(try state(scene) == "done_late 138 2024-04-30")
  }

  @Test(arguments: [
    (Deadline.Rule.continuous, TaskStatus?.none, "continuous 0 -"),
    (.continuous, .done, "continuous 0 -"),
    (.continuous, .notStarted, "continuous 0 -"), (.programme, nil, "unstated 0 -"),
    (.programme, .inProgress, "unstated 0 -"), (.programme, .done, "done_on_time 0 -"),
    (.unstated, nil, "unstated 0 -"), (.unstated, .suspended, "unstated 0 -"),
    (.unstated, .done, "done_on_time 0 -"), (.after(event: "HD", months: 3), nil, "waiting 0 -"),
    (.after(event: "HD", months: nil), .waiting, "waiting 0 -"),
    (.after(event: "HD", months: nil), .inProgress, "waiting 0 -"),
    (.after(event: "HD", months: 3), .done, "done_on_time 0 -"),
  ])
  func withoutADeadlineSaysWhy(rule: Deadline.Rule, status: TaskStatus?, expected: String) throws {
    var scene = try scene(Deadline(rule))
    if let status { try scene.add("X1", "2024-Q3", status) }
    #expect(try state(scene) == expected)
  }

  @Test(arguments: [
    (Int?.some(6), "2024-05-20", "2024-10-05", "not_due 0 2024-11-20"),
    (3, "2024-05-20", "2024-10-05", "overdue 46 2024-08-20"),
    (nil, "2024-05-20", "2024-10-05", "unstated 0 -"),
    (3, "2024-05-20", "2024-05-19", "waiting 0 -"),
    (0, "2024-05-20", "2024-05-20", "not_due 0 2024-05-20"),
    (.max, "2024-05-20", "2024-10-05", "not_due 0 9999-12-20"),
  ])
  func wakesWithItsEvent(months: Int?, happened: String, asOf: String, expected: String) throws {
    let scene = try scene(Deadline(.after(event: "HD", months: months)), happened: happened)
    #expect(try state(scene, asOf: asOf) == expected)
  }

  @Test(arguments: [
    ("2024-09-30", TaskStatus?.none, "not_due 0 2024-09-30"),
    ("2024-10-05", nil, "overdue 5 2024-09-30"),
    ("2024-10-05", .notStarted, "overdue 5 2024-09-30"),
    ("2024-10-05", .inProgress, "continuous 0 2024-09-30"),
    ("2024-10-05", .done, "continuous 0 2024-09-30"),
    ("2024-09-30", .done, "done_on_time 0 2024-09-30"),
  ])
  func goesOnAfterAFirstDeadline(asOf: String, status: TaskStatus?, expected: String) throws {
    var scene = try scene(Deadline(.on(try day("2024-09-30")), then: .continuous))
    if let status { try scene.add("X1", "2024-Q3", status) }
    #expect(try state(scene, asOf: asOf) == expected)
  }

  @Test(arguments: [
    (
      Deadline(.on(.last(ofMonth: 6, year: 2023)), then: .yearly), "2023-Q3",
      "overdue 97 2023-06-30"
    ),
    (
      Deadline(.on(.last(ofMonth: 6, year: 2023)), then: .yearly), "2023-Q2", "overdue 5 2023-06-30"
    ),
    (
      Deadline(.on(.last(ofMonth: 6, year: 2023)), then: .yearly), "2024-Q1", "not_due 0 2024-12-31"
    ),
    (
      Deadline(.on(.last(ofMonth: 6, year: 2023)), then: .yearly), "2024-Q4", "overdue 5 2024-12-31"
    ),
    (Deadline(.every(.quarter)), "2024-Q3", "overdue 5 2024-09-30"),
    (Deadline(.every(.half)), "2024-Q3", "not_due 0 2024-12-31"),
    (Deadline(.every(.year)), "2024-Q3", "not_due 0 2024-12-31"),
    (Deadline(.every(.month)), "2024-Q3", "overdue 5 2024-09-30"),
  ])
  func recursInCycles(deadline: Deadline, text: String, expected: String) throws {
    let end = try period(text).span.last.adding(days: 5)
    #expect(try state(scene(deadline), text, asOf: end.description) == expected)
  }

  @Test func whatWasDoneForAnEarlierCycleDoesNotCountForThisOne() throws {
    var scene = try scene(Deadline(.every(.year)))
    try scene.add("X1", "2023-Q4", .done, on: "2023-12-20")
    #expect(try state(scene, "2023-Q4", asOf: "2024-01-05") == "done_on_time 0 2023-12-31")
    #expect(try state(scene) == "not_due 0 2024-12-31")
    try scene.add("X1", "2024-Q3", .done, on: "2023-12-20")
    #expect(try state(scene) == "not_due 0 2024-12-31")
    try scene.add("X1", "2024-Q4", .done)
    #expect(try state(scene, "2024-Q4", asOf: "2025-01-05") == "done_on_time 0 2024-12-31")
  }

  @Test func severalLeadsAreTrackedOnceUnderTheFirst() throws {
    var scene = try scene(Deadline(.on(try day("2024-09-30"))), lead: .units(["X1", "X2", "X1"]))
    try scene.add("X1", "2024-Q1", .inProgress)
    try scene.add("X2", "2024-Q2", .done, on: "2024-06-01")
    let tasks = try scene.assess("2024-Q3").tasks
    #expect(tasks.map(\.unit) == ["X1"])
    #expect(tasks[0].state == .doneOnTime)
    // in one period the body named first has the word
    try scene.add("X1", "2024-Q2", .inProgress)
    #expect(try scene.assess("2024-Q3").tasks[0].state == .overdue)
    let nobody = try self.scene(Deadline(.unstated), lead: .units([])).assess("2024-Q3").tasks
    #expect(nobody.map(\.unit) == [""])
  }

  @Test func whoTookOverFromTheFirstHasTheWordOfTheFirst() throws {
    var scene = try scene(Deadline(.on(try day("2024-09-30"))), lead: .units(["X1", "X2"]))
    scene.units.removeAll { $0.code == "X1" }
    scene.units.append(try commune("X1", to: "2024-03-31", ("X9", "1")))
    scene.units.append(try commune("X9", from: "2024-04-01"))
    try scene.add("X2", "2024-Q3", .inProgress)
    try scene.add("X9", "2024-Q3", .done, on: "2024-09-01")
    let tasks = try scene.assess("2024-Q3").tasks
    #expect(tasks.map(\.unit) == ["X9"])
    #expect(tasks[0].state == .doneOnTime)
  }

  @Test func aTaskOfEachUnitIsTrackedUnderEach() throws {
    var scene = try scene(
      Deadline(.on(try day("2024-09-30"))), lead: .each(UnitSelection(kinds: ["xa"])))
    scene.units.append(try unit("X4", from: "2024-10-01"))
    try scene.add("X1", "2024-Q3", .done, on: "2024-09-01")
    try scene.add("X3", "2024-Q3", .done, on: "2024-10-03")
    let tasks = try scene.assess("2024-Q3").tasks
    #expect(tasks.map(\.unit) == ["X1", "X2", "X3"])
    #expect(tasks.map(\.state) == [.doneOnTime, .overdue, .doneLate])
    #expect(tasks.map(\.hasFallenDue) == [true, true, true])
    #expect(tasks.map(\.isCompleted) == [true, false, true])
  }
}
