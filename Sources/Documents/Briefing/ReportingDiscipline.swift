import Assessment
import PlanModel

/// Who sent what in a period, counted by class, by form and by unit.
struct ReportingDiscipline {
  /// The forms of one unit that are in the same class.
  struct Entry {
    let unit: String
    let forms: [SubmissionAssessment]

    /// For the most periods in a row that one of its forms has brought nothing valid, and which do so; nil
    /// when none has failed again. Another form may have come all the while.
    var silence: (forms: [Form], periods: Int, last: Period)? {
      guard let longest = forms.max(by: { $0.periodsWithout < $1.periodsWithout }),
        longest.periodsWithout > 1
      else { return nil }
      let silent = forms.filter { $0.periodsWithout == longest.periodsWithout }
      return (silent.map(\.key.form).uniqued(), longest.periodsWithout, longest.key.period)
    }
  }

  let submissions: [SubmissionAssessment]

  func count(_ state: SubmissionClass) -> Int { submissions.count { $0.state == state } }

  /// The submissions in force, whether in time or late.
  var valid: Int { submissions.filter(\.isValid).count }

  /// The units that owe anything.
  var units: [String] { submissions.map(\.key.unit).uniqued() }

  /// The forms that anybody owes.
  var forms: [Form] {
    Form.allCases.filter { form in submissions.contains { $0.key.form == form } }
  }

  /// The units that owe a form, and those of them whose form is valid.
  func units(owing form: Form) -> (valid: [String], expected: [String]) {
    let owed = submissions.filter { $0.key.form == form }
    return (owed.filter(\.isValid).map(\.key.unit).uniqued(), owed.map(\.key.unit).uniqued())
  }

  /// The units of a class, each with its forms, in the register's order.
  func entries(_ state: SubmissionClass) -> [Entry] {
    Self.entries(submissions.filter { $0.state == state })
  }

  static func entries(_ submissions: [SubmissionAssessment]) -> [Entry] {
    submissions.gathered(by: \.key.unit).map { Entry(unit: $0, forms: $1) }
  }

  /// What is missing or returned although its moment has passed.
  ///
  /// A returned form has until the moment its feedback slip gives.
  func unfinished(at moment: CivilTime, _ calendar: ReportingCalendar) -> [SubmissionAssessment] {
    submissions.filter { submission in
      guard !submission.isValid, submission.dueAt < moment else { return false }
      return submission.latest.map { calendar.mendDue(after: $0.receivedAt.date) < moment } ?? true
    }
  }

  /// When submissions are due: all of a period at one moment; nil of a longer one.
  var dueAt: CivilTime? {
    let moments = Set(submissions.map(\.dueAt))
    return moments.count == 1 ? moments.first : nil
  }
}

extension SubmissionAssessment {
  /// Whether a revision of it counts.
  var isValid: Bool { state == .onTime || state == .late }
}
