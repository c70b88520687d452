internal import PlanModel
internal import Yams

/// One node of a YAML file that knows its place and where its findings go.
///
/// Every function that reads a value returns nil after noting what is wrong with it, so that the
/// reading goes on and all findings of a file come out together.
struct YAMLCursor {
  let node: Node
  let report: FileReport
  /// Stand-ins for keys that occurred earlier in the same mapping, with the names they had.
  let renamedKeys: [String: String]

  init(_ node: Node, _ report: FileReport, _ renamedKeys: [String: String]) {
    self.node = node
    self.report = report
    self.renamedKeys = renamedKeys
  }

  /// A node below this one.
  func cursor(_ node: Node) -> YAMLCursor { YAMLCursor(node, report, renamedKeys) }

  /// Where the node begins.
  var place: Finding.Place { node.mark?.place ?? .init() }

  /// Notes what is wrong with the node.
  func add(_ complaint: Complaint) { report.add(complaint, at: place) }

  /// Notes what is wrong at a character of the node's text, counted from 0.
  func add(_ complaint: Complaint, atCharacter offset: Int) {
    report.add(complaint, at: place(ofCharacter: offset))
  }

  /// Whether the node is written as nothing, `~` or `null`.
  var isNull: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null"
  }

  /// What the node is, in words of a message.
  var kindName: NodeKind {
    switch node {
    case .scalar: .text
    case .mapping: .map
    case .sequence: .list
    case .alias: .text
    }
  }

  /// The text of a scalar, as typed.
  var rawText: String? {
    guard case .scalar(let scalar) = node else { return nil }
    return scalar.string
  }

  /// The place of a character of the text: exact when the text stands in one line as it is read,
  /// otherwise the start of the node.
  private func place(ofCharacter offset: Int) -> Finding.Place {
    guard let text = rawText, let line = place.line, var column = place.column else { return place }
    let scalars = Array(report.line(line).unicodeScalars)
    if column < scalars.count, scalars[column] == "\"" || scalars[column] == "'" { column += 1 }
    guard column <= scalars.count, scalars[column...].starts(with: text.unicodeScalars) else {
      return place
    }
    return .init(line: line, column: column + offset)
  }

  /// The items of a list; nil, with a finding, when the node is something else.
  func items() -> [YAMLCursor]? {
    guard case .sequence(let sequence) = node else {
      add(.typeWrong(expected: .list, found: kindName))
      return nil
    }
    return sequence.map(cursor)
  }
}

/// What a node can be.
enum NodeKind {
  case text, list, map

  var english: String {
    switch self {
    case .text: "a single value"
    case .list: "a list [...]"
    case .map: "a map {key: value}"
    }
  }

  var vietnamese: String {
    switch self {
    case .text: "một giá trị"
    case .list: "danh sách [...]"
    case .map: "nhóm khóa {khóa: giá trị}"
    }
  }
}
