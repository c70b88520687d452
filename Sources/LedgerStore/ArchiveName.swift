internal import PlanModel

/// The name of an original in the archive: `2024-Q3/HU-A/000017-so-lieu.csv`.
///
/// Folders and files are named by whoever sends them, and the archive is unpacked by whoever wants to look:
/// no name may lead out of the folder it is unpacked in, hide, deceive on a terminal, or be too long.
enum ArchiveName {
  /// The name of the original of one receipt; unlike any other, for it holds the receipt's number.
  static func name(period: Period, unit: String, number: Int64, file: String) -> String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
    return "\(period)/\(component(unit))/\(padded)-\(component(file))"
  }

  /// One part of a path: never empty, no `/`, does not begin with `.` or `-`, does not end with `.` (the
  /// archiver of SQLite leaves out names with `../` in them).
  static func component(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(isPlain(scalar) ? scalar : "_")
    }
    var name = shortened(String(scalars))
    if let first = name.unicodeScalars.first {
      if first == "." || first == "-" { name = "_" + name }
    } else {
      name = "_"
    }
    if name.hasSuffix(".") || name.hasSuffix(" ") { name += "_" }
    return name
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      false
    default: !forbidden.contains(scalar)
    }
  }

  /// What Linux or Windows does not allow in a name.
  private static let forbidden: Set<Unicode.Scalar> = [
    "/", "\\", ":", "*", "?", "\"", "<", ">", "|",
  ]

  /// The name in at most 200 bytes (a file system allows 255), with its extension.
  private static func shortened(_ name: String) -> String {
    guard name.utf8.count > longest else { return name }
    let suffix = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
    let kept = suffix.utf8.count <= 16 ? suffix : ""
    var short = String.UnicodeScalarView()
    var bytes = kept.utf8.count
    for scalar in name.unicodeScalars {
      bytes += scalar.utf8.count
      if bytes > longest { break }
      short.append(scalar)
    }
    return String(short) + kept
  }

  private static let longest = 200
}
