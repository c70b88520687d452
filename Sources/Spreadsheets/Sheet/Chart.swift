/// A chart of figures that stand on a sheet.
public struct Chart: Hashable, Sendable {
  /// What it draws.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// Upright columns side by side.
    case column
    /// Upright columns on top of each other.
    case columnStacked
    /// Lying bars side by side.
    case bar
    /// Lines with markers.
    case line
  }

  /// Cells in one row or one column of a sheet, at most 32,000.
  public struct Source: Hashable, Sendable {
    /// The cells.
    public let range: CellRange
    /// The sheet they stand on.
    public let sheet: String

    /// The cells of a range on a sheet.
    public init(_ range: CellRange, on sheet: String) {
      self.range = range
      self.sheet = sheet
    }
  }

  /// One row of figures.
  public struct Series: Hashable, Sendable {
    /// What it is called; at most 255 UTF-16 units.
    public var name: String
    /// The words below the figures.
    public var categories: Source
    /// The figures.
    public var values: Source
    /// Its colour; nil is the reader's choice.
    public var colour: SheetColour?
    /// Whether the figures are written beside the drawing.
    public var showsValues = false
    /// Number format of those figures; empty is that of the cells. At most 127 bytes.
    public var valueFormat = ""

    /// A named row of figures.
    public init(_ name: String, categories: Source, values: Source, colour: SheetColour? = nil) {
      self.name = name
      self.categories = categories
      self.values = values
      self.colour = colour
    }
  }

  /// Where the names of the series stand.
  public enum Legend: UInt8, Hashable, Sendable {
    /// Nowhere.
    case none = 0
    /// Below.
    case bottom = 4
  }

  /// What it draws.
  public var kind: Kind
  /// Its title; empty for none. At most 255 UTF-16 units.
  public var title: String
  /// Number format of the axis with the figures; empty is that of the cells.
  public var valueFormat = ""
  /// The figure at which that axis begins; nil leaves it to the reader, who may cut columns off.
  public var valueMinimum: Double?
  /// Its rows of figures, 1 to 255.
  public var series: [Series]
  /// Where the names of the series stand.
  public var legend = Legend.bottom
  /// Size of the letters of its title, in points, 6 to 72.
  public var titleSize = 14
  /// Size of all other letters, in points, 6 to 72.
  public var textSize = 11
  /// Width in pixels, 50 to 4,000.
  public var width = 640
  /// Height in pixels, 50 to 4,000.
  public var height = 360
  /// What it shows, for readers who cannot see it. At most 255 UTF-16 units.
  public var altText = ""

  /// A chart of some rows of figures.
  public init(_ kind: Kind, title: String, series: [Series]) {
    self.kind = kind
    self.title = title
    self.series = series
  }
}
