import Errors

/// The system does not show the program how it was called.
///
/// Swift reads the arguments from `/proc`. If that is not mounted there are none, not even the
/// program's own name, and every command would look like a question for help.
struct MissingArgumentsError: StanceError, CustomStringConvertible {
  var kind: ErrorKind { .bug }

  var description: String {
    "the arguments of this program cannot be read, because /proc is not mounted; "
      + "mount it ('mount -t proc proc /proc') and run the command again"
  }

  /// Refuses to go on without any argument.
  static func check(_ arguments: [String]) throws(MissingArgumentsError) {
    guard !arguments.isEmpty else { throw MissingArgumentsError() }
  }
}
