#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program run to its end, with what the system counted.
struct ChildProcess {
  /// From just before the start to the end.
  let duration: Duration
  /// The time that all its threads together had a processor, its own and the system's.
  let processorTime: Duration
  /// The most memory that it held, in bytes.
  ///
  /// Linux counts from what the parent held when it started the child, so a small parent is needed
  /// to measure a small child.
  let peakMemory: Int

  /// A program that could not be run, or did not end well.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a program without input; what it prints to its output is thrown away.
  init(_ program: String, _ arguments: [String]) throws {
    var actions = Self.noActions
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)

    var child: pid_t = 0
    let start = ContinuousClock.now
    let code = posix_spawnp(&child, program, &actions, nil, words, environ)
    guard code == 0 else {
      throw Failure(description: "\(program) does not start: \(String(cString: strerror(code)))")
    }
    var status: CInt = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    duration = ContinuousClock.now - start
    processorTime = Duration(usage.ru_utime) + Duration(usage.ru_stime)
    peakMemory = Int(usage.ru_maxrss) * Self.memoryUnit
    guard status == 0 else {
      let command = ([program] + arguments).joined(separator: " ")
      throw Failure(description: "this command failed: \(command)")
    }
  }

  #if canImport(Glibc)
    private static var noActions: posix_spawn_file_actions_t { .init() }
    private static let memoryUnit = 1024
  #else
    private static var noActions: posix_spawn_file_actions_t? { nil }
    private static let memoryUnit = 1
  #endif
}

extension Duration {
  fileprivate init(_ time: timeval) {
    self = .seconds(Int64(time.tv_sec)) + .microseconds(Int64(time.tv_usec))
  }
}
