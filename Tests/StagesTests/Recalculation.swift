import Foundation
import TestSupport
import Testing

/// LibreOffice as a second reader: it opens a workbook, reckons every formula anew, and stores it again.
struct Recalculation {
  /// What differs between a workbook as stored and as reckoned; empty when nothing does.
  let differences: [String]
  /// How many cells were compared, and how many of them hold formulas.
  let cells: Int
  let formulas: Int

  static let program = "/usr/bin/soffice"
  static var isPossible: Bool { FileManager.default.isExecutableFile(atPath: program) }

  init(_ workbook: URL, in folder: WorkingFolder) throws {
    let stored = try XLSX(workbook)
    let reckoned = try XLSX(try Self.recalculated(workbook, in: folder))
    var differences: [String] = []
    var (cells, formulas) = (0, 0)
    if stored.sheets.map(\.name) != reckoned.sheets.map(\.name) {
      differences.append("other sheets: \(reckoned.sheets.map(\.name))")
    }
    for (old, new) in zip(stored.sheets, reckoned.sheets) {
      for address in Set(old.cells.keys).union(new.cells.keys).sorted() {
        let (before, after) = (old.cells[address], new.cells[address])
        if before?.isEmpty ?? true, after?.isEmpty ?? true { continue }
        cells += 1
        if before?.formula != nil { formulas += 1 }
        if !Self.isSame(before, after) {
          differences.append(
            "\(old.name)!\(address): stored \(Self.shown(before)), reckoned \(Self.shown(after))")
        }
      }
    }
    (self.differences, self.cells, self.formulas) = (differences, cells, formulas)
  }

  private static func isSame(_ before: XLSX.Cell?, _ after: XLSX.Cell?) -> Bool {
    if let old = before?.number, let new = after?.number {
      // differences lose digits that their two sides had
      return abs(old - new) <= 1e-9 * max(1, abs(old))
    }
    return before?.number == nil && after?.number == nil
      && (before?.text ?? "") == (after?.text ?? "")
      && (before?.formula == nil) == (after?.formula == nil)
  }

  private static func shown(_ cell: XLSX.Cell?) -> String {
    cell?.number.map { "\($0)" } ?? cell?.text ?? "nothing"
  }

  /// Without this setting LibreOffice shows the stored results and reckons nothing.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
    </oor:items>
    """

  private static func recalculated(_ workbook: URL, in folder: WorkingFolder) throws -> URL {
    let profile = folder.url.appendingPathComponent("profile")
    let user = profile.appendingPathComponent("user")
    try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
    try settings.write(
      to: user.appendingPathComponent("registrymodifications.xcu"), atomically: true,
      encoding: .utf8)
    let target = folder.url.appendingPathComponent("recalculated-\(UUID().uuidString)")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [
      "-env:UserInstallation=\(profile.absoluteString)", "--headless", "--convert-to",
      "xlsx:Calc MS Excel 2007 XML", "--outdir", target.path, workbook.path,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let made = target.appendingPathComponent(workbook.lastPathComponent)
    try #require(
      process.terminationStatus == 0 && FileManager.default.fileExists(atPath: made.path),
      "LibreOffice wrote nothing for \(workbook.path)")
    return made
  }
}

extension XLSX.Cell {
  fileprivate var isEmpty: Bool { number == nil && (text ?? "").isEmpty && formula == nil }
}
