public import PlanModel
import Synchronization
import VietnameseText

/// What the plans of an office ask for in one period, made once for all files of the period.
///
/// Every indicator has a number: what a reader knows of it (its first row, its past) stands in lists
/// under that number, so that no text is hashed for every row.
public final class AskedFigures: Sendable {
  /// A plan that is collected in the period, and the numbers of its indicators, in their order.
  final class AskedPlan: Sendable {
    let plan: Plan
    let numbers: Range<Int>

    init(_ plan: Plan, _ numbers: Range<Int>) {
      self.plan = plan
      self.numbers = numbers
    }

    func indicator(_ number: Int) -> Indicator { plan.indicators[number - numbers.lowerBound] }
  }

  /// An indicator as a row names it.
  struct AskedIndicator {
    let plan: String
    let code: String
    let traits: Traits
    let reporters: UnitSelection
    fileprivate let planBytes: [UInt8]
    fileprivate let codeBytes: [UInt8]
  }

  /// What rows of an indicator are judged by.
  struct Traits: OptionSet {
    let rawValue: UInt16

    /// A row with its code is read as an indicator's, whatever else stands in it.
    static let hasPlainCode = Traits(rawValue: 1)
    static let isCollected = Traits(rawValue: 2)
    static let isWhole = Traits(rawValue: 4)
    static let isShare = Traits(rawValue: 8)
    static let isQuotient = Traits(rawValue: 16)
    static let hasDenominator = Traits(rawValue: 32)
    // what is held against the past
    static let mayJump = Traits(rawValue: 64)
    static let mayNotFall = Traits(rawValue: 128)
    static let isFlow = Traits(rawValue: 256)
  }

  /// What the office itself decides.
  public let office: Office
  /// The period.
  public let period: Period
  /// The plans collected in it.
  let plans: [AskedPlan]
  /// Their indicators, by number.
  let indicators: [AskedIndicator]
  private let numbers: [String: [String: Int]]
  /// The names of all indicators and tasks, folded when somebody first looks for one.
  private let subjects = Mutex<Set<PlainKey>?>(nil)
  /// Which indicators a unit owes by its kind alone.
  private let owedByKind: [String: [Bool]]

  /// Asks what `office` asks in `period`.
  public init(_ office: Office, in period: Period) {
    self.office = office
    self.period = period
    var plans: [AskedPlan] = []
    var indicators: [AskedIndicator] = []
    var numbers: [String: [String: Int]] = [:]
    for plan in office.plans where plan.isCollected(in: period) && numbers[plan.code] == nil {
      let start = indicators.count
      var ofPlan: [String: Int] = [:]
      for indicator in plan.indicators {
        if ofPlan[indicator.code] == nil { ofPlan[indicator.code] = indicators.count }
        indicators.append(AskedIndicator(indicator, of: plan, in: period))
      }
      plans.append(AskedPlan(plan, start..<indicators.count))
      numbers[plan.code] = ofPlan
    }
    self.plans = plans
    self.indicators = indicators
    self.numbers = numbers
    owedByKind = Dictionary(
      Set(office.registry.units.map(\.kind)).map { kind in
        (kind, indicators.map { $0.reporters.kinds.contains(kind) })
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of a plan's indicator, most likely `guess`; nil of a plan that is not collected.
  func number(_ guess: Int, _ indicator: String, of plan: String) -> Int? {
    if guess < indicators.count, indicators[guess].code == indicator,
      indicators[guess].plan == plan
    {
      return guess
    }
    return numbers[plan]?[indicator]
  }

  /// The number of the indicator that two cells name as the plan writes it, most likely `guess`.
  func number(_ guess: Int, _ cell: Span<UInt8>, of planCell: Span<UInt8>) -> Int? {
    if guess < indicators.count, indicators[guess].isNamed(by: planCell, cell) { return guess }
    let found = numbers[text(planCell)]?[text(cell)]
    return found.flatMap { indicators[$0].isNamed(by: planCell, cell) ? $0 : nil }
  }

  private func text(_ bytes: Span<UInt8>) -> String {
    String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
  }

  /// Whether a text is the name of an indicator or a task of any plan.
  func isSubject(_ name: String) -> Bool {
    let key = PlainKey(name)
    return subjects.withLock { subjects in
      let known =
        subjects
        ?? Set(
          office.plans.flatMap { $0.indicators.map(\.name) + $0.tasks.map(\.summary) }
            .map { PlainKey($0) })
      subjects = known
      return known.contains(key)
    }
  }

  /// Whether a unit is asked for each indicator, by number.
  func owed(by unit: Unit) -> [Bool] {
    guard var owed = owedByKind[unit.kind] else {
      return indicators.map { $0.reporters.contains(unit) }
    }
    for number in indicators.indices where !indicators[number].reporters.units.isEmpty {
      owed[number] = indicators[number].reporters.contains(unit)
    }
    return owed
  }
}

extension AskedFigures.AskedIndicator {
  init(_ indicator: Indicator, of plan: Plan, in period: Period) {
    self.plan = plan.code
    code = indicator.code
    reporters = indicator.reporters
    planBytes = Array(plan.code.utf8)
    codeBytes = Array(indicator.code.utf8)
    let facts: [(AskedFigures.Traits, Bool)] = [
      (.hasPlainCode, RowReader.isPlainCode(indicator.code, of: plan)),
      (.isCollected, indicator.isCollected(in: period)),
      (.isWhole, indicator.measure.isWhole),
      (.isShare, indicator.measure == .share),
      (.isQuotient, indicator.isQuotient),
      (.hasDenominator, indicator.measure.hasDenominator),
      (.mayJump, indicator.isQuotient && indicator.denominatorKind == .stock),
      (.mayNotFall, indicator.neverFalls),
      (.isFlow, indicator.numeratorKind == .flow),
    ]
    traits = facts.reduce(into: []) { if $1.1 { $0.insert($1.0) } }
  }

  /// Whether two cells are the codes, byte for byte.
  func isNamed(by planCell: Span<UInt8>, _ cell: Span<UInt8>) -> Bool {
    traits.contains(.hasPlainCode) && cell.equals(codeBytes) && planCell.equals(planBytes)
  }
}

extension Span<UInt8> {
  fileprivate func equals(_ bytes: [UInt8]) -> Bool {
    guard count == bytes.count else { return false }
    for place in indices where self[place] != bytes[place] { return false }
    return true
  }
}
