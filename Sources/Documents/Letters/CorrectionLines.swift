import Assessment
import PlanModel
import VietnameseText

/// A correction in words and cells, for the notice and for the sheet alike.
struct CorrectionLines {
  /// A figure of a unit, before and now, with the row that moved it.
  struct Figure {
    /// The unit's code.
    let code: String
    let span: Period
    let unit: String
    let indicator: String
    let period: String
    let old: String
    let new: String
    /// The indicator's short name.
    let shortName: String
    /// File, revision and time of the submission that moved it; empty when none did.
    let submission: String
    /// Its row there; `-` when the submission has none any more.
    let row: String

    /// Submission and row in one.
    var mover: String {
      submission.isEmpty
        ? "" : "\(submission); " + (row == "-" ? "không còn dòng này" : "dòng \(row)")
    }
  }

  /// A value that followed.
  struct Value {
    let unit: String
    let indicator: String
    let window: String
    let old: String
    let new: String
    let verdict: String
    let coverage: String
    /// The unit, file and row that speak for all now; nil where no other figure does than before.
    let speaker: String?
  }

  let report: Report
  let correction: Correction
  let names: Names

  var comparison: EditionComparison { correction.comparison }
  var input: AssessmentInput { report.assessment.input }

  init(_ report: Report, _ correction: Correction) {
    self.report = report
    self.correction = correction
    names = Names(report.assessment.input.office, in: report.assessment.input.period)
  }

  // MARK: rows

  /// Figures that had been issued otherwise.
  var corrected: [Figure] { comparison.figures.filter(\.isCorrection).map(figure) }
  /// Figures that had not come.
  var added: [Figure] { comparison.figures.filter(\.isAddition).map(figure) }
  /// Figures that are taken back.
  var withdrawn: [Figure] { comparison.figures.filter(\.takesFigureBack).map(figure) }

  private func figure(_ change: EditionComparison.FigureChange) -> Figure {
    let indicator = input.plan.indicator(change.indicator)
    return Figure(
      code: change.unit, span: change.period, unit: names.name(change.unit),
      indicator: change.indicator,
      period: change.period.compactText,
      old: change.old.map { $0.content.text(of: indicator) } ?? Self.none,
      new: change.new.map { $0.content.text(of: indicator) }
        ?? (change.mover == nil ? Self.none : "rút số liệu"),
      shortName: indicator?.shortName ?? "",
      submission: change.mover.map(submission) ?? "",
      row: change.new.map { String($0.source.row) } ?? "-")
  }

  static let none = "chưa có"

  /// Which file, as the how manieth, when, with which letter.
  func submission(_ receipt: Receipt) -> String {
    let letter =
      receipt.documentNumber.isEmpty
      ? "" : ", văn bản \(onOneLine(receipt.documentNumber).from(.note("document_no")))"
    let file = onOneLine(receipt.file).from(.note("file"))
    let revision = String(receipt.revision).from(.note("revision"))
    return "\(file), lần gửi \(revision), nhận \(receipt.receivedAt.text)\(letter)"
  }

  // MARK: values

  /// What followed for the whole and for sums over units.
  var totals: [Value] { values { $0.isTotal || $0.unit == input.office.registry.root } }
  /// Verdicts of units that turned.
  var unitVerdicts: [Value] {
    values {
      !$0.isTotal && $0.unit != input.office.registry.root
        && ($0.hasTurned && $0.isJudged || !$0.turnedBeside.isEmpty)
    }
  }

  /// A line for each value, and one below it for each other target under which it means something else.
  private func values(_ isWanted: (EditionComparison.CellChange) -> Bool) -> [Value] {
    comparison.cells.filter(isWanted).flatMap { change in
      [
        value(
          change, old: text(change.old, "old", change), new: newText(change),
          verdict: Self.turn(
            verdict(change.old), isDropped(change) ? Self.dropped : verdict(change.new),
            isNeeded: change.isJudged),
          coverage: coverage(of: change), speaker: speaker(of: change))
      ]
        + change.turnedBeside.map { turn in
          value(
            change, old: "", new: "", verdict: text(turn, change.indicator), coverage: "",
            speaker: nil)
        }
    }
  }

  /// What a value is now; where it is what it was, that what it is held against has moved.
  private func newText(_ change: EditionComparison.CellChange) -> String {
    if isDropped(change) { return Self.dropped }
    let (old, new) = (text(change.old, "old", change), text(change.new, "new", change))
    // what there was no word of before has not stayed the same
    guard let was = change.old, let now = change.new, old.unmarked == new.unmarked,
      was.target != now.target
    else { return new }
    let stays = now.tally.numerator == nil && !now.isNotApplicable ? "vẫn chưa có" : "không đổi"
    if change.hasOtherBase { return "\(stays); số để so sánh thay đổi" }
    let (before, after) = (asked(was, "target_old", change), asked(now, "target_new", change))
    return "\(stays); mức phấn đấu thay đổi"
      + (before.unmarked == after.unmarked ? "" : ": \(before) -> \(after)")
  }

