package import Stances

/// The status of a measure on a day.
package enum MeasureStatus: String, Term {
  case threatened, proposed, adopted
  case inForce = "in_force"
  case suspended, lifted, expired
}

/// One measure, an act under one key, as one query answers it.
package struct Measure: Hashable, Sendable {
  /// The key that all steps of the act share.
  package let measure: MeasureKey
  /// The title that its founding step gives it.
  package let title: String
  /// Whose measure it is.
  package let body: BodyID
  /// The body's name as registered last.
  package let bodyName: String
  /// The body's jurisdiction; nil where its registration was withdrawn.
  package let jurisdiction: Market?
  /// The legal form of the act.
  package let instrument: GovernmentMeasure.Instrument
  /// What it moves companies to do.
  package let push: Push
  /// The markets in which it applies.
  package let markets: [Market]
  /// Whom it addresses.
  package let addressees: Addressees
  /// Its status on the day of the query.
  package let status: MeasureStatus
  /// Since when the status holds; nil where it is not known to the day.
  package let since: FuzzyDate?
  /// The last day of the act or, while it is suspended, of the suspension; nil where none is set.
  package let until: FuzzyDate?
  /// The day from which an adopted act will be in force, where one was named.
  package let effective: FuzzyDate?
  /// Whether it enables others, issued `under` it.
  package let isPower: Bool
  /// The powers under which it was issued.
  package let under: [MeasureKey]
  /// How many measures issued under it were adopted or came into force.
  package let uses: Int
  /// A power in force that was never used.
  package let dormant: Bool
  /// The steps that count, in order.
  package let events: [EventID]
  /// The companies whose status differs from the rest, by slug; none by rules that do
  /// not follow them.
  package var deviations: [Deviation] = []
  /// How many of its uses were made by each user that is on record; none by rules that do not ask.
  package var usedBy: [GovernmentMeasure.User: Int] = [:]

  /// The status of a measure for one company.
  package struct Deviation: Hashable, Sendable {
    /// The company.
    package let company: CompanyID
    /// The company's name for readers.
    package let name: String
    /// Its status.
    package let status: MeasureStatus
    /// Since when; nil where it is not known to the day.
    package let since: FuzzyDate?
    /// The last day that is set.
    package let until: FuzzyDate?
  }
}

/// Where a measure applies and whom it addresses, gathered from its steps.
package struct MeasureScope: Hashable, Sendable {
  /// The markets in which the act applies.
  package private(set) var markets: [Market] = []
  /// Whom the act addresses.
  package private(set) var addressees: Addressees = .nobody
  /// The steps that made it so, in order.
  private var steps: [MeasureStep] = []

  /// Takes in what a step says, given how far the act had come before it.
  ///
  /// A step that brings the act to a new stage speaks for the whole act; a further one at the same
  /// stage adds to it.
  mutating func take(_ turn: MeasureTurn, after progress: MeasureProgress) {
    let step = turn.step
    if progress.comesToNewStage(by: turn) {
      markets = step.measure.markets
      // A step that names no one leaves them as they are, unless the act had ended and begins again.
      if step.measure.addressees != .nobody || progress.isOver(on: turn.day.earliest) {
        addressees = step.measure.addressees
        steps = []
      }
    } else {
      markets += step.measure.markets.filter { !markets.contains($0) }
      addressees = addressees.joined(by: step.measure.addressees)
    }
    steps.append(step)
  }

  /// Whether a step is about some of the companies that the act addresses, and these alone.
  func isNarrowed(by step: MeasureStep) -> Bool {
    let named = step.measure.addressees
    guard !named.companies.isEmpty, !named.all, named.sectors.isEmpty, named.countries.isEmpty
    else { return false }
    let isClass = addressees.all || !addressees.sectors.isEmpty || !addressees.countries.isEmpty
    return isClass || addressees.companies.contains { !named.companies.contains($0) }
  }

  /// The narrowest way in which a company is addressed, and the first step that does it; `way` says
  /// in which way some addressees are.
  package func addressing(
    _ way: (Addressees) -> Addressees.Way?
  ) -> (way: Addressees.Way, step: MeasureStep)? {
    guard let narrowest = way(addressees),
      let step = steps.first(where: { way($0.measure.addressees) == narrowest })
    else { return nil }
    return (narrowest, step)
  }
}
