import Errors
import Glibc
import Synchronization

/// The user ended an import with Ctrl-C: none of it was recorded.
struct InterruptionError: StanceError, CustomStringConvertible {
  var description: String { "interrupted; nothing was recorded" }

  private static let wasAskedFor = Atomic(false)

  /// Lets Ctrl-C and a request to end be answered by ``check()`` instead of ending the program.
  static func listen() {
    // Made here, because a signal handler must not be the first to use it.
    wasAskedFor.store(false, ordering: .relaxed)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in InterruptionError.wasAskedFor.store(true, ordering: .relaxed) }
    }
  }

  /// Throws once the user has asked to end.
  static func check() throws(InterruptionError) {
    if wasAskedFor.load(ordering: .relaxed) { throw InterruptionError() }
  }

  var kind: ErrorKind { .interrupted }
}
