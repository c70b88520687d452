/// Which cells of a sheet were written: each counts once, however often it is written again.
///
/// The count is compared with the finished file. One bit for each cell; rows that cannot be written
/// again (constant memory) are forgotten.
@safe final class CellTally {
  /// Number of different cells marked.
  // unchecked here and below: the checks would cost more than the marking, once for every cell
  @exclusivity(unchecked) private(set) var count = 0

  private let keepsRows: Bool
  @exclusivity(unchecked) private var row = -1
  /// The bits of `row`, wide enough for every column.
  private let bits: UnsafeMutablePointer<UInt64>
  /// How many words of `bits` may hold something.
  @exclusivity(unchecked) private var used = 0
  private var others: [Int: [UInt64]] = [:]

  private static let wordCount = CellAddress.columnCount / 64

  init(keepsRows: Bool) {
    self.keepsRows = keepsRows
    unsafe bits = .allocate(capacity: Self.wordCount)
    unsafe bits.initialize(repeating: 0, count: Self.wordCount)
  }

  deinit { unsafe bits.deallocate() }

  /// Marks a cell inside a sheet; whether it was not marked before.
  @discardableResult
  func mark(_ row: Int, _ column: Int) -> Bool {
    if unsafe row != self.row { turn(to: row) }
    let word = column >> 6
    precondition(word >= 0 && word < Self.wordCount, "no such column")
    if unsafe word >= used { unsafe used = word + 1 }
    let bit: UInt64 = 1 << UInt64(column & 63)
    if unsafe bits[word] & bit != 0 { return false }
    unsafe bits[word] |= bit
    unsafe count += 1
    return true
  }

  /// Whether a cell inside a sheet is marked.
  func contains(_ row: Int, _ column: Int) -> Bool {
    let (word, bit) = (column >> 6, UInt64(1) << UInt64(column & 63))
    precondition(word >= 0 && word < Self.wordCount, "no such column")
    if unsafe row == self.row { return unsafe bits[word] & bit != 0 }
    guard let words = others[row] else { return false }
    return word < words.count && words[word] & bit != 0
  }

  private func turn(to next: Int) {
    if unsafe keepsRows && row >= 0 {
      unsafe others[row] = unsafe Array(UnsafeBufferPointer(start: bits, count: used))
    }
    unsafe bits.update(repeating: 0, count: used)
    unsafe used = 0
    if keepsRows, let words = others.removeValue(forKey: next) {
      for (index, word) in words.enumerated() { unsafe bits[index] = word }
      unsafe used = words.count
    }
    unsafe row = next
  }
}
