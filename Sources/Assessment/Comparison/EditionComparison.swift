public import PlanModel

/// What differs between two assessments of one plan and period: the earlier edition, and the later one.
///
/// First the rows that moved something, then what followed from them. Days that went by move states of
/// tasks too; those are told apart by their reports.
public struct EditionComparison: Sendable {
  /// The figure of a unit in a period it reports on, before and now; at least one of them is there.
  public struct FigureChange: Hashable, Sendable {
    /// The unit's code.
    public let unit: String
    /// The indicator's code.
    public let indicator: String
    /// The period the figure speaks of.
    public let period: Period
    /// The row that was in force; nil when there was none.
    public let old: Reported<Figure>?
    /// The row in force now; nil when there is none any more.
    public let new: Reported<Figure>?
    /// The submission that moved it: that of the new row, or the one that has no such row any more.
    public let mover: Receipt?

    /// Whether a later revision left the row out.
    public var isWithdrawn: Bool { old != nil && new == nil }
    /// Whether a number takes the place of another entry that had been issued.
    public var isCorrection: Bool { old != nil && new != nil }
  }

  /// A value of a unit, or of all units under one, that has changed.
  public struct CellChange: Sendable {
    /// The indicator.
    public let indicator: Indicator
    /// The cell before; nil when there was none.
    public let old: IndicatorCell?
    /// The cell now; nil when there is none.
    public let new: IndicatorCell?

    /// The unit's code.
    public var unit: String { (new ?? old)?.unit ?? "" }
    /// The window.
    public var window: Window { (new ?? old)?.window ?? .period }
    /// Whether it stands for the units below it.
    public var isTotal: Bool { (new ?? old)?.isTotal ?? false }
    /// Whether numerator or denominator moved.
    var hasMoved: Bool {
      old?.tally.numerator != new?.tally.numerator
        || old?.tally.denominator != new?.tally.denominator
    }
    /// Whether the verdict is another one.
    public var hasTurned: Bool { old?.verdict != new?.verdict }

    /// Those targets under which the verdict is another one than before: all but one that binds now as then,
    /// for of that one the verdict of the value itself tells. A target that the plan did not have has turned
    /// nothing.
    public var turnedBeside: [TargetTurn] {
      var before = old.map { [$0.outcome].compactMap(\.self) + $0.others } ?? []
      let binding = new?.outcome.flatMap { now in
        old?.outcome.map { $0.target.isPlanned(as: now.target) } ?? true ? nil : now
      }
      return ([binding].compactMap(\.self) + (new?.others ?? [])).compactMap { now in
        guard let same = before.firstIndex(where: { $0.target.isPlanned(as: now.target) }) else {
          return nil
        }
        let was = before.remove(at: same).verdict
        return was == now.verdict ? nil : TargetTurn(target: now.target, old: was, new: now.verdict)
      }
    }
    /// Whether the plan asks for the same as before, but a change is counted from another number.
    public var hasOtherBase: Bool {
      guard let was = old?.target, let now = new?.target else { return false }
      return was != now && was.isPlanned(as: now)
    }
    /// The row that speaks for all units now, where the newest figure does and it is of another submission
    /// than before; nil otherwise.
    public var speaker: Source? {
      guard isTotal, indicator.combination == .last, let now = new?.tally.sources.last,
        old?.tally.sources.last?.receipt != now.receipt
      else { return nil }
      return now
    }
    /// Whether more, fewer or other units are counted or expected.
    public var hasOtherCoverage: Bool {
      old?.missingUnits != new?.missingUnits || old?.expectedUnits != new?.expectedUnits
    }
  }

  /// A target under which a value means something else.
  public struct TargetTurn: Hashable, Sendable {
    /// The target.
    public let target: Target
    /// What the value meant before.
    public let old: Verdict
    /// What it means now.
    public let new: Verdict
  }

  /// An earlier total that the one of the period is held against, where it is another one than before.
  public struct ComparisonChange: Sendable {
    /// The indicator.
    public let indicator: Indicator
    /// The earlier period.
    public let period: Period
    /// The window.
    public let window: Window
    /// What was held against, over the units that have figures at both times; nil when nothing was.
    public let old: Tally?
    /// What is held against now; nil when nothing is.
    public let new: Tally?
  }

