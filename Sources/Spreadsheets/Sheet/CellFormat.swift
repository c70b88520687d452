/// A colour of the screen.
public struct SheetColour: Hashable, Sendable {
  /// Red, green and blue, 8 bits each: 0xRRGGBB.
  let rgb: UInt32

  /// A colour from its red, green and blue parts.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    rgb = UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }

  /// Black.
  public static let black = SheetColour(red: 0, green: 0, blue: 0)
  /// White.
  public static let white = SheetColour(red: 255, green: 255, blue: 255)
}

/// How a cell looks, as a value. The workbook makes one library format of equal values.
public struct CellFormat: Hashable, Sendable {
  /// Places of the text across the cell.
  public enum Horizontal: UInt8, Hashable, Sendable {
    /// Text left, numbers right.
    case general = 0
    /// Left.
    case left = 1
    /// Centred.
    case centre = 2
    /// Right.
    case right = 3
  }

  /// Places of the text down the cell.
  public enum Vertical: UInt8, Hashable, Sendable {
    /// Top.
    case top = 8
    /// Bottom, Excel's own.
    case bottom = 9
    /// Middle.
    case middle = 10
  }

  /// Name of the font, at most 127 bytes of UTF-8.
  public var fontName = "Times New Roman"
  /// Points, 1 to 409.
  public var fontSize = 12.0
  /// Bold letters.
  public var bold = false
  /// Italic letters.
  public var italic = false
  /// Colour of the letters; nil is the window's own.
  public var fontColour: SheetColour?
  /// Colour of the ground; nil is none.
  public var fill: SheetColour?
  /// Whether thin lines stand on its four sides.
  public var isFramed = false
  /// Place across.
  public var horizontal = Horizontal.general
  /// Place down.
  public var vertical = Vertical.bottom
  /// Whether long text goes on in a new line.
  public var wrap = false
  /// Whether the letters shrink until the text fits.
  public var shrink = false
  /// Steps from the left (or right) border, 0 to 15.
  public var indent = 0
  /// Number format with English signs, such as `#,##0.0`; empty is General. At most 127 bytes.
  public var numberFormat = ""
  /// Whether protection of the sheet locks the cell.
  public var locked = true

  /// Times New Roman 12, nothing else set.
  public init() {}

  /// A copy with some properties changed.
  ///
  ///     let heading = CellFormat().with { $0.bold = true; $0.horizontal = .centre }
  public func with(_ change: (inout CellFormat) -> Void) -> CellFormat {
    var copy = self
    change(&copy)
    return copy
  }
}

/// How a conditional rule changes a cell. Fonts and sizes cannot be changed by a rule.
public struct HighlightFormat: Hashable, Sendable {
  /// Colour of the letters; nil leaves it.
  public var fontColour: SheetColour?
  /// Colour of the ground; nil leaves it.
  public var fill: SheetColour?
  /// Bold letters.
  public var bold = false

  /// A change of colours and weight.
  public init(fontColour: SheetColour? = nil, fill: SheetColour? = nil, bold: Bool = false) {
    self.fontColour = fontColour
    self.fill = fill
    self.bold = bold
  }
}

/// A format that a workbook has made; good for the sheets of that workbook only.
public struct CellStyle: Hashable, Sendable {
  let index: Int
  let workbook: ObjectIdentifier
}
