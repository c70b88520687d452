internal import PlanModel

/// Reads `organisation.yaml`.
struct OrganisationFile {
  /// The organisation; nil when something in the file is wrong.
  let organisation: Organisation?
  /// The names of bodies by their codes; nil when the file names none, or they cannot be read.
  let bodies: [String: String]?
  /// Where each period with days of its own stands in it.
  private(set) var exceptions: [(period: Period, cursor: YAMLCursor)] = []
  /// The findings of its reading.
  let report: FileReport

  /// The organisation a file says it is of; nil where it says none.
  static func code(in bytes: [UInt8]) -> String? {
    guard let root = YAMLFile(bytes, path: "").root else { return nil }
    return YAMLMapping(root, .organisation)?["organisation"]?.rawText
  }

  /// Reads the file of the organisation whose folder has a name; `units` are those of its
  /// register, nil when that cannot be read.
  init(_ bytes: [UInt8], path: String, folder: String, units: UnitsFile?) {
    let file = YAMLFile(bytes, path: path)
    report = file.report
    guard let root = file.root, let map = YAMLMapping(root, .organisation) else {
      organisation = nil
      bodies = nil
      return
    }
    let code = map.required("organisation").flatMap { cursor in
      let code = cursor.code(.path)
      if let code, code != folder { cursor.add(.codeMismatch(code, name: folder)) }
      return code
    }
    if let cursor = map.required("root") { Self.checkRoot(cursor, units) }
    let form = Self.form(map)
    let calendar = CalendarSection(map["calendar"])
    exceptions = calendar.exceptions
    let name = map.required("name")?.text()
    let issuer = map.required("issuer")?.text()
    let committee = map.required("committee")?.text()
    let unitsNoun = map.required("committees")?.text()
    let membersNoun = map["members"]?.text()
    let limit = map["thresholds"].map(Self.denominatorChange) ?? Self.defaultDenominatorChange
    let limits = map["limits"].map(Self.limits) ?? Organisation.Limits()
    let plausibility = map["plausibility"].map(PlausibilitySection.read) ?? PlausibilityLimits()
    let period = map["period"]?.period()
    let asOf = map["as_of"]?.moment(utcOffsetMinutes: calendar.utcOffsetMinutes)
    bodies = map["bodies"].flatMap(Self.bodies)
    guard !report.hasErrors, let code, let form, let name, let issuer, let committee,
      let unitsNoun, let limit
    else {
      organisation = nil
      return
    }
    var organisation = Organisation(
      code: code, name: name, issuer: issuer, committee: committee,
      unitsNoun: unitsNoun, form: form, calendar: calendar.calendar, denominatorChangeLimit: limit,
      limits: limits, period: period, asOf: asOf, bodies: bodies ?? [:],
      membersNoun: membersNoun ?? "đảng viên")
    organisation.plausibility = plausibility
    self.organisation = organisation
  }

  /// `{file_bytes: 16777216, field_bytes: 65536, columns: 200, rows: 200000}`, each optional.
  private static func limits(_ cursor: YAMLCursor) -> Organisation.Limits {
    var limits = Organisation.Limits()
    guard let map = YAMLMapping(cursor, .limits) else { return limits }
    limits.fileBytes = map["file_bytes"]?.integer(in: 1...1 << 32)
    limits.fieldBytes = map["field_bytes"]?.integer(in: 1...1 << 26)
    limits.columns = map["columns"]?.integer(in: 4...16_384)
    limits.rows = map["rows"]?.integer(in: 1...100_000_000)
    return limits
  }

  /// `{BTV: Ban Thường vụ Tỉnh ủy}`: who receives reports and is no unit of the register.
  private static func bodies(_ cursor: YAMLCursor) -> [String: String]? {
    guard let entries = cursor.entries() else { return nil }
    var codes = DeclaredCodes()
    var names: [String: String] = [:]
    for entry in entries {
      let code = codes.declare(entry.key)
      let name = entry.value.text()
      if let code, let name { names[code] = name }
    }
    return codes.isWhole ? names : nil
  }

  /// Whether the code is that of the register's root.
  private static func checkRoot(_ cursor: YAMLCursor, _ units: UnitsFile?) {
    guard let text = cursor.code(.path), let units else { return }
    guard let code = units.code(matching: text) else {
      return cursor.add(.unitUnknown(text, among: cursor.report.candidates(units.codes)))
    }
    if let root = units.root, root != code { cursor.add(.rootUnknown(code, root: root)) }
  }

  /// The form of the documents.
  private static func form(_ map: YAMLMapping) -> Organisation.Form? {
    let letterhead = map.required("letterhead").flatMap { YAMLMapping($0, .letterhead) }
    let superior = letterhead?.required("superior")?.text()
    let issuerLine = letterhead?.required("issuer")?.text()
    let place = map.required("place")?.text()
    let numbers = map.required("numbers").flatMap { YAMLMapping($0, .numbers) }
    let reportSign = numbers?.required("report")?.text()
    let letterSign = numbers?.required("letter")?.text()
    let signature = map.required("signature").flatMap(signature)
    let recipients = map.required("recipients").flatMap { YAMLMapping($0, .recipients) }
    let reportRecipients = recipients?.required("report")?.texts()
    let letterRecipients = recipients?.required("letter")?.texts()
    let archive = map.required("archive")?.text()
    let contact = map.required("contact")?.text()
    let draft = map["draft"]?.text() ?? ""
    let notice = map["notice"]?.text()
    let profile = map["profile"].map { $0.word(Organisation.Form.Profile.self) } ?? .hd05
    let tone = map["tone"].map { $0.word(Organisation.Form.TonePlacement.self) } ?? .moi
    guard let superior, let issuerLine, let place, let reportSign, let letterSign, let signature,
      let reportRecipients, let letterRecipients, let archive, let contact, let profile, let tone
    else { return nil }
    return Organisation.Form(
      superior: superior, issuerLine: issuerLine, place: place, reportSign: reportSign,
      letterSign: letterSign, draft: draft, signature: signature,
      reportRecipients: reportRecipients, letterRecipients: letterRecipients, archive: archive,
      contact: contact, notice: notice, profile: profile, tone: tone)
  }

  /// The lines of the signature from top to bottom; a head who signs himself has no authority line, who
  /// signs for the head of a collective body has two (`TM. ...`, `KT. ...`).
  private static func signature(_ cursor: YAMLCursor) -> [String]? {
    guard let map = YAMLMapping(cursor, .signature) else { return nil }
    let authority =
      map["authority"].map { $0.rawText == nil ? $0.texts() : $0.text().map { [$0] } } ?? []
    let office = map.required("office")?.text()
    let name = map.required("name")?.text()
    guard let authority, let office, let name else { return nil }
    return authority + [office, name]
  }

  /// The part by which a denominator may move without a question, above 0, at most 1.
  private static func denominatorChange(_ cursor: YAMLCursor) -> FixedDecimal? {
    guard let map = YAMLMapping(cursor, .thresholds) else { return nil }
    guard let value = map["denominator_change"] else { return defaultDenominatorChange }
    return value.part()
  }

  /// A tenth: more than members come and go in a quarter, less than a unit gains in a merger.
  private static let defaultDenominatorChange: FixedDecimal? = FixedDecimal(1, fractionDigits: 1)
}
