package import JSON
package import Stances

/// Events that someone proposes and someone else is to look at before they are recorded.
package struct Proposal: Sendable {
  /// Its name, under which its file is kept.
  package let id: ProposalID
  /// Who proposes it.
  package let by: String
  /// When it was proposed.
  package let at: Timestamp
  /// By what means: a command, the form, an assistant and its name.
  package let with: String
  /// Why, in the proposer's words.
  package let why: String?
  /// The log's head when it was proposed.
  package let head: Position
  /// The events as they were proposed, complete with their ids.
  package let events: [JSONValue]
  /// What a reviewer made of them; nil if nothing was changed.
  package let revision: Revision?
  /// What became of it; nil while it waits.
  package let decision: Decision?

  /// The events that would be recorded: the proposed ones, or what a reviewer made of them.
  package var current: [JSONValue] { revision?.events ?? events }

  /// Its events as someone else would have them.
  package struct Revision: Sendable {
    /// Who changed them.
    package let by: String
    /// When.
    package let at: Timestamp
    /// The events in place of those proposed.
    package let events: [JSONValue]
  }

  /// What became of a proposal.
  package struct Decision: Sendable {
    /// What was decided.
    package let outcome: Outcome
    /// Who decided.
    package let by: String
    /// When.
    package let at: Timestamp
    /// Why, if it was turned down or taken back.
    package let reason: String?
    /// Where its events are recorded, in their order.
    package let positions: [Position]
  }

  /// The ways in which a proposal ends.
  package enum Outcome: String, Sendable {
    case accepted, rejected, withdrawn
  }

  /// How many events a proposal may have: someone is to look at each.
  package static let mostEvents = 1_000
}

extension Proposal {
  /// The proposal with its events as a reviewer would have them.
  func revised(_ revision: Revision) -> Proposal { with(revision, decision) }

  /// The proposal with what became of it.
  func decided(_ decision: Decision) -> Proposal { with(revision, decision) }

  private func with(_ revision: Revision?, _ decision: Decision?) -> Proposal {
    Proposal(
      id: id, by: by, at: at, with: with, why: why, head: head, events: events,
      revision: revision, decision: decision)
  }
}

/// The name of a proposal: a UUIDv7 (RFC 9562 §5.7), so that names in order are proposals in order.
package struct ProposalID: Hashable, Sendable {
  /// Thirty-two hexadecimal digits in five groups.
  package let text: String

  /// A new name for what is proposed at an instant.
  init(at instant: Timestamp) {
    var bytes = (0..<16).map { _ in UInt8.random(in: 0...255) }
    let milliseconds = UInt64(max(0, instant.milliseconds))
    for index in 0..<6 {
      bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * index))
    }
    bytes[6] = bytes[6] & 0x0F | 0x70
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 2 ? digits : "0\(digits)"
    }
    let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
    text = groups.map { digits[$0].joined() }.joined(separator: "-")
  }

  /// Reads a name; nil if it has another shape.
  package init?(_ text: some StringProtocol) {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12],
      groups.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
    else { return nil }
    self.text = String(text)
  }

  /// Its last digits, which distinguish it among those of one inbox.
  package var short: String { String(text.suffix(8)) }
}

extension ProposalID: Comparable, CustomStringConvertible {
  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
  package var description: String { text }
}
