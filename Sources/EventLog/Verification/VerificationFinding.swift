package import Stances

/// Something in a log that no append of this program leaves.
package enum VerificationFinding: Hashable, Sendable {
  /// SQLite finds the file itself damaged.
  case damagedFile(String)
  /// A row refers to another that is missing.
  case brokenReference(table: String, to: String)
  /// A table, index or trigger is missing, was changed, or was not made by this program.
  case changedSchema(object: String)
  /// The layout is newer than this program knows, so that it could not be checked.
  case newerLayout(format: Int)
  /// The last position is not the last that was given: events were removed after it.
  case truncated(head: Position, lastGiven: Position)
  /// The position is not one more than the one before it.
  case gap(before: Position)
  /// An event is recorded earlier than the event before it.
  case recordedBackwards(position: Position)
  /// The stored bytes cannot be read as an event.
  case unreadable(position: Position, reason: String)
  /// The stored bytes are not in their canonical form.
  case notCanonical(position: Position)
  /// A column does not say what the stored bytes say.
  case columnDiffers(position: Position, column: String)
  /// A node of the tree that the event completes is missing, or is not what the events hash to.
  case nodeDiffers(position: Position)
  /// The events are not those of a head that the log stores; up to `soundTo` they still are.
  case headDiffers(size: UInt64, soundTo: UInt64)
  /// The log stores a head of more events than there are.
  case headBeyondEnd(size: UInt64)
  /// A stored checkpoint cannot be read.
  case unreadableCheckpoint(size: Int64)
  /// An event names a key that cannot come after the one in force.
  case notTheNextKey(position: Position, reason: String)
  /// A stored checkpoint lacks the signature of the key in force.
  case badSignature(size: Int64, reason: String)
  /// The log names a key and went on, but holds no checkpoint that this key signed.
  case checkpointsMissing(since: Position)
  /// A kept time stamp is over something else than its checkpoint.
  case foreignAnchor(size: Int64)
  /// A stored cosignature of a head is not a line of a witness.
  case unreadableCosignature(size: Int64)
  /// Cosignatures are not numbered densely from 1 in order of arrival.
  case missingCosignature(number: Int64)
  /// A derived table lacks what an event implies.
  case missingRow(table: String, position: Position)
  /// A derived table holds more rows than the events imply.
  case extraRows(table: String, count: Int64)
}

extension VerificationFinding {
  /// The first position that it concerns, if it concerns one.
  package var position: Position? {
    switch self {
    case .gap(let position), .recordedBackwards(let position), .unreadable(let position, _),
      .notCanonical(let position), .columnDiffers(let position, _), .nodeDiffers(let position),
      .missingRow(_, let position), .notTheNextKey(let position, _),
      .checkpointsMissing(let position):
      position
    case .truncated(let head, _): head
    case .headDiffers(_, let soundTo): Position(treeSize: soundTo).next
    case .headBeyondEnd(let size): Position(treeSize: size)
    case .unreadableCheckpoint(let size), .unreadableCosignature(let size),
      .badSignature(let size, _), .foreignAnchor(let size):
      Position(size)
    case .damagedFile, .brokenReference, .changedSchema, .newerLayout, .extraRows,
      .missingCosignature:
      nil
    }
  }
}

extension VerificationFinding: CustomStringConvertible {
  package var description: String {
    switch self {
    case .damagedFile(let words): "SQLite finds the file damaged: \(words)"
    case .brokenReference(let table, let target):
      "a row of the table '\(table)' refers to a row of '\(target)' that does not exist"
    case .changedSchema(let object): "the schema's '\(object)' is not as this program creates it"
    case .newerLayout(let format):
      "the log has format \(format), newer than this program knows (\(Schema.format)): "
        + "its layout was not checked; update stance and verify it again"
    case .truncated(let head, let lastGiven) where lastGiven < head:
      "the log ends at \(head), but SQLite has given out positions only up to \(lastGiven)"
    case .truncated(let head, let lastGiven):
      "the log ends at \(head), but positions up to \(lastGiven) were given out"
    case .gap(let position): "there is a gap before position \(position)"
    case .recordedBackwards(let position):
      "the event at \(position) is recorded earlier than the one before it"
    case .unreadable(let position, let reason):
      "the event at \(position) cannot be read: \(reason)"
    case .notCanonical(let position): "the bytes at \(position) are not canonical"
    case .columnDiffers(let position, let column):
      "at \(position) the column '\(column)' differs from the event"
    case .nodeDiffers(let position):
      "the tree's nodes at \(position) are not what the events hash to"
    case .headDiffers(let size, let soundTo):
      "the events \(soundTo + 1) to \(size) are not those whose head was signed"
    case .headBeyondEnd(let size):
      "a head of \(size) events was signed, but there are fewer"
    case .unreadableCheckpoint(let size):
      "the checkpoint stored at \(size) cannot be read"
    case .notTheNextKey(let position, let reason):
      "the event at \(position) names no key of this log: \(reason)"
    case .badSignature(let size, let reason):
      "the checkpoint stored at \(size) is not signed by the log's key: \(reason)"
    case .checkpointsMissing(let position):
      "the log names its key at \(position) but has no signed head since; "
        + "they were removed, or 'stance checkpoint' or 'stance key rotate' was cut off and needs to "
        + "be run again"
    case .foreignAnchor(let size):
      "a time stamp for the checkpoint at \(size) does not cover it"
    case .unreadableCosignature(let size):
      "a stored cosignature of \(size) events cannot be read"
    case .missingCosignature(let number):
      "the cosignature number \(number) is missing"
    case .missingRow(let table, let position):
      "the table '\(table)' lacks what the event at \(position) implies"
    case .extraRows(let table, let count):
      "the table '\(table)' holds \(count) rows that no event implies"
    }
  }
}
