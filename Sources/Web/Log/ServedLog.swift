package import EventLog
package import Files
import NIOPosix
import Projections
import Stances
import Synchronization

/// The log that is served: some connections to read it, off the threads that speak with clients.
package final class ServedLog: Sendable {
  /// The path of the log.
  package let path: String
  private let watch: HeadWatch
  private let idle: Mutex<[EventLog]>
  private let threads: NIOThreadPool
  /// Appends wait here for each other, and for other programs; readers do not wait for them.
  private let writingThread = NIOThreadPool(numberOfThreads: 1)
  /// Tokens are looked up here, however long appends and questions take.
  private let lookingThread = NIOThreadPool(numberOfThreads: 1)

  /// Opens a log for as many readers at once as there are connections.
  ///
  /// - Throws: ``EventLogError`` if there is no log that can be read.
  package init(at path: String, readers: Int) throws {
    self.path = path
    watch = try HeadWatch(at: path)
    idle = Mutex(try (0..<readers).map { _ in try EventLog.open(at: path, for: .reading) })
    threads = NIOThreadPool(numberOfThreads: readers)
    threads.start()
    writingThread.start()
    lookingThread.start()
  }

  /// Which file is served.
  package var identity: FileIdentity { watch.identity }

  /// The head of the log; what was acknowledged before the question is in it.
  package func head() throws -> LogState { try watch.head() }

  /// Reads one consistent state of the log on a thread of its own, with at most as much work as the
  /// limits allow; the time of waiting for the thread does not count.
  package func read<Result: Sendable>(
    within limits: WorkLimits? = nil,
    _ body: @escaping @Sendable (LogReader) throws -> Result
  ) async throws -> Result {
    try await threads.runIfActive { [self] in
      // As many threads as connections: one is always idle.
      guard let log = idle.withLock({ $0.popLast() }) else {
        throw EventLogError.busy(path: path)
      }
      defer { idle.withLock { $0.append(log) } }
      try log.checkPlace()
      return try log.read(within: limits, body)
    }
  }

  /// Has the spells beside the log made if there are none, on a thread of its own: the first to ask
  /// for all postures should not wait for them.
  package func prepareSpells() throws {
    try Resources.run(onNewThread: { [path] in
      // Without them the answers are the same, only later.
      try? EventLog.open(at: path, for: .reading).read { log in
        try LogView(of: log, on: Clocks(to: Day(ordinal: 0), at: log.head)).prepareSpells()
      }
    })
  }

  /// Does something that writes, one after the other.
  package func write<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await writingThread.runIfActive(body)
  }

  /// Looks up something outside the log, without waiting for appends or questions.
  package func lookUp<Result: Sendable>(
    _ body: @escaping @Sendable () throws -> Result
  ) async throws -> Result {
    try await lookingThread.runIfActive(body)
  }

  /// Ends the threads once no one asks any more.
  package func close() async throws {
    try await threads.shutdownGracefully()
    try await writingThread.shutdownGracefully()
    try await lookingThread.shutdownGracefully()
  }
}
