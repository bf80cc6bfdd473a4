import GRDB
import Stances
import Transparency

/// Checks the stored checkpoints against the keys that the log's own events name.
///
/// Each head must be signed by the key in force at its size, and the first one under a new key by
/// the key before it as well. Whether those are trusted keys is not checked here.
struct KeyCheck {
  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  func run(_ verification: inout Verification) throws {
    let events = try LogKeyEvents(database)
    var chain = KeyChain()
    for (position, event) in events.all {
      do {
        try chain.add(event, at: position)
      } catch {
        verification.note(.notTheNextKey(position: position, reason: error.reason))
      }
    }
    let last = try checkSignatures(by: chain, &verification)
    if let named = chain.links.last, (last ?? 0) < named.firstSize,
      try head() > Position(treeSize: named.firstSize)
    {
      // If the key's event is the last, its first signing was cut off: nothing is wrong, and
      // nothing is signed.
      verification.note(.checkpointsMissing(since: Position(treeSize: named.firstSize)))
    }
    verification.keys = chain
  }

  /// Checks every stored checkpoint in order, and answers the size of the last.
  private func checkSignatures(
    by chain: KeyChain, _ verification: inout Verification
  ) throws -> UInt64? {
    let rows = try RawStatement("SELECT size, note FROM checkpoint ORDER BY size", in: database)
    var previous: UInt64?
    while try rows.step() {
      // What no head can have is found when the heads are read.
      guard let size = UInt64(exactly: rows.integer(0)) else { continue }
      if let reason = refusal(
        of: Array(rows.bytes(1)), by: chain.signers(ofSize: size, previous: previous))
      {
        verification.note(.badSignature(size: rows.integer(0), reason: reason))
      }
      previous = size
    }
    return previous
  }

  /// Why a note lacks a signature that it must have; nil if it has all.
  private func refusal(of bytes: [UInt8], by signers: [VerifierKey]) -> String? {
    guard !signers.isEmpty else { return "the log named no key by then" }
    // What cannot be read is found when the heads are read.
    guard (try? SignedNote(bytes)) != nil else { return nil }
    for key in signers {
      do {
        _ = try SignedCheckpoint(bytes, policy: CheckpointPolicy(log: key))
      } catch {
        return "\(error)"
      }
    }
    return nil
  }

  private func head() throws -> Position {
    try RawStatement("SELECT coalesce(max(position), 0) FROM event", in: database)
      .firstPosition() ?? .beforeFirst
  }
}

/// Whether the keys of a table or an index come in SQLite's order, none twice; without that a
/// look-up would miss what is there.
///
/// A key is given value by value and then ended; at most one value is a text.
struct KeyOrder {
  private(set) var holds = true
  private var isFirst = true
  private var text: [UInt8] = []
  private var numbers: [Int64] = []
  /// How many numbers of the key under way were given.
  private var count = 0
  /// Whether what was given of the key decides if it comes after the one before it.
  private var isBehind: Bool?

  mutating func add(_ number: Int64) {
    if count == numbers.count { numbers.append(number) }
    if isBehind == nil, number != numbers[count] { isBehind = number > numbers[count] }
    numbers[count] = number
    count += 1
  }

  mutating func add(_ text: UnsafeRawBufferPointer) {
    if isBehind == nil, !text.elementsEqual(self.text) {
      isBehind = self.text.lexicographicallyPrecedes(text)
    }
    self.text.removeAll(keepingCapacity: true)
    self.text.append(contentsOf: text)
  }

  mutating func endKey() {
    if isBehind != true, !isFirst { holds = false }
    isFirst = false
    isBehind = nil
    count = 0
  }
}
