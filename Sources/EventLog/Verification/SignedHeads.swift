import GRDB
import Transparency

/// The heads that a log must pass through as its events are read: those of its own checkpoints and
/// those that were kept elsewhere.
struct SignedHeads {
  /// A head, and whether it was kept elsewhere: what differs from that may be another history.
  private struct Head {
    let head: TreeHead
    let isKept: Bool
  }

  private var heads: [Head]
  private var next = 0
  /// The first head whose size has not been asked for.
  private var unasked = 0
  /// The last head that the events led to.
  private var soundTo: UInt64 = 0

  init(kept: [TreeHead]) {
    heads = kept.map { Head(head: $0, isKept: true) }
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
        heads.append(Head(head: checkpoint.head, isKept: false))
      } else {
        verification.note(.unreadableCheckpoint(size: rows.integer(0)))
      }
    }
    heads.sort { $0.head.size < $1.head.size }
    // Every log begins at the head of none.
    next = heads.prefix { $0.head.size == 0 }.count
    unasked = next
  }

  /// The sizes of the heads up to one size, from the point at which it was asked last.
  mutating func sizes(upTo size: UInt64) -> Set<UInt64> {
    let asked = heads[unasked...].prefix { $0.head.size <= size }
    unasked = asked.endIndex
    return Set(asked.map(\.head.size))
  }

  /// Compares the root over the first events with the heads of that size.
  mutating func check(
    _ root: MerkleHash, ofSize size: UInt64, _ verification: inout Verification
  ) {
    while next < heads.count, heads[next].head.size == size {
      let head = heads[next]
      if head.head.root == root {
        soundTo = size
      } else if head.isKept {
        verification.otherHistory.append(head.head)
      } else {
        verification.note(.headDiffers(size: size, soundTo: soundTo))
      }
      next += 1
    }
  }

  /// Looks for heads after the last event.
  func checkEnd(_ verification: inout Verification) {
    for head in heads[next...] {
      if head.isKept {
        verification.later.append(head.head)
      } else {
        verification.note(.headBeyondEnd(size: head.head.size))
      }
    }
  }
}

/// Checks that the stored cosignatures are all there and are lines of witnesses.
///
/// Whether they are valid is for holders of the witnesses' keys to check.
struct CosignatureCheck {
  private let stored: RawStatement

  init(_ database: Database) throws {
    stored = try RawStatement(
      "SELECT number, size, line FROM cosignature ORDER BY number", in: database)
  }

  func run(_ verification: inout Verification) throws {
    var next: Int64 = 1
    while try stored.step() {
      let number = stored.integer(0)
      if number != next { verification.note(.missingCosignature(number: next)) }
      next = number + 1
      let lines = try? NoteSignature.lines(stored.bytes(2))
      guard let lines, lines.count == 1, Cosignature(lines[0].bytes) != nil else {
        verification.note(.unreadableCosignature(size: stored.integer(1)))
        continue
      }
    }
  }
}

/// Checks the kept time stamps against the checkpoints that they cover.
///
/// Whether an authority's signature is valid is not checked here.
struct AnchorCheck {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func run(_ verification: inout Verification) throws {
    let rows = try RawStatement(
      "SELECT size, note, reply FROM anchor LEFT JOIN checkpoint USING (size) ORDER BY number",
      in: database)
    while try rows.step() {
      let imprint = TimestampQuery.imprint(of: Array(rows.bytes(1)))
      if (try? TimestampReply(Array(rows.bytes(2))))?.imprint != imprint {
        verification.note(.foreignAnchor(size: rows.integer(0)))
      }
    }
  }
}
