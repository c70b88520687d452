internal import PlanModel
internal import VietnameseText
internal import Yams

extension YAMLCursor {
  /// The entries of a map, each name once; nil, with a finding, when it is no map.
  func entries() -> [(name: String, key: YAMLCursor, value: YAMLCursor)]? {
    guard case .mapping(let mapping) = node else {
      add(.typeWrong(expected: .map, found: kindName))
      return nil
    }
    var lines: [String: Int] = [:]
    return mapping.compactMap { keyNode, valueNode in
      let key = cursor(keyNode)
      guard let name = key.rawText else {
        key.add(.typeWrong(expected: .text, found: key.kindName))
        return nil
      }
      // a key that comes again has been renamed, so that both can be seen
      if let original = renamedKeys[name] {
        lines[original] = lines[original] ?? key.place.line
        return nil
      }
      if let line = lines[name] { key.add(.keyDuplicate(name, firstLine: line)) }
      return (name, key, cursor(valueNode))
    }
  }

  /// The key of a map that has just one; nil of everything else.
  var onlyKey: YAMLCursor? {
    guard case .mapping(let mapping) = node, mapping.count == 1 else { return nil }
    return mapping.first.map { cursor($0.key) }
  }
}

/// Whether the value of an optional key is there and could not be read, of which its finding tells.
func isFaulty<Value>(_ read: Value??) -> Bool {
  if case .some(.none) = read { true } else { false }
}

/// A map whose keys have been held against those it may have.
struct YAMLMapping {
  /// The map itself.
  let cursor: YAMLCursor
  private let what: String
  private let values: [String: YAMLCursor]
  private let keys: [String: YAMLCursor]
  /// Known keys that unknown ones were probably meant to be: they are not called missing as well.
  private let suspected: Set<String>

  /// Reads the keys; nil, with a finding, when the node is no map.
  init?(_ cursor: YAMLCursor, _ allowed: YAMLKeys) {
    guard case .map = cursor.kindName, let entries = cursor.entries() else {
      cursor.add(.noMap(found: cursor.kindName, allowed))
      return nil
    }
    self.cursor = cursor
    what = allowed.what
    let known = allowed.known
    var values: [String: YAMLCursor] = [:]
    var keys: [String: YAMLCursor] = [:]
    var suspected: Set<String> = []
    for (name, key, value) in entries {
      keys[name] = key
      if known.contains(name) {
        values[name] = value
      } else {
        key.add(.keyUnknown(name, in: what, among: known))
        if let near = nearest(name, among: known) { suspected.insert(near) }
      }
    }
    self.values = values
    self.keys = keys
    self.suspected = suspected
  }

  /// The value of a key; nil when it is not there or has nothing behind it.
  subscript(key: String) -> YAMLCursor? {
    values[key].flatMap { $0.isNull ? nil : $0 }
  }

  /// The value of a key that must be there; nil with a finding.
  func required(_ key: String) -> YAMLCursor? {
    if let value = self[key] { return value }
    if let keyCursor = keys[key] {
      keyCursor.add(.valueMissing(key))
    } else if !suspected.contains(key) {
      cursor.add(.keyMissing(key, in: what))
    }
    return nil
  }

  /// Notes that none of some keys is there, unless one of them was probably meant.
  func addOneNeeded(_ names: [String]) {
    if suspected.isDisjoint(with: names) { cursor.add(.oneKeyNeeded(names, in: what)) }
  }

  /// Where a key stands, with or without a value.
  func key(_ name: String) -> YAMLCursor? { keys[name] }

  /// Which of some keys are there, in the order given.
  func present(_ names: [String]) -> [String] { names.filter { self[$0] != nil } }
}
