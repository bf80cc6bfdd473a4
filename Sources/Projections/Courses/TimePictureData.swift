package import Stances

/// What a picture over time shows: all that a query knows, and behind its day what it does not.
package struct TimePictureData: Sendable {
  /// The days from one end of the picture to the other.
  package let days: DayRange
  /// How postures went up to the day of the query, by what it knows.
  package let courses: [PostureCourse]
  /// How they went up to the last day of the picture, by all that is known today.
  package let later: [PostureCourse]
  /// How measures went up to the day of the query, by what it knows.
  package let measures: [MeasureCourse]
  /// How they went up to the last day of the picture, by all that is known today.
  package let laterMeasures: [MeasureCourse]
  /// What happened, in order of time.
  package let entries: [Entry]
  /// The jurisdiction of the body whose statement an event is.
  package let jurisdictions: [EventID: Market]
  /// The trade figures that the query knows of.
  package let trade: [TradeFigure]

  /// One event in the picture.
  package struct Entry: Hashable, Sendable {
    /// What happened.
    package let entry: TimelineEntry
    /// Whether the query knows of it.
    package let isKnown: Bool
  }
}
