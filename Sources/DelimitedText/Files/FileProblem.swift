/// Why a file was not read.
public enum FileProblem: Error, Equatable, Sendable {
  /// What stands under a name where a regular file, or a folder on the way to it, belongs.
  public enum Kind: String, Sendable {
    /// Symbolic link.
    case link
    /// Named pipe.
    case fifo
    /// Folder.
    case directory
    /// Socket.
    case socket
    /// Character or block device.
    case device
    /// Regular file, where a folder belongs.
    case file
  }

  /// The path is absolute, empty, or holds `.`, `..`, an empty component or NUL.
  case unsafePath
  /// Not a regular file; or a component on the way is no folder, such as a link to one.
  case notRegular(Kind)
  /// The file has several names, so another place may change it.
  case hardLinked(links: Int)
  /// More bytes than `limit`. Nothing was read.
  case tooLarge(size: Int, limit: Int)
  /// The system refused; `code` is errno, `text` what it means.
  case unreadable(code: Int32, text: String)
  /// There is no such file, perhaps no longer.
  case vanished
  /// It changed while it was read, so it may be incomplete.
  case changedWhileReading
}

extension FileProblem: CustomStringConvertible {
  /// One English phrase without the name of the file.
  public var description: String {
    switch self {
    case .unsafePath: "a path that leaves its folder"
    case .notRegular(let kind): "not a regular file but a \(kind.rawValue)"
    case .hardLinked(let links): "a file with \(links) names (hard links)"
    case .tooLarge(let size, let limit): "\(size) bytes, over the limit of \(limit)"
    case .unreadable(_, let text): "cannot be read: \(text)"
    case .vanished: "no such file"
    case .changedWhileReading: "changed while it was read"
    }
  }
}
