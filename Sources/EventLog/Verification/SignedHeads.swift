import GRDB
import Transparency

/// The heads that a log must pass through as its events are read: those of its own checkpoints and
/// those that somebody kept.
struct SignedHeads {
  private var heads: [TreeHead]
  private var next = 0
  /// The first head whose size has not been asked for.
  private var unasked = 0
  /// The last head that the events led to.
  private var soundTo: UInt64 = 0

  init(kept: [TreeHead]) {
    heads = kept
  }

  /// Adds the heads of the stored checkpoints.
  mutating func readCheckpoints(
    of database: Database, _ verification: inout Verification
  ) throws {
    let rows = try RawStatement("SELECT size, note FROM checkpoint", in: database)
    while try rows.step() {
      if let checkpoint = try? Checkpoint(text: SignedNote(rows.bytes(1)).text),
        checkpoint.head.size == UInt64(exactly: rows.integer(0))
      {
        heads.append(checkpoint.head)
      } else {
        verification.note(.unreadableCheckpoint(size: rows.integer(0)))
      }
    }
    heads.sort { $0.size < $1.size }
    // Every log begins at the head of none.
    next = heads.prefix { $0.size == 0 }.count
    unasked = next
  }

  /// The sizes of the heads up to one size, from where it was asked last.
  mutating func sizes(upTo size: UInt64) -> Set<UInt64> {
    let asked = heads[unasked...].prefix { $0.size <= size }
    unasked = asked.endIndex
    return Set(asked.map(\.size))
  }

  /// Holds the root over the first events against the heads of their number.
  mutating func check(
    _ root: MerkleHash, ofSize size: UInt64, _ verification: inout Verification
  ) {
    while next < heads.count, heads[next].size == size {
      if heads[next].root == root {
        soundTo = size
      } else {
        verification.note(.headDiffers(size: size, soundTo: soundTo))
      }
      next += 1
    }
  }

  /// Looks for heads after the last event.
  func checkEnd(_ verification: inout Verification) {
    for head in heads[next...] { verification.note(.headBeyondEnd(size: head.size)) }
  }
}
