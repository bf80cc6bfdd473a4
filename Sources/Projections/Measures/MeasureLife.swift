package import Stances

/// The life of one measure: its steps folded into its status.
///
/// Steps count in the order of their day (`effective`, else `occurred`): first day, last day, first
/// day of publication, position. Nothing is called ended that may still run: an end or a suspension
/// named by a fuzzy `until` is over only when the last day it may mean is past.
package struct MeasureLife: Sendable {
  /// The steps that count, in order.
  package let steps: [MeasureStep]
  /// The step that brought the act to its furthest stage: body, instrument and push are as it gives
  /// them, since an amendment speaks of a part and a repeal in another's name.
  package let founding: MeasureStep
  /// Where it applies and whom it addresses.
  package let scope: MeasureScope
  /// What it is called.
  package let title: String
  /// Its status on the day of the query.
  package let standing: Standing
  /// Its status for the companies for which that differs.
  package let deviations: [CompanyID: Standing]
  /// The last days that are set for the act and for its suspension.
  package let ends: [FuzzyDate]
  /// The day from which an adopted act will be in force, where one was named.
  package let effective: FuzzyDate?
  /// Whether it was ever adopted or in force, so that it is a use of its power.
  package let wasAdopted: Bool
  /// Who used its powers by it; nil if that is not on record, or the rules do not ask.
  package let usedBy: GovernmentMeasure.User?

  /// The status of a measure on a day.
  package struct Standing: Hashable, Sendable {
    /// How far the act has come.
    package let status: MeasureStatus
    /// Since when; nil where it is not known to the day.
    package var since: FuzzyDate?
    /// The last day of the act or, while it is suspended, of the suspension; nil where none is set.
    package var until: FuzzyDate?
  }

  /// Folds the steps of one measure that a query knows of; nil where none has come by its day.
  package init?(_ known: [MeasureStep], on clocks: Clocks) {
    let all = known.flatMap(MeasureTurn.turns).sorted { $0.order < $1.order }
    let turns = all.filter { $0.day(by: clocks.reach) <= clocks.to }
    var progress = MeasureProgress(by: clocks.rules)
    var scope = MeasureScope()
    var steps: [MeasureStep] = []
    var founding: MeasureStep?
    var narrow: [CompanyID: Set<EventID>] = [:]
    for turn in turns {
      let isNew = progress.comesToNewStage(by: turn)
      if clocks.rules.followsAddressees, !isNew, founding != nil, turn.canBeNarrow(narrow.keys),
        scope.isNarrowed(by: turn.step)
      {
        for company in turn.step.measure.addressees.companies {
          narrow[company, default: []].insert(turn.step.event)
        }
        if !steps.contains(turn.step) { steps.append(turn.step) }
        continue
      }
      if isNew { founding = turn.step }
      // The second turn of a step, whichever it is, says nothing new about the act itself.
      if !steps.contains(turn.step) {
        steps.append(turn.step)
        scope.take(turn, after: progress)
      }
      progress.apply(turn)
    }
    guard let founding, let standing = progress.standing(on: clocks.to) else { return nil }
    self.steps = steps
    self.founding = founding
    self.scope = scope
    title =
      (clocks.rules.titlesByLatestStep ? steps.last : nil)?.measure.title
      ?? founding.measure.title
    let narrowed = narrow.values.reduce(into: Set()) { $0.formUnion($1) }
    let own = narrow.compactMapValues { own in
      let others = narrowed.subtracting(own)
      var progress = MeasureProgress(by: clocks.rules)
      for turn in turns where !others.contains(turn.step.event) { progress.apply(turn) }
      return progress.standing(on: clocks.to)
    }
    let whole = scope.addressees.hasEnded(for: own) ?? standing
    self.standing = whole
    deviations = own.filter { $0.value != whole }
    ends = progress.ends + deviations.values.compactMap(\.until)
    wasAdopted = progress.wasAdopted
    usedBy =
      clocks.rules.namesFollowers ? steps.compactMap(\.measure.usedBy).last : nil
    let ahead = all.first {
      $0.isDue && $0.day(by: clocks.reach) > clocks.to && steps.contains($0.step)
    }
    effective = standing.status == .adopted ? ahead?.day : nil
  }

  /// Whether any step calls the measure a power.
  package var isPower: Bool { steps.contains(where: \.measure.power) }

  /// The powers under which it was issued.
  package var under: [MeasureKey] {
    steps.last { !$0.measure.under.isEmpty }?.measure.under ?? []
  }
}

/// One recorded step of a measure, as a query knows it.
package struct MeasureStep: Hashable, Sendable {
  /// The id of the event that takes the step.
  package let event: EventID
  /// The position of that event in the log.
  package let position: Position
  /// When the step was made.
  package let occurred: FuzzyDate
  /// When anyone could have known of it.
  package let published: FuzzyDate
  /// What the step says of the act.
  package let measure: GovernmentMeasure

  /// A step told by its event's parts.
  package init(
    event: EventID, position: Position, occurred: FuzzyDate, published: FuzzyDate,
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

extension Addressees {
  /// The status of an act that has ended for each company that it names, and addresses no others;
  /// nil for any other act.
  fileprivate func hasEnded(
    for own: [CompanyID: MeasureLife.Standing]
  ) -> MeasureLife.Standing? {
    let ended = companies.compactMap { own[$0] }
      .filter { $0.status == .lifted || $0.status == .expired }
    guard !all, sectors.isEmpty, countries.isEmpty, !companies.isEmpty,
      ended.count == companies.count
    else { return nil }
    return ended.max { left, right in
      (left.since?.latest ?? .distantPast) < (right.since?.latest ?? .distantPast)
    }
  }
}
