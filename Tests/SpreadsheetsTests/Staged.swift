import Foundation
import TestSupport

@testable import Spreadsheets

/// An open workbook in a folder of its own.
struct Staged {
  let folder: WorkingFolder
  let workbook: Workbook

  init(constantMemory: Bool = false) throws {
    folder = try WorkingFolder()
    workbook = try Workbook(
      path: folder.path("book.xlsx"), created: created, constantMemory: constantMemory)
  }

  var path: String { folder.path("book.xlsx") }

  /// What lies in the folder.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }
}
