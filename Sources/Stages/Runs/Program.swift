import Foundation

/// The program at work.
enum Program {
  /// Which build of the program this is: another one may write other documents of the same editions.
  static let identity: String = {
    let file = Bundle.main.executablePath.flatMap {
      try? FileManager.default.attributesOfItem(atPath: $0)
    }
    return "\(file?[.size] ?? 0) \(file?[.modificationDate] ?? 0) \(file?[.systemFileNumber] ?? 0)"
  }()
}
