import Documents
import VietnameseText

extension BriefingStage {
  /// Prints the template of a document that comes with the program, with all names and marks explained.
  public static func printTemplate(_ name: String, _ console: Console) -> ExitStatus {
    guard let document = TemplatedDocument(rawValue: name) else {
      let names = TemplatedDocument.allCases.map(\.rawValue)
      let near = nearest(name, among: names)
      console.notice(
        "--print-template \(visible(name)): expected one of \(names.joined(separator: ", "))"
          + (near.map { "; did you mean \($0)?" } ?? ""))
      return .usage
    }
    // lines are printed with their own ends
    document.standardTextExplained.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().forEach { console.output(String($0)) }
    return .clean
  }
}
