/// The candidate that a mistyped word most likely meant; for a question to the sender only.
///
/// Nearest by the number of letters changed, missing, added or swapped with their neighbour. Words are
/// first compared without diacritics, since these are what is most often left out, then with them; at
/// equal distance the earlier candidate wins. `limit` is the greatest distance without diacritics; by
/// default a third of the word's length, but at least 1. `nil` when nothing is near.
///
///     nearest("NK-41", among: ["NK-042", "NK-041"]) == "NK-041"
///     nearest("Tan Thanh", among: ["Tân Thành", "Tân Sơn"]) == "Tân Thành"
public func nearest(
  _ word: String, among candidates: some Sequence<String>, limit: Int? = nil
) -> String? {
  allNearest(word, among: candidates, limit: limit).first
}

/// All candidates that are as near as the nearest, in their own order: a question must not pick one.
///
///     allNearest("CT09", among: ["CT01", "CT02"]) == ["CT01", "CT02"]
public func allNearest(
  _ word: String, among candidates: some Sequence<String>, limit: Int? = nil
) -> [String] {
  let plain = Array(PlainKey(word).text.unicodeScalars)
  let full = Array(toNFC(word).lowercased().unicodeScalars)
  guard !plain.isEmpty, plain.count <= longestWord else { return [] }
  let limit = max(0, limit ?? max(1, plain.count / 3))
  var best: (candidates: [String], rough: Int, fine: Int)?
  for candidate in candidates {
    let other = Array(PlainKey(candidate).text.unicodeScalars)
    guard other.count <= longestWord else { continue }
    let allowed = best.map { min(limit, $0.rough) } ?? limit
    guard abs(other.count - plain.count) <= allowed else { continue }
    let rough = editDistance(plain, other)
    guard rough <= allowed else { continue }
    let fine = editDistance(full, Array(toNFC(candidate).lowercased().unicodeScalars))
    if let known = best, (known.rough, known.fine) == (rough, fine) {
      best?.candidates.append(candidate)
    } else if best.map({ (rough, fine) < ($0.rough, $0.fine) }) ?? true {
      best = ([candidate], rough, fine)
    }
  }
  return best?.candidates ?? []
}

/// Longer texts are no words; comparing them would cost the square of their length.
private let longestWord = 200

/// The Damerau-Levenshtein distance (each pair of letters swapped at most once).
func editDistance<Letter: Equatable>(_ left: [Letter], _ right: [Letter]) -> Int {
  if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for row in 1...left.count {
    var current = [row]
    for column in 1...right.count {
      let isSame = left[row - 1] == right[column - 1]
      var cost = min(
        last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2],
        left[row - 2] == right[column - 1]
      {
        cost = min(cost, beforeLast[column - 2] + 1)
      }
      current.append(cost)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
