package import Stances

/// How one posture changed between two queries, and which events did it.
package struct PostureChange: Hashable, Sendable {
  /// The company whose posture it is.
  package let company: CompanyID
  /// The company's name as registered last.
  package let name: String
  /// The market that the posture is about.
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
    /// Its words in the first query; `none` where there was no posture.
    package let before: String
    /// Its words in the second query; `none` where there is no posture.
    package let after: String
  }
}

/// How a measure's status changed between two queries.
package struct MeasureChange: Hashable, Sendable {
  /// The key of the measure.
  package let measure: MeasureKey
  /// The title of the measure.
  package let title: String
  /// The status in the first query; nil where the measure was not known.
  package let before: MeasureStatus?
  /// The status in the second query; nil where the measure is not known.
  package let after: MeasureStatus?
  /// The steps that count in one of the queries only; else the step whose day came or passed.
  package let causes: [EventID]
}

/// What changed between two queries that differ in one clock.
package struct Difference: Sendable {
  /// The clocks of the first query.
  package let before: Clocks
  /// The clocks of the second query.
  package let after: Clocks
  /// The postures that changed, by company and market.
  package let postures: [PostureChange]
  /// The measures whose status changed, by key.
  package let measures: [MeasureChange]

  /// Whether nothing changed.
  package var isEmpty: Bool { postures.isEmpty && measures.isEmpty }
}
