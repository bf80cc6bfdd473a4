/// Which events are asked for by what they say; each part narrows it, and several values of one part
/// widen that part.
package struct ContentChoice: Hashable, Sendable {
  /// About these markets, or about all of them (`INT`).
  package var markets: [Market] = []
  /// Of these types.
  package var types: [EventType] = []
  /// Of these bodies.
  package var bodies: [BodyID] = []
  /// About these measures.
  package var measures: [MeasureKey] = []
  /// Steps of measures of these legal forms.
  package var instruments: [GovernmentMeasure.Instrument] = []
  /// With evidence at least as good as this, in its letter and in its digit.
  package var leastGrade: AdmiraltyGrade?
  /// That may have happened on this day or later.
  package var first: Day?
  /// With every one of these tags.
  package var tags: [Tag] = []

  /// A choice that every event passes.
  package init() {}

  /// Whether it leaves anything out.
  package var narrows: Bool { self != ContentChoice() }

  /// Whether an event is among those asked for.
  package func admits(_ event: Event) -> Bool {
    let content = event.content
    return
      (markets.isEmpty || content.markets.contains { $0.isAtLarge || markets.contains($0) })
      && (types.isEmpty || types.contains(content.type))
      && (bodies.isEmpty || content.body.map(bodies.contains) ?? false)
      && (measures.isEmpty || content.measure.map(measures.contains) ?? false)
      && (instruments.isEmpty || content.instrument.map(instruments.contains) ?? false)
      && (leastGrade.map { least in event.evidence.contains { $0.grade.isAtLeast(least) } } ?? true)
      && (first.map { first in event.occurred.map { first <= $0.latest } ?? false } ?? true)
      && tags.allSatisfy(event.tags.contains)
  }
}

extension EventContent {
  /// The legal form of the measure that it is a step of.
  package var instrument: GovernmentMeasure.Instrument? {
    if case .governmentMeasure(let step) = self { step.instrument } else { nil }
  }
}
