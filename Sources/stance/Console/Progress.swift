import Files
import Glibc

/// A line on a terminal's standard error that says how far a long task has come.
///
/// It shows after a second, so that quick tasks print nothing, and it is gone at the end.
struct Progress {
  private let what: String
  private let isShown = Terminal.isTerminal(STDERR_FILENO)
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now
  private var hasLine = false

  /// - Parameter what: What is counted, such as "events read".
  init(_ what: String) {
    self.what = what
  }

  /// Shows a count, twice a second at most.
  mutating func show(_ count: Int) {
    let now = ContinuousClock.now
    guard isShown, now - start > .seconds(1), !hasLine || now - last > .milliseconds(500) else {
      return
    }
    last = now
    hasLine = true
    write("\r\(count) \(what) …")
  }

  /// Removes the line.
  mutating func end() {
    guard hasLine else { return }
    hasLine = false
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    // Progress that cannot be shown must not stop the work.
    try? OpenFile.standardError.write(Array(text.utf8))
  }
}
