package import Stances

/// One line of the timeline: a government's step, a statement, pressure, a figure, or a
/// company's move.
package struct TimelineEntry: Hashable, Sendable {
  package let event: EventID
  package let type: EventType
  package let occurred: FuzzyDate
  package let published: FuzzyDate
  /// Who acts: one of them, or neither where a figure or pressure has another source.
  package let company: CompanyID?
  package let body: BodyID?
  /// The actor's name for readers.
  package let actor: String
  package let markets: [Market]
  package let push: Push?
  package let measure: MeasureKey?
  /// What the actor did, as one neutral sentence made from the event's fields; the actor's name
  /// goes before it.
  package let summary: String
  package let evidence: [Evidence]
  package let note: String?
}

/// The regulatory timeline: measures as they stand, and everything in one column of time.
package struct Timeline: Sendable {
  /// Measures by jurisdiction, then key.
  package let measures: [Measure]
  /// Entries in order of first day, last day, publication, position.
  package let entries: [TimelineEntry]
  /// The published trade figures, in the same order.
  package let trade: [TradeFigure]
  /// How many records of the log are of a type or version that this program cannot read.
  package let unreadable: Int
}
