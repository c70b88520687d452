import Assessment
import PlanModel
import Testing

struct SubmissionTests {
  /// 2024-Q3 closes on Saturday 14 September and is due on Tuesday 17, 17:00.
  private func scene() throws -> Scene { try Scene(["X1", "X2", "X3", "X4"], indicator()) }

  @Test(arguments: [
    ("2024-09-15T08:00", SubmissionClass.onTime, 0), ("2024-09-17T17:00:00", .onTime, 0),
    ("2024-09-17T17:00:01", .late, 1), ("2024-09-17T17:05", .late, 1),
    ("2024-09-18T08:00", .late, 1),
    ("2024-09-18T17:01", .late, 1), ("2024-09-19T00:00", .late, 2), ("2024-10-01T10:00", .late, 14),
  ])
  func isOnTimeOrLateByItsFirstAcceptedRevision(
    received: String, state: SubmissionClass, days: Int
  ) throws {
    var scene = try scene()
    try scene.receive("X1", "2024-Q3", at: received)
    try scene.receive("X1", "2024-Q3", at: "2024-10-02T10:00", sha256: "other bytes")
    let one = try #require(try scene.assess("2024-Q3").submissions.first)
    #expect(one.state == state)
    #expect(one.daysLate == days)
    #expect(one.dueAt.description == "2024-09-17T17:00:00")
    #expect(one.receivedAt == scene.receipts[0].receivedAt)
    #expect(one.inForce?.number == 2)
    #expect(one.periodsWithout == 0)
  }

  @Test func theFourClassesAddUpToWhatWasExpected() throws {
    var scene = try scene()
    try scene.receive("X1", "2024-Q3", at: "2024-09-15T08:00")
    try scene.receive("X2", "2024-Q3", at: "2024-09-20T08:00")
    try scene.receive("X3", "2024-Q3", .indicator, .returned, at: "2024-09-15T08:00")
    try scene.receive("X9", "2024-Q3", at: "2024-09-15T08:00")
    let all = try scene.assess("2024-Q3").submissions
    #expect(all.map(\.key.unit) == ["X1", "X2", "X3", "X4"])
    #expect(all.map(\.state) == [.onTime, .late, .returned, .missing])
    // until the moment of counting, the end of 5 October
    #expect(all.map(\.daysLate) == [0, 3, 18, 18])
    #expect(all.map { $0.shown?.number } == [1, 2, 3, nil])
    let parts = SubmissionClass.allCases.map { part in all.count { $0.state == part } }
    #expect(parts.reduce(0, +) == all.count)
  }

  @Test func nothingIsLateBeforeItIsDue() throws {
    let all = try scene().assess("2024-Q3", asOf: "2024-09-17T17:00").submissions
    #expect(all.map(\.daysLate) == [0, 0, 0, 0])
    #expect(all.map(\.state) == [.missing, .missing, .missing, .missing])
    #expect(all.map(\.periodsWithout) == [0, 0, 0, 0])
  }

  @Test func aReturnedRevisionLeavesTheEarlierAcceptedOneInForce() throws {
    var scene = try scene()
    try scene.receive("X1", "2024-Q3", at: "2024-09-15T08:00")
    try scene.receive("X1", "2024-Q3", .indicator, .returned, at: "2024-09-25T08:00", version: 2)
    let one = try #require(try scene.assess("2024-Q3").submissions.first)
    #expect(one.state == .onTime)
    #expect(one.inForce?.number == 1)
    #expect(one.latest?.number == 2)
    #expect(one.shown?.number == 1)
  }

  @Test func aReturnedFileThatIsMendedAfterItsTimeIsLate() throws {
    var scene = try scene()
    try scene.receive("X1", "2024-Q3", .indicator, .returned, at: "2024-09-15T08:00")
    try scene.receive("X1", "2024-Q3", at: "2024-09-19T08:00", version: 2)
    let one = try #require(try scene.assess("2024-Q3").submissions.first)
    #expect(one.state == .late)
    #expect(one.daysLate == 2)
    #expect(one.inForce?.number == 2)
  }

