/// An event as proposed: what happened, when, who could know it when, and on whose word.
package struct Event: Hashable, Sendable {
  /// The id, unique in a log.
  package let id: EventID
  /// The version of the type in which it was written.
  package let version: Int
  /// What happened.
  package let content: EventContent
  /// When it was so: the valid clock; nil for registrations, keys and some amendments.
  package let occurred: FuzzyDate?
  /// When anyone could have known: the public clock; nil for registrations and keys only.
  package let published: FuzzyDate?
  /// On whose word, source by source.
  package let evidence: [Evidence]
  /// A remark of whoever recorded it.
  package let note: String?
  /// Marks by which whoever recorded it finds it again.
  package let tags: [Tag]
}

/// An event as the log holds it: the proposed event, its place and what the log added.
package struct RecordedEvent: Sendable {
  /// The place in the log, dense from 1.
  package let position: Int64
  /// When the log took it in; never earlier than the event before it.
  package let recorded: Timestamp
  /// Who or what recorded it.
  package let recorder: String
  /// The id, unique in the log.
  package let id: EventID
  /// The type as written, also where this program does not know it.
  package let type: String
  /// The version of the type in which it was written.
  package let version: Int
  /// The event, lifted to the vocabulary's current version; nil for a type or version that this
  /// program does not know.
  package let event: Event?
  /// The stored canonical bytes (RFC 8785), never re-serialised.
  package let bytes: [UInt8]
}
