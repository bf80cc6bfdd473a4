import Dispatch
import Files
import Synchronization

/// Writes the server's access log to standard error, on a thread of its own.
///
/// If no one reads it fast enough, lines are dropped and counted: a full pipe must not stop the
/// page.
final class AccessLogWriter: Sendable {
  private let queue = DispatchQueue(label: "access log")
  private let waiting = Mutex<(lines: [UInt8], isScheduled: Bool, dropped: Int)>(([], false, 0))

  private static let capacity = 1 << 20

  /// Takes a line, with its end.
  func write(_ line: [UInt8]) {
    let isFirst = waiting.withLock { waiting in
      guard waiting.lines.count + line.count <= Self.capacity else {
        waiting.dropped += 1
        return false
      }
      waiting.lines += line
      defer { waiting.isScheduled = true }
      return !waiting.isScheduled
    }
    if isFirst { queue.async { [self] in writeWaiting() } }
  }

  /// Waits until everything taken is written.
  func finish() {
    queue.sync { writeWaiting() }
  }

  private func writeWaiting() {
    let (lines, dropped) = waiting.withLock { waiting in
      defer { waiting = ([], false, 0) }
      return (waiting.lines, waiting.dropped)
    }
    let note =
      dropped == 0 ? "" : "{\"event\":\"dropped\",\"level\":\"warning\",\"lines\":\(dropped)}\n"
    // If even standard error is gone, there is no one left to tell.
    try? OpenFile.standardError.write(lines + Array(note.utf8))
  }
}
