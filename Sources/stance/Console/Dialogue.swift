import Glibc

/// Questions and answers on a terminal.
enum Dialogue {
  /// Whether someone is there to be asked.
  static var isPossible: Bool {
    Terminal.isTerminal(STDIN_FILENO) && Terminal.isTerminal(STDERR_FILENO)
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
    let start = line.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
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
