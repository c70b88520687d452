import Assessment
import PlanModel

/// Who sent what, in words.
struct DisciplineWording {
  let discipline: ReportingDiscipline
  let names: Names
  let period: Period
  /// How many units are named in one list.
  let limit: Int

  /// The four classes, which add up to what was expected.
  var counts: String {
    let parts = SubmissionClass.allCases.compactMap { state in
      let count = discipline.count(state)
      let origin = NumberOrigin.submissions("count(state=\(state.rawValue))").part
      return count > 0
        ? "\(prose(count).from(origin)) \(Wording.state(state).lowercased())" : nil
    }
    let all = prose(discipline.submissions.count).from(.submissions("count()").whole)
    let units = prose(discipline.units.count).from(.submissions("distinct(unit)"))
    return "Trong \(all) biểu phải gửi của"
      + " \(units) đơn vị: \(parts.joined(separator: "; "))."
  }

  /// The sentences of each class that asks for something.
  func lists(at moment: CivilTime) -> [String] {
    [SubmissionClass.late, .returned, .missing].flatMap { lists($0, at: moment) }
  }

  /// One sentence for a class, and another for what is missing before its time: nobody has failed to send
  /// that, though a report on several periods counts it already.
  private func lists(_ state: SubmissionClass, at moment: CivilTime) -> [String] {
    let coming = discipline.submissions.filter { $0.state == state && $0.isComing(at: moment) }
    return [
      urged(state, at: moment), list(coming, "\(Wording.state(state)) (chưa đến hạn)"),
    ].compactMap(\.self)
  }

  /// One sentence for what a class asks for by now; nil when that is nothing.
  func urged(_ state: SubmissionClass, at moment: CivilTime) -> String? {
    let forms = discipline.submissions.filter { $0.state == state && !$0.isComing(at: moment) }
    return list(forms, Wording.state(state))
  }

  private func list(_ forms: [SubmissionAssessment], _ head: String) -> String? {
    guard !forms.isEmpty else { return nil }
    return "\(head): "
      + shortened(ReportingDiscipline.entries(forms), limit: limit, separator: "; ") {
        "\(names.name($0.unit)) (\(details($0.forms)))"
      } + "."
  }

  /// What there is to say of a unit's forms; forms of which the same is to be said stand together.
  private func details(_ forms: [SubmissionAssessment]) -> String {
    let said = forms.map { (form: $0, detail: detail($0)) }
    return said.gathered { $0.detail?.unmarked }.map { _, alike in
      let forms = alike.map(\.form)
      // what is said of several forms is said of each: 01 error in both would be two
      let each = forms.count > 1 && forms[0].hasErrors ? "mỗi biểu " : ""
      return numbers(forms) + (alike[0].detail.map { ": \(each)\($0)" } ?? "")
    }.joined(separator: "; ")
  }

  /// `Biểu số 01, 02`; with their periods where these are others than the report's.
  private func numbers(_ forms: [SubmissionAssessment]) -> String {
    forms.gathered(by: \.key.period).map { period, forms in
      let numbers = forms.map { Wording.number(of: $0.key.form).from(.form) }
      return "Biểu số \(numbers.joined(separator: ", "))"
        + (period == self.period ? "" : " \(time(period))")
    }.joined(separator: ", ")
  }

  /// A period behind the number of a form: `quý I/2025`, but `kỳ 6 tháng đầu năm 2025`, lest two numbers
  /// stand side by side.
  private func time(_ period: Period) -> String {
    switch period.kind {
    case .half, .nineMonths: "kỳ \(period.compactText)"
    case .month, .quarter, .year: period.compactText
    }
  }

  private func detail(_ submission: SubmissionAssessment) -> String? {
    let again = Wording.consecutive(submission.periodsWithout, submission.key.period).map {
      "\($0.from(.of(submission, "periods_without"))) chưa có biểu hợp lệ"
    }
    switch submission.state {
    case .onTime: return nil
    case .late: return "chậm \(prose(submission.daysLate).from(.of(submission, "days_late"))) ngày"
    case .returned:
      let errors = submission.latest?.errors ?? 0
      let count = prose(errors).from(.of(submission, "errors"))
      return [errors > 0 ? "\(count) lỗi" : nil, again].compactMap(\.self).nonEmpty
    case .missing: return again
    }
  }
}

extension SubmissionAssessment {
  /// Whether it is missing before its time.
  func isComing(at moment: CivilTime) -> Bool { state == .missing && dueAt >= moment }

  /// Whether it was returned for what is to be counted.
  fileprivate var hasErrors: Bool { state == .returned && latest.map { $0.errors > 0 } ?? false }
}

extension [String] {
  /// The parts with commas; nil when there are none.
  fileprivate var nonEmpty: String? { isEmpty ? nil : joined(separator: ", ") }
}
