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
    occupyClosed()
  }

  /// Gives each stream that is closed a file on which it fails as if it were still closed: the next
  /// file that is opened would take its number, and messages would be written into it.
  private static func occupyClosed() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      guard fcntl(stream, F_GETFD) < 0, errno == EBADF else { continue }
      // The lowest number that is free is taken: this one.
      let mode = stream == STDIN_FILENO ? O_WRONLY : O_RDONLY
      if open("/dev/null", mode) < 0 { _ = open("/", O_RDONLY) }
    }
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
  static func say(_ words: String, terminator: String = "\n") {
    // If even standard error is gone, there is no one left to tell.
    try? OpenFile.standardError.write(Array("\(words)\(terminator)".utf8))
  }
}
