/// The rows that something was made from, in order.
///
/// Mostly it is one, which needs no list of its own.
public struct Sources: RandomAccessCollection, Hashable, Sendable, ExpressibleByArrayLiteral {
  private enum Content: Hashable, Sendable {
    case none
    case one(Source)
    case many([Source])
  }

  private var content = Content.none

  /// No row.
  public init() {}

  /// Some rows.
  public init(arrayLiteral rows: Source...) { rows.forEach { append($0) } }

  /// The first place.
  public var startIndex: Int { 0 }

  /// How many rows there are.
  public var endIndex: Int {
    switch content {
    case .none: 0
    case .one: 1
    case .many(let rows): rows.count
    }
  }

  /// The row in a place.
  public subscript(place: Int) -> Source {
    switch content {
    case .one(let row) where place == 0: row
    case .many(let rows): rows[place]
    case .none, .one: preconditionFailure("no row stands in place \(place)")
    }
  }

  /// Adds a row.
  public mutating func append(_ row: Source) {
    switch content {
    case .none: content = .one(row)
    case .one(let first): content = .many([first, row])
    case .many(var rows):
      // what is held twice would be copied
      content = .none
      rows.append(row)
      content = .many(rows)
    }
  }

  /// The rows of all parts, so many together.
  init(count: Int, _ parts: some Sequence<Sources>) {
    if count < 2 {
      for part in parts { part.forEach { append($0) } }
      return
    }
    var rows: [Source] = []
    rows.reserveCapacity(count)
    for part in parts {
      switch part.content {
      case .none: break
      case .one(let row): rows.append(row)
      case .many(let others): rows.append(contentsOf: others)
      }
    }
    content = .many(rows)
  }

  static func += (left: inout Sources, right: Sources) {
    if left.isEmpty {
      left = right
    } else {
      right.forEach { left.append($0) }
    }
  }
}
