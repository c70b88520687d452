import PlanModel
import VietnameseText

/// The names of units as they are called in a period, and lists of them.
struct Names {
  let registry: UnitRegistry
  let date: CalendarDate
  /// What the sizes of units count.
  let membersNoun: String

  init(_ office: Office, in period: Period) {
    membersNoun = office.organisation.membersNoun
    registry = office.registry
    date = period.span.last
  }

  /// The name of a unit; its code when the register does not know it.
  func name(_ code: String) -> String { registry.unit(code, on: date)?.name ?? code }

  /// The name; of a unit that has ended, said so: `Huyện ủy Đá Bạc (đã kết thúc hoạt động)`.
  func nameAndEnd(_ code: String) -> String {
    let hasEnded = registry.unit(code, on: date)?.validTo.map { $0 < date } ?? false
    return name(code) + (hasEnded ? " (đã kết thúc hoạt động)" : "")
  }

  /// Whoever is asked for a unit; where others took over from it, that is said:
  /// `Đảng ủy xã Suối Cát (kế thừa Huyện ủy Suối Cát)`.
  func name(_ addressee: Addressee) -> String {
    addressee.isUnit
      ? name(addressee.unit)
      : "\(addressee.holders.map(name).joined(separator: ", ")) (kế thừa \(name(addressee.unit)))"
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

/// Parts of a list; behind `limit` of them the rest are counted, one is never hidden behind "others".
///
/// With no room for names at all, they are only counted.
func shortened(
  _ parts: [String], limit: Int, separator: String = ", ", noun: String = "đơn vị"
) -> String {
  shortened(parts, limit: limit, separator: separator, noun: noun) { $0 }
}

/// The same of things of which only those that are named are put into words: there may be thousands.
func shortened<Item>(
  _ items: [Item], limit: Int, separator: String = ", ", noun: String = "đơn vị",
  _ text: (Item) -> String
) -> String {
  guard items.count > limit + 1 else { return items.map(text).joined(separator: separator) }
  guard limit > 0 else { return "\(prose(items.count).from(.listed)) \(noun)" }
  let rest = items.count - limit
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
}
