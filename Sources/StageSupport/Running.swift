import ArgumentParser
import Foundation
import Logging
public import Stages

/// Runs a stage for an executable: options in, one library call, exit status out.
public enum Running {
  /// Calls `stage` with the request of the options, and ends with its status.
  public static func run(
    _ options: CommonOptions<some OptionWords>, _ stage: (StageRequest, Console) -> ExitStatus
  ) throws {
    // a reader that closes the pipe, or a file that hits its limit, is reported, not died of
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let streams = StandardStreams()
    let logger = logger(isVerbose: options.verbose)
    let line = ProgressLine(isQuiet: options.quiet)
    let console = Console(
      output: {
        line.clear()
        streams.write($0, to: STDOUT_FILENO)
      },
      notice: {
        line.clear()
        streams.write($0, to: STDERR_FILENO)
      }, progress: line.show,
      log: { text in
        line.clear()
        logger.debug("\(text)")
      })
    let start = ContinuousClock.now
    let status = stage(options.request, console)
    line.clear()
    logger.debug("finished with status \(status.rawValue) after \(ContinuousClock.now - start)")
    streams.tellLostLines()
    let code = streams.hasLostLines ? status.and(.failed) : status
    if code != .clean { throw ExitCode(code.rawValue) }
  }

  private static func logger(isVerbose: Bool) -> Logger {
    var logger = Logger(label: "tonghop", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = isVerbose ? .debug : .warning
    return logger
  }
}
