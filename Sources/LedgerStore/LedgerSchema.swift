internal import GRDB

/// How the ledger's tables came to be, step by step.
///
/// A step that has been released is never changed, and uses no type of the program: what the program means
/// by a word may change, what an old ledger holds does not. `user_version` is the number of the last step.
enum LedgerSchema {
  /// "THop" in ASCII: marks the file as a ledger of this program (`PRAGMA application_id`).
  static let applicationID: Int64 = 0x5448_6F70
  /// The number of the last step.
  static let version: Int64 = 5

  /// Brings a ledger of any earlier version, or an empty file, to this one.
  static func migrate(_ queue: DatabaseQueue) throws {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 receipts, rows, findings, editions") { database in
      try database.execute(sql: step1)
      try step1FrozenTables.forEach { try freeze($0, database) }
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    // the plan of a finding was not kept before: of old findings it stays unknown
    migrator.registerMigration("2 plans of findings") { database in
      try database.execute(sql: "ALTER TABLE finding ADD COLUMN plan TEXT CHECK (plan <> '')")
      try database.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3 figures of a submission in one record") { database in
      try database.execute(sql: step3)
      try database.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4 no bytes of files with personal columns") { database in
      // what is given up must not stay in pages that are free
      try database.execute(sql: "PRAGMA secure_delete = ON")
      try database.execute(sql: step4)
      try database.execute(sql: "PRAGMA user_version = 4")
    }
    // of the editions before none is known: nothing in the ledger says what was printed of them
    migrator.registerMigration("5 documents of editions as they were issued") { database in
      try database.execute(sql: step5)
      try freeze("edition_document", database)
      try database.execute(sql: "PRAGMA user_version = 5")
    }
    try migrator.migrate(queue)
  }

  /// Lets the file itself refuse to change or to give up a row of a table.
  private static func freeze(_ table: String, _ database: Database) throws {
    for verb in ["UPDATE", "DELETE"] {
      try database.execute(
        sql: """
          CREATE TRIGGER \(table)_no_\(verb.lowercased()) BEFORE \(verb) ON \(table)
          BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END
          """)
    }
  }

  private static let step1FrozenTables = [
    "receipt", "sqlar", "figure", "task_report", "finding", "normalisation",
    "source", "edition", "edition_source",
  ]

