/// What the common options do in one program, in the words of its help: not every option does the same in
/// each, and some do nothing there. What is not said otherwise holds for most.
public struct OptionHelp: Sendable {
  var inputs = "The folder of inputs."
  var outputs = "The folder of outputs."
  var organisation = "One organisation; all of them when left out."
  var period =
    "A period such as 2024-Q3, or all; the organisation's own, else the last one whose figures "
    + "are closed, when left out."
  var plan = "One plan; all of them when left out."
  var asOf =
    "The moment of counting (ISO 8601). When left out the organisation's own, but now where it has "
    + "none or the period closes later."
  var json = "Print results as JSON."
  var quiet = "Print only what needs attention."
}

/// A program, or one of its subcommands, that has the common options.
public protocol OptionWords {
  /// What they do in it.
  static var help: OptionHelp { get }
}

/// The programs that make or print editions.
public enum EditionWords: OptionWords {
  /// What the common options do in them.
  public static let help = OptionHelp()
}

/// `tonghop-plan`.
public enum PlanWords: OptionWords {
  /// What the common options do in it.
  public static let help = OptionHelp(
    outputs: "The folder of outputs; nothing is written to it here.",
    period: "Does nothing here: a plan is checked for all its periods.",
    asOf: "Does nothing here: a plan is checked for all times.",
    json: "Print each plan as JSON.",
    quiet: "Print only what needs attention, and what --list or --json asks for.")
}

/// `tonghop-forms`.
public enum FormsWords: OptionWords {
  /// What the common options do in it.
  public static let help = OptionHelp(
    period: "A period such as 2024-Q4; the organisation's own, else the last one whose figures are "
      + "closed, when left out.",
    plan: "Refused: a unit's form holds what it owes on all plans.")
}

/// `tonghop-ingest`.
public enum IngestWords: OptionWords {
  /// What the common options do in it.
  public static let help = OptionHelp(
    period: "Only what was sent for a period such as 2024-Q3, or for those inside it; all periods "
      + "when left out.",
    plan: "Narrows nothing, and says so: a file is taken whole, whatever its plans.",
    json: "Print one object for each file.")
}

/// `tonghop-trace`.
public enum TraceWords: OptionWords {
  /// What the common options do in it.
  public static let help = OptionHelp(
    json: "Print each trace as JSON.",
    quiet: "Show no progress; what was asked for is printed all the same.")
}

/// `tonghop-nightly`.
public enum NightlyWords: OptionWords {
  /// What the common options do in it.
  public static let help = OptionHelp(
    period: "Only a period such as 2024-Q3, its files and its documents; all periods when left "
      + "out.",
    plan: "Only the documents of one plan, all of them when left out; files are taken whole, "
      + "whatever their plans.",
    json: "Print one object for each organisation.")
}

/// `tonghop-ledger backup`.
public enum BackupWords: OptionWords {
  /// What the common options do in it.
  public static let help = OptionHelp(
    inputs: "Does nothing here: a ledger is copied without its inputs.",
    organisation: VerifyWords.help.organisation, period: VerifyWords.help.period,
    plan: VerifyWords.help.plan, asOf: "The day in the file's name (ISO 8601); today when left out."
  )
}

/// `tonghop-ledger verify`.
public enum VerifyWords: OptionWords {
  /// What the common options do in it.
  public static let help = OptionHelp(
    organisation: "One organisation; every one that has a ledger when left out.",
    period: "Does nothing here: a ledger holds all periods.",
    plan: "Does nothing here: a ledger holds all plans.",
    asOf: "Does nothing here: a ledger holds all that ever came.")
}

/// `tonghop-ledger restore`.
public enum RestoreWords: OptionWords {
  /// What the common options do in it.
  public static let help = OptionHelp(
    inputs: "Does nothing here: a ledger is put back without its inputs.",
    organisation: RebuildWords.help.organisation, period: VerifyWords.help.period,
    plan: VerifyWords.help.plan, asOf: VerifyWords.help.asOf)
}

/// `tonghop-ledger rebuild`.
public enum RebuildWords: OptionWords {
  /// What the common options do in it.
  public static let help = OptionHelp(
    organisation: "The organisation; it has to be named.", period: VerifyWords.help.period,
    plan: VerifyWords.help.plan, asOf: VerifyWords.help.asOf,
    quiet: "Show no progress; the result is printed all the same.")
}
