/// A document among many, put into words when its turn comes: thousands are never all there at once, and
/// several can be made side by side.
public struct PendingDocument: Sendable {
  /// Its name among the others.
  public let name: String
  private let compose: @Sendable () -> TextDocument

  /// A document with its name.
  public init(_ name: String, _ compose: @escaping @Sendable () -> TextDocument) {
    self.name = name
    self.compose = compose
  }

  /// The document, made anew each time.
  public var document: TextDocument { compose() }

  /// The same with another name, rewritten when it has been made.
  public func mapped(
    _ name: String, _ rewrite: @escaping @Sendable (TextDocument) -> TextDocument
  ) -> PendingDocument {
    PendingDocument(name) { [compose] in rewrite(compose()) }
  }
}
