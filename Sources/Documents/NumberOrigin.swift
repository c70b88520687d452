public import PlanModel

/// Which cell of an edition a printed number was made from.
///
/// Documents are made from typed values: whoever formats one into a sentence says where it came from, and
/// the words carry that with them, unseen (`String.from`), until the renderer knows the line they stand on.
public struct NumberOrigin: Hashable, Sendable {
  /// What the edition keeps its numbers in: a data file of it, or what its text rests on.
  public enum Source: String, Hashable, Sendable, CaseIterable {
    case indicators = "indicators.csv"
    case tasks = "tasks.csv"
    case submissions = "submissions.csv"
    case findings = "findings.csv"
    /// When units were reminded before.
    case reminders
    /// What the edition changes in those issued before it.
    case correction
    /// Counted from the list that is printed there.
    case list
    /// The plan's own text: its number, codes, clauses, targets.
    case plan
    /// Days, hours, periods.
    case calendar
    /// The office's form of documents.
    case organisation
    /// Names and codes of units.
    case units = "units.csv"
    /// What a unit wrote itself.
    case note
    /// The fixed words of a document: `Biểu số 01`.
    case text
    /// Nobody knows: such a number must not stand in a document.
    case unknown
  }

  /// What it is in a sum whose parts and whole are printed together.
  public enum Role: String, Hashable, Sendable {
    case part, whole
  }

  /// Where it is kept.
  public let source: Source
  /// The code of the indicator or task, or the form; empty of others.
  public let item: String
  /// The unit's code; empty where it is of none.
  public let unit: String
  /// The period; empty where it is of none.
  public let period: String
  /// The window of an indicator; empty of others.
  public let window: String
  /// The column, or what was made of columns: `count(state=overdue)`.
  public let field: String
  /// Its role in a sum that is printed with it; nil when there is none.
  public var role: Role?

  /// All parts.
  public init(
    _ source: Source, _ field: String, item: String = "", unit: String = "",
    period: Period? = nil, window: String = "", role: Role? = nil
  ) {
    self.init(
      source, field, item: item, unit: unit, periodText: period?.description ?? "",
      window: window, role: role)
  }

  private init(
    _ source: Source, _ field: String, item: String, unit: String, periodText: String,
    window: String, role: Role?
  ) {
    self.source = source
    self.field = field
    self.item = item
    self.unit = unit
    period = periodText
    self.window = window
    self.role = role
  }

  /// The number of an item in the list it stands in.
  public static let ordinal = NumberOrigin(.list, "ordinal")
  /// A number that the template of the document itself holds.
  static let template = NumberOrigin(.text, "template")
  /// What a printed list leaves out, or how long it is.
  static let listed = NumberOrigin(.list, "count")

  /// The same as a part of a printed sum.
  var part: NumberOrigin { with(.part) }
  /// The same as the whole of a printed sum.
  var whole: NumberOrigin { with(.whole) }

  private func with(_ role: Role) -> NumberOrigin {
    var copy = self
    copy.role = role
    return copy
  }
}

// MARK: marks

/// The marks are code points of plane 15, which have no meaning and no glyph of their own; text from
/// outside that holds any has them written out before it comes here.
extension NumberOrigin {
  private static let base: UInt32 = 0xF0000
  private static let first: UInt32 = 0xF0100
  private static let last: UInt32 = 0xF0101

  /// Whether a code point belongs to marks.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (base...last).contains(scalar.value)
  }

  /// The origin as an unseen mark.
  public var mark: String {
    let fields = [
      source.rawValue, field, item, unit, period, window, role?.rawValue ?? "",
    ].joined(separator: "\t")
    var mark = String.UnicodeScalarView()
    func add(_ value: UInt32) { Unicode.Scalar(value).map { mark.append($0) } }
    add(Self.first)
    for byte in fields.utf8 { add(Self.base + UInt32(byte)) }
    add(Self.last)
    return String(mark)
  }

  /// Reads a mark without its first and last code point; nil for anything that is none.
  init?(mark: some Sequence<Unicode.Scalar>) {
    var bytes: [UInt8] = []
    for scalar in mark {
      guard let byte = UInt8(exactly: Int64(scalar.value) - Int64(Self.base)) else { return nil }
      bytes.append(byte)
    }
    let fields = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 7, let source = Source(rawValue: fields[0]) else { return nil }
    self.init(
      source, fields[1], item: fields[2], unit: fields[3], periodText: fields[4],
      window: fields[5], role: Role(rawValue: fields[6]))
  }

  static func isFirst(_ scalar: Unicode.Scalar) -> Bool { scalar.value == first }
  static func isLast(_ scalar: Unicode.Scalar) -> Bool { scalar.value == last }
}

