import PlanModel
import VietnameseText

/// One placement of tone marks for everything that is printed.
///
/// Names of units stand as the register writes them, and what stands in quotes as it was typed. Codes are
/// left alone by `ToneStyle` itself.
struct Spelling: Sendable {
  private let tone: ToneStyle
  private let kept: Phrases

  /// `kept` are the names and other words of others, which are never rewritten.
  init(_ placement: Organisation.Form.TonePlacement, keeping kept: some Sequence<String>) {
    let tone: ToneStyle = placement == .moi ? .moi : .cu
    self.tone = tone
    self.kept = Phrases(kept.filter { tone.applied(to: $0) != $0 })
  }

  /// Whether a text is seen at a glance to be in this spelling.
  func leaves(_ text: String) -> Bool { tone.leaves(text) }

  /// The text in this spelling.
  func applied(to text: String) -> String {
    if leaves(text) || tone.applied(to: text) == text { return text }
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    // an odd number of parts is an even number of quotes: every other part stands between two
    guard parts.count % 2 == 1 else { return spelt(text[...]) }
    return parts.enumerated().map { $0 % 2 == 0 ? spelt($1) : String($1) }.joined(separator: "\"")
  }

  private func spelt(_ text: Substring) -> String {
    var result = ""
    var start = text.startIndex
    for range in kept.ranges(in: text) {
      result += tone.applied(to: String(text[start..<range.lowerBound])) + text[range]
      start = range.upperBound
    }
    return result + tone.applied(to: String(text[start...]))
  }
}

/// Phrases to be found in a text word by word, however many there are.
private struct Phrases: Sendable {
  private struct Node: Sendable {
    var next: [Substring: Int] = [:]
    var isEnd = false
  }

  private var nodes = [Node()]

  init(_ phrases: some Sequence<String>) {
    for phrase in phrases {
      var place = 0
      for word in Self.words(phrase[...]) {
        let key = phrase[word]
        if let known = nodes[place].next[key] {
          place = known
        } else {
          nodes.append(Node())
          nodes[place].next[key] = nodes.count - 1
          place = nodes.count - 1
        }
      }
      if place > 0 { nodes[place].isEnd = true }
    }
  }

  /// Where phrases stand, the longest at each place, without overlaps.
  func ranges(in text: Substring) -> [Range<String.Index>] {
    guard nodes.count > 1 else { return [] }
    let words = Self.words(text)
    var ranges: [Range<String.Index>] = []
    var first = 0
    while first < words.count {
      var (place, index, end) = (0, first, first)
      while index < words.count, let next = nodes[place].next[text[words[index]]] {
        place = next
        index += 1
        if nodes[place].isEnd { end = index }
      }
      if end > first {
        ranges.append(words[first].lowerBound..<words[end - 1].upperBound)
      }
      first = max(end, first + 1)
    }
    return ranges
  }

  private static func words(_ text: Substring) -> [Range<String.Index>] {
    text.split { !$0.isLetter && !$0.isNumber }.map { $0.startIndex..<$0.endIndex }
  }
}
