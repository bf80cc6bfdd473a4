package import Stances

/// One recorded step of a measure, as a query knows it.
package struct MeasureStep: Hashable, Sendable {
  package let event: EventID
  package let position: Int64
  package let occurred: FuzzyDate
  package let published: FuzzyDate
  package let measure: GovernmentMeasure

  package init(
    event: EventID, position: Int64, occurred: FuzzyDate, published: FuzzyDate,
    measure: GovernmentMeasure
  ) {
    self.event = event
    self.position = position
    self.occurred = occurred
    self.published = published
    self.measure = measure
  }

  /// The step that an event takes; nil for an event that is no step of a measure.
  package init?(_ known: KnownEvent) {
    guard case .governmentMeasure(let measure) = known.event.content,
      let occurred = known.event.occurred, let published = known.event.published
    else { return nil }
    self.init(
      event: known.event.id, position: known.position, occurred: occurred, published: published,
      measure: measure)
  }

  /// The day from which the step counts.
  package var day: FuzzyDate { measure.effective ?? occurred }

  /// Whether the step was made before the day from which it counts.
  var isAhead: Bool {
    (day.earliest, day.latest) > (occurred.earliest, occurred.latest)
  }
}
