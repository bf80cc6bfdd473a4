package import Stances

/// Which events to read; an empty filter means all, oldest first.
package struct EventFilter: Hashable, Sendable {
  /// Events that concern one of these companies.
  package var companies: [CompanyID] = []
  /// Events that concern one of these bodies.
  package var bodies: [BodyID] = []
  /// Events that concern one of these measures.
  package var measures: [MeasureKey] = []
  /// Types as written, also ones that this program does not know.
  package var types: [String] = []
  /// Events that carry every one of these tags.
  package var tags: [Tag] = []
  /// Events that can have happened on a day of this range.
  package var occurred: DayRange?
  /// Events that can have been published on a day of this range.
  package var published: DayRange?
  /// Positions, both ends included.
  package var positions: ClosedRange<Int64>?
  /// Whether the last recorded come first.
  package var newestFirst = false
  /// At most so many events.
  package var limit: Int?

  /// A filter that every event passes.
  package init() {}
}
