internal import DelimitedText
public import PlanModel

/// When submissions of a period were received, as its `register.csv` says.
///
/// A row that is wrong is a finding and left out; the others hold. Files the register does not
/// name keep the time of the file system.
public struct Register: Sendable {
  /// Which file a row is about.
  public struct Key: Hashable, Sendable {
    /// The unit's code, as units.csv writes it.
    public let unit: String
    /// The path of the file below the unit's folder.
    public let file: String

    /// The file of a unit.
    init(unit: String, file: String) {
      self.unit = unit
      self.file = file
    }
  }

  /// What a row says.
  public struct Entry: Hashable, Sendable {
    /// When the file was received, on the office's clock.
    public let receivedAt: CivilTime
    /// The number of the letter it came with; empty when none.
    public let documentNumber: String

    /// A moment and a number.
    init(receivedAt: CivilTime, documentNumber: String) {
      self.receivedAt = receivedAt
      self.documentNumber = documentNumber
    }
  }

  /// The good rows.
  public private(set) var entries: [Key: Entry] = [:]
  /// What is wrong with the others, or with the file.
  public private(set) var findings: [FileFinding] = []
  /// Whether there is a register of which nothing could be read, not even its header: when a file was
  /// received is then not known, and what is taken with its own time keeps that for good.
  public private(set) var isUnreadable = false
  /// Whether a row speaks of a day that is still to come.
  public private(set) var isAhead = false

  /// Where the good rows name their files, in the register's order.
  private var places: [(key: Key, place: Finding.Place)] = []
  private var path = ""

  private init() {}

  /// The row of a unit's file; nil when the register does not name it.
  public subscript(unit: String, file: String) -> Entry? { entries[Key(unit: unit, file: file)] }

  /// The good rows that no file answers to, each asked about; `names` are the files in a unit's folder.
  public func unanswered(
    _ isAnswered: (Key) -> Bool, names: (_ unit: String) -> [String]
  ) -> [FileFinding] {
    let report = FileReport(path: path)
    for (key, place) in places where !isAnswered(key) {
      report.add(
        .registeredFileUnknown(key.file, of: key.unit, among: report.candidates(names(key.unit))),
        at: place)
    }
    return report.findings
  }

  /// Reads `<inputs>/<organisation>/submissions/<folder>/register.csv` of a period; a missing file is an
  /// empty register. `today` is the day of the clock, past which nothing has been received yet; nil where
  /// another moment is counted at.
  public static func read(
    inputs: String, office: Office, period: Period, folder: String, today: CalendarDate? = nil
  ) -> Register {
    let name = office.organisation.code + "/submissions/" + folder + "/register.csv"
    let path = inputs + "/" + name
    do {
      let folder = try BaseFolder(inputs)
      let file = try folder.read(name, limit: OfficeFiles.largestFile)
      return read(
        file.bytes, path: path, period: period, registry: office.registry,
        utcOffsetMinutes: office.organisation.calendar.utcOffsetMinutes, today: today)
    } catch .vanished {
      return Register()
    } catch {
      var register = Register()
      register.isUnreadable = true
      let finding = OfficeFolder.complaint(error).finding(at: .init())
      register.findings = [FileFinding(path: path, finding: finding)]
      return register
    }
  }

  static let columns = [
    TableColumn(name: "unit"), TableColumn(name: "file"), TableColumn(name: "received_at"),
    TableColumn(name: "document_no", isRequired: false),
  ]

  /// Reads the bytes of a period's register; `path` is the one that findings print.
  public static func read(
    _ bytes: [UInt8], path: String, period: Period, registry: UnitRegistry, utcOffsetMinutes: Int,
    today: CalendarDate? = nil
  ) -> Register {
    var register = Register()
    register.path = path
    let report = FileReport(path: path)
    var lines: [Key: Int] = [:]
    let table = OfficeTable(bytes, report, columns: columns)
    register.isUnreadable = table == nil
    for row in table?.rows ?? [] {
      let unit = row.required("unit").flatMap { Self.unit($0, registry) }
      let fileCell = row.required("file")
      let file = fileCell.flatMap(Self.file)
      let timeCell = row.required("received_at")
      let time = timeCell.flatMap { Self.moment($0, utcOffsetMinutes, period) }
      if let today, let timeCell, let time, time.date > today {
        register.isAhead = true
        timeCell.add(.momentAhead(timeCell.text, today))
      }
      let number = row["document_no"].map { $0.visibleText() } ?? ""
      guard let unit, let file, let fileCell, let time, let number else { continue }
      let key = Key(unit: unit, file: file)
      if let line = lines[key] {
        report.add(.rowRepeated("the file \(file) of \(unit)", line: line), at: row.place)
        continue
      }
      lines[key] = row.line
      register.places.append((key, fileCell.place))
      register.entries[key] = Entry(receivedAt: time, documentNumber: number)
    }
    register.findings = report.findings
    return register
  }

  private static func unit(_ cell: OfficeCell, _ registry: UnitRegistry) -> String? {
    if let code = registry.code(matching: cell.text) { return code }
    cell.add(.unitUnknown(cell.text, among: cell.report.candidates(registry.units.map(\.code))))
    return nil
  }

  private static func file(_ cell: OfficeCell) -> String? {
    let parts = cell.text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.allSatisfy({ OfficeFolder.isPlainName(String($0)) }) { return cell.visibleText() }
    cell.add(.unsafeFile(cell.text))
    return nil
  }

  /// In January the year before is soon written, and would make a late submission one in time.
  private static func moment(
    _ cell: OfficeCell, _ utcOffsetMinutes: Int, _ period: Period
  ) -> CivilTime? {
    guard let time = CivilTime.parse(cell.text, utcOffsetMinutes: utcOffsetMinutes) else {
      cell.add(.momentInvalid(cell.text))
      return nil
    }
    if time.date >= period.span.first { return time }
    cell.add(.momentBeforePeriod(cell.text, period))
    return nil
  }
}
