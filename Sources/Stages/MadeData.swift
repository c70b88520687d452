import ContentHash
import Documents
import Foundation
import Rendering

/// The data files of a report, made in one pass over it.
struct MadeData {
  let files: [(name: String, bytes: Data)]
  /// What the report says, without the columns that count days and move every night.
  let outcomeDigest: String

  init(_ report: Report) {
    var digest = FieldsDigest()
    files = DataFiles.all(of: report).map { file in
      let kept = file.columns.indices.filter { !file.columns[$0].hasPrefix("days_") }
      digest.add(file.name)
      digest.add(String(file.rowCount))
      return (file.name, file.bytes { row in kept.forEach { digest.add(row[$0]) } })
    }
    outcomeDigest = digest.digest.hexadecimal
  }
}
