import ContentHash
import Foundation
import Rendering

/// A note in the user's cache about an organisation's folder of outputs: only ever a saving of time.
///
/// It stands there, not among the outputs, which follow from the inputs alone. What is not whole as it was
/// written counts as no note.
struct CacheNote {
  private let path: String?

  /// The note of a name; it is never there where the user has no cache.
  init(_ name: String, for folder: String) {
    path = Self.path(name, for: folder)
  }

  /// Where the note of a name lies; nil where there is no cache.
  static func path(_ name: String, for folder: String) -> String? {
    folderOfNotes.map { notes in
      let place = URL(fileURLWithPath: folder).standardizedFileURL.path
      return "\(notes)/tonghop/\(SHA256Digest(of: Array(place.utf8)))-\(name)"
    }
  }

  /// What it holds; nil when there is none, or a damaged one.
  func read() -> NoteFields? {
    guard let path, let found = OutputFile.contents(path) else { return nil }
    let bytes = [UInt8](found)
    let end = bytes.count - Self.digestSize
    guard end >= 0, Self.digest(of: Array(bytes[..<end])) == Array(bytes[end...]) else {
      return nil
    }
    return NoteFields(bytes[..<end])
  }

  /// Writes it anew; a cache that cannot be written costs time, not figures.
  func write(_ fields: NoteFields) {
    guard let path else { return }
    let bytes = Array(fields.bytes)
    _ = try? OutputFile.write(Data(bytes + Self.digest(of: bytes)), to: path)
  }

  private static let digestSize = 64

  private static func digest(of bytes: [UInt8]) -> [UInt8] {
    Array(SHA256Digest(of: bytes).hexadecimal.utf8)
  }

  private static var folderOfNotes: String? {
    let environment = ProcessInfo.processInfo.environment
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return cache }
    return environment["HOME"].flatMap { $0.hasPrefix("/") ? "\($0)/.cache" : nil }
  }
}

/// Numbers and texts one after another; read in the order in which they were added.
struct NoteFields {
  private(set) var bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8> = []) { self.bytes = bytes }

  mutating func add(_ number: Int) {
    unsafe withUnsafeBytes(of: Int64(number).littleEndian) {
      unsafe bytes.append(contentsOf: $0)
    }
  }

  mutating func add(_ field: some Collection<UInt8>) {
    add(field.count)
    bytes.append(contentsOf: field)
  }

  mutating func add(_ text: String) { add(text.utf8) }

  /// The next number; nil when there is none.
  mutating func number() -> Int? {
    guard bytes.count >= 8 else { return nil }
    let number = bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    bytes = bytes.dropFirst(8)
    return Int(Int64(bitPattern: number))
  }

  /// The bytes of the next field; nil when there is none.
  mutating func field() -> ArraySlice<UInt8>? {
    guard let count = number(), (0...bytes.count).contains(count) else { return nil }
    defer { bytes = bytes.dropFirst(count) }
    return bytes.prefix(count)
  }

  /// The text of the next field.
  mutating func text() -> String? { field().map { String(decoding: $0, as: UTF8.self) } }

  /// A list whose count comes before it; nil when one of it is missing.
  mutating func list<Element>(_ next: (inout NoteFields) -> Element?) -> [Element]? {
    guard let count = number(), (0...bytes.count).contains(count) else { return nil }
    var list: [Element] = []
    for _ in 0..<count {
      guard let element = next(&self) else { return nil }
      list.append(element)
    }
    return list
  }

  /// Adds a list, its count before it.
  mutating func add<Element>(
    _ list: [Element], _ add: (inout NoteFields, Element) -> Void
  ) {
    self.add(list.count)
    for element in list { add(&self, element) }
  }
}
