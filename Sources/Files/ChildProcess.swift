package import Errors
import Glibc

/// Another program, run by this one.
package struct ChildProcess: Sendable {
  /// It could not be started: in most cases it is not installed.
  package struct StartError: StanceError, Hashable {
    /// The system's words.
    package let reason: String

    package var kind: ErrorKind { .notFound }
    package var description: String { "a program cannot be started: \(reason)" }
  }

  /// The destination of its results.
  package enum Output: Sendable {
    case file(String)
    /// Into ``ChildProcess/output``.
    case pipe
    /// Where this program's results go.
    case inherited
  }

  /// Which process it is.
  package let identifier: Int32
  /// What it prints, if that goes into a pipe; it has to be read to its end, or the process killed.
  package let output: OpenFile?

  /// Starts a program.
  ///
  /// It begins with no signal held back, no matter what the thread that starts it holds back.
  ///
  /// - Parameters:
  ///   - words: the program, which is looked for on the PATH, and its arguments.
  ///   - environment: its variables; nil for those of this program.
  ///   - input: the file that it reads; nil for what this program reads.
  ///   - output: the destination of its results.
  ///   - messages: the file to which it writes messages; nil for where this program's go.
  /// - Throws: ``StartError``.
  package init(
    _ words: [String], environment: [String: String]? = nil, input: String? = nothing,
    output: Output = .file(nothing), messages: String? = nothing
  ) throws(StartError) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let input { posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0) }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    var ends: [Int32] = [-1, -1]
    switch output {
    case .inherited: break
    case .file(let path):
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, path, writing, 0o600)
    case .pipe:
      // Two sockets, which are closed in other processes from the start, as `pipe` cannot have it:
      // one that another thread starts meanwhile would keep this one's output open.
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
        throw StartError(reason: String(cString: strerror(errno)))
      }
      posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    }
    defer { if ends[1] >= 0 { close(ends[1]) } }
    self.output = ends[0] < 0 ? nil : OpenFile(ends[0], named: words[0])
    if let messages {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, messages, writing, 0o600)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      (environment ?? [:]).map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process = pid_t()
    let code =
      environment == nil
      ? posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ)
      : posix_spawnp(&process, words[0], &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw StartError(reason: String(cString: strerror(code))) }
    identifier = process
  }

  /// The null device: nothing is read from it, and what is written to it is lost.
  package static let nothing = "/dev/null"

  /// Sends it a signal.
  package func send(_ signal: Int32) {
    kill(identifier, signal)
  }

  /// Ends it at once.
  package func end() {
    send(SIGKILL)
  }

  /// Waits for the end; answers the exit status, or 128 and the signal that ended it.
  package func status() -> Int32 {
    var raw: Int32 = 0
    while waitpid(identifier, &raw, 0) < 0 && errno == EINTR {}
    let signal = raw & 0x7F
    return signal == 0 ? raw >> 8 & 0xFF : 128 + signal
  }
}
