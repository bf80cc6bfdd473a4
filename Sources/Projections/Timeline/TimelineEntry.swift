package import Stances

/// One line of the timeline: a government's step, a statement, pressure, a figure, or a
/// company's move.
package struct TimelineEntry: Hashable, Sendable {
  /// The event that the line tells.
  package let event: EventID
  /// The type of the event.
  package let type: EventType
  /// When it was so, as given.
  package let occurred: FuzzyDate
  /// When anyone could have known, as given.
  package let published: FuzzyDate
  /// Who acts: one of them, or neither where a figure or pressure has another source.
  package let company: CompanyID?
  /// The body that acts; nil where a company or another source does.
  package let body: BodyID?
  /// The actor's name for readers.
  package let actor: String
  /// The markets that it is about.
  package let markets: [Market]
  /// What it moves companies to do; nil for what companies do themselves.
  package let push: Push?
  /// The measure that it moves or is about.
  package let measure: MeasureKey?
  /// What the actor did, as one neutral sentence made from the event's fields; the actor's name
  /// goes before it.
  package let summary: String
  /// The sources, as given.
  package let evidence: [Evidence]
  /// The note that was recorded with the event.
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
