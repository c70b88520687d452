public import PlanModel

/// Cells that change their looks with their value.
public struct SheetMark: Hashable, Sendable {
  /// When a cell is marked.
  public enum Rule: Hashable, Sendable {
    /// It holds a number above this one.
    case above(FixedDecimal)
    /// It holds just this word.
    case word(String)
  }

  /// The cells.
  public let range: SheetRange
  /// When they are marked.
  public let rule: Rule
  /// How they are marked.
  public let tone: SheetStyle.Tone

  /// Marks the cells of `range` for which a rule holds.
  public init(_ range: SheetRange, _ rule: Rule, _ tone: SheetStyle.Tone) {
    self.range = range
    self.rule = rule
    self.tone = tone
  }

  /// Marks the cells of `range` that hold a number above `above`.
  public init(_ range: SheetRange, above: FixedDecimal, _ tone: SheetStyle.Tone) {
    self.init(range, .above(above), tone)
  }
}

/// A range with headings that becomes a table: filters, stripes, a name for formulas.
///
/// Where the reader's program takes none (files of very many rows), it has filter buttons instead.
public struct SheetTable: Hashable, Sendable {
  /// Its name in formulas.
  public let name: String
  /// Its cells, the row of headings first.
  public let range: SheetRange

  /// A table of a name and a range.
  public init(_ name: String, _ range: SheetRange) {
    self.name = name
    self.range = range
  }
}

/// A range that can be called by a name.
public struct NamedRange: Hashable, Sendable {
  /// The name.
  public let name: String
  /// Its cells.
  public let range: SheetRange

  /// A name for a range.
  public init(_ name: String, _ range: SheetRange) {
    self.name = name
    self.range = range
  }

  /// Letters, digits and underscores made of any text: `CT01` gives `KQ_CT01` behind a prefix `KQ`.
  static func made(_ prefix: String, _ text: String) -> String {
    let letters = text.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? String(scalar) : "_"
    }
    return prefix + "_" + letters.joined()
  }
}

/// A drawing of figures that stand in one row or column of a sheet.
public struct SheetChart: Hashable, Sendable {
  /// What it draws.
  public enum Kind: Hashable, Sendable {
    /// Upright columns side by side; on top of each other; lying bars; lines with gaps where there is
    /// no figure.
    case columns, stackedColumns, bars, lines
  }

  /// One row of figures.
  public struct Series: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// The words below the figures.
    public let categories: SheetRange
    /// The figures.
    public let values: SheetRange
    /// What its colour says; nil leaves the colour to the order of the series.
    public let tone: SheetStyle.Tone?
    /// Whether the figures are written beside the drawing.
    public let showsValues: Bool

    /// A named row of figures; both ranges name their sheet.
    public init(
      _ name: String, categories: SheetRange, values: SheetRange, tone: SheetStyle.Tone? = nil,
      showsValues: Bool = false
    ) {
      self.name = name
      self.categories = categories
      self.values = values
      self.tone = tone
      self.showsValues = showsValues
    }
  }

  /// What it draws.
  public let kind: Kind
  /// Its title.
  public let title: String
  /// Its rows of figures.
  public let series: [Series]
  /// Whether its figures are parts of a whole.
  public let isPercent: Bool
  /// What it shows, in words.
  public let description: String
  /// The cells it covers.
  public let frame: SheetRange

  /// A chart over the cells of a frame.
  public init(
    _ kind: Kind, title: String, series: [Series], isPercent: Bool, description: String,
    frame: SheetRange
  ) {
    self.kind = kind
    self.title = title
    self.series = series
    self.isPercent = isPercent
    self.description = description
    self.frame = frame
  }
}
