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

/// Some units together, or one by itself, in a window: places in a reading, and what they come to.
struct Group {
  let node: Reporters.Node
  let reading: Reading
  /// The places of those expected to have a figure.
  private(set) var expected: [Int]
  /// The codes of those expected.
  private(set) var expectedUnits: [String]
  /// The places of those expected without a full figure.
  private var missingPlaces: [Int] = []
  /// What its parts say together.
  private(set) var sum = Tally()
  /// The units whose figures are in it, as they were before a reorganisation.
  let convertedFrom: [String]
  /// The units that have ended and whose figures of the window nobody will bring any more.
  let lostUnits: [String]
  /// Whether nobody is a part of the window.
  let isEmpty: Bool

  /// Goes over its units once: of a country they are many, and each is far to fetch.
  init(_ node: Reporters.Node, _ reading: Reading) {
    self.node = node
    self.reading = reading
    let tallies = reading.tallies
    var (expectedCount, rowCount) = (0, 0)
    var firstPart: Int?
    var converted: [String] = []
    var lost: [String] = []
    for place in node.places {
      if tallies[place].isLost { lost.append(reading.reporters.codes[place]) }
      guard tallies[place].isPart else { continue }
      if firstPart == nil { firstPart = place }
      sum.addNumbers(of: tallies[place].tally)
      rowCount += tallies[place].tally.sources.count
      converted += tallies[place].convertedFrom
      guard reading.isAsked, tallies[place].isExpected else { continue }
      expectedCount += 1
      if !tallies[place].isComplete { missingPlaces.append(place) }
    }
    isEmpty = firstPart == nil
    convertedFrom = converted.uniqued()
    lostUnits = lost
    if expectedCount == node.places.count {
      // mostly all are, and need no list of their own
      (expected, expectedUnits) = (node.places, node.units)
    } else if expectedCount == 0 {
      (expected, expectedUnits) = ([], [])
    } else {
      expected = node.places.filter { tallies[$0].isPart && tallies[$0].isExpected }
      expectedUnits = expected.map { reading.reporters.codes[$0] }
    }
    if !node.isTotal {
      sum.sources = firstPart.map { tallies[$0].tally.sources } ?? []
    } else if reading.namesSources {
      sum.sources = Sources(count: rowCount, parts.map { tallies[$0].tally.sources })
    }
  }

  /// The same with nobody else expected.
  func expecting(only place: Int) -> Group {
    var group = self
    group.expected = expected.filter { $0 == place }
    group.expectedUnits = group.expected.map { reading.reporters.codes[$0] }
    group.missingPlaces = missingPlaces.filter { $0 == place }
    return group
  }

  var window: Window { reading.window }
  /// Whether it is more than one unit by itself.
  var isTotal: Bool { node.isTotal }

  /// The places of those that are a part of the window.
  var parts: some Collection<Int> {
    let tallies = reading.tallies
    return node.places.lazy.filter { tallies[$0].isPart }
  }

  /// Those expected without a full figure.
  var missing: [UnitTally] { missingPlaces.map { reading.tallies[$0] } }
  /// What each of them can still bring.
  var possible: [UnitTally.Possible] { missingPlaces.map { reading.tallies[$0].possible } }
  /// Whether nobody's figure is missing.
  var countsAll: Bool { missingPlaces.isEmpty }
  /// The codes of those expected without a full figure.
  var missingUnits: [String] { missingPlaces.map { reading.reporters.codes[$0] } }

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
