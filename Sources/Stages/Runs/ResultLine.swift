import Foundation

/// One line of what a stage did: a sentence for people, an object for programs (`--json`).
struct ResultLine {
  /// What an object holds under a name.
  enum Value {
    case text(String)
    case number(Int)
    case truth(Bool)
    /// Nothing is known.
    case none
    /// A number as it is to be written.
    case exactly(String)
  }

  let sentence: String
  /// In the order in which they are written.
  private let fields: KeyValuePairs<String, Value>

  init(_ sentence: String, _ fields: KeyValuePairs<String, Value>) {
    self.sentence = sentence
    self.fields = fields
  }

  /// The object, on one line.
  var json: String {
    let members = fields.map { "\(Self.quoted($0.key)):\(Self.json($0.value))" }
    return "{\(members.joined(separator: ","))}"
  }

  private static func json(_ value: Value) -> String {
    switch value {
    case .text(let text): quoted(text)
    case .number(let number): String(number)
    case .truth(let truth): String(truth)
    case .none: "null"
    case .exactly(let digits): digits
    }
  }

  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}

extension Console {
  /// Prints a line of result, as it was asked for.
  func output(_ line: ResultLine, for request: StageRequest) {
    output(request.isJSON ? line.json : line.sentence)
  }
}
