import Documents
import VietnameseText

/// The head of a document: columns 1 to 36 and 37 to 80, each centred line by line.
struct TextLetterhead {
  let left: [String]
  let right: [String]

  private static let leftColumns = 36

  var lines: [String] {
    let columns = Self.leftColumns
    // one column is kept free, so that the two halves never touch
    let leftLines = TextRenderer.centred(left, in: columns - 1).map { $0.centredAgain(in: columns) }
    let rightLines = TextRenderer.centred(right, in: TextRenderer.width - columns)
    return sideBySide(leftLines, rightLines, at: columns)
  }
}

/// The foot of a document: recipients in columns 1 to 44, the signature centred in 45 to 80.
struct TextSignature {
  let signature: TextDocument.Signature

  private static let leftColumns = 44
  /// The lines left for the signature itself.
  private static let space = 3

  var lines: [String] {
    let columns = Self.leftColumns
    let recipients =
      [printable(signature.label)]
      + signature.recipients.flatMap {
        wrap(printable($0), width: columns - 1, hanging: 2)
      }
    var right = TextRenderer.centred(signature.authority, in: TextRenderer.width - columns)
    if !signature.name.isEmpty {
      right += [String](repeating: "", count: Self.space)
      right += TextRenderer.centred([signature.name], in: TextRenderer.width - columns)
    }
    return sideBySide(recipients, right, at: columns)
  }
}

/// Two texts beside each other, the right one from a column on.
private func sideBySide(_ left: [String], _ right: [String], at column: Int) -> [String] {
  (0..<max(left.count, right.count)).map { line in
    (line < left.count ? left[line] : "").padded(to: column)
      + (line < right.count ? right[line] : "")
  }
}

extension String {
  /// A line centred in one column less, centred in `columns`.
  fileprivate func centredAgain(in columns: Int) -> String {
    String(drop { $0 == " " }).centred(in: columns)
  }
}