  @Test func theHigherVersionIsInForceWhateverCameFirst() throws {
    var scene = try scene()
    try scene.receive("X1", "2024-Q3", at: "2024-09-15T08:00", version: 2)
    try scene.receive("X1", "2024-Q3", at: "2024-09-15T09:00", version: 1)
    let one = try #require(try scene.assess("2024-Q3").submissions.first)
    #expect(one.inForce?.number == 1)
    #expect(one.latest?.number == 2)
    try scene.receive("X1", "2024-Q3", at: "2024-09-15T10:00", version: 2)
    #expect(try scene.assess("2024-Q3").submissions.first?.inForce?.number == 3)
  }

  @Test func aMomentOfCountingKnowsOnlyWhatHadCome() throws {
    var scene = try scene()
    try scene.receive("X1", "2024-Q3", at: "2024-09-15T08:00")
    try scene.receive("X1", "2024-Q3", at: "2024-09-25T08:00")
    let moments = ["2024-09-15T07:59:59", "2024-09-15T08:00", "2024-09-24", "2024-09-25T08:00"]
    let inForce = try moments.map {
      try scene.assess("2024-Q3", asOf: $0).submissions.first?.inForce?.number
    }
    #expect(inForce == [nil, 1, 1, 2])
  }

  @Test func rowsInForceAreOfTheLatestAcceptedRevisions() throws {
    var scene = try scene()
    try scene.receive("X2", "2024-Q3")
    try scene.receive("X1", "2024-Q3")
    try scene.receive("X1", "2024-Q3", .task)
    try scene.receive("X2", "2024-Q3", .indicator, .returned)
    try scene.receive("X1", "2024-Q3")
    try scene.receive("X3", "2024-Q3", .indicator, .returned)
    let book = try scene.assess("2024-Q3", asOf: "2024-12-31").input.submissions
    #expect(book.allInForce.map(\.number) == [1, 3, 5])
    #expect(
      book.revisions(of: .init(unit: "X2", period: try period("2024-Q3"), form: .indicator)).count
        == 2)
  }

  @Test(arguments: [
    (["X1 2024-Q3"], 0), (["X1 2024-Q2"], 1), (["X1 2024-Q1"], 2), (["X2 2024-Q1"], 3), ([], 1),
    (["X2 2023-Q3"], 5), (["X2 2023-Q3", "X1 2023-Q4"], 3), (["X2 2021-Q3"], 11),
  ])
  func countsPeriodsInARowWithoutAValidSubmission(received: [String], count: Int) throws {
    var scene = try scene()
    for item in received {
      let words = item.split(separator: " ").map(String.init)
      try scene.receive(words[0], words[1])
    }
    #expect(try scene.assess("2024-Q3").submissions.first?.periodsWithout == count)
  }

  @Test func aReturnedFileIsNoValidSubmission() throws {
    var scene = try scene()
    try scene.receive("X1", "2024-Q1", .indicator, .returned)
    try scene.receive("X1", "2024-Q2", .indicator, .returned)
    try scene.receive("X1", "2024-Q3", .indicator, .returned)
    #expect(try scene.assess("2024-Q3").submissions.first?.periodsWithout == 3)
  }

  @Test func countsOverAReorganisationAndOverPeriodsThatOweNothing() throws {
    var moved = Scene(
      units: [
        try unit("T", "tinh", under: nil), try unit("X1", from: "2024-04-01", to: "2024-06-30"),
        try unit("X1", from: "2024-07-01"),
      ], indicator())
    try moved.receive("X9", "2022-Q1")
    // it did not exist in the first quarter
    #expect(try moved.assess("2024-Q3").submissions.first?.periodsWithout == 2)
    var yearly = try Scene(["X1"], indicator(collected: .year))
    try yearly.receive("X9", "2022-Q1")
    #expect(try yearly.assess("2024-Q3").submissions.isEmpty)
    #expect(try yearly.assess("2024-Q4").submissions.first?.periodsWithout == 3)
  }
}
