import Dispatch
import Files
import Synchronization

/// Reads on a second thread, a few batches ahead of the thread that takes them.
///
/// The buffer is bounded: memory stays flat however large the file is.
final class ReadAhead<Batch: Sendable>: Sendable {
  private struct State {
    var ready: [Result<Batch?, any Error>] = []
    var isCancelled = false
  }

  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let free = DispatchSemaphore(value: 0)

  /// - Parameter depth: How many batches may wait to be taken.
  init(depth: Int) {
    // A semaphore that ends below the value it was made with traps: count up from 0 instead.
    for _ in 0..<depth { free.signal() }
  }

  /// Starts reading; if no thread can be had, that is what is taken first.
  ///
  /// - Parameter makeSource: Called on the second thread; answers what reads one batch after the
  ///   other, then nil.
  func start(_ makeSource: @escaping @Sendable () -> () throws -> Batch?) {
    do {
      try Resources.run(onNewThread: { [self] in read(makeSource()) })
    } catch {
      hand(.failure(error))
    }
  }

  private func read(_ source: () throws -> Batch?) {
    var isFinished = false
    while !isFinished {
      free.wait()
      let result = Result { try source() }
      isFinished = hand(result)
      if case .success(_?) = result {} else { isFinished = true }
    }
  }

  /// Lets the other thread take a result; answers whether it wants no more.
  @discardableResult
  private func hand(_ result: Result<Batch?, any Error>) -> Bool {
    let isCancelled = state.withLock { state in
      state.ready.append(result)
      return state.isCancelled
    }
    filled.signal()
    return isCancelled
  }

  /// The next batch, or nil after the last.
  ///
  /// `check` is called first, and ten times a second while nothing is ready; it throws to stop
  /// waiting.
  func next(checking check: () throws -> Void) throws -> Batch? {
    try check()
    while filled.wait(timeout: .now() + .milliseconds(100)) == .timedOut { try check() }
    let result = state.withLock { $0.ready.removeFirst() }
    free.signal()
    return try result.get()
  }

  /// Lets the second thread end after the batch that it is reading.
  func cancel() {
    state.withLock { $0.isCancelled = true }
    free.signal()
  }
}
