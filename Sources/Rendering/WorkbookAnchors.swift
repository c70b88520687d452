import Documents

/// Where the rows are that links lead to, when all sheets are made.
struct WorkbookAnchors {
  private let places: [SheetAnchor: (sheet: String, row: Int)]

  init(_ sheets: [SheetModel]) {
    var places: [SheetAnchor: (sheet: String, row: Int)] = [:]
    for sheet in sheets {
      for (key, row) in sheet.anchors {
        places[SheetAnchor(key, on: sheet.origin)] = (sheet.name, row)
      }
    }
    self.places = places
  }

  /// The sheet and row of an anchor; nil when no sheet has it.
  func place(_ anchor: SheetAnchor) -> (sheet: String, row: Int)? { places[anchor] }
}
