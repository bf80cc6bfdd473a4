import EventLog
import ServiceLifecycle
import Stances
import Synchronization

/// Notifies listeners that the log has grown, no matter who appended to it.
///
/// A listener is woken, not sent what is new: it reads from its own position, so that a slow one
/// misses nothing and holds nothing up.
package final class LiveFeed: Service, Sendable {
  private struct State {
    var listeners: [Int: (wake: AsyncStream<Void>.Continuation, network: ClientNetwork?)] = [:]
    var count = 0
    var head = Position.beforeFirst
    var isEnding = false
  }

  private let log: ServedLog
  private let limits: ServerLimits
  private let state = Mutex(State())

  init(log: ServedLog, limits: ServerLimits) {
    self.log = log
    self.limits = limits
  }

  /// How often a listener is woken though nothing is new, in seconds.
  var heartbeatSeconds: Int { limits.heartbeatSeconds }

  /// The last position that listeners were woken for.
  var announcedHead: Position { state.withLock { $0.head } }

  /// Wakes whenever the log has grown, and now and then otherwise; ends with the server.
  ///
  /// One network may have a quarter of all places, so that one client cannot take them all. Those
  /// who come through a proxy on this machine have no network here, and no such limit: to the server
  /// they are one client, and the proxy is the one that can tell them apart.
  func listen(from network: ClientNetwork? = nil) throws(RequestError) -> AsyncStream<Void> {
    // A slow listener is woken once, however much has come meanwhile.
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let ofOne = max(1, limits.listeners / 4)
    let number = state.withLock { state -> Result<Int, RequestError> in
      guard state.listeners.count < limits.listeners else {
        return .failure(.tooManyStreams(limit: limits.listeners))
      }
      if let network, state.listeners.values.count(where: { $0.network == network }) >= ofOne {
        return .failure(.tooManyStreamsOfOne(limit: ofOne))
      }
      state.count += 1
      if state.isEnding {
        continuation.finish()
      } else {
        state.listeners[state.count] = (continuation, network)
      }
      return .success(state.count)
    }
    let place = try number.get()
    continuation.onTermination = { [self] _ in
      _ = state.withLock { $0.listeners.removeValue(forKey: place) }
    }
    continuation.yield()
    return stream
  }

  /// Looks at the log until the server ends.
  package func run() async throws {
    defer { end() }
    await cancelWhenGracefulShutdown { [self] in
      var sinceHeartbeat = Duration.zero
      let pause = Duration.milliseconds(limits.pollMilliseconds)
      while !Task.isCancelled {
        do { try await Task.sleep(for: pause) } catch { return }
        sinceHeartbeat += pause
        let isDue = sinceHeartbeat >= .seconds(limits.heartbeatSeconds)
        let head: Position
        do {
          head = try log.head().position
        } catch EventLogError.replaced {
          endStreams()
          continue
        } catch {
          // If the log cannot be read now, every other answer says so.
          head = announcedHead
        }
        if isDue { sinceHeartbeat = .zero }
        wake(at: head, inAnyCase: isDue)
      }
    }
  }

  /// Wakes the listeners of a log that has grown.
  func wake(at head: Position, inAnyCase: Bool = false) {
    let listeners = state.withLock { state -> [AsyncStream<Void>.Continuation] in
      let isNews = head != state.head
      state.head = head
      return isNews || inAnyCase ? state.listeners.values.map(\.wake) : []
    }
    for listener in listeners { listener.yield() }
  }

  /// Ends every stream; a listener that asks again gets the reason.
  private func endStreams() {
    for listener in state.withLock({ $0.listeners.values.map(\.wake) }) { listener.finish() }
  }

  private func end() {
    state.withLock { $0.isEnding = true }
    endStreams()
  }
}