extension String {
  /// The text with the origin of every number in it that does not say its own.
  func from(_ origin: NumberOrigin) -> String {
    let mark = origin.mark
    var result = String.UnicodeScalarView()
    var number = NumberScanner()
    var isMarked = false
    for scalar in unicodeScalars {
      if number.begins(at: scalar), !isMarked { result.append(contentsOf: mark.unicodeScalars) }
      isMarked = NumberOrigin.isLast(scalar)
      result.append(scalar)
    }
    return String(result)
  }

  /// The same where nobody records origins: the text as it is.
  func from(_ origin: NumberOrigin?) -> String { origin.map { from($0) } ?? self }

  /// The text without any marks, for places that do not record origins.
  public var unmarked: String {
    guard unicodeScalars.contains(where: NumberOrigin.isMark) else { return self }
    return MarkedText(self).text
  }
}

/// Finds where numbers begin: digits, with single `.` and `,` between them.
struct NumberScanner {
  private var isInside = false
  private var sawSeparator = false

  /// Takes the next code point, and says whether a number begins with it.
  mutating func begins(at scalar: Unicode.Scalar) -> Bool {
    if ("0"..."9").contains(scalar) {
      let isNew = !isInside
      isInside = true
      sawSeparator = false
      return isNew
    }
    if isInside, !sawSeparator, scalar == "." || scalar == "," {
      sawSeparator = true
    } else {
      isInside = false
    }
    return false
  }

  /// Whether a digit was last seen.
  var isOpen: Bool { isInside && !sawSeparator }
  /// Whether a digit was last seen, or a separator that may stand inside a number.
  var isNumberGoingOn: Bool { isInside }
}

/// A text freed of its marks, with its numbers in order and what the marks said of each.
public struct MarkedText {
  /// The text as it is printed.
  public let text: String
  /// The origin of each number of the text, in order; nil where none was given.
  public let origins: [NumberOrigin?]

  /// Takes the marks out of a text.
  public init(_ marked: String) {
    guard marked.unicodeScalars.contains(where: NumberOrigin.isMark) else {
      text = marked
      origins = Array(repeating: nil, count: Self.count(of: marked))
      return
    }
    var clean = String.UnicodeScalarView()
    var origins: [NumberOrigin?] = []
    var pending: NumberOrigin?
    var mark: [Unicode.Scalar]?
    var scanner = NumberScanner()
    for scalar in marked.unicodeScalars {
      if let open = mark {
        if NumberOrigin.isLast(scalar) {
          pending = NumberOrigin(mark: open)
          scanner = NumberScanner()
          mark = nil
        } else {
          mark = open + [scalar]
        }
      } else if NumberOrigin.isFirst(scalar) {
        mark = []
      } else if !NumberOrigin.isMark(scalar) {
        if scanner.begins(at: scalar) { origins.append(pending) }
        pending = nil
        clean.append(scalar)
      }
    }
    text = String(clean)
    self.origins = origins
  }

  /// Of each number, whether it stands between quotes.
  public var areQuoted: [Bool] {
    var scanner = NumberScanner()
    var isQuoted = false
    return text.unicodeScalars.compactMap { scalar in
      if scalar == "\"" { isQuoted.toggle() }
      return scanner.begins(at: scalar) ? isQuoted : nil
    }
  }

  private static func count(of text: String) -> Int {
    var scanner = NumberScanner()
    return text.unicodeScalars.reduce(0) { $0 + (scanner.begins(at: $1) ? 1 : 0) }
  }
}
