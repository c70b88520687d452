import Assessment
import PlanModel
import TestSupport
import Testing

func day(_ text: String, _ place: SourceLocation = #_sourceLocation) throws -> CalendarDate {
  try #require(CalendarDate.parse(text), sourceLocation: place)
}

func period(_ text: String, _ place: SourceLocation = #_sourceLocation) throws -> Period {
  try #require(Period.parse(text), sourceLocation: place)
}

func number(_ text: String, _ place: SourceLocation = #_sourceLocation) throws -> FixedDecimal {
  try #require(FixedDecimal.parse(text), sourceLocation: place)
}

/// A part of a whole in hundredths, as plans write targets.
func percent(_ value: Int) -> FixedDecimal { FixedDecimal(Int128(value), fractionDigits: 2) }

func unit(
  _ code: String, _ kind: String = "xa", under parent: String? = "T", from: String = "2020-01-01",
  to: String? = nil, members: Int? = nil
) throws -> Unit {
  Unit(
    code: code, name: code, kind: kind, parent: parent, validFrom: try day(from),
    validTo: try to.map { try day($0) }, members: members)
}

/// A commune that gives way to others, each with its share of the figures.
func commune(
  _ code: String, from: String = "2020-01-01", to: String? = nil,
  _ successors: (String, String?)..., members: Int? = nil
) throws -> Unit {
  try commune(code, from: from, to: to, successors: successors, members: members)
}

func commune(
  _ code: String, from: String = "2020-01-01", to: String? = nil,
  successors: [(String, String?)], members: Int? = nil
) throws -> Unit {
  Unit(
    code: code, name: code, kind: "xa", parent: "T", validFrom: try day(from),
    validTo: try to.map { try day($0) },
    successors: try successors.map {
      Unit.Succession(unit: $0.0, share: try $0.1.map { try number($0) })
    }, members: members)
}

/// A share that is a stock, collected every quarter, unless said otherwise.
func indicator(
  _ targets: [Target] = [], code: String = "CT01", measure: Indicator.Measure = .share,
  denominator: String? = nil, _ numeratorKind: Indicator.Accumulation = .stock,
  over denominatorKind: Indicator.Accumulation = .stock,
  at denominatorTime: Indicator.DenominatorTime = .latest,
  combination: Indicator.Combination = .sum, collected: Cadence = .quarter,
  carriesForward: Bool = false
) -> Indicator {
  Indicator(
    code: code, clause: "", name: "", shortName: "", unitOfMeasure: "", measure: measure,
    numerator: "", denominator: denominator, numeratorKind: numeratorKind,
    denominatorKind: denominatorKind, denominatorTime: denominatorTime, combination: combination,
    reporters: UnitSelection(kinds: ["xa"]), collected: collected, carriesForward: carriesForward,
    targets: targets)
}

func yearly(_ comparison: Target.Comparison, isPerUnit: Bool = false) -> Target {
  Target(comparison, .every(.year, from: nil, to: nil), isPerUnit: isPerUnit)
}

/// An office with one plan, 2022 to 2030, and what was sent to it.
struct Scene {
  var units: [Unit]
  var indicators: [Indicator] = []
  var tasks: [PlanTask] = []
  var occurrences: [Occurrence] = []
  var events: [PlanEvent] = []
  var firstPeriod: Period?
  var years = 2022...2030
  var calendar = ReportingCalendar(closing: .day(14))
  var receipts: [Receipt] = []
  var book = FigureBook()
  var structure: CalendarDate?

  /// The root T with communes under it.
  init(_ communes: [String], _ indicators: Indicator...) throws {
    units = [try unit("T", "tinh", under: nil)] + (try communes.map { try unit($0) })
    self.indicators = indicators
  }

  init(units: [Unit], _ indicators: Indicator...) {
    self.units = units
    self.indicators = indicators
  }

  /// Takes in figures, separated by semicolons: `X1 2024-Q3 5/100; X2 2024-Q3 -/`. A part without
  /// anything is blank, `-` is not applicable.
  mutating func add(_ figures: String, of indicator: String = "CT01") throws {
    for item in figures.split(separator: ";") {
      let words = item.split(separator: " ").map(String.init)
      try #require(words.count == 3, "\(item)")
      let parts = words[2].split(separator: "/", omittingEmptySubsequences: false)
      try #require(parts.count <= 2, "\(item)")
      let figure = Figure(
        plan: "P", indicator: indicator, row: receipts.count + 2,
        numerator: try Self.entry(parts[0]),
        denominator: try parts.count == 2 ? Self.entry(parts[1]) : .blank, note: "")
      // other figures are other bytes
      book.add(figure, of: try receive(words[0], words[1], sha256: words[2]))
    }
  }

