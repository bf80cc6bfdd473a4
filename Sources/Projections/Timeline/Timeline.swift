import EventLog
package import Stances

/// One line of the timeline: a government's step, a statement, pressure, a figure, or a
/// company's move.
package struct TimelineEntry: Hashable, Sendable {
  /// The event that the line is about.
  package let event: EventID
  /// The type of the event.
  package let type: EventType
  /// When it happened, as given.
  package let occurred: FuzzyDate
  /// When anyone could have known, as given.
  package let published: FuzzyDate
  /// Who acts: one of them, or neither if a figure or pressure has another source.
  package let company: CompanyID?
  /// The body that acts; nil if a company or another source does.
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

/// The regulatory timeline: measures with their status, and everything in one column of time.
package struct Timeline: Sendable {
  /// Measures by jurisdiction, then key.
  package let measures: [Measure]
  /// Who followed them.
  package let followed: FollowedMeasures
  /// Entries in order of first day, last day, publication, position.
  package let entries: [TimelineEntry]
  /// The published trade figures, in the same order.
  package let trade: [TradeFigure]
  /// How many records of the log are of a type or version that this program cannot read.
  package let unreadable: Int
  /// What asks for the entries next to these; nothing unless a part was asked for.
  package var more = ListCursors()
}

/// The measures of a query, without what led to them.
package struct MeasureList: Hashable, Sendable {
  /// Measures by jurisdiction, then key.
  package let measures: [Measure]
  /// Who followed them.
  package let followed: FollowedMeasures
}

/// The regulatory timeline of a query: measures with their status, and everything that happened.
package enum TimelineProjection {
  /// Measures, entries and trade figures.
  package static func timeline(
    in known: KnownEvents, _ contents: ContentChoice = ContentChoice()
  ) -> Timeline {
    let list = list(in: known, contents)
    return Timeline(
      measures: list.measures, followed: list.followed, entries: entries(in: known, contents),
      trade: TradeProjection.figures(in: known), unreadable: known.unreadable)
  }

  /// Every measure that has begun by the day of the query, by jurisdiction, then key.
  package static func measures(in known: KnownEvents) -> [Measure] {
    measures(of: known.measureLives, in: known)
  }

  /// Every measure that has begun by the day of the query and of which a step is asked for, with
  /// those who followed it.
  package static func list(
    in known: KnownEvents, _ contents: ContentChoice = ContentChoice()
  ) -> MeasureList {
    let lives = known.measureLives
    let measures = measures(of: lives, in: known)
    guard contents.narrows else {
      return MeasureList(measures: measures, followed: known.followed(lives))
    }
    let steps = known.steps(contents)
    let left = measures.filter { $0.events.contains { steps[$0] != nil } }
    let shown = Set(left.map(\.measure))
    let followed = known.followed(lives)
    return MeasureList(
      measures: left,
      followed: FollowedMeasures(
        followers: followed.followers.filter { shown.contains($0.key) },
        conflicts: followed.conflicts.filter {
          shown.contains($0.followed.measure) || shown.contains($0.against.measure)
        }))
  }

  private static func measures(
    of lives: [MeasureKey: MeasureLife], in known: KnownEvents
  ) -> [Measure] {
    var uses: [MeasureKey: [MeasureLife]] = [:]
    for (key, life) in lives where life.wasAdopted {
      for power in Set(life.under) where power != key { uses[power, default: []].append(life) }
    }
    return
      lives
      .map { key, life in
        Measure(key, life, uses: uses[key] ?? [], registrations: known.registrations)
      }
      .sorted(by: Measure.precedes)
  }

  /// What happened by the day of the query, in order of time.
  package static func entries(
    in known: KnownEvents, _ contents: ContentChoice = ContentChoice()
  ) -> [TimelineEntry] {
    let sentences = EventSentence(registrations: known.registrations)
    return known.reached.compactMap {
      contents.admits($0.event) ? TimelineEntry($0.event, sentences) : nil
    }
  }
}

extension LogView {
  /// Measures, entries and trade figures.
  package func timeline() throws -> Timeline {
    TimelineProjection.timeline(in: try known([EventFilter()]), contents)
  }

  /// Every measure that has begun by the day of the query, with those who followed it.
  package func measures() throws -> MeasureList {
    guard clocks.rules.namesFollowers else {
      return TimelineProjection.list(in: try known([.measureSteps]), contents)
    }
    let recorded = try recorded([.followedMeasures])
    let followers = Set(
      recorded.records.compactMap(\.event?.content).filter { !$0.follows.isEmpty }
        .compactMap(\.company)
    ).sorted()
    guard !followers.isEmpty else {
      return TimelineProjection.list(in: KnownEvents(recorded, on: clocks), contents)
    }
    let returned = try narrowed(to: followers).members() ?? []
    return TimelineProjection.list(
      in: try known([.followedMeasures, .resumptions(of: returned)]), contents)
  }
}

extension KnownEvents {
  /// The steps of measures that are asked for, by event, each with its measure.
  func steps(_ contents: ContentChoice) -> [EventID: MeasureKey] {
    events.reduce(into: [:]) { found, known in
      guard known.event.content.type == .governmentMeasure, contents.admits(known.event) else {
        return
      }
      found[known.event.id] = known.event.content.measure
    }
  }

  /// The life of every measure that has begun by the day of the query.
  var measureLives: [MeasureKey: MeasureLife] {
    Dictionary(grouping: events.compactMap(MeasureStep.init), by: \.measure.measure)
      .compactMapValues { MeasureLife($0, on: clocks) }
  }
}

extension Measure {
  /// A measure from the events of its life, with how often it was used as a power.
  init(
    _ key: MeasureKey, _ life: MeasureLife, uses: [MeasureLife], registrations: Registrations
  ) {
    let founding = life.founding.measure
    let standing = life.standing
    self.init(
      measure: key, title: life.title, body: founding.body,
      bodyName: registrations.name(of: founding.body),
      jurisdiction: registrations.registration(of: founding.body)?.jurisdiction,
      instrument: founding.instrument, push: founding.push, markets: life.scope.markets,
      addressees: life.scope.addressees, status: standing.status, since: standing.since,
      until: standing.until, effective: life.effective, isPower: life.isPower, under: life.under,
      uses: uses.count, dormant: life.isPower && standing.status == .inForce && uses.isEmpty,
      events: life.steps.map(\.event),
      deviations: life.deviations.sorted { $0.key < $1.key }.map { company, standing in
        Deviation(
          company: company, name: registrations.name(of: company), status: standing.status,
          since: standing.since, until: standing.until)
      },
      usedBy: uses.compactMap(\.usedBy).reduce(into: [:]) { $0[$1, default: 0] += 1 })
  }

  /// By jurisdiction, then key; those of no known jurisdiction come last.
  static func precedes(_ left: Measure, _ right: Measure) -> Bool {
    switch (left.jurisdiction, right.jurisdiction) {
    case (let left?, let right?) where left != right: left < right
    case (.some, nil): true
    case (nil, .some): false
    default: left.measure < right.measure
    }
  }
}

extension TimelineEntry {
  /// The entry for an event; nil for one that reports nothing that happened.
  init?(_ event: Event, _ sentences: EventSentence) {
    let content = event.content
    guard let occurred = event.occurred, let published = event.published,
      let summary = sentences.text(of: event)
    else { return nil }
    let push: Push? =
      switch content {
      case .governmentStatement(let statement): statement.push
      case .governmentMeasure(let measure): measure.push
      case .pressure(let pressure): pressure.push
      case .publicAnnouncement, .denial, .declinedComment, .complianceReview, .silentReduction,
        .continuedBusiness, .resumption, .exit, .tradeStatistic, .companyRegistered,
        .bodyRegistered, .logRegistered, .capture, .logKey, .correction, .retraction:
        nil
      }
    self.init(
      event: event.id, type: content.type, occurred: occurred, published: published,
      company: content.company, body: content.body, actor: sentences.actor(of: content),
      markets: content.markets, push: push, measure: content.measure, summary: summary,
      evidence: event.evidence, note: event.note)
  }
}
