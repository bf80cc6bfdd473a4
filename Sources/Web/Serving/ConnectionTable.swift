import NIOCore
import Synchronization

/// Who is connected; where there are too many, whoever has waited longest has to go, and where none
/// waits, the newcomer.
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

  /// Takes in a connection, which waits for its first request; ends it where there is no room.
  func open(_ channel: any Channel) {
    let outgoing = entries.withLock { entries -> (any Channel)? in
      var outgoing: (any Channel)?
      if entries.count >= capacity {
        let waiting = entries.compactMap { entry in entry.value.waitingSince.map { (entry.key, $0) }
        }
        guard let longest = waiting.min(by: { $0.1 < $1.1 })?.0 else { return channel }
        outgoing = entries.removeValue(forKey: longest)?.channel
      }
      entries[ObjectIdentifier(channel)] = Entry(channel: channel, waitingSince: .now())
      return outgoing
    }
    // Later: a connection that is just being set up cannot be closed yet.
    outgoing?.eventLoop.execute { outgoing?.close(promise: nil) }
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
