import Dispatch
import Files
import Synchronization

/// Work that runs on another thread from the moment that it is given.
package final class Background<Output: Sendable>: Sendable {
  private let output = Mutex<Output?>(nil)
  private let finished = DispatchSemaphore(value: 0)

  /// Starts the work; if the system gives no thread for it, does it at once.
  package init(_ work: @escaping @Sendable () -> Output) {
    do {
      try Resources.run(onNewThread: { [self] in finish(work()) })
    } catch {
      finish(work())
    }
  }

  /// Has the work done by the threads of a queue.
  init(on queue: WorkQueue, _ work: @escaping @Sendable () -> Output) {
    queue.run { [self] in finish(work()) }
  }

  private func finish(_ result: Output) {
    output.withLock { $0 = result }
    finished.signal()
  }

  /// Waits for the end of the work.
  package func result() -> Output {
    while true {
      finished.wait()
      // Asking again finds it ended.
      defer { finished.signal() }
      if let output = output.withLock(\.self) { return output }
    }
  }
}

/// A few threads that do one piece of work after another.
///
/// A new thread for each piece would ask the system for memory each time.
final class WorkQueue: Sendable {
  private let waiting = Waiting()
  private let threads: Int

  /// Starts a thread for each processor, up to a number of them, or as many as the system gives.
  init(threads limit: Int) {
    let waiting = waiting
    var begun = 0
    while begun < min(limit, Resources.processors) {
      let thread: Void? = try? Resources.run(onNewThread: {
        while let piece = waiting.next() { piece() }
      })
      guard thread != nil else { break }
      begun += 1
    }
    threads = begun
  }

  deinit { waiting.end(threads) }

  /// Takes in a piece of work; without a thread, does it at once.
  func run(_ piece: @escaping @Sendable () -> Void) {
    if threads == 0 { piece() } else { waiting.add(piece) }
  }

  /// The pieces that no thread has taken yet.
  private final class Waiting: Sendable {
    private let pieces = Mutex<[@Sendable () -> Void]>([])
    private let added = DispatchSemaphore(value: 0)

    func add(_ piece: @escaping @Sendable () -> Void) {
      pieces.withLock { $0.append(piece) }
      added.signal()
    }

    /// Waits for the next piece; nil at the end.
    func next() -> (@Sendable () -> Void)? {
      added.wait()
      return pieces.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }

    /// Lets each of the threads find nothing more, after what is waiting.
    func end(_ threads: Int) {
      for _ in 0..<threads { added.signal() }
    }
  }
}
