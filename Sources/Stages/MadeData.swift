import Assessment
import ContentHash
import Documents
import PlanModel
import Rendering
import Synchronization

/// The rows of `indicators.csv`, written while the indicators are assessed: where there are too many values
/// to keep, each is reckoned once.
final class IndicatorRows: Sendable {
  private let texts = Mutex<[String: DataFileText]>([:])

  /// Writes those of one indicator.
  func take(_ indicator: Indicator, _ cells: [IndicatorCell], _ input: AssessmentInput) {
    let text = DataFileText { DataFiles.rows(of: indicator, cells, input, $0) }
    texts.withLock { $0[indicator.code] = text }
  }

  /// Hands out what was written of an indicator, for good.
  fileprivate func give(_ indicator: Indicator) -> DataFileText? {
    texts.withLock { $0.removeValue(forKey: indicator.code) }
  }
}

/// The data files of a report.
struct MadeData {
  /// Their names and bytes.
  private(set) var files: [(name: String, bytes: [UInt8])] = []
  /// What the report says, without the columns that count days and move every night.
  let outcomeDigest: String

  /// `rows`: those written while the report was assessed.
  init(_ report: Report, _ rows: IndicatorRows = IndicatorRows()) {
    var digest = FieldsDigest()
    let indicators = report.assessment.indicators.map(\.indicator)
    for file in DataFiles.all(of: report) {
      var header = DataFileText()
      header.append(file.columns)
      var bytes = header.bytes
      var rowCount = 0
      for (place, part) in file.parts.enumerated() {
        let made = file.name == DataFiles.names[0] ? rows.give(indicators[place]) : nil
        let text = made ?? DataFileText(part)
        bytes.append(contentsOf: text.bytes)
        rowCount += text.rowCount
      }
      digest.add(file.name)
      digest.add(String(rowCount))
      let isKept = file.columns.map { !$0.hasPrefix("days_") }
      DataFileText.forEachCell(in: bytes[header.bytes.count...]) { column, cell in
        if isKept[column] { digest.add(cell) }
      }
      files.append((file.name, bytes))
    }
    outcomeDigest = digest.digest.hexadecimal
  }
}
