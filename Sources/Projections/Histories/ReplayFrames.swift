import EventLog
package import Stances

/// One company's posture in one market on every day, as known by every day.
///
/// Knowledge changes on few days, and then changes a few periods of the history: each frame holds
/// these alone. On all days ``posture(on:knownBy:)`` is what `stance posture --to --known-by`
/// answers.
package struct ReplayFrames: Hashable, Sendable {
  /// The company whose posture it is.
  package let company: CompanyID
  /// The market that the posture is about.
  package let market: Market
  /// What changed on each day on which something became known, in order of these days.
  package let frames: [Frame]

  /// What became known on one day, as a change of the history that was known before.
  package struct Frame: Hashable, Sendable {
    /// The day from which it could be known.
    package let knownBy: ReachedDay
    /// How many of the first periods of the history before stay.
    package let leading: Int
    /// The periods that follow them, in place of what was there.
    package let periods: [PostureHistory.Period]
    /// How many of the last periods of the history before stay, behind these.
    package let trailing: Int
  }

  /// The periods of the history as known by a day; nil is all that is known.
  package func periods(knownBy day: Day?) -> [PostureHistory.Period] {
    var known: [PostureHistory.Period] = []
    for frame in frames {
      if let day, .on(day) < frame.knownBy { break }
      known = frame.applied(to: known)
    }
    return known
  }

  /// The history by all that is known; nil where then nothing counts any more.
  func history(upTo last: Day) -> PostureHistory? {
    let known = periods(knownBy: nil)
    guard let name = known.last?.posture.name else { return nil }
    return PostureHistory(
      company: company, name: name, market: market,
      span: DayRange(earliest: .distantPast, latest: last), periods: known)
  }

  /// The posture on a day, as known by another; nil where nothing counted.
  package func posture(on day: Day, knownBy: Day?) -> Posture? {
    periods(knownBy: knownBy).period(on: day)?.posture(on: day)
  }
}

extension ReplayFrames.Frame {
  /// The change of a history from some place on; nil where there is none.
  init?(
    knownBy: ReachedDay, replacing old: ArraySlice<PostureHistory.Period>,
    by new: [PostureHistory.Period]
  ) {
    let most = min(old.count, new.count)
    var (leading, trailing) = (0, 0)
    while leading < most, old[old.startIndex + leading] == new[leading] { leading += 1 }
    guard leading < old.count || leading < new.count else { return nil }
    while leading + trailing < most,
      old[old.endIndex - 1 - trailing] == new[new.count - 1 - trailing]
    {
      trailing += 1
    }
    self.init(
      knownBy: knownBy, leading: old.startIndex + leading,
      periods: Array(new[leading..<new.count - trailing]), trailing: trailing)
  }

  fileprivate func applied(to old: [PostureHistory.Period]) -> [PostureHistory.Period] {
    old.prefix(leading) + periods + old.suffix(trailing)
  }
}

extension LogView {
  /// Every posture on every day up to that of the clocks, as known by every day up to theirs, by
  /// company and market.
  ///
  /// The log is scanned once, and each frame folds again only what its news can have changed.
  package func replayFrames() throws -> [ReplayFrames] {
    let knowledge = try knowledge()
    var found: [FindingFrames] = []
    try forEachSubject(where: clocks.includes) {
      found.append(try FindingFrames(of: $0, in: knowledge, clocks: clocks))
    }
    let frames = try named(found, in: knowledge)
    guard let chosen = try chosen() else { return frames }
    return frames.filter {
      $0.posture(on: clocks.to, knownBy: nil).map(chosen.admits) ?? false
    }
  }

  /// When what is known changes the content of events and names.
  func knowledge() throws -> KnowledgeEpochs {
    KnowledgeEpochs(of: try amendmentsOfMoves(), names: try companyNames(), clocks: clocks)
  }

  /// Frames with names and dates as given, by company and market.
  func named(_ found: [FindingFrames], in knowledge: KnowledgeEpochs) throws -> [ReplayFrames] {
    var references = [EventReferences](repeating: .init(), count: knowledge.epochs.count)
    for subject in found {
      for frame in subject.frames {
        for period in frame.periods { references[frame.epoch].insert(period.finding) }
      }
    }
    let details = try zip(references, knowledge.epochs).map { references, epoch in
      try EventDetails(of: references, in: log, acting: epoch.acting)
    }
    return
      try found
      .compactMap { try ReplayFrames($0, knowledge: knowledge, details: details) }
      .sorted { ($0.company, $0.market) < ($1.company, $1.market) }
  }
}

extension ReplayFrames {
  /// Nil where nothing ever counts.
  fileprivate init?(
    _ found: FindingFrames, knowledge: KnowledgeEpochs, details: [EventDetails]
  ) throws {
    var history: [PostureHistory.Period] = []
    var frames: [Frame] = []
    for frame in found.frames {
      let names = knowledge.epochs[frame.epoch].names
      let kept =
        history.firstIndex { ($0.from ?? .distantPast) >= frame.from } ?? history.count
      // The first day of the news may turn out to change nothing.
      let fresh = try frame.periods.postures(
        of: found.subject, after: history[..<kept].last, details: details[frame.epoch],
        names: names)
      if let change = Frame(
        knownBy: ReachedDay(frame.knownBy), replacing: history[kept...], by: fresh)
      {
        frames.append(change)
      }
      history.replaceSubrange(kept..., with: fresh)
    }
    guard !frames.isEmpty, let epoch = knowledge.epochs.last else { return nil }
    self.init(
      company: try epoch.names.id(found.subject.company), market: found.subject.market,
      frames: frames)
  }
}
