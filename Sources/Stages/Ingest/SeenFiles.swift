import DelimitedText
import Foundation
import Intake
import Rendering

/// The marks of a period's files and the digests of their bytes, so that a file that nobody has touched
/// since is not read again.
///
/// Only a saving of time: a digest counts for nothing unless the ledger has a submission of it, and
/// without the note, or with a damaged one, all files are read. It stands in the user's cache, not among
/// the outputs, which follow from the inputs alone.
struct SeenFiles {
  private struct Entry {
    let mark: FileMark
    let sha256: String
    /// Whether this run has found the file so.
    var isSeen = false
  }

  private let path: String?
  private var entries: [String: Entry] = [:]
  /// Whether it says anything that the note does not say.
  private var isNew = false
  private let settledBefore: Int

  /// Reads the note of a period for an organisation's folder of outputs; none where there is no cache.
  init(folder: String, period: String, settledBefore: Int) {
    self.settledBefore = settledBefore
    path = CacheNote.path(period, for: folder)
    let text = path.flatMap { OutputFile.contents($0) }.map { Array($0) } ?? []
    let lines = text.split(separator: UInt8(ascii: "\n"))
    entries.reserveCapacity(lines.count)
    for line in lines {
      let fields = line.split(separator: UInt8(ascii: "\t"))
      guard fields.count == 3, let mark = FileMark(fields[0]) else { continue }
      entries[String(decoding: fields[2], as: UTF8.self)] = Entry(
        mark: mark, sha256: String(decoding: fields[1], as: UTF8.self))
    }
  }

  /// The digest of a file that is as it was when it was read.
  mutating func digest(of file: FoundFile.Submission) -> String? {
    guard let place = entries.index(forKey: file.path), entries.values[place].mark == file.mark
    else { return nil }
    entries.values[place].isSeen = true
    return entries.values[place].sha256
  }

  /// The digest of a file as this run has seen it; nil when the next run has to read it again.
  func noted(_ file: FoundFile.Submission) -> String? {
    entries[file.path].flatMap { $0.isSeen ? $0.sha256 : nil }
  }

  /// Notes a file that has been read, unless it may change again without another time.
  mutating func add(_ file: FoundFile.Submission, sha256: String) {
    guard file.mark.changed.seconds < settledBefore, !file.path.utf8.contains(where: { $0 < 0x20 })
    else { return }
    entries[file.path] = Entry(mark: file.mark, sha256: sha256, isSeen: true)
    isNew = true
  }

  /// Writes the note, when it says something new; `keepsOthers` when not all files were looked at.
  func save(keepsOthers: Bool) {
    let all = keepsOthers ? entries : entries.filter(\.value.isSeen)
    guard let path, isNew || all.count < entries.count else { return }
    let lines = all.sorted { $0.key < $1.key }
      .map { "\($0.value.mark.text)\t\($0.value.sha256)\t\($0.key)\n" }
    // a cache that cannot be written costs time, not figures
    _ = try? OutputFile.write(lines.joined(), to: path)
  }
}