  /// A unit's place among the units of an indicator's main window; 1 is the best, equals share a place.
  public struct RankChange: Hashable, Sendable {
    /// The indicator.
    public let indicator: Indicator
    /// The unit's code.
    public let unit: String
    /// The place before; nil when it had no value, or one in which figures were missing.
    public let old: Int?
    /// The place now; nil when it has no value, or one in which figures are missing.
    public let new: Int?
  }

  /// A task that stands elsewhere.
  public struct TaskChange: Hashable, Sendable {
    /// Where it stood; nil when it was not tracked.
    public let old: TaskAssessment?
    /// Where it stands; nil when it is no longer tracked.
    public let new: TaskAssessment?
    /// The submission that moved it; nil when none did.
    public let mover: TaskMover?
    /// The office's own file that moved it, where no submission did; nil when time did.
    public let officeFile: OfficeFile?

    /// Whether nothing but time moved it.
    public var isMovedByTime: Bool { mover == nil && officeFile == nil }
  }

  /// A file of the office that says who does what by when.
  public enum OfficeFile: Hashable, Sendable {
    /// The plan's file.
    case plan
    /// The events that tasks wait for.
    case events
    /// The register of units.
    case units
  }

  /// A submission that moved a task.
  public struct TaskMover: Hashable, Sendable {
    /// The code of the task it reports on: the one that moved, or the one that caused its event.
    public let task: String
    /// The submission.
    public let receipt: Receipt
    /// Its row on that task.
    public let row: Row

    /// The number of its row; nil where no row speaks.
    public var rowNumber: Int? {
      guard case .number(let number) = row else { return nil }
      return number
    }

    /// What it says of a task.
    public enum Row: Hashable, Sendable {
      /// A row, as a spreadsheet numbers it.
      case number(Int)
      /// None any more.
      case gone
      /// One that another revision replaces, which tells only since when a state was reported.
      case replaced
    }
  }

  /// An expected submission of another class.
  public struct SubmissionChange: Hashable, Sendable {
    /// What it was; nil when it was not expected.
    public let old: SubmissionAssessment?
    /// What it is; nil when it is no longer expected.
    public let new: SubmissionAssessment?
  }

  /// The rows that changed: by indicator, unit and period, in the order of plan and register.
  public let figures: [FigureChange]
  /// The values that changed with them, in the order of the assessment.
  public let cells: [CellChange]
  /// The earlier totals that changed, in the plan's order.
  public let comparisons: [ComparisonChange]
  /// The places that changed.
  public let ranks: [RankChange]
  /// The tasks that stand elsewhere.
  public let tasks: [TaskChange]
  /// The submissions of another class.
  public let submissions: [SubmissionChange]

  /// Whether nothing was corrected: time alone corrects nothing.
  public var isEmpty: Bool { figures.isEmpty && !movesResults }

  /// Whether what documents say of values, of their change or of tasks is something else.
  public var movesResults: Bool {
    !cells.isEmpty || !comparisons.isEmpty || tasks.contains { !$0.isMovedByTime }
  }

  /// Compares what an edition was made from with what a later one is made from.
  ///
  /// Under the same rules values follow from figures: only what stands on figures that have moved is
  /// reckoned, on both sides.
  public init(from old: AssessmentInput, to new: AssessmentInput) {
    let isSameRules =
      old.plan == new.plan && old.office.registry == new.office.registry
      && old.structure == new.structure
    let resent = Self.unitsWithOtherSubmissions(old.submissions, new.submissions)
    figures = Self.figures(old, new, of: resent)
    let values =
      isSameRules
      ? Self.values(old, new, movedBy: figures, resentBy: resent) : Self.values(old, new)
    cells = values.flatMap(\.cells)
    comparisons = values.flatMap(\.comparisons)
    ranks = values.flatMap(\.ranks)
    let (before, now) = (PlanAssessment(timedOf: old), PlanAssessment(timedOf: new))
    tasks = Self.tasks(before, now)
    submissions = Self.submissions(before, now)
  }
}

extension Target {
  /// Whether it stands in the same place of the plan, whatever number its change is counted from.
  func isPlanned(as other: Target) -> Bool {
    guard schedule == other.schedule, isPerUnit == other.isPerUnit else { return false }
    switch (comparison, other.comparison) {
    case (.increase(let change), .increase(let same)), (.decrease(let change), .decrease(let same)):
      return change.amount == same.amount && change.base == same.base
    default: return comparison == other.comparison
    }
  }
}
