import Files
import Glibc

/// Standard output for results, standard error for messages.
enum StandardStreams {
  /// Sets how signals about output are handled, whatever the parent process left set.
  ///
  /// A pipe that is closed early and a file that may not grow further are reported by `write`, so
  /// that the program ends in order.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Writes a result.
  static func write(_ bytes: some Sequence<UInt8>) throws(OutputError) {
    do {
      try OpenFile.standardOutput.write(Array(bytes))
    } catch {
      throw .unwritten(error)
    }
  }

  /// Prints a message, which is not a result.
  static func say(_ words: String) {
    // If even standard error is gone, there is no one left to tell.
    try? OpenFile.standardError.write(Array("\(words)\n".utf8))
  }
}