  /// Every figure is three columns: the state, the number without its decimal mark, and how many of its
  /// digits stand behind the mark, in lowest terms, so that equal numbers are equal rows.
  /// One CASE a cell, because SQLite builds the list of `x IN (a, b, c)` anew for every row: that alone
  /// took half of the time of recording.
  /// `sqlar` is word for word what SQLite's archive format asks for; `receipt` points at it, so that
  /// nothing is received without an entry in the archive.
  private static let step1 = """
    CREATE TABLE sqlar (
      name TEXT PRIMARY KEY,  -- name of the file
      mode INT,               -- access permissions
      mtime INT,              -- last modification time
      sz INT,                 -- original file size
      data BLOB               -- compressed content
    );

    CREATE TABLE receipt (
      number INTEGER PRIMARY KEY CHECK (number >= 1),
      period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]*' AND length(period) <= 7),
      unit TEXT NOT NULL CHECK (unit <> ''),
      form TEXT NOT NULL CHECK (form IN ('indicator', 'task')),
      file TEXT NOT NULL CHECK (file <> ''),
      version INTEGER NOT NULL CHECK (version >= 1),
      revision INTEGER NOT NULL CHECK (revision >= 1),
      state TEXT NOT NULL CHECK (state IN ('accepted', 'returned')),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
      size INTEGER NOT NULL CHECK (size >= 0),
      received_at TEXT NOT NULL CHECK (received_at GLOB
        '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]'),
      document_number TEXT NOT NULL,
      rows INTEGER NOT NULL CHECK (rows >= 0),
      errors INTEGER NOT NULL CHECK (errors >= 0),
      explanations INTEGER NOT NULL CHECK (explanations >= 0),
      original TEXT NOT NULL UNIQUE REFERENCES sqlar (name),
      UNIQUE (period, unit, form, revision),
      CHECK ((state = 'returned') = (errors > 0))
    ) STRICT;
    CREATE INDEX receipt_by_file ON receipt (period, unit, file);

    CREATE TABLE figure (
      receipt INTEGER NOT NULL REFERENCES receipt (number),
      row INTEGER NOT NULL CHECK (row >= 1),
      plan TEXT NOT NULL CHECK (plan <> ''),
      indicator TEXT NOT NULL CHECK (indicator <> ''),
      numerator_state TEXT NOT NULL,
      numerator INTEGER,
      numerator_digits INTEGER,
      denominator_state TEXT NOT NULL,
      denominator INTEGER,
      denominator_digits INTEGER,
      note TEXT NOT NULL,
      PRIMARY KEY (receipt, plan, indicator),
      CHECK (CASE numerator_state
        WHEN 'value' THEN numerator IS NOT NULL AND numerator_digits IS NOT NULL
          AND numerator BETWEEN -999999999999999999 AND 999999999999999999
          AND (numerator_digits = 0 OR numerator_digits BETWEEN 1 AND 6 AND numerator % 10 <> 0)
        WHEN 'blank' THEN numerator IS NULL AND numerator_digits IS NULL
        WHEN 'not_applicable' THEN numerator IS NULL AND numerator_digits IS NULL
        ELSE FALSE END),
      CHECK (CASE denominator_state
        WHEN 'value' THEN denominator IS NOT NULL AND denominator_digits IS NOT NULL
          AND denominator BETWEEN -999999999999999999 AND 999999999999999999
          AND (denominator_digits = 0 OR denominator_digits BETWEEN 1 AND 6 AND denominator % 10 <> 0)
        WHEN 'blank' THEN denominator IS NULL AND denominator_digits IS NULL
        WHEN 'not_applicable' THEN denominator IS NULL AND denominator_digits IS NULL
        ELSE FALSE END)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE task_report (
      receipt INTEGER NOT NULL REFERENCES receipt (number),
      row INTEGER NOT NULL CHECK (row >= 1),
      plan TEXT NOT NULL CHECK (plan <> ''),
      task TEXT NOT NULL CHECK (task <> ''),
      status TEXT NOT NULL
        CHECK (status = 'done' OR status = 'in_progress' OR status = 'not_started'
          OR status = 'waiting' OR status = 'suspended'),
      percent INTEGER CHECK (percent BETWEEN 0 AND 100 * CASE percent_digits
        WHEN 0 THEN 1 WHEN 1 THEN 10 WHEN 2 THEN 100 WHEN 3 THEN 1000 WHEN 4 THEN 10000
        WHEN 5 THEN 100000 ELSE 1000000 END),
      percent_digits INTEGER CHECK (percent_digits = 0
        OR percent_digits BETWEEN 1 AND 6 AND percent % 10 <> 0),
      completed_on TEXT CHECK (completed_on GLOB
        '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
      document_number TEXT NOT NULL,
      note TEXT NOT NULL,
      PRIMARY KEY (receipt, plan, task),
      CHECK ((percent IS NULL) = (percent_digits IS NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE finding (
      receipt INTEGER NOT NULL REFERENCES receipt (number),
      ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
      code TEXT NOT NULL CHECK (code <> ''),
      severity TEXT NOT NULL
        CHECK (severity = 'info' OR severity = 'explain' OR severity = 'error'),
      row INTEGER CHECK (row >= 1),
      line INTEGER CHECK (line >= 1),
      "column" INTEGER CHECK ("column" >= 0),
      header TEXT,
      subject TEXT,
      value TEXT,
      message TEXT NOT NULL,
      problem TEXT NOT NULL,
      remedy TEXT NOT NULL,
      PRIMARY KEY (receipt, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE normalisation (
      receipt INTEGER NOT NULL REFERENCES receipt (number),
      ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
      text TEXT NOT NULL,
      PRIMARY KEY (receipt, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE source (
      sha256 TEXT PRIMARY KEY NOT NULL
        CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE edition (
      plan TEXT NOT NULL CHECK (plan <> ''),
      period TEXT NOT NULL CHECK (period GLOB '[0-9][0-9][0-9][0-9]*' AND length(period) <= 7),
      number INTEGER NOT NULL CHECK (number >= 1),
      as_of TEXT NOT NULL CHECK (as_of GLOB
        '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]'),
      horizon INTEGER NOT NULL CHECK (horizon >= 0),
      inputs_digest TEXT NOT NULL
        CHECK (length(inputs_digest) = 64 AND inputs_digest NOT GLOB '*[^0-9a-f]*'),
      outcome_digest TEXT NOT NULL
        CHECK (length(outcome_digest) = 64 AND outcome_digest NOT GLOB '*[^0-9a-f]*'),
      PRIMARY KEY (plan, period, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE edition_source (
      plan TEXT NOT NULL,
      period TEXT NOT NULL,
      number INTEGER NOT NULL,
      name TEXT NOT NULL CHECK (name <> ''),
      sha256 TEXT NOT NULL REFERENCES source (sha256),
      PRIMARY KEY (plan, period, number, name),
      FOREIGN KEY (plan, period, number) REFERENCES edition (plan, period, number)
    ) STRICT, WITHOUT ROWID;
    """

