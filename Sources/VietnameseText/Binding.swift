/// Decides, word after word, which words of a paragraph stay together on a line.
struct Binding {
  /// Whether the word just seen is to stay with the one after it.
  var bindsNext = false
  /// The word before the one just seen, small and bare, when it bound it.
  private var binder: String?

  /// Looks at a word and the one after it.
  mutating func advance(to word: String, isFirst: Bool, next: String?) {
    let before = bindsNext ? binder : nil
    let small = bare(word).lowercased()
    binder = small
    guard let next else {
      bindsNext = false
      return
    }
    bindsNext =
      (isFirst && (word == "-" || word == "+"))
      || (comparisons.contains(word) && next.first?.isASCIIDigit == true)
      || binds(word, small, before: before, next: next)
  }

  private func binds(_ word: String, _ small: String, before: String?, next: String) -> Bool {
    // A comma, a stop or a closing bracket ends what belongs together.
    guard let last = word.last, last.isLetter || last.isNumber else { return false }
    let nextBare = bare(next)
    let nextSmall = nextBare.lowercased()

    if labels.contains(small) && isReference(nextBare) { return true }
    if small == "thứ" { return days.contains(nextSmall) }
    if small == "điểm" && next.hasPrefix("%") { return true }
    if small == "đặc" && nextSmall == "khu" { return true }
    if committees.contains(nextSmall) { return committeeHolders.contains(small) }
    if committees.contains(small) && before == "đảng" {
      return ["xã", "phường", "đặc"].contains(nextSmall)
    }
    guard isNumber(bare(word)), next.first?.isLetter == true else { return false }
    // A number that completes a label (`TT 3`, `năm 2026`) is no count of what follows it;
    // only a date goes on.
    switch before {
    case "ngày": return nextSmall == "tháng"
    case "tháng": return nextSmall == "năm"
    case .some(let label): return !labels.contains(label)
    case nil: return true
    }
  }
}

private let comparisons: Set<String> = ["<", ">", "<=", ">="]

/// Words that say nothing without the number or letter after them.
private let labels: Set<String> = [
  "ngày", "tháng", "năm", "quý", "giờ", "số", "tt", "mục", "khóa", "khoá", "điều", "khoản", "điểm",
  "chương", "phần", "biểu", "dòng", "cột", "mã", "lần", "thứ", "trang",
]
private let days: Set<String> = ["hai", "ba", "tư", "năm", "sáu", "bảy"]
private let committees: Set<String> = ["ủy", "uỷ"]
private let committeeHolders: Set<String> = ["đảng", "tỉnh", "thành", "cấp", "chi"]

/// The word without the brackets, quotes and stops round it.
private func bare(_ word: String) -> String {
  var rest = word[...]
  while let first = rest.utf8.first, isMark(first), let mark = rest.first, mark.isASCII {
    rest.removeFirst()
  }
  while let last = rest.utf8.last, isMark(last), let mark = rest.last, mark.isASCII {
    rest.removeLast()
  }
  return String(rest)
}

private func isMark(_ byte: UInt8) -> Bool {
  switch Unicode.Scalar(byte) {
  case "(", ")", "[", "]", "\"", "'", ",", ";", ":", ".": true
  default: false
  }
}

/// Whether the word is what a label points to: `14/9/2026`, `167-KH/TU`, `III.1`, `NK-041`, `F`.
private func isReference(_ word: String) -> Bool {
  guard let first = word.first else { return false }
  if word.contains(where: \.isASCIIDigit) { return true }
  return first.isASCII && word.allSatisfy { "IVXLCDM.".contains($0) }
    || (word.count == 1 && first.isUppercase)
}

/// Whether the word is a figure that counts something: `486`, `1.412`, `3,9`, `+3,9`; not a date, not
/// a percentage.
private func isNumber(_ word: String) -> Bool {
  let digits = word.drop { $0 == "+" || $0 == "-" }
  guard digits.first?.isASCIIDigit == true, digits.last?.isASCIIDigit == true else { return false }
  return digits.allSatisfy { $0.isASCIIDigit || $0 == "." || $0 == "," }
}
