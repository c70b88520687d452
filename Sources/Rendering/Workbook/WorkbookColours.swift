import Documents
import Spreadsheets

// The colours of charts: told apart in print without colour by their order and lightness.
extension WorkbookStyles {
  /// What a series of one meaning is drawn in.
  static func chartColour(_ tone: SheetStyle.Tone) -> SheetColour {
    switch tone {
    case .good: SheetColour(red: 112, green: 173, blue: 71)
    case .bad: SheetColour(red: 192, green: 0, blue: 0)
    case .doubtful: SheetColour(red: 255, green: 192, blue: 0)
    case .pending: SheetColour(red: 191, green: 191, blue: 191)
    case .neutral: SheetColour(red: 46, green: 84, blue: 150)
    }
  }

  /// What the series of a chart are drawn in, one after the other.
  static func seriesColour(_ index: Int) -> SheetColour { series[index % series.count] }

  private static let series = [
    SheetColour(red: 46, green: 84, blue: 150), SheetColour(red: 192, green: 0, blue: 0),
    SheetColour(red: 84, green: 130, blue: 53), SheetColour(red: 191, green: 143, blue: 0),
    SheetColour(red: 112, green: 48, blue: 160), SheetColour(red: 0, green: 130, blue: 140),
  ]
}
