/// Which signs a code may consist of.
enum CodeRule {
  /// A code that names files and folders: ASCII letters and digits, inside also `-`, `_` and `.`.
  case path
  /// A code that stands in cells: letters and digits of any script, inside also `-`, `_` and `.`.
  case cell

  /// No code may be longer: they head the columns of narrow tables.
  static let limit = 40

  /// Names that files and folders of the outputs have already: a unit of such a code would have no letter of
  /// its own, a plan no folder.
  static let taken = ["bieu-mau", "cong-van", "don-doc", "phan-hoi"]

  /// Endings of such files: the form of a unit `A` and the folder of a unit `A.xlsx` would be one.
  static let endings = [".xlsx", ".txt", ".csv", ".sqlite", ".jsonl"]

  /// Whether a text ends as a file of the outputs does.
  static func isFileName(_ text: String) -> Bool {
    let small = text.lowercased()
    return endings.contains { small.hasSuffix($0) }
  }

  /// Whether a text is such a code.
  func allows(_ text: String) -> Bool {
    if self == .path, Self.taken.contains(text.lowercased()) || Self.isFileName(text) {
      return false
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.first, isBody(first), scalars.count <= Self.limit else {
      return false
    }
    return scalars.allSatisfy { isBody($0) || $0 == "-" || $0 == "_" || $0 == "." }
  }

  private func isBody(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: self == .cell && !scalar.isASCII && scalar.properties.isAlphabetic
    }
  }
}
