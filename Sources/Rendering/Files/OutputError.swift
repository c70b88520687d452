internal import Foundation

/// Why a file could not be put in its place; what stood there before is untouched.
public struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's path.
  public let path: String
  /// What failed, with the system's reason.
  public let reason: String

  /// One sentence with what to do.
  public var description: String {
    if reason == Self.folderInTheWay {
      return "\(path) was not written: \(reason); move it away, then run again."
    }
    return
      "\(path) was not written: \(reason); the earlier file, if any, is unchanged. Check free space and "
      + "permissions, then run again."
  }

  private static let folderInTheWay = "a folder stands in its place"

  init(path: String, _ error: any Error) {
    self.path = path
    reason = Self.reason(of: error)
  }

  /// The same of a file that was made in a folder aside, by the place where readers look for it.
  public func shown(in folder: String, madeIn aside: String) -> OutputError {
    guard path.hasPrefix(aside + "/") else { return self }
    return OutputError(path: folder + path.dropFirst(aside.count), reason: reason)
  }

  private init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  static func reason(of error: any Error) -> String {
    if let error = error as? OutputError { return error.reason }
    // what Foundation says of a cause that it has no words for is a number
    if let error = error as? POSIXError ?? (error as? CocoaError)?.underlying as? POSIXError {
      return error.code == .EISDIR
        ? folderInTheWay : unsafe String(cString: strerror(error.code.rawValue))
    }
    if (error as? CocoaError)?.code == .fileWriteOutOfSpace {
      return unsafe String(cString: strerror(ENOSPC))
    }
    return error.localizedDescription
  }
}

extension POSIXError {
  /// What the last call of the system that failed says.
  static var current: POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}
