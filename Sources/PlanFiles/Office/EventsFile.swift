internal import PlanModel

/// Reads `events.csv`: the outside events that have happened.
enum EventsFile {
  static let columns = [
    TableColumn(name: "event"), TableColumn(name: "occurred_on"),
    TableColumn(name: "document", isRequired: false), TableColumn(name: "note", isRequired: false),
    TableColumn(name: "known_on", isRequired: false),
  ]

  /// All good rows; `declared` are the events of all plans, nil when one of those cannot be read.
  static func read(
    _ bytes: [UInt8], _ report: FileReport, declared: Set<String>?
  ) -> [Occurrence] {
    guard let table = OfficeTable(bytes, report, columns: columns) else { return [] }
    let known = declared.map { events in
      Dictionary(events.map { ($0.uppercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }
    var lines: [String: Int] = [:]
    return table.rows.compactMap { row in
      var event = row.required("event")?.text
      if let text = event, let known {
        event = known[text.uppercased()]
        if event == nil {
          row["event"]?.add(.eventUnknown(text, among: report.candidates(known.values.sorted())))
        }
      }
      if let text = event, let line = lines.updateValue(row.line, forKey: text.uppercased()) {
        row["event"]?.add(.rowRepeated("event " + text, line: line))
      }
      let date = row.required("occurred_on")?.date()
      let document = row["document"].map { $0.visibleText() } ?? ""
      _ = row["note"]?.visibleText()
      let knownOn = row["known_on"].map { $0.date() }
      if let date, let day = knownOn ?? nil, day < date {
        row["known_on"]?.add(.rangeReversed(date.description, day.description))
      }
      guard let event, let date, let document else { return nil }
      return Occurrence(
        event: event, occurredOn: date, document: document, knownOn: knownOn ?? nil)
    }
  }
}
