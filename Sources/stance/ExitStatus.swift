import ArgumentParser
import Errors

/// What the program reports to the shell; the numbers are those of `sysexits.h`.
enum ExitStatus: Int32 {
  case fine = 0
  /// A finding: the log does not verify, or there is a difference.
  case finding = 1
  case usage = 64
  /// Bad data, a conflict, or a file that is not a log.
  case badData = 65
  /// What was asked for does not exist.
  case noInput = 66
  /// A program that is needed is not installed.
  case unavailable = 69
  /// A bug of this program.
  case bug = 70
  case cannotCreate = 73
  case inputOutput = 74
  /// Busy: the same again may succeed.
  case busy = 75
  case noPermission = 77
  /// The user ended it with Ctrl-C.
  case interrupted = 130
  /// The pipe was closed early: what shells show for SIGPIPE.
  case readerGone = 141

  /// The status with which an error ends the program.
  init(_ kind: ErrorKind) {
    self =
      switch kind {
      case .usage: .usage
      case .badData, .badLog, .conflict: .badData
      case .notFound: .noInput
      case .cannotCreate: .cannotCreate
      case .busy: .busy
      case .unavailable: .unavailable
      case .noPermission: .noPermission
      case .inputOutput: .inputOutput
      case .finding: .finding
      case .interrupted: .interrupted
      case .readerGone: .readerGone
      case .bug: .bug
      }
  }

  /// Thrown when everything has been said and only the status is left.
  var silently: ExitCode { ExitCode(rawValue) }
}
