import Assessment
import PlanModel

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
    /// The unit's code and the name of the window.
    let cell: (unit: String, window: String)
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
  private var input: AssessmentInput { report.assessment.input }

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

  private static let none = "chưa có"

  /// The report that moved a task, with the task it is on where that is another one.
  private func text(_ mover: EditionComparison.TaskMover, of task: String) -> String {
    let row = mover.row.map { "dòng \($0)".from(.correction("task_row", item: task)) }
    return (mover.task == task ? "" : "theo báo cáo về \(mover.task), ")
      + "\(submission(mover.receipt)); \(row ?? "không còn dòng này")"
  }

  /// Which file, as the how manieth, when, with which letter.
  private func submission(_ receipt: Receipt) -> String {
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
          change, old: text(change.old, change.indicator), new: newText(change),
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
    let (old, new) = (text(change.old, change.indicator), text(change.new, change.indicator))
    // what there was no word of before has not stayed the same
    guard let was = change.old, let now = change.new, old == new, was.target != now.target else {
      return new
    }
    return change.hasOtherBase
      ? "không đổi; số để so sánh thay đổi" : "không đổi; mức phấn đấu thay đổi"
  }

  private static let dropped = "không còn theo dõi"

  /// Whether the plan has the indicator no more.
  private func isDropped(_ change: EditionComparison.CellChange) -> Bool {
    input.plan.indicator(change.indicator.code) == nil
  }

  /// How many units are counted; as many, but others, is a change as well. Of what the plan has dropped nobody
  /// is to be counted.
  private func coverage(of change: EditionComparison.CellChange) -> String {
    guard change.hasOtherCoverage, !isDropped(change) else { return "" }
    let (old, new) = (coverage(change.old), coverage(change.new))
    return old == new ? "\(new) (đơn vị khác)" : "\(old) -> \(new)"
  }

  private func value(
    _ change: EditionComparison.CellChange, old: String, new: String, verdict: String,
    coverage: String, speaker: String?
  ) -> Value {
    Value(
      cell: (change.unit, change.window.rawValue), unit: names.name(change.unit),
      indicator: change.indicator.code,
      window: WorkbookWords.window(change.window, of: input.period, plan: input.plan),
      old: old, new: new, verdict: verdict, coverage: coverage, speaker: speaker)
  }

  /// `Xã Chín, b1.v2.csv, lần gửi 2, nhận ...; dòng 8`.
  private func speaker(of change: EditionComparison.CellChange) -> String? {
    change.speaker.flatMap { source in
      input.submissions.receipt(source.receipt).map { receipt in
        let row = String(source.row).from(
          .correction(
            "speaker_row", item: change.indicator.code, unit: change.unit,
            window: change.window.rawValue))
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

  private func text(_ cell: IndicatorCell?, _ indicator: Indicator) -> String {
    guard let cell else { return Self.none }
    if cell.isNotApplicable { return "không áp dụng" }
    guard let above = cell.tally.numerator else { return Self.none }
    guard let below = cell.tally.denominator else { return above.printed }
    let fraction = "\(above.printed)/\(below.printed)"
    guard indicator.combination == .sum, indicator.measure.hasDenominator, let value = cell.value
    else { return fraction }
    let rate = value.percentText(decimals: indicator.decimals, against: cell.target?.comparison)
    return "\(fraction) (\(rate))"
  }

  private func verdict(_ cell: IndicatorCell?) -> String {
    cell.map { Wording.verdict($0.verdict).lowercased() } ?? Self.none
  }

  private func coverage(_ cell: IndicatorCell?) -> String {
    cell.map { "\($0.countedCount)/\($0.expectedUnits.count)" } ?? Self.none
  }

  private static func turn(_ old: String, _ new: String, isNeeded: Bool) -> String {
    guard isNeeded else { return "" }
    return old == new ? new : "\(old) -> \(new)"
  }

  // MARK: what values are held against

  /// Earlier totals by indicator: `CT02 (so với quý II năm 2025): 10/20 (50,0%) -> 8/20 (40,0%).`
  var comparisons: [String] {
    comparison.comparisons.map { change in
      let (old, new) = (text(change.old, "old", change), text(change.new, "new", change))
      return "\(change.indicator.code) (so với \(time(of: change))): \(old) -> \(new)."
    }
  }

  private func time(of change: EditionComparison.ComparisonChange) -> String {
    let tally = change.new ?? change.old ?? Tally()
    return tally.timeText(change.window, in: change.period, of: change.indicator)
  }

  private func text(
    _ tally: Tally?, _ time: String, _ change: EditionComparison.ComparisonChange
  ) -> String {
    func origin(_ field: String) -> NumberOrigin {
      .correction("\(field)_\(time)", item: change.indicator.code, period: change.period)
    }
    guard let tally, let above = tally.numerator else { return Self.none }
    guard let below = tally.denominator else { return above.printed.from(origin("base")) }
    let fraction = "\(above.printed)/\(below.printed)".from(origin("base"))
    guard change.indicator.combination == .sum, change.indicator.measure.hasDenominator,
      let value = tally.value(of: change.indicator)
    else { return fraction }
    let rate = value.percentText(decimals: change.indicator.decimals, against: nil)
    return "\(fraction) (\(rate.from(origin("base_rate"))))"
  }

  // MARK: places, tasks, submissions, editions

  /// Places by indicator: `CT04: Huyện ủy Tân Sơn 5 -> 3; ...`.
  var ranks: [String] {
    let groups = Dictionary(grouping: comparison.ranks, by: \.indicator.code)
    return comparison.ranks.map(\.indicator.code).unique.compactMap { code in
      groups[code].map { changes in
        let parts = changes.map {
          "\(names.name($0.unit))"
            + " \(Self.place($0.old).from(.correction("rank_old", item: code, unit: $0.unit)))"
            + " -> \(Self.place($0.new).from(.correction("rank_new", item: code, unit: $0.unit)))"
        }
        return "\(code): \(parts.joined(separator: "; "))."
      }
    }
  }

  private static func place(_ place: Int?) -> String { place.map(String.init) ?? "chưa xếp" }

  /// Tasks that a report moved, or the office's own files.
  var tasks: [String] {
    comparison.tasks.compactMap { change in
      guard let task = change.new ?? change.old, let cause = cause(of: change, task.task.code)
      else { return nil }
      let old = change.old.map { Wording.state($0.state).lowercased() } ?? "chưa theo dõi"
      let new = change.new.map { Wording.state($0.state).lowercased() } ?? "không còn theo dõi"
      let parts = [Self.turn(old, new, isNeeded: true)] + details(change) + [cause]
      return "\(task.task.code) (\(names.name(task.unit))): \(parts.joined(separator: "; "))."
    }
  }

  /// What moved a task; nil when only time did.
  private func cause(of change: EditionComparison.TaskChange, _ code: String) -> String? {
    if let mover = change.mover { return text(mover, of: code) }
    return change.officeFile.map { file in
      let name =
        switch file {
        case .plan: "plans/\(input.plan.code).yaml"
        case .events: "events.csv"
        case .units: "units.csv"
        }
      return "theo \(name.from(.note("file")))"
    }
  }

  /// What differs beside the state, where the state does not tell it already.
  private func details(_ change: EditionComparison.TaskChange) -> [String] {
    guard let old = change.old, let new = change.new else { return [] }
    func turn(_ what: String, _ was: String?, _ now: String?) -> String? {
      was == now ? nil : "\(what) \(was ?? Self.none) -> \(now ?? Self.none)"
    }
    let isSame = old.state == new.state
    let isDue = old.dueOn != nil && new.dueOn != nil
    let isDone = isSame || old.completedOn != nil && new.completedOn != nil
    return [
      isDue ? turn("hạn", old.dueOn?.shortText, new.dueOn?.shortText) : nil,
      isDone
        ? turn("ngày hoàn thành", old.completedOn?.shortText, new.completedOn?.shortText) : nil,
      isSame ? turn("số văn bản", document(old), document(new)) : nil,
      isSame && old.firstDelivery != nil
        ? turn(
          "thực hiện lần đầu", old.firstDelivery?.deliveredOn?.shortText,
          new.firstDelivery?.deliveredOn?.shortText) : nil,
    ].compactMap(\.self)
  }

  private func document(_ task: TaskAssessment) -> String? {
    let number = onOneLine(task.report?.content.documentNumber ?? "")
    return number.isEmpty ? nil : number.from(.note("document_no"))
  }

  /// How many tasks a report moved.
  var tasksMovedByReport: Int { comparison.tasks.count { $0.mover != nil } }
  /// How many tasks the office's own files moved.
  var tasksMovedByOffice: Int { comparison.tasks.count { $0.officeFile != nil } }
  /// How many tasks stand elsewhere because time passed.
  var tasksMovedByTime: Int { comparison.tasks.count(where: \.isMovedByTime) }

  /// Submissions by how their class changed: `chưa gửi -> chậm hạn: 02 biểu (...)`.
  var submissions: [String] {
    var groups: [(turn: String, units: [String])] = []
    for change in comparison.submissions {
      guard let submission = change.new ?? change.old else { continue }
      let old = change.old.map { Wording.state($0.state).lowercased() } ?? "không phải gửi"
      let new = change.new.map { Wording.state($0.state).lowercased() } ?? "không phải gửi"
      let name =
        "\(names.name(submission.key.unit)) (\(Wording.name(of: submission.key.form)))"
      if let place = groups.firstIndex(where: { $0.turn == "\(old) -> \(new)" }) {
        groups[place].units.append(name)
      } else {
        groups.append(("\(old) -> \(new)", [name]))
      }
    }
    return groups.map { group in
      "\(group.turn.capitalisedFirst): \(prose(group.units.count).from(.listed)) biểu:"
        + " \(group.units.joined(separator: ", "))."
    }
  }

  /// Editions of other periods that would now say something else.
  var affected: [String] {
    correction.affected.map { other in
      let codes = other.comparison.cells.filter { $0.unit == input.office.registry.root }
        .map(\.indicator.code).unique
      let units = Set(
        other.comparison.cells.filter { !$0.isTotal }.map(\.unit)
      ).count
      let turned = other.comparison.cells.filter {
        $0.unit == input.office.registry.root && $0.hasTurned && $0.isJudged
      }.map {
        "\($0.indicator.code) \(Self.turn(verdict($0.old), verdict($0.new), isNeeded: true))"
      }
      let moved = other.comparison.tasks.filter { $0.mover != nil }
        .compactMap { ($0.new ?? $0.old)?.task.code }.unique
      let what =
        [
          codes.isEmpty ? nil : "số tổng hợp của \(codes.joined(separator: ", "))",
          units == 0 ? nil : "số của \(prose(units).from(.correction("affected_units"))) đơn vị",
          turned.isEmpty ? nil : "đánh giá \(turned.joined(separator: ", "))",
        ].compactMap(\.self) + compared(in: other.comparison)
        + (moved.isEmpty ? [] : ["tình trạng nhiệm vụ \(moved.joined(separator: ", "))"])
      return "\(other.period.text.capitalisedFirst), lần phát hành thứ"
        + " \(String(other.edition).from(.correction("affected_edition"))): thay đổi "
        + "\(what.joined(separator: "; "))."
    }
  }

  /// `so sánh với quý II năm 2025 của CT02, CT05`, for each time that is compared with.
  private func compared(in comparison: EditionComparison) -> [String] {
    let times = comparison.comparisons.map { (time: time(of: $0), code: $0.indicator.code) }
    return times.map(\.time).unique.map { time in
      let codes = times.filter { $0.time == time }.map(\.code)
      return "so sánh với \(time) của \(codes.joined(separator: ", "))"
    }
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
  fileprivate var isJudged: Bool { old?.target != nil || new?.target != nil }
}

extension Figure {
  /// The figure as it was sent: `45/46`; blank, zero and not applicable stay three things.
  func text(of indicator: Indicator?) -> String {
    let above = numerator.text
    guard indicator?.isQuotient == true, numerator != .notApplicable else { return above }
    if numerator == .blank, denominator == .blank { return above }
    return "\(above)/\(denominator.text)"
  }
}

extension Entry {
  /// The entry as a reader must be able to tell it from the others.
  var text: String {
    switch self {
    case .blank: "(trống)"
    case .notApplicable: "không áp dụng"
    case .value(let number): number.printed
    }
  }
}

extension [String] {
  /// The strings without repetitions, in order of first appearance.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
