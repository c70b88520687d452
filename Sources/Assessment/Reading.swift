import PlanModel

/// What the units say in a window: of those that exist when the period ends, and of those that do not and
/// yet have a figure in it.
///
/// A class, because every group of units looks into it.
final class Reading {
  let window: Window
  let reporters: Reporters
  /// One for each reporter, by its place; only those marked so are a part of the window.
  let tallies: [UnitTally]
  /// Whether figures are due in the window, or some came anyway.
  let isAsked: Bool
  /// Whether figures of the whole window were asked for: a sum over a year in which collecting began
  /// is no year's sum.
  let isWhole: Bool
  /// Whether totals name the rows they were made from.
  let namesSources: Bool

  init(
    window: Window, reporters: Reporters, tallies: [UnitTally], isAsked: Bool, isWhole: Bool,
    namesSources: Bool
  ) {
    self.namesSources = namesSources
    self.window = window
    self.reporters = reporters
    self.tallies = tallies
    self.isAsked = isAsked
    self.isWhole = isWhole
  }
}

/// Some units together, or one by itself, in a window: places in a reading.
struct Group {
  let node: Reporters.Node
  let reading: Reading
  /// The places of those expected to have a figure.
  let expected: [Int]
  /// The codes of those expected.
  let expectedUnits: [String]

  init(_ node: Reporters.Node, _ reading: Reading) {
    self.node = node
    self.reading = reading
    guard reading.isAsked else {
      (expected, expectedUnits) = ([], [])
      return
    }
    let tallies = reading.tallies
    // mostly all are, and need no list of their own
    if node.places.allSatisfy({ tallies[$0].isPart && tallies[$0].isExpected }) {
      expected = node.places
      expectedUnits = node.units
    } else {
      expected = node.places.filter { tallies[$0].isPart && tallies[$0].isExpected }
      expectedUnits = expected.map { tallies[$0].unit }
    }
  }

  private init(_ group: Group, expecting places: [Int]) {
    node = group.node
    reading = group.reading
    expected = places
    expectedUnits = places.map { group.reading.tallies[$0].unit }
  }

  /// The same with nobody else expected.
  func expecting(only place: Int) -> Group {
    Group(self, expecting: expected.filter { $0 == place })
  }

  var window: Window { reading.window }
  /// Whether it is more than one unit by itself.
  var isTotal: Bool { node.isTotal }

  /// The places of those that are a part of the window.
  var parts: some Collection<Int> {
    let tallies = reading.tallies
    return node.places.lazy.filter { tallies[$0].isPart }
  }

  var isEmpty: Bool { !node.places.contains { reading.tallies[$0].isPart } }
  /// Those expected without a full figure.
  var missing: [UnitTally] {
    expected.compactMap { reading.tallies[$0].isComplete ? nil : reading.tallies[$0] }
  }
  /// Whether nobody's figure is missing.
  var countsAll: Bool { expected.allSatisfy { reading.tallies[$0].isComplete } }
  /// The codes of those expected without a full figure.
  var missingUnits: [String] {
    expected.compactMap { reading.tallies[$0].isComplete ? nil : reading.tallies[$0].unit }
  }

  /// What its parts say together.
  var sum: Tally {
    if !isTotal { return parts.first.map { reading.tallies[$0].tally } ?? Tally() }
    var sum = Tally()
    var rows = 0
    for place in parts {
      sum.addNumbers(of: reading.tallies[place].tally)
      rows += reading.tallies[place].tally.sources.count
    }
    if reading.namesSources {
      sum.sources = Sources(count: rows, parts.lazy.map { reading.tallies[$0].tally.sources })
    }
    return sum
  }

  /// The members that the register gives some of them together; nil where it does not know one.
  func members(_ places: [Int]) -> Int? {
    var sum = 0
    for place in places {
      guard let members = reading.reporters.members[place] else { return nil }
      sum += members
    }
    return sum
  }
}
