internal import PlanModel

/// Keeps a file that opens lists inside lists without end from exhausting the stack of the parser.
enum NestingLimit {
  /// How deep brackets, or dashes and question marks of one line, may go; plans need five levels.
  static let limit = 64

  /// Where the limit is passed; nil for any sensible file.
  ///
  /// Brackets inside text are counted too and so need not be understood: they come in pairs or are
  /// few.
  static func firstExcess(in text: String) -> Finding.Place? {
    var depth = 0
    var line = 1
    var column = 0
    var dashes = 0
    var indentation = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n":
        line += 1
        (column, dashes, indentation) = (0, 0, 0)
        continue
      case "[", "{": depth += 1
      case "]", "}": depth = max(0, depth - 1)
      case "-", "?": dashes += column == indentation ? 1 : 0
      default: break
      }
      if column == indentation, scalar == " " || scalar == "-" || scalar == "?" { indentation += 1 }
      if depth > limit || dashes > limit || indentation > limit * 4 {
        return .init(line: line, column: column)
      }
      column += 1
    }
    return nil
  }
}
