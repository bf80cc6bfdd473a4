package import Errors
import Glibc

/// What the system gives a program only so much of.
package enum Resources {
  /// Makes sure that a number of threads and of open files can be had, for what ends without a word
  /// or waits without end if it does not get them.
  package static func check(threads: Int, files: Int) throws(ResourceError) {
    var opened: [Int32] = []
    defer { for descriptor in opened { close(descriptor) } }
    for _ in 0..<files {
      let descriptor = open("/dev/null", O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw .files(reason: String(cString: strerror(errno)))
      }
      opened.append(descriptor)
    }
    // All of them wait until the last has begun.
    let gate = Gate()
    var begun: [pthread_t] = []
    defer {
      gate.open()
      for thread in begun { pthread_join(thread, nil) }
    }
    for _ in 0..<threads { begun.append(try begin { gate.pass() }) }
  }

  /// How many processors the system runs threads on.
  package static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Runs something on a thread of its own.
  package static func run(
    onNewThread body: @escaping @Sendable () -> Void
  ) throws(ResourceError) {
    pthread_detach(try begin(body))
  }

  private static func begin(
    _ body: @escaping @Sendable () -> Void
  ) throws(ResourceError) -> pthread_t {
    let work = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer else { return nil }
        Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      work.release()
      throw .threads(reason: String(cString: strerror(code)))
    }
    return thread
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  /// Where threads wait until it is opened.
  private final class Gate: @unchecked Sendable {
    private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init() { sem_init(semaphore, 0, 0) }

    deinit {
      sem_destroy(semaphore)
      semaphore.deallocate()
    }

    func pass() {
      while sem_wait(semaphore) != 0 {}
      sem_post(semaphore)
    }

    func open() { sem_post(semaphore) }
  }
}

/// The system gives this program less than it needs to begin.
package enum ResourceError: StanceError, Hashable {
  case threads(reason: String)
  case files(reason: String)

  package var kind: ErrorKind { .inputOutput }
}

extension ResourceError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .threads(let reason):
      "the system does not let this program run the threads that it needs: \(reason); raise the "
        + "limit of processes (ulimit -u) or of memory (ulimit -v), or end other programs"
    case .files(let reason):
      "the system does not let this program open the files that it needs: \(reason); raise the "
        + "limit of open files (ulimit -n)"
    }
  }
}
