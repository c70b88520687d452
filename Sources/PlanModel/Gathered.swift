extension Sequence {
  /// The elements by a key, the keys in order of first appearance.
  @inlinable
  package func gathered<Key: Hashable>(
    by key: (Element) throws -> Key
  ) rethrows -> [(key: Key, elements: [Element])] {
    var groups: [(key: Key, elements: [Element])] = []
    var places: [Key: Int] = [:]
    for element in self {
      let key = try key(element)
      if let place = places[key] {
        groups[place].elements.append(element)
      } else {
        places[key] = groups.count
        groups.append((key, [element]))
      }
    }
    return groups
  }

  /// The elements by a key; of several alike the first.
  @inlinable
  package func keyed<Key: Hashable>(by key: (Element) throws -> Key) rethrows -> [Key: Element] {
    Dictionary(try map { (try key($0), $0) }, uniquingKeysWith: { first, _ in first })
  }
}
