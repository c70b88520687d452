internal import PlanModel

/// What one plan file says, as far as it can be read.
struct PlanFile {
  /// The plan; nil when something in the file is wrong.
  let plan: Plan?
  /// Its code, when that can be read.
  let code: YAMLCursor?
  /// The codes of its indicators and tasks, of faulty ones too; nil when one cannot be read.
  let subjects: ExplanationsFile.Subjects?
  /// The codes of the events it declares, of faulty ones too; nil when one cannot be read.
  let events: Set<String>?
  /// The findings of its reading.
  let report: FileReport

  /// Reads `plans/<name>.yaml`.
  init(_ bytes: [UInt8], path: String, name: String, directory: Directory) {
    let units = directory.units
    let file = YAMLFile(bytes, path: path)
    report = file.report
    guard let root = file.root, let map = YAMLMapping(root, .plan) else {
      (plan, code, subjects, events) = (nil, nil, nil, nil)
      return
    }
    code = map.required("plan")
    let planCode = code.flatMap { cursor in
      let code = cursor.code(.path)
      if let code, code != name { cursor.add(.codeMismatch(code, name: name)) }
      return code
    }
    let number = map.required("number")?.text()
    let title = map.required("title")?.text()
    let issuedOn = map["issued_on"]?.date()
    let issuedBy = map["issued_by"]?.text()
    let basis = map["basis"]?.text()
    let term = map.required("term").flatMap(Self.term)
    let reporting = map.required("reporting").flatMap { Reporting($0, directory, term: term) }
    let duties = map["duties"].map { ReportingDuties.read($0, directory) } ?? []
    var reader = PlanReader(
      report: report, units: units, term: term, cadence: reporting?.cadence, issuedOn: issuedOn)
    let declared = map["events"].map { reader.events($0) } ?? []
    let indicators = map["indicators"].map { reader.indicators($0) } ?? []
    let tasks = map["tasks"].map { reader.tasks($0) } ?? []
    let checks = map["checks"].map { reader.checks($0) } ?? []
    let planEvents = reader.linked(declared, to: tasks)
    subjects = reader.subjects.map { [name.uppercased(): (plan: name, codes: $0)] }
    events = reader.events
    guard !report.hasErrors, let planCode, let number, let title, let term, let reporting else {
      plan = nil
      return
    }
    plan = Plan(
      code: planCode, number: number, title: title, issuedOn: issuedOn, issuedBy: issuedBy,
      basis: basis,
      firstYear: term.lowerBound, lastYear: term.upperBound, cadence: reporting.cadence,
      firstPeriod: reporting.firstPeriod, reportedBy: reporting.by, reportedTo: reporting.to,
      duties: duties,
      indicators: indicators, checks: checks,
      tasks: tasks, events: planEvents)
  }

  private static func term(_ cursor: YAMLCursor) -> ClosedRange<Int>? {
    cursor.years(.term)
  }
}

extension YAMLCursor {
  /// `{from: 2022, to: 2030}`.
  func years(_ keys: YAMLKeys) -> ClosedRange<Int>? {
    guard let map = YAMLMapping(self, keys) else { return nil }
    let from = map.required("from")?.year()
    let to = map.required("to")?.year()
    guard let from, let to else { return nil }
    guard from <= to else {
      map["to"]?.add(.rangeReversed("\(from)", "\(to)"))
      return nil
    }
    return from...to
  }

  /// The code of a unit, as the register writes it; as typed when there is no register to ask.
  func unit(_ units: UnitsFile?) -> String? {
    guard let text = code(.path) else { return nil }
    guard let units else { return text }
    guard let code = units.code(matching: text) else {
      add(.unitUnknown(text, among: report.candidates(units.codes)))
      return nil
    }
    return code
  }

  /// A list of different units.
  func unitList(_ units: UnitsFile?) -> [String]? {
    var codes: [String] = []
    return list { item in
      guard let code = item.unit(units) else { return nil }
      if codes.contains(code) { item.add(.valueRepeated(code)) }
      codes.append(code)
      return code
    }
  }

  /// `{kinds: [...], units: [...]}`; nil with a finding when it names nothing.
  func selection(_ units: UnitsFile?, _ keys: YAMLKeys) -> UnitSelection? {
    guard let map = YAMLMapping(self, keys) else { return nil }
    let kinds = map["kinds"].map { $0.list { $0.kind(units) } } ?? []
    let codes = map["units"].map { $0.unitList(units) } ?? []
    guard let kinds, let codes else { return nil }
    guard !kinds.isEmpty || !codes.isEmpty else {
      map.addOneNeeded(["kinds", "units"])
      return nil
    }
    return UnitSelection(kinds: Set(kinds), units: Set(codes))
  }

  private func kind(_ units: UnitsFile?) -> String? {
    guard let text = code(.path) else { return nil }
    guard let units, !units.kinds.contains(text) else { return text }
    add(.kindUnknown(text, among: units.kinds.sorted()))
    return nil
  }
}
