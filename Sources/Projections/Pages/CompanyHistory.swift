import EventLog
package import Stances

/// Everything the log holds about one company, as one query sees it.
package struct CompanyHistory: Sendable {
  /// Who the company is.
  package let registration: CompanyRegistration
  /// Its posture in each market.
  package let postures: [Posture]
  /// Its own events, in order of first day, last day, publication, position.
  package let entries: [Entry]
  /// What addresses the company on the day of the query.
  package let pressure: CompanyPressure
  /// What it followed against a measure in force.
  package let conflicts: [FollowedMeasures.Conflict]
  /// Its own figures, and those that name it.
  package let trade: [TradeFigure]

  /// One event of the company with its evidence.
  package struct Entry: Hashable, Sendable {
    /// The position of the event in the log.
    package let position: Position
    /// The hash of the event's bytes as a leaf of the log's tree (RFC 6962), in base 64.
    package let leafHash: String
    /// When it was recorded.
    package let recorded: Timestamp
    /// What happened, as a line of the timeline.
    package let entry: TimelineEntry
    /// The acting correction of it.
    package let correctedBy: EventID?
  }
}

/// What the page of one company shows.
package struct CompanyPageData: Sendable {
  /// Everything that the log holds about the company.
  package let history: CompanyHistory
  /// Its postures, and what led to them.
  package let board: PostureBoard
  /// Its postures on every day, as known by every day.
  package let frames: [ReplayFrames]
  /// What the picture over time shows.
  package let picture: TimePictureData
}

extension LogView {
  /// Everything about one company; nil if it is not registered and nothing is known of it.
  ///
  /// Of more pressure on it than the limit says there are the last items. Without pressure only what
  /// names it is among what addresses it: what addresses many companies at once is found among all
  /// statements.
  package func history(
    of company: CompanyID, withPressure: Bool = true, atMost limit: Int = .max
  ) throws -> CompanyHistory? {
    let view = narrowed(to: [company])
    let members = try view.merged().members(of: company)
    let known =
      try withPressure
      ? view.known(of: members, addressedAs: company, limit)
      : view.known(members.map(EventFilter.company) + [.measureSteps])
    let postures = try view.postures()
    let registration = known.registrations.registration(of: company)
    // What is known of it, or of one that became part of it, is an answer without its name.
    guard registration != nil || members.count > 1 || !postures.isEmpty else { return nil }
    return CompanyHistory(
      registration: registration ?? .none(of: company), postures: postures,
      entries: try entries(of: members, in: known),
      pressure: PressureProjection.pressure(on: company, with: members, in: known, atMost: limit),
      conflicts: known.followed(known.measureLives).conflicts
        .filter { $0.company == known.registrations.end(of: company) },
      trade: TradeProjection.figures(in: known).filter {
        !Set($0.companies + [$0.company].compactMap(\.self)).isDisjoint(with: members)
      })
  }

  /// The company's own events by the day of the query, in order of time.
  private func entries(
    of companies: [CompanyID], in known: KnownEvents
  ) throws -> [CompanyHistory.Entry] {
    let sentences = EventSentence(registrations: known.registrations)
    let own = known.reached.filter { $0.event.content.company.map(companies.contains) ?? false }
    let tree = try log.checkedTree(under: log.treeHead(at: clocks.at))
    return try own.compactMap { event in
      try TimelineEntry(event.event, sentences).map { entry in
        CompanyHistory.Entry(
          position: event.position, leafHash: try tree.leafHashText(at: event.position),
          recorded: event.recorded, entry: entry, correctedBy: event.correctedBy)
      }
    }
  }

  /// What the page of one company shows, of more pressure on it than the limit says the last items;
  /// nil if it is not registered and nothing is known of it.
  package func companyPage(
    of company: CompanyID, atMost limit: Int = .max
  ) throws -> CompanyPageData? {
    let view = narrowed(to: [company])
    guard let history = try view.history(of: company, atMost: limit) else { return nil }
    let page = try view.boardPage()
    return CompanyPageData(
      history: history, board: page.board, frames: page.frames, picture: try view.timePicture())
  }
}
