/// The mode of an original in the archive, as the archiver of SQLite understands it.
enum ArchiveMode {
  /// A regular file of its owner, readable by the group.
  static let kept: Int64 = 0o100640
  /// A regular file that nobody may read: its bytes are not there.
  static let withheld: Int64 = 0o100000
}
