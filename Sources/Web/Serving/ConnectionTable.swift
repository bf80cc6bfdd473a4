import NIOCore
import Synchronization

/// Who is connected; where there are too many, whoever has waited longest has to go.
///
/// So clients that hold connections without asking anything cannot keep others out.
final class ConnectionTable: Sendable {
  private struct Entry {
    let channel: any Channel
    /// Since when nothing was asked on it; nil while a request is read or answered.
    var waitingSince: NIODeadline?
  }

  private let entries = Mutex<[ObjectIdentifier: Entry]>([:])
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// How many are connected.
  var count: Int { entries.withLock(\.count) }

  /// Takes in a connection, which waits for its first request.
  func open(_ channel: any Channel) {
    let outgoing = entries.withLock { entries -> (any Channel)? in
      let longest =
        entries.count < capacity
        ? nil
        : entries.compactMap { entry in entry.value.waitingSince.map { (entry.key, $0) } }
          .min { $0.1 < $1.1 }?.0
      let outgoing = longest.flatMap { entries.removeValue(forKey: $0)?.channel }
      entries[ObjectIdentifier(channel)] = Entry(channel: channel, waitingSince: .now())
      return outgoing
    }
    outgoing?.close(promise: nil)
  }

  /// Notes whether a connection waits for a request.
  func note(_ channel: any Channel, isWaiting: Bool) {
    entries.withLock { entries in
      entries[ObjectIdentifier(channel)]?.waitingSince = isWaiting ? .now() : nil
    }
  }

  /// Strikes a connection out.
  func close(_ channel: any Channel) {
    _ = entries.withLock { $0.removeValue(forKey: ObjectIdentifier(channel)) }
  }
}
