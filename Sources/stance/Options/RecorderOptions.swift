import ArgumentParser
import Glibc

/// The name under which an event is recorded.
struct RecorderOptions: ParsableArguments {
  @Option(
    name: .customLong("recorder"),
    help: "Who records; default: STANCE_RECORDER in the environment, or your user name.")
  var givenName: String?

  /// The name that is recorded.
  var name: String {
    givenName ?? environment("STANCE_RECORDER") ?? User.current?.name ?? "user-\(getuid())"
  }
}
