package import Stances

/// How one posture changed between two queries, and which events did it.
package struct PostureChange: Hashable, Sendable {
  package let company: CompanyID
  package let name: String
  package let market: Market
  /// The posture in the first query; nil if nothing was recorded of it there.
  package let before: Posture?
  /// The posture in the second query; nil if nothing counts there any more.
  package let after: Posture?
  /// The fields that differ, in reading order.
  package let fields: [FieldChange]
  /// The events that count differently in the two queries, in order of position.
  package let causes: [EventID]

  /// One field that differs.
  package struct FieldChange: Hashable, Sendable {
    /// Which field it is, such as `voice`, `conduct` or `reading`.
    package let field: String
    package let before: String
    package let after: String
  }
}

/// How a measure's status changed between two queries.
package struct MeasureChange: Hashable, Sendable {
  package let measure: MeasureKey
  package let title: String
  /// The status in the first query; nil where the measure was not known.
  package let before: MeasureStatus?
  /// The status in the second query; nil where the measure is not known.
  package let after: MeasureStatus?
  package let causes: [EventID]
}

/// What changed between two queries that differ in one clock.
package struct Difference: Sendable {
  package let before: Clocks
  package let after: Clocks
  package let postures: [PostureChange]
  package let measures: [MeasureChange]

  /// Whether nothing changed.
  package var isEmpty: Bool { postures.isEmpty && measures.isEmpty }
}
