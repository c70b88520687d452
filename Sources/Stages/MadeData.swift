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
  ///
  /// Findings without a file are questions about all units together, not what an edition says: a program
  /// that asks more of them still finds the editions of an earlier one as they were issued.
  let outcomeDigest: String

  /// `rows`: those written while the report was assessed.
  init(_ report: Report, _ rows: IndicatorRows = IndicatorRows()) {
    var digest = FieldsDigest()
    let indicators = report.assessment.indicators.map(\.indicator)
    for file in DataFiles.all(of: report) {
      var header = DataFileText()
      header.append(file.columns)
      var bytes = header.bytes
      for (place, part) in file.parts.enumerated() {
        let made = file.name == DataFiles.names[0] ? rows.give(indicators[place]) : nil
        bytes.append(contentsOf: (made ?? DataFileText(part)).bytes)
      }
      digest.add(file, bytes[header.bytes.count...])
      files.append((file.name, bytes))
    }
    outcomeDigest = digest.digest.hexadecimal
  }

  /// The digest of the states of tasks and submissions.
  static func states(in report: Report) -> SHA256Digest {
    var digest = FieldsDigest()
    for file in DataFiles.timed(of: report) { digest.add(file, file.text[...]) }
    return digest.digest
  }
}

extension FieldsDigest {
  /// Adds what the rows of a data file say, without the columns that count days and move every night.
  fileprivate mutating func add(_ file: DataFile, _ rows: ArraySlice<UInt8>) {
    let kept = file.columns.indices.filter { !file.columns[$0].hasPrefix("days_") }
    let needed = file.name == "findings.csv" ? file.columns.firstIndex(of: "file") : nil
    func forEach(_ body: ([ArraySlice<UInt8>]) -> Void) {
      DataFileText.forEachRow(in: rows) { row in
        if needed.map({ !row[$0].isEmpty }) ?? true { body(row) }
      }
    }
    var count = 0
    forEach { _ in count += 1 }
    add(file.name)
    add(String(count))
    forEach { row in kept.forEach { add(row[$0]) } }
  }
}
