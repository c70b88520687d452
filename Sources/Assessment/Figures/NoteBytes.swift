/// What units wrote beside figures, in UTF-8, each found by where it stands.
///
/// Kept in pieces: what has come in never moves, however much comes after it.
struct NoteBytes: Sendable {
  /// Where a note stands: 4 bytes, for there are millions of them.
  struct Place {
    /// The number of its piece above 16 bits of its place there.
    fileprivate let bits: UInt32
    /// Of a figure that nothing stands beside.
    fileprivate static let nowhere = Place(bits: .max)
  }

  private static let pieceSize = 1 << 16
  /// The bytes in front of each note that say how long it is.
  private static let headSize = 4

  private var pieces: [[UInt8]] = []

  /// Takes in a note.
  mutating func add(_ note: ArraySlice<UInt8>) -> Place {
    if note.isEmpty { return .nowhere }
    let size = Self.headSize + note.count
    if pieces.last.map({ $0.count + size > Self.pieceSize }) ?? true {
      var piece: [UInt8] = []
      // the first may stay short
      if !pieces.isEmpty { piece.reserveCapacity(max(size, Self.pieceSize)) }
      pieces.append(piece)
    }
    let last = pieces.count - 1
    precondition(last < 1 << 16, "notes of one indicator take more than 4 GB")
    let place = Place(bits: UInt32(last) << 16 | UInt32(pieces[last].count))
    for byte in 0..<Self.headSize {
      pieces[last].append(UInt8(truncatingIfNeeded: note.count >> (8 * byte)))
    }
    pieces[last].append(contentsOf: note)
    return place
  }

  /// The note at a place; empty where none stands.
  subscript(place: Place) -> ArraySlice<UInt8> {
    if place.bits == Place.nowhere.bits { return [] }
    let piece = pieces[Int(place.bits >> 16)]
    let head = Int(place.bits & 0xffff)
    let start = head + Self.headSize
    let count = (0..<Self.headSize).reduce(0) { $0 | Int(piece[head + $1]) << (8 * $1) }
    return piece[start..<start + count]
  }
}