  /// One record of a submission and plan takes the place of one of each figure (`FigureText`); the view
  /// shows them as before, a number as it was written.
  private static let step3 = """
    CREATE TABLE figures (
      receipt INTEGER NOT NULL REFERENCES receipt (number),
      plan TEXT NOT NULL CHECK (plan <> ''),
      numbers TEXT NOT NULL CHECK (numbers GLOB '[[]*'),
      notes TEXT NOT NULL CHECK (notes GLOB '[[]*'),
      PRIMARY KEY (receipt, plan)
    ) STRICT;

    INSERT INTO figures (receipt, plan, numbers, notes)
    SELECT receipt, plan,
      json_group_array(json_array(row, indicator,
        \(packed("numerator")),
        \(packed("denominator")))),
      json_group_array(note)
    FROM (SELECT * FROM figure ORDER BY receipt, plan, row) GROUP BY receipt, plan;

    DROP TABLE figure;

    CREATE TRIGGER figures_no_update BEFORE UPDATE ON figures
    BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
    CREATE TRIGGER figures_no_delete BEFORE DELETE ON figures
    BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;

    CREATE VIEW figure (receipt, row, plan, indicator, numerator, denominator, note) AS
    SELECT figures.receipt, (SELECT value FROM json_each(line.value) WHERE key = 0), figures.plan,
      (SELECT value FROM json_each(line.value) WHERE key = 1),
      (SELECT value FROM json_each(line.value) WHERE key = 2),
      (SELECT value FROM json_each(line.value) WHERE key = 3),
      (SELECT value FROM json_each(figures.notes) WHERE key = line.key)
    FROM figures, json_each(figures.numbers) AS line;
    """

  /// Files that were returned for a personal column were kept before; a mode that lets nobody read stands for
  /// bytes that are not there (`ArchiveMode`).
  private static let step4 = """
    DROP TRIGGER sqlar_no_update;
    UPDATE sqlar SET mode = 32768, sz = 0, data = x'' WHERE name IN (
      SELECT original FROM receipt JOIN finding ON finding.receipt = receipt.number
      WHERE finding.code = 'column-personal');
    CREATE TRIGGER sqlar_no_update BEFORE UPDATE ON sqlar
    BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
    """

  private static let step5 = """
    CREATE TABLE edition_document (
      plan TEXT NOT NULL,
      period TEXT NOT NULL,
      number INTEGER NOT NULL,
      name TEXT NOT NULL CHECK (name <> ''),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
      PRIMARY KEY (plan, period, number, name),
      FOREIGN KEY (plan, period, number) REFERENCES edition (plan, period, number)
    ) STRICT, WITHOUT ROWID;
    """

  /// A number of the first step as it stands in a list of the third.
  private static func packed(_ column: String) -> String {
    """
    CASE \(column)_state WHEN 'blank' THEN NULL WHEN 'not_applicable' THEN 'n/a'
        ELSE CASE \(column)_digits WHEN 0 THEN \(column)
        ELSE printf('%s%d.%0*d', CASE WHEN \(column) < 0 THEN '-' ELSE '' END,
          abs(\(column)) / \(power(column)), \(column)_digits, abs(\(column)) % \(power(column)))
        END END
    """
  }

  private static func power(_ column: String) -> String {
    "CASE \(column)_digits WHEN 1 THEN 10 WHEN 2 THEN 100 WHEN 3 THEN 1000 WHEN 4 THEN 10000"
      + " WHEN 5 THEN 100000 ELSE 1000000 END"
  }
}
