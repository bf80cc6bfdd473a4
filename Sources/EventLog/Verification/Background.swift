import Dispatch
import Synchronization

/// Work that runs on another thread from the moment that it is given.
package final class Background<Output: Sendable>: Sendable {
  private let output = Mutex<Output?>(nil)
  private let finished = DispatchSemaphore(value: 0)

  /// Starts the work.
  package init(_ work: @escaping @Sendable () -> Output) {
    DispatchQueue.global().async { [self] in
      let result = work()
      output.withLock { $0 = result }
      finished.signal()
    }
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
