import DelimitedText
import LedgerStore

/// What a run says that finds everything as it stands.
struct QuietReport: Equatable {
  var said: [String] = []
  var noticed: [String] = []
  var status = ExitStatus.clean
  /// Submissions nobody has sent, where the stage counts them.
  var missing: Int?
}

/// All that such a report rests on, beside what was asked for.
struct QuietGrounds {
  /// What a folder below `submissions` holds; the name is empty of that folder itself.
  struct Folder {
    let name: String
    let marks: [MarkedNames]
    /// The folders in it whose names the marks do not say.
    var mixed: [String] = []
  }

  /// What the ledger knows.
  var ledger: LedgerStanding
  /// By the clock, in seconds since 1970: from when until before when; nil when a moment was named.
  var moments: Range<Int>?
  /// Documents as they were written, by their paths below the organisation's outputs.
  var documents: [PublishedDocuments.Document] = []
  /// Paths at which nothing may stand: a folder in which another edition is being made.
  var vacant: [String] = []
  /// The marks of the documents; none when they were written too lately for a mark to be trusted.
  var marks = MarkedNames()
  /// The folders of an intake.
  var folders: [Folder] = []
}

// How both stand in a note, field after field.

extension QuietReport {
  /// Reads what `write` wrote; nil of anything else.
  init?(_ fields: inout NoteFields) {
    guard let said = fields.list({ $0.text() }), let noticed = fields.list({ $0.text() }),
      let status = fields.number().flatMap({ ExitStatus(rawValue: Int32($0)) }),
      let missing = fields.number()
    else { return nil }
    self.init(said: said, noticed: noticed, status: status, missing: missing < 0 ? nil : missing)
  }

  func write(to fields: inout NoteFields) {
    fields.add(said) { $0.add($1) }
    fields.add(noticed) { $0.add($1) }
    fields.add(Int(status.rawValue))
    fields.add(missing ?? -1)
  }
}

extension QuietGrounds {
  /// Reads what `write` wrote; nil of anything else.
  init?(_ fields: inout NoteFields) {
    guard let ledger = fields.text(), let moments = fields.list({ $0.number() }),
      let documents = fields.list(PublishedDocuments.Document.init(from:)),
      let vacant = fields.list({ $0.text() }), let marks = fields.field(),
      let folders = fields.list(Folder.init(from:))
    else { return nil }
    self.init(
      ledger: LedgerStanding(text: ledger),
      moments: moments.count == 2 ? moments[0]..<max(moments[0], moments[1]) : nil,
      documents: documents, vacant: vacant, marks: MarkedNames(bytes: marks), folders: folders)
  }

  func write(to fields: inout NoteFields) {
    fields.add(ledger.text)
    fields.add(moments.map { [$0.lowerBound, $0.upperBound] } ?? []) { $0.add($1) }
    fields.add(documents) {
      $0.add($1.path)
      $0.add($1.sha256)
    }
    fields.add(vacant) { $0.add($1) }
    fields.add(marks.bytes)
    fields.add(folders) {
      $0.add($1.name)
      $0.add($1.marks) { $0.add($1.bytes) }
      $0.add($1.mixed) { $0.add($1) }
    }
  }
}

extension QuietGrounds.Folder {
  fileprivate init?(from fields: inout NoteFields) {
    guard let name = fields.text(),
      let marks = fields.list({ $0.field().map { MarkedNames(bytes: $0) } }),
      let mixed = fields.list({ $0.text() })
    else { return nil }
    self.init(name: name, marks: marks, mixed: mixed)
  }
}

extension PublishedDocuments.Document {
  fileprivate init?(from fields: inout NoteFields) {
    guard let path = fields.text(), let sha256 = fields.text() else { return nil }
    self.init(path: path, sha256: sha256)
  }
}
