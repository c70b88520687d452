public import Foundation

/// LibreOffice without a window, where it is installed.
public struct LibreOffice: Sendable {
  /// The country whose numbers and days it writes.
  public enum Locale: String, Sendable, CaseIterable {
    /// Viet Nam: decimal comma, day first.
    case vietnamese = "vi-VN"
    /// United States: decimal point, month first.
    case american = "en-US"
  }

  private static let program = "/usr/bin/soffice"

  /// Whether it is there.
  public static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: program) }

  private let folder: WorkingFolder

  /// A LibreOffice of a country, with settings of its own that go with it.
  public init(_ locale: Locale) throws {
    folder = try WorkingFolder()
    func item(_ path: String, _ name: String, _ value: String) -> String {
      "<item oor:path=\"/org.openoffice.\(path)\"><prop oor:name=\"\(name)\" oor:op=\"fuse\">"
        + "<value>\(value)</value></prop></item>"
    }
    try folder.write(
      "profile/user/registrymodifications.xcu",
      text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        + "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\">"
        + item("Setup/L10N", "ooSetupSystemLocale", locale.rawValue)
        // formulas are reckoned anew when a file is opened
        + item("Office.Calc/Formula/Load", "OOXMLRecalcMode", "0") + "</oor:items>")
  }

  /// Saves every sheet of a workbook as "CSV UTF-8", as its cells are shown; by the sheets' names.
  public func csv(of workbook: URL, separator: Character) throws -> [String: Data] {
    let code = separator.asciiValue ?? 0x2C
    let output = folder.url.appendingPathComponent("csv")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments = [
      "120", Self.program, "-env:UserInstallation=\(folder.url.absoluteString)profile",
      "--headless", "--norestore", "--convert-to",
      // separator, quote, UTF-8, from row 1, as shown, all sheets
      "csv:Text - txt - csv (StarCalc):\(code),34,76,1,,0,false,true,true,false,false,-1",
      "--outdir", output.path, workbook.path,
    ]
    // the files are named for the sheets
    process.environment = [
      "HOME": folder.url.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let prefix = workbook.deletingPathExtension().lastPathComponent + "-"
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: output.path) {
      let sheet = name.dropFirst(prefix.count).dropLast(".csv".count)
      files[String(sheet)] = try Data(contentsOf: output.appendingPathComponent(name))
    }
    return files
  }
}
