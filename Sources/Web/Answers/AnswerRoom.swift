import Synchronization

/// Room in memory, which is taken before it is used and given back by its last user.
final class AnswerRoom: Sendable {
  private let taken = Mutex(0)
  private let capacity: Int

  /// A room of a number of bytes.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// How many bytes are taken.
  var size: Int { taken.withLock(\.self) }

  /// Takes some of the room.
  ///
  /// - Throws: ``RequestError`` if there is not so much left.
  func take(_ bytes: Int) throws(RequestError) -> TakenRoom {
    let room = TakenRoom(of: self)
    try room.grow(by: bytes)
    return room
  }

  fileprivate func enter(_ bytes: Int) throws(RequestError) {
    let hasRoom = taken.withLock { taken in
      // Large answers leave an eighth for small ones, so that clients that do not read their
      // answers cannot keep pages from others.
      guard taken + bytes <= (bytes > Self.small ? capacity / 8 * 7 : capacity) else {
        return false
      }
      taken += bytes
      return true
    }
    guard hasRoom else { throw .noRoom }
  }

  fileprivate func leave(_ bytes: Int) {
    taken.withLock { $0 -= bytes }
  }

  private static let small = 256 * 1_024
}

/// A part of a room, for as long as someone has it.
final class TakenRoom: Sendable {
  private let room: AnswerRoom
  private let bytes = Mutex(0)

  fileprivate init(of room: AnswerRoom) {
    self.room = room
  }

  /// Takes more.
  func grow(by more: Int) throws(RequestError) {
    try room.enter(more)
    bytes.withLock { $0 += more }
  }

  deinit { room.leave(bytes.withLock(\.self)) }
}
