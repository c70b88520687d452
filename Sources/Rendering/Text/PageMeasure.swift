public import Documents

/// Finds out whether documents fit one page, when many of nearly the same blocks are tried.
public struct PageMeasure {
  /// Of each block that was set, which of its lines are blank.
  private var known: [SizedBlock: [Bool]] = [:]

  /// Nothing is known yet.
  public init() {}

  /// Whether a document takes no more than one page.
  public mutating func fits(_ document: TextDocument) -> Bool {
    var count = 0
    // blank lines at the top, and next to each other, are left out; one at the end as well
    var isBlank = true
    for block in document.blocks {
      for line in areBlank(block) where !(line && isBlank) {
        count += 1
        isBlank = line
      }
    }
    return count - (isBlank && count > 0 ? 1 : 0) <= TextRenderer.pageLines
  }

  private mutating func areBlank(_ block: TextDocument.Block) -> [Bool] {
    let block = SizedBlock(block: block)
    if let lines = known[block] { return lines }
    let lines = TextRenderer.lines(of: block.block).map(\.withoutTrailingBlanks.isEmpty)
    known[block] = lines
    return lines
  }
}

/// A block that is looked up by how long its texts are: to read them letter by letter takes as long as to set
/// them.
private struct SizedBlock: Hashable {
  let block: TextDocument.Block

  func hash(into hasher: inout Hasher) {
    for text in block.texts { hasher.combine(text.utf8.count) }
  }
}
