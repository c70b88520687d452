import Documents

/// Where the rows are that links lead to, when all sheets are made.
struct WorkbookAnchors {
  private struct Place {
    let origin: String
    let sheet: String
    let rows: [String: Int]
  }

  /// Of a sheet that goes on in others, the last one first.
  private let places: [Place]

  init(_ sheets: [SheetModel]) {
    places = sheets.reversed().map { Place(origin: $0.origin, sheet: $0.name, rows: $0.anchors) }
  }

  /// The sheet and row of an anchor; nil when no sheet has it.
  func place(_ anchor: SheetAnchor) -> (sheet: String, row: Int)? {
    // a few names are sooner compared than looked up
    for place in places where place.origin == anchor.sheet {
      if let row = place.rows[anchor.key] { return (place.sheet, row) }
    }
    return nil
  }
}
