/// How much of a file is read before it is refused. Memory used stays in proportion to these.
public struct ReadingLimits: Sendable, Equatable {
  /// Bytes of a file.
  public var fileBytes: Int
  /// Bytes of one field.
  public var fieldBytes: Int
  /// Fields of one record.
  public var columns: Int
  /// Rows of a file, blank ones too.
  public var rows: Int

  /// Sets limits; the defaults are far above any honest submission.
  public init(
    fileBytes: Int = 64 << 20, fieldBytes: Int = 1 << 20, columns: Int = 1_000,
    rows: Int = 2_000_000
  ) {
    self.fileBytes = fileBytes
    self.fieldBytes = fieldBytes
    self.columns = columns
    self.rows = rows
  }
}
