import ArgumentParser
import StageSupport
import Stages

@main
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tonghop-ledger", abstract: "Keeps ledgers safe: backs up, checks, puts back.",
    subcommands: [Backup.self, Verify.self, Restore.self, Rebuild.self])
}

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Copies ledgers to dated files.")
  @OptionGroup var options: CommonOptions<BackupWords>
  @Option(help: "The new file; <outputs>/<organisation>/sao-luu/ledger-<day>.sqlite if left out.")
  var to: String?

  func run() throws {
    try Running.run(options) { LedgerStage.backUp($0, to: to, $1) }
  }
}

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: """
      Looks for damage, reads every original and makes every edition's data files again, but neither its \
      texts nor its workbook.
      """)
  @OptionGroup var options: CommonOptions<VerifyWords>

  func run() throws { try Running.run(options, LedgerStage.verify) }
}

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Puts a backup in a ledger's place.")
  @OptionGroup var options: CommonOptions<RestoreWords>
  @Option(help: "The backup.") var from: String
  @Flag(help: "Keep a ledger that stands there aside.") var force = false

  func run() throws {
    try Running.run(options) { LedgerStage.restore($0, from: from, isForced: force, $1) }
  }
}

struct Rebuild: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a ledger anew from the originals in it, and compares all editions.")
  @OptionGroup var options: CommonOptions<RebuildWords>
  @Option(help: "The new file; <outputs>/<organisation>/ledger-rebuilt.sqlite if left out.")
  var to: String?

  func run() throws {
    try Running.run(options) { LedgerStage.rebuild($0, to: to, $1) }
  }
}
