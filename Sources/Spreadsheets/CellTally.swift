/// Which cells of a sheet were written: each counts once, however often it is written again.
///
/// The count is compared with the finished file. One bit for each cell; rows that cannot be written
/// again (constant memory) are forgotten.
final class CellTally {
  /// Number of different cells marked.
  private(set) var count = 0

  private let keepsRows: Bool
  private var row = -1
  private var bits: [UInt64] = []
  private var others: [Int: [UInt64]] = [:]

  init(keepsRows: Bool) { self.keepsRows = keepsRows }

  /// Marks a cell; whether it was not marked before.
  @discardableResult
  func mark(_ row: Int, _ column: Int) -> Bool {
    if row != self.row { turn(to: row) }
    let word = column >> 6
    while word >= bits.count { bits.append(0) }
    let bit: UInt64 = 1 << UInt64(column & 63)
    if bits[word] & bit != 0 { return false }
    bits[word] |= bit
    count += 1
    return true
  }

  func contains(_ row: Int, _ column: Int) -> Bool {
    let words = row == self.row ? bits : others[row] ?? []
    return column >> 6 < words.count && words[column >> 6] & 1 << UInt64(column & 63) != 0
  }

  private func turn(to next: Int) {
    if keepsRows {
      if row >= 0 { others[row] = bits }
      bits = others.removeValue(forKey: next) ?? []
    } else {
      for index in bits.indices { bits[index] = 0 }
    }
    row = next
  }
}
