package import Stances

/// Where a measure stands on a day.
package enum MeasureStatus: String, Term {
  case threatened, proposed, adopted
  case inForce = "in_force"
  case suspended, lifted, expired
}

/// One measure, an act under one key, as it stands in the answer to a query.
package struct Measure: Hashable, Sendable {
  package let measure: MeasureKey
  package let title: String
  /// Whose measure it is.
  package let body: BodyID
  /// The body's name as registered last.
  package let bodyName: String
  package let jurisdiction: Market
  package let instrument: GovernmentMeasure.Instrument
  package let push: Push
  package let markets: [Market]
  package let addressees: Addressees
  package let status: MeasureStatus
  /// Since when the status holds, as the step that made it gave it; nil where it follows from the
  /// end of a suspension.
  package let since: FuzzyDate?
  /// The last day of the status, where one is known.
  package let until: FuzzyDate?
  /// Whether it enables others, issued `under` it.
  package let isPower: Bool
  /// The power under which it was issued.
  package let under: MeasureKey?
  /// How many measures were issued under it.
  package let uses: Int
  /// A power in force that was never used.
  package let dormant: Bool
  /// Its steps, in order.
  package let events: [EventID]
}
