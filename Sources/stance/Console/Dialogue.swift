import Glibc
import Stances

/// Questions and answers on a terminal.
enum Dialogue {
  /// Whether someone is there to be asked.
  static var isPossible: Bool {
    Terminal.isTerminal(STDIN_FILENO) && Terminal.isTerminal(STDERR_FILENO)
  }

  /// Has Ctrl-C end the program with a word that nothing was recorded, or, while something is, as it
  /// always does.
  static func saysWhatCtrlCDid(_ isSaid: Bool) {
    guard isSaid else {
      signal(SIGINT, SIG_DFL)
      return
    }
    signal(SIGINT) { _ in
      // Nothing else can be called in a handler.
      let words: StaticString = "\nstance: interrupted; nothing was recorded\n"
      _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
      _exit(130)
    }
  }

  /// Says something.
  static func say(_ words: String) { StandardStreams.say(words) }

  /// Asks for a line; empty if nothing is answered.
  ///
  /// - Throws: ``InterruptionError`` if the user ends the input (Ctrl-D).
  static func line(_ prompt: String) throws(InterruptionError) -> String {
    StandardStreams.say("\(prompt) ", terminator: "")
    guard let line = readLine() else {
      StandardStreams.say("")
      throw InterruptionError()
    }
    return String(line.trimmed())
  }

  /// Asks until the answer is yes or no.
  ///
  /// - Throws: ``InterruptionError`` if the user ends the input (Ctrl-D).
  static func confirms(_ question: String) throws(InterruptionError) -> Bool {
    while true {
      switch try line("\(question) [y/n]").lowercased() {
      case "y", "yes": return true
      case "n", "no": return false
      default: continue
      }
    }
  }
}
