import ArgumentParser
import Custody
import EventLog
import Files

/// Which log a command works on.
struct LogOptions: ParsableArguments {
  @Option(
    name: .customLong("log"),
    help: "The log's file; default: STANCE_LOG in the environment, or stance.sqlite.",
    completion: .file())
  var givenPath: String?

  /// The path of the log.
  var path: String { givenPath ?? environment("STANCE_LOG") ?? "stance.sqlite" }

  /// Reads one consistent state of the log.
  func read<Result>(_ body: (LogReader) throws -> Result) throws -> Result {
    try openToRead().read(body)
  }

  /// Opens the log to read it.
  func openToRead() throws -> EventLog { try EventLog.open(at: path, for: .reading) }

  /// Opens the log to say what is wrong with it.
  func openToVerify() throws -> EventLog { try EventLog.open(at: path, for: .verifying) }

  /// What a result of this run must not replace.
  var kept: KeptFiles {
    var kept = UserFiles.configured.kept
    kept.keep(path, as: .database)
    kept.keep(folder: captures.path, as: .capture)
    return kept
  }

  /// Opens the log to append to it.
  func openToAppend() throws -> EventLog { try EventLog.open(at: path, for: .appending) }
}
