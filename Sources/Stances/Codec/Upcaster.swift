import JSON

/// One step from a version of an event type to the next.
struct Upcaster: Sendable {
  typealias Members = [(name: String, value: JSONValue)]

  let type: EventType
  /// The version that it lifts; the result is of the next one.
  let version: Int
  /// Rewrites the members of an event of one version as the next version has them.
  let lift: @Sendable (Members) -> Members
}

extension Upcaster {
  /// All steps that lead to today's vocabulary.
  static let all: [Upcaster] = [
    Upcaster(type: .publicAnnouncement, version: 0, lift: listMarkets),
    Upcaster(type: .silentReduction, version: 0, lift: listMarkets),
  ]

  /// Version 0 named one `market`; version 1 has a list of `markets`.
  private static let listMarkets: @Sendable (Members) -> Members = { members in
    members.map { name, value in
      name == "market" ? (name: "markets", value: .array([value])) : (name: name, value: value)
    }
  }
}
