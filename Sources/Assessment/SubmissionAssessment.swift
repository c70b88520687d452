public import PlanModel

/// What became of an expected submission: four disjoint classes that add up to what was expected.
public enum SubmissionClass: String, CaseIterable, Sendable {
  case onTime = "on_time"
  case late, returned, missing
}

/// One expected submission.
public struct SubmissionAssessment: Hashable, Sendable {
  /// Whose, of which period, which form.
  public let key: SubmissionBook.Key
  /// Its class, by the first revision that was accepted: a later correction makes no one late.
  public let state: SubmissionClass
  /// When it was due.
  public let dueAt: CivilTime
  /// When the revision that decides its class was received; nil when missing.
  public let receivedAt: CivilTime?
  /// Days late: when received, or until the moment of counting for what is missing or returned.
  public let daysLate: Int
  /// The revision in force; nil when none is.
  public let inForce: Receipt?
  /// The last revision received; nil when missing.
  public let latest: Receipt?
  /// How many periods in a row, this one included, brought no valid submission; 0 when this one did, or
  /// may still do so in time.
  public let periodsWithout: Int

  /// The revision to show: the one in force, else the last one received.
  public var shown: Receipt? { inForce ?? latest }
}

/// Classes the expected submissions of a period.
struct SubmissionAssessor {
  let office: Office
  let book: SubmissionBook
  let asOf: CivilTime

  func assess(_ period: Period) -> [SubmissionAssessment] {
    let due = office.organisation.calendar.due(of: period)
    let firstKnown = book.receipts.map(\.period).min()
    return office.expected(in: period).map { unit, form in
      assess(SubmissionBook.Key(unit: unit.code, period: period, form: form), due, firstKnown)
    }
  }

  private func assess(
    _ key: SubmissionBook.Key, _ due: CivilTime, _ firstKnown: Period?
  ) -> SubmissionAssessment {
    let revisions = book.revisions(of: key)
    let accepted = revisions.filter { $0.state == .accepted && !$0.isTakenAgain(in: revisions) }
      .min { $0.receivedAt < $1.receivedAt }
    let latest = revisions.last
    let state: SubmissionClass =
      if let accepted {
        accepted.receivedAt <= due ? .onTime : .late
      } else {
        latest == nil ? .missing : .returned
      }
    return SubmissionAssessment(
      key: key, state: state, dueAt: due, receivedAt: (accepted ?? latest)?.receivedAt,
      daysLate: daysLate(accepted?.receivedAt ?? asOf, due), inForce: book.inForce(key),
      latest: latest,
      periodsWithout: accepted == nil && due < asOf ? periodsWithout(key, firstKnown) : 0)
  }

  /// A file that comes an hour late on the day itself is one day late.
  private func daysLate(_ moment: CivilTime, _ due: CivilTime) -> Int {
    moment <= due ? 0 : max(1, moment.date.days(since: due.date))
  }

  /// Periods in which the unit owed nothing neither count nor end the row.
  private func periodsWithout(_ key: SubmissionBook.Key, _ firstKnown: Period?) -> Int {
    guard let firstKnown else { return 1 }
    var count = 1
    var period = key.period.previous
    while let past = period, past >= firstKnown {
      period = past.previous
      guard let unit = office.registry.unit(key.unit, on: past.span.last),
        office.formsOwed(by: unit, in: past).contains(key.form)
      else { continue }
      if book.inForce(SubmissionBook.Key(unit: key.unit, period: past, form: key.form)) != nil {
        break
      }
      count += 1
    }
    return count
  }
}

extension Receipt {
  /// Whether the next revision of the file has the same bytes and counts: the register had another time for
  /// them.
  fileprivate func isTakenAgain(in revisions: [Receipt]) -> Bool {
    guard revisions.count > 1 else { return false }
    let next = revisions.first { $0.revision > revision && $0.file == file }
    return next?.sha256 == sha256 && next?.state == .accepted
  }
}
