import PlanModel
import Synchronization
import VietnameseText

/// The names of units as they are called in a period, and lists of them.
struct Names {
  let registry: UnitRegistry
  let date: CalendarDate
  /// What the sizes of units count.
  let membersNoun: String
  private let marks = NameMarks()

  init(_ office: Office, in period: Period) {
    membersNoun = office.organisation.membersNoun
    registry = office.registry
    date = period.span.last
  }

  /// The name of a unit; its code when the register does not know it. Where others bear the same name, it
  /// says which is meant: `Chi bộ thôn 3 (Đảng ủy xã Đông Sơn)`.
  func name(_ code: String) -> String { bareName(code) + mark(code) }

  /// The name alone, for places where the code stands beside it.
  func bareName(_ code: String) -> String { registry.unit(code, on: date)?.name ?? code }

  /// What tells a unit from others of its name, behind that; empty for nearly all.
  func mark(_ code: String) -> String { marks.mark(code, registry, on: date) }

  /// The name; of a unit that has ended, said so: `Huyện ủy Đá Bạc (đã kết thúc hoạt động)`.
  func nameAndEnd(_ code: String) -> String {
    let hasEnded = registry.unit(code, on: date)?.validTo.map { $0 < date } ?? false
    return name(code) + (hasEnded ? " (đã kết thúc hoạt động)" : "")
  }

  /// Whoever is asked for a unit; where others took over from it, that is said:
  /// `Đảng ủy xã Suối Cát (kế thừa Huyện ủy Suối Cát)`.
  func name(_ addressee: Addressee) -> String {
    name(addressee.holders, answeringFor: [addressee.unit])
  }

  /// The same of those who answer for several units.
  func name(_ holders: [String], answeringFor units: [String]) -> String {
    let ended = units.filter { holders != [$0] }.map(name)
    return holders.map(name).joined(separator: ", ")
      + (ended.isEmpty ? "" : " (kế thừa \(ended.joined(separator: ", ")))")
  }

  /// Names with commas; behind `limit` of them the rest are counted: `và 12 đơn vị khác`.
  func list(_ codes: [String], limit: Int) -> String {
    shortened(codes, limit: limit, name)
  }

  /// How many members some units have together; nil when that of one is not known.
  func members(of codes: [String]) -> Int? {
    let sizes = codes.map { registry.unit($0, on: date)?.members }
    let known = sizes.compactMap(\.self)
    return known.count == sizes.count ? known.reduce(0, +) : nil
  }
}

/// What tells units apart that bear one name on a day: the unit above them or, where that is the same too,
/// their codes. Found out when the first is named, once for all that may be tens of thousands.
private final class NameMarks: Sendable {
  private let known = Mutex<[String: String]?>(nil)

  func mark(_ code: String, _ registry: UnitRegistry, on date: CalendarDate) -> String {
    known.withLock { known in
      if let known { return known[code] ?? "" }
      let made = Self.all(registry, on: date)
      known = made
      return made[code] ?? ""
    }
  }

  private static func all(_ registry: UnitRegistry, on date: CalendarDate) -> [String: String] {
    // by their places, for a unit is large and there may be tens of thousands
    var first: [MatchingKey: Int] = [:]
    first.reserveCapacity(registry.units.count)
    var alike: [MatchingKey: [Unit]] = [:]
    for (place, unit) in registry.units.enumerated() where unit.isValid(on: date) {
      let key = MatchingKey(unit.name)
      guard let other = first.updateValue(place, forKey: key).map({ registry.units[$0] }),
        other.code != unit.code
      else { continue }
      alike[key, default: [other]].append(unit)
    }
    var marks: [String: String] = [:]
    for units in alike.values {
      let parents = units.map { $0.parent.flatMap { registry.unit($0, on: date)?.name } }
      let keys = parents.map { $0.map(MatchingKey.init) }
      for (place, unit) in units.enumerated() {
        let isTold = keys.count { $0 == keys[place] } == 1
        marks[unit.code] = " (\((isTold ? parents[place] : nil) ?? "mã \(unit.code)"))"
      }
    }
    return marks
  }
}

/// Parts of a list; behind `limit` of them the rest are counted, one is never hidden behind "others".
///
/// With no room for names at all, they are only counted.
func shortened(
  _ parts: [String], limit: Int, separator: String = ", ", noun: String = "đơn vị"
) -> String {
  shortened(parts, limit: limit, separator: separator, noun: noun) { $0 }
}

/// Whether a list of so many parts names only some of them.
func isShortened(_ count: Int, limit: Int) -> Bool { count > limit + 1 }

/// The same of things of which only those that are named are put into words: there may be thousands.
///
/// `counted` says how many are meant by some of them, where an item may stand for several.
func shortened<Item>(
  _ items: [Item], limit: Int, separator: String = ", ", noun: String = "đơn vị",
  counted: (ArraySlice<Item>) -> Int = { $0.count }, _ text: (Item) -> String
) -> String {
  let isPart = isShortened(items.count, limit: limit)
  let all = isPart ? counted(items[...]) : 0
  if isPart, limit <= 0 { return "\(prose(all).from(.listed)) \(noun)" }
  let rest = isPart ? all - counted(items.prefix(limit)) : 0
  guard rest > 0 else { return items.map(text).joined(separator: separator) }
  return items.prefix(limit).map(text).joined(separator: separator)
    + " và \(prose(rest).from(.listed)) \(noun) khác"
}

extension String {
  /// The number with what it counts, `12 đảng viên`; alone where the plan does not say what that is.
  func counting(_ noun: String) -> String { noun.isEmpty ? self : "\(self) \(noun)" }
}

/// Text that others have typed, on one line and without anything a reader could not see.
func onOneLine(_ text: String) -> String {
  if text.isPlain, !text.hasLooseBlanks { return text }
  return visible(
    text.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " "))
}

extension String {
  /// Whether a blank stands at one of its ends, or two stand together.
  fileprivate var hasLooseBlanks: Bool {
    let bytes = utf8.span
    var last = UInt8(ascii: " ")
    for place in bytes.indices {
      if bytes[place] == UInt8(ascii: " "), last == UInt8(ascii: " ") { return true }
      last = bytes[place]
    }
    return last == UInt8(ascii: " ")
  }

  /// The text with a capital at its beginning.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The text with a small letter at its beginning.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