  private static func entry(_ text: Substring) throws -> Entry {
    switch text {
    case "": .blank
    case "-": .notApplicable
    default: .value(try number(String(text)))
    }
  }

  /// Takes in a report on a task.
  mutating func add(
    task: String = "V.1-01", _ unit: String, _ period: String, _ status: TaskStatus,
    on completed: String? = nil, at received: String? = nil
  ) throws {
    let report = TaskReport(
      plan: "P", task: task, row: 2, status: status, percent: nil,
      completedOn: try completed.map { try day($0) }, documentNumber: "", note: "")
    book.add(report, of: try receive(unit, period, .task, at: received))
  }

  /// Receives a file without rows; by default on the fifteenth of the period's last month.
  @discardableResult
  mutating func receive(
    _ unit: String, _ text: String, _ form: Form = .indicator, _ state: SubmissionState = .accepted,
    at received: String? = nil, version: Int = 1, sha256: String = ""
  ) throws -> Receipt {
    let period = try period(text)
    let same = receipts.filter { $0.unit == unit && $0.period == period && $0.form == form }
    let moment = try received.map {
      try #require(CivilTime.parse($0, utcOffsetMinutes: 420))
    }
    let receipt = Receipt(
      number: Int64(receipts.count + 1), period: period, unit: unit, form: form, file: "",
      version: version, revision: same.count + 1, state: state, sha256: sha256, size: 0,
      receivedAt: moment
        ?? CivilTime(
          period.span.last.adding(days: 15 - period.span.last.day), secondOfDay: 36_000),
      documentNumber: "", rows: 0, errors: 0, explanations: 0)
    receipts.append(receipt)
    return receipt
  }

  func assess(_ text: String, asOf: String? = nil) throws -> PlanAssessment {
    let period = try period(text)
    let moment =
      try asOf.map { try #require(CivilTime.parse($0, utcOffsetMinutes: 420)) }
      ?? CivilTime.end(of: period.span.last.adding(days: 5))
    let plan = Plan(
      code: "P", number: "", title: "", firstYear: years.lowerBound, lastYear: years.upperBound,
      cadence: .quarter, firstPeriod: firstPeriod, reportedBy: "T", indicators: indicators,
      tasks: tasks, events: events)
    let form = Organisation.Form(
      superior: "", issuerLine: "", place: "", reportSign: "", letterSign: "", draft: "",
      signature: [], reportRecipients: [], letterRecipients: [], archive: "", contact: "",
      notice: nil)
    let organisation = Organisation(
      code: "o", name: "", issuer: "", committee: "", unitsNoun: "", form: form,
      calendar: calendar, denominatorChangeLimit: .zero, period: nil, asOf: nil)
    let office = Office(
      organisation: organisation, registry: UnitRegistry(units: units, root: "T"), plans: [plan],
      occurrences: occurrences)
    return PlanAssessment(
      AssessmentInput(
        office: office, plan: plan, period: period, asOf: moment,
        submissions: SubmissionBook(receipts: receipts, asOf: moment), figures: book,
        structure: structure))
  }

  /// The cell of a unit, by default of the root.
  func cell(
    _ text: String, _ window: Window, _ unit: String = "T",
    _ place: SourceLocation = #_sourceLocation
  ) throws -> IndicatorCell {
    let assessment = try #require(try assess(text).indicators.first, sourceLocation: place)
    return try #require(assessment.cell(unit, window), sourceLocation: place)
  }
}

extension IndicatorCell {
  /// `12/100`, `12` without a denominator, `none` without a figure.
  var figures: String {
    guard let numerator = tally.numerator else { return "none" }
    return numerator.plainText + (tally.denominator.map { "/" + $0.plainText } ?? "")
  }

  /// `2/3`: counted of expected.
  var coverage: String { "\(countedUnits.count)/\(expectedUnits.count)" }
}
