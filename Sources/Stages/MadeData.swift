import ContentHash
import Documents
import Foundation
import Rendering

/// The data files of a report, made in one pass over it.
struct MadeData {
  let files: [(name: String, bytes: Data)]
  /// What the report says, without the columns that count days and move every night.
  ///
  /// Findings without a file are questions about all units together, not what an edition says: a program
  /// that asks more of them still finds the editions of an earlier one as they were issued.
  let outcomeDigest: String

  init(_ report: Report) {
    var digest = FieldsDigest()
    files = DataFiles.all(of: report).map { file in
      let kept = file.columns.indices.filter { !file.columns[$0].hasPrefix("days_") }
      let place = file.name == "findings.csv" ? file.columns.firstIndex(of: "file") : nil
      var questions = 0
      if let place { file.forEachRow { questions += $0[place].isEmpty ? 1 : 0 } }
      digest.add(file.name)
      digest.add(String(file.rowCount - questions))
      return (
        file.name,
        file.bytes { row in
          if let place, row[place].isEmpty { return }
          kept.forEach { digest.add(row[$0]) }
        }
      )
    }
    outcomeDigest = digest.digest.hexadecimal
  }
}
