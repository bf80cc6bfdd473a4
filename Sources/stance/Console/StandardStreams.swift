import Glibc

/// Standard output for results, standard error for messages.
enum StandardStreams {
  /// Sets what is done about signals of output, whatever the parent left set.
  ///
  /// A pipe that is closed early and a file that may not grow further are told by `write`, so that
  /// the program ends in order.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Writes a result.
  static func write(_ bytes: some Sequence<UInt8>) throws(OutputError) {
    try writeAll(Array(bytes), to: STDOUT_FILENO, named: "standard output")
  }

  /// Says something that is no result.
  static func say(_ words: String) {
    // Where even standard error is gone there is nobody left to tell.
    try? writeAll(Array("\(words)\n".utf8), to: STDERR_FILENO, named: "standard error")
  }
}

/// Writes every byte to an open file.
func writeAll(
  _ bytes: [UInt8], to descriptor: Int32, named name: String
) throws(OutputError) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if written >= 0 {
      rest = rest.dropFirst(written)
    } else if errno == EPIPE {
      throw .readerGone
    } else if errno != EINTR {
      throw .writeFailed(path: name, reason: String(cString: strerror(errno)))
    }
  }
}
