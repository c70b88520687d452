/// The office's own committee: names, form of documents, calendar, thresholds.
public struct Organisation: Hashable, Sendable {
  /// The form of its documents, word for word.
  public struct Form: Hashable, Sendable {
    /// The line above the issuer in the letterhead.
    public let superior: String
    /// The issuer's line in the letterhead.
    public let issuerLine: String
    /// The place in "Ninh Khánh, ngày ...".
    public let place: String
    /// The sign behind a report's number: `-BC/BTCTU`.
    public let reportSign: String
    /// The sign behind a letter's number: `-CV/BTCTU`.
    public let letterSign: String
    /// The mark of a draft under the number.
    public let draft: String
    /// Who signs: authority, office, name, from top to bottom.
    public let signature: [String]
    /// Who receives reports.
    public let reportRecipients: [String]
    /// Who receives letters besides their addressees.
    public let letterRecipients: [String]
    /// The last line of every list of recipients.
    public let archive: String
    /// Whom to ask, at the foot of slips and letters.
    public let contact: String
    /// The marking that stands on every document; nil when none.
    public let notice: String?
    /// Whose rules of form the documents follow.
    public let profile: Profile
    /// Where tone marks stand in `oa`, `oe` and `uy`.
    public let tone: TonePlacement

    /// Whose rules of form documents follow.
    public enum Profile: String, CaseIterable, Sendable {
      /// The Party's, by Hướng dẫn 05-HD/VPTW of 2026.
      case hd05
      /// The Party's, by Hướng dẫn 36-HD/VPTW, in force until then.
      case hd36
      /// That of State bodies, by Nghị định 30/2020/NĐ-CP.
      case nd30
    }

    /// Where tone marks stand: `hòa` (moi) or `hoà` (cu).
    public enum TonePlacement: String, CaseIterable, Sendable {
      case moi, cu
    }

    /// All parts, as organisation.yaml gives them.
    public init(
      superior: String, issuerLine: String, place: String, reportSign: String, letterSign: String,
      draft: String, signature: [String], reportRecipients: [String], letterRecipients: [String],
      archive: String, contact: String, notice: String?, profile: Profile = .hd05,
      tone: TonePlacement = .moi
    ) {
      self.superior = superior
      self.issuerLine = issuerLine
      self.place = place
      self.reportSign = reportSign
      self.letterSign = letterSign
      self.draft = draft
      self.signature = signature
      self.reportRecipients = reportRecipients
      self.letterRecipients = letterRecipients
      self.archive = archive
      self.contact = contact
      self.notice = notice
      self.profile = profile
      self.tone = tone
    }
  }

  /// Limits of a submission; nil is the program's own.
  public struct Limits: Hashable, Sendable {
    /// Bytes of a file.
    public var fileBytes: Int?
    /// Bytes of a cell.
    public var fieldBytes: Int?
    /// Columns of a row.
    public var columns: Int?
    /// Rows of a file.
    public var rows: Int?

    /// The program's own limits.
    public init() {}
  }

  /// Its code, the name of its folder.
  public let code: String
  /// Its name: `Tỉnh ủy Ninh Khánh`.
  public let name: String
  /// The body that writes the documents: `Ban Tổ chức Tỉnh ủy`.
  public let issuer: String
  /// Who decides on the report: `Ban Thường vụ Tỉnh ủy`.
  public let committee: String
  /// What the reporting units are called together: `đảng bộ trực thuộc`.
  public let unitsNoun: String
  /// What the sizes of units in the register count: `đảng viên`.
  public let membersNoun: String
  /// The form of its documents.
  public let form: Form
  /// When things are due.
  public let calendar: ReportingCalendar
  /// How much a denominator may move against the period before without a question, as a part of it.
  public let denominatorChangeLimit: FixedDecimal
  /// How much of a submission is read before it is refused, where the office has set it: bytes of a
  /// file, bytes of a cell, columns, rows.
  public let limits: Limits
  /// From where on figures are to be explained.
  public var plausibility = PlausibilityLimits()
  /// The period reported when none is asked for; nil when it follows from the moment of counting.
  public let period: Period?
  /// The moment of counting when none is given; nil when it is now.
  public let asOf: CivilTime?
  /// Names of those who receive reports and are no units of the register, by the codes that plans use:
  /// `BTV` is the Standing Committee.
  public let bodies: [String: String]

  /// All parts, as organisation.yaml gives them.
  public init(
    code: String, name: String, issuer: String, committee: String,
    unitsNoun: String, form: Form, calendar: ReportingCalendar,
    denominatorChangeLimit: FixedDecimal, limits: Limits = Limits(), period: Period?,
    asOf: CivilTime?, bodies: [String: String] = [:], membersNoun: String = "đảng viên"
  ) {
    self.code = code
    self.name = name
    self.issuer = issuer
    self.committee = committee
    self.unitsNoun = unitsNoun
    self.form = form
    self.calendar = calendar
    self.denominatorChangeLimit = denominatorChangeLimit
    self.limits = limits
    self.period = period
    self.asOf = asOf
    self.bodies = bodies
    self.membersNoun = membersNoun
  }
}
