public import Assessment
public import PlanModel

/// What the documents of one edition are made from.
public struct Report: Sendable {
  /// The assessment.
  public let assessment: PlanAssessment
  /// The edition's number, from 1.
  public let edition: Int
  /// What was found in the submissions of the period that are shown, in the register's order.
  public private(set) var reviews: [SubmissionReview]
  /// What was found in the revisions in force of submissions whose last one was returned: their figures are
  /// those of the report.
  public var standing: [SubmissionReview] = []
  /// What is doubted of all units together and the office has not explained.
  public var doubtsOfAllUnits: [Finding] = []
  /// When its units were reminded before.
  public var reminders = ReminderHistory()
  /// What the edition changes in those issued before; nil for a first one, and when it changes nothing.
  public var correction: Correction?

  /// The office's wording.
  public var templates = Templates.standard

  /// An assessment, the number of its edition, and the findings of its period.
  public init(assessment: PlanAssessment, edition: Int, reviews: [SubmissionReview]) {
    self.assessment = assessment
    self.edition = edition
    self.reviews = reviews
  }

  /// The same with what other reports of its period ask about the same submissions: each plan doubts its
  /// own figures, and a form holds those of all plans. `isOpen` says what of it has not been explained since.
  public func asking(
    whatIsAskedIn others: [Report], where isOpen: (Finding, Receipt) -> Bool
  ) -> Report {
    var elsewhere: [Receipt: [Finding]] = [:]
    for report in others {
      for review in report.reviews { elsewhere[review.receipt, default: []] += review.findings }
    }
    var asked = self
    asked.reviews = reviews.map { review in
      var known = Set(review.findings)
      let added = (elsewhere[review.receipt] ?? []).filter {
        isOpen($0, review.receipt) && known.insert($0).inserted
      }
      return added.isEmpty
        ? review
        : SubmissionReview(
          receipt: review.receipt, findings: review.findings + added,
          normalisations: review.normalisations)
    }
    return asked
  }
}

/// How many matters each submission still has to explain: without those of which the office has accepted an
/// explanation, with the doubts of the assessment.
struct OpenQuestions {
  private let counts: [Int64: Int]

  init(_ report: Report) {
    counts = Dictionary(
      report.reviews.map { ($0.receipt.number, $0.findings.count { $0.severity == .explain }) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Of an earlier revision, which was not looked at again, what was found when it came.
  func count(of receipt: Receipt) -> Int { counts[receipt.number] ?? receipt.explanations }
}

/// What was found in one received submission: the matter of a feedback slip.
public struct SubmissionReview: Sendable {
  /// The submission.
  public let receipt: Receipt
  /// What was found, in the file's order; explanations the office has accepted are left out.
  public let findings: [Finding]
  /// What was read in another spelling without a question, one Vietnamese sentence each.
  public let normalisations: [String]

  /// A submission with what was found in it.
  public init(receipt: Receipt, findings: [Finding], normalisations: [String]) {
    self.receipt = receipt
    self.findings = findings
    self.normalisations = normalisations
  }
}