  /// What the plan asks of a value, then or now: `>= 90%`.
  private func asked(
    _ cell: IndicatorCell, _ field: String, _ change: EditionComparison.CellChange
  ) -> String {
    guard let comparison = cell.target?.comparison else { return "không có" }
    return unbroken(Wording.target(comparison, change.indicator.printed))
      .from(origin(field, change))
  }

  static let dropped = "không còn theo dõi"

  /// Whether the plan has the indicator no more.
  private func isDropped(_ change: EditionComparison.CellChange) -> Bool {
    input.plan.indicator(change.indicator.code) == nil
  }

  /// How many units are counted; as many, but others, is a change as well. Of what the plan has dropped nobody
  /// is to be counted.
  private func coverage(of change: EditionComparison.CellChange) -> String {
    guard change.hasOtherCoverage, !isDropped(change) else { return "" }
    let (old, new) = (coverage(change.old), coverage(change.new))
    let now = new.from(origin("coverage_new", change))
    return old == new
      ? "\(now) (đơn vị khác)" : "\(old.from(origin("coverage_old", change))) -> \(now)"
  }

  private func value(
    _ change: EditionComparison.CellChange, old: String, new: String, verdict: String,
    coverage: String, speaker: String?
  ) -> Value {
    Value(
      unit: names.name(change.unit), indicator: change.indicator.code,
      window: WorkbookWords.window(change.window, of: input.period, plan: input.plan),
      old: old, new: new, verdict: verdict, coverage: coverage, speaker: speaker)
  }

  /// `Xã Chín, b1.v2.csv, lần gửi 2, nhận ...; dòng 8`.
  private func speaker(of change: EditionComparison.CellChange) -> String? {
    change.speaker.flatMap { source in
      input.submissions.receipt(source.receipt).map { receipt in
        let row = String(source.row).from(origin("speaker_row", change))
        return "\(names.name(receipt.unit)), \(submission(receipt)); dòng \(row)"
      }
    }
  }

  private func text(_ turn: EditionComparison.TargetTurn, _ indicator: Indicator) -> String {
    let asked = PlanWords.target(turn.target, of: indicator, in: input.plan)
      .from(NumberOrigin(.plan, "targets", item: indicator.code))
    let (old, new) = (Wording.verdict(turn.old), Wording.verdict(turn.new))
    return "mức \(asked): " + Self.turn(old.lowercased(), new.lowercased(), isNeeded: true)
  }

  private func text(
    _ cell: IndicatorCell?, _ time: String, _ change: EditionComparison.CellChange
  ) -> String {
    guard let cell else { return Self.none }
    if cell.isNotApplicable { return "không áp dụng" }
    return text(
      cell.tally, cell.value, of: change.indicator, against: cell.target?.comparison,
      figures: origin("cell_\(time)", change), rate: origin("rate_\(time)", change))
  }

  /// The figures of a value, and the rate they make: `10/20 (50,0%)`.
  func text(
    _ tally: Tally, _ value: Ratio?, of indicator: Indicator,
    against comparison: Target.Comparison? = nil, figures: NumberOrigin, rate: NumberOrigin
  ) -> String {
    guard let above = tally.numerator else { return Self.none }
    guard let below = tally.denominator else { return above.printed.from(figures) }
    let fraction = "\(above.printed)/\(below.printed)".from(figures)
    guard indicator.combination == .sum, indicator.measure.hasDenominator, let value else {
      return fraction
    }
    let percent = value.percentText(decimals: indicator.decimals, against: comparison)
    return "\(fraction) (\(percent.from(rate)))"
  }

  /// A number of a value that has changed.
  private func origin(
    _ field: String, _ change: EditionComparison.CellChange
  ) -> NumberOrigin {
    .correction(
      field, item: change.indicator.code, unit: change.unit, window: change.window.rawValue)
  }

  func verdict(_ cell: IndicatorCell?) -> String {
    cell.map { Wording.verdict($0.verdict).lowercased() } ?? Self.none
  }

  private func coverage(_ cell: IndicatorCell?) -> String {
    cell.map { "\($0.countedCount)/\($0.expectedUnits.count)" } ?? Self.none
  }

  static func turn(_ old: String, _ new: String, isNeeded: Bool) -> String {
    guard isNeeded else { return "" }
    return old == new ? new : "\(old) -> \(new)"
  }
}

extension EditionComparison.FigureChange {
  /// Whether a figure came where there was no row; a row left empty is no figure.
  var isAddition: Bool { old == nil && new.map { !$0.content.isBlank } == true }
  /// Whether a row with a figure is gone.
  var takesFigureBack: Bool { isWithdrawn && old.map { !$0.content.isBlank } == true }
}

extension Figure {
  /// Whether both cells were left empty.
  fileprivate var isBlank: Bool { numerator == .blank && denominator == .blank }
}

extension EditionComparison.CellChange {
  /// Whether a target applies, before or now.
  var isJudged: Bool { old?.target != nil || new?.target != nil }
}
