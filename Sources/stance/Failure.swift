import ArgumentParser
import Errors
import Glibc
import Stances

/// The one place that turns any error into words and an exit status.
struct Failure {
  /// What is said on standard error; nil if everything has been said.
  let words: String?
  let status: Int32

  /// The failure of a command, or of reading the command line.
  init(_ error: any Error, of command: any ParsableCommand.Type) {
    switch error {
    case let error as any StanceError:
      self.init(
        words: error.kind == .readerGone ? nil : "stance: \(error)",
        status: ExitStatus(error.kind).rawValue)
    case let code as ExitCode:
      self.init(words: nil, status: code.rawValue)
    case let error as ValidationError:
      self.init(
        words: "stance: \(error.message)\n\(Stance.usage(of: command))",
        status: ExitStatus.usage.rawValue)
    default:
      self.init(parsing: error)
    }
  }

  private init(words: String?, status: Int32) {
    // An error may repeat what a stranger's file or a flag says.
    self.words = words.map {
      $0.split(separator: "\n", omittingEmptySubsequences: false).map { printable($0) }
        .joined(separator: "\n")
    }
    self.status = status
  }

  /// What ArgumentParser ends a run with: a question for help, or flags that cannot be used.
  ///
  /// It answers every error; one that is not its own, which it does not take for wrong usage, is a
  /// bug.
  private init(parsing error: any Error) {
    let message = Stance.fullMessage(for: error)
    switch Stance.exitCode(for: error) {
    case .success:
      // Help and version are results.
      print(message)
      self.init(words: nil, status: ExitStatus.fine.rawValue)
    case .validationFailure:
      let prefix = "Error: "
      let words = message.hasPrefix(prefix) ? message.dropFirst(prefix.count) : message[...]
      self.init(words: "stance: \(words)", status: ExitStatus.usage.rawValue)
    default:
      self.init(
        words: "stance: \(error); this is a bug in the program", status: ExitStatus.bug.rawValue)
    }
  }

  /// Says it and ends the program.
  func end() -> Never {
    if let words { StandardStreams.say(words) }
    exit(status)
  }
}

extension Stance {
  /// A command's usage, in ArgumentParser's own words about flags that do not parse.
  fileprivate static func usage(of command: any ParsableCommand.Type) -> String {
    let usage = usageString(for: command)
    let name = usage.split(separator: " ").prefix { $0.first?.isLetter == true }
    return """
      Usage: \(usage)
        See '\(name.joined(separator: " ")) --help' for more information.
      """
  }
}
