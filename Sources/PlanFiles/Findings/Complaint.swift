internal import PlanModel
internal import VietnameseText

/// A finding that does not know its place yet: a code and its texts.
///
/// One function for each thing that can be wrong stands in the extensions, so that all wordings
/// are read side by side.
struct Complaint {
  let code: OfficeFindingCode
  var severity = Severity.error
  /// What was found, as typed; nil when nothing can be quoted.
  var value: String?
  /// English, one line: what was found, what was expected, how to mend it.
  let message: String
  /// Vietnamese: what is wrong.
  let problem: String
  /// Vietnamese: how to mend it.
  let remedy: String

  /// The finding, once its place is known.
  func finding(at place: Finding.Place) -> Finding {
    Finding(
      code: code.rawValue, severity: severity, place: place, value: value, message: message,
      problem: problem, remedy: remedy)
  }
}

/// Words in quotes, the last two joined by a conjunction: `"a", "b" or "c"`.
func listed(_ words: [String], _ conjunction: String) -> String {
  let quotes = words.map { isMap($0) ? $0 : quoted($0) }
  guard let last = quotes.last, quotes.count > 1 else { return quotes.first ?? "" }
  return quotes.dropLast().joined(separator: ", ") + " " + conjunction + " " + last
}

/// Whether an example is a map, which is text, and none, once it stands in quotes.
private func isMap(_ word: String) -> Bool { word.hasPrefix("{") }

/// `did you mean "x"?` where something is near; else what to do, in both languages.
func suggestion(
  _ near: String?, else english: String, _ vietnamese: String
) -> (english: String, vietnamese: String) {
  guard let near else { return (english, vietnamese) }
  return ("did you mean \(quoted(near))?", "Có thể là \(quoted(near)).")
}

/// `; did you mean "x"?`, or what is possible when nothing is near and the list is short enough to
/// read.
func suggestion(for word: String, among words: [String]) -> (english: String, vietnamese: String) {
  if isMap(word), words.contains(where: isMap) {
    return ("; write it without quotes", "Bỏ dấu nháy ở hai đầu.")
  }
  if let near = nearest(word, among: words.filter { !isMap($0) }) {
    return ("; did you mean \(quoted(near))?", "Có thể là \(quoted(near)).")
  }
  guard !words.isEmpty, words.count <= 12 else { return ("", "Kiểm tra lại cách viết.") }
  return (
    "; possible here: \(listed(words, "or"))", "Chỉ dùng: \(listed(words, "hoặc"))."
  )
}
