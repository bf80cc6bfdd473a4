package import Stances

/// One recorded step of a measure, as a query knows it.
package struct MeasureStep: Hashable, Sendable {
  /// The id of the event that takes the step.
  package let event: EventID
  /// Where that event stands in the log.
  package let position: Int64
  /// When the step was made.
  package let occurred: FuzzyDate
  /// When anyone could have known of it.
  package let published: FuzzyDate
  /// What the step says of the act.
  package let measure: GovernmentMeasure

  /// A step told by its event's parts.
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

  /// Whether the day from which it counts may come after the day the step was made.
  var isAhead: Bool { day.reachesBeyond(occurred) }
}
