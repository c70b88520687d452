/// Decides, word after word, which words of a paragraph stay together on a line.
struct Binding {
  /// Whether the word just seen is to stay with the one after it.
  var bindsNext = false
  /// What the word before the one just seen is, when it bound it.
  private var binder: BoundWord.Kinds?

  /// Looks at a word and the one after it.
  mutating func advance(to word: BoundWord, isFirst: Bool, next: BoundWord?) {
    let before = bindsNext ? binder : nil
    binder = word.kinds
    guard let next else {
      bindsNext = false
      return
    }
    bindsNext =
      (isFirst && word.kinds.contains(.sign))
      || (next.kinds.contains(.digitFirst) && word.kinds.contains(.comparison))
      || binds(word.kinds, before: before, next: next.kinds)
  }

  private func binds(
    _ word: BoundWord.Kinds, before: BoundWord.Kinds?, next: BoundWord.Kinds
  ) -> Bool {
    // A comma, a stop or a closing bracket ends what belongs together.
    guard word.contains(.open) else { return false }
    if word.contains(.label) && next.contains(.reference) { return true }
    if word.contains(.ordinal) { return next.contains(.weekday) }
    if word.contains(.point) && next.contains(.percentFirst) { return true }
    if word.contains(.special) && next.contains(.zone) { return true }
    if next.contains(.committee) { return word.contains(.holder) }
    if word.contains(.committee) && before?.contains(.party) == true {
      return next.contains(.level)
    }
    guard word.contains(.number), next.contains(.letterFirst) else { return false }
    // A number that completes a label (`TT 3`, `năm 2026`) is no count of what follows it;
    // only a date goes on.
    guard let before else { return true }
    if before.contains(.day) { return next.contains(.month) }
    if before.contains(.month) { return next.contains(.year) }
    return !before.contains(.label)
  }
}
