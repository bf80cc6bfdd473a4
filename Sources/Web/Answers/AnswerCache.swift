import NIOCore
import Synchronization

/// Keeps answers as long as there is room, and makes each only once, however many clients ask for
/// it.
///
/// The key of an answer names everything that it depends on, so that none ever becomes wrong;
/// what was not asked for longest goes first. What is being made goes on when those who asked for
/// it are gone, and so the number of answers made at once is limited.
final class AnswerCache: Sendable {
  typealias Making = Task<WebAnswer, any Error>

  private struct State {
    var kept: [String: (answer: WebAnswer, size: Int, lastUse: UInt64)] = [:]
    var making: [String: Making] = [:]
    var size = 0
    var uses: UInt64 = 0
  }

  private let state = Mutex(State())
  private let capacity: Int
  private let mostInMaking: Int

  /// - Parameters:
  ///   - capacity: How many bytes of content to keep.
  ///   - mostInMaking: How many answers may be in the making at once.
  init(capacity: Int, mostInMaking: Int) {
    self.capacity = capacity
    self.mostInMaking = mostInMaking
  }

  /// The answer of this key: kept, or being made for another request, or made now.
  ///
  /// - Throws: ``RequestError`` if too many others are being made; what `make` throws.
  func answer(
    _ key: String, make: @escaping @Sendable () async throws -> WebAnswer
  ) async throws -> WebAnswer {
    enum Found {
      case kept(WebAnswer)
      case making(Making)
      case noRoom
    }
    let found: Found = state.withLock { state in
      state.uses += 1
      if let kept = state.kept[key] {
        state.kept[key]?.lastUse = state.uses
        return .kept(kept.answer)
      }
      if let making = state.making[key] { return .making(making) }
      guard state.making.count < mostInMaking else { return .noRoom }
      // A task of its own: one client that goes away must not take the answer from the others.
      let making = Making {
        do {
          let answer = try await make()
          self.keep(answer, for: key)
          return answer
        } catch {
          self.state.withLock { $0.making[key] = nil }
          throw error
        }
      }
      state.making[key] = making
      return .making(making)
    }
    switch found {
    case .kept(let answer): return answer
    case .making(let making): return try await making.value
    case .noRoom: throw RequestError.tooManyQueries(limit: mostInMaking)
    }
  }

  /// How many bytes are kept.
  var size: Int { state.withLock { $0.size } }

  /// Forgets answers that were not asked for longest, until so many more bytes are free.
  func forget(_ bytes: Int) {
    state.withLock { Self.makeRoom(in: &$0, for: max(0, $0.size - bytes)) }
  }

  private func keep(_ answer: WebAnswer, for key: String) {
    state.withLock { state in
      state.making[key] = nil
      guard case .whole(let content) = answer.body else { return }
      // The key and the fields take room as well.
      let size = content.readableBytes + key.utf8.count + 1_000
      guard size <= capacity / 4 else { return }
      state.kept[key] = (answer, size, state.uses)
      state.size += size
      if state.size > capacity { Self.makeRoom(in: &state, for: capacity / 4 * 3) }
    }
  }

  private static func makeRoom(in state: inout State, for capacity: Int) {
    for (key, entry) in state.kept.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
      guard state.size > capacity else { return }
      state.kept[key] = nil
      state.size -= entry.size
    }
  }
}
