import Stances

/// How the findings for one company in one market change with what is known, in positions.
struct FindingFrames {
  /// The history from a day on, as it is once something became known; what lies before it stays.
  struct Frame {
    let knownBy: Day
    let epoch: Int
    let from: Day
    let periods: [FindingHistory.Period]
  }

  let subject: MoveSubject
  private(set) var frames: [Frame] = []

  init(of moves: SubjectMoves, in knowledge: KnowledgeEpochs, clocks: Clocks) throws {
    subject = moves.subject
    var last: (epoch: Int, known: Set<Int>) = (0, [])
    for day in try Self.days(of: moves, in: knowledge, reach: clocks.reach) {
      var then = clocks
      then.knownBy = day
      let epoch = knowledge.index(on: day)
      let acting = knowledge.epochs[epoch].acting
      let known = Set(
        try moves.moves.indices.filter {
          try then.includes(moves.moves[$0]) && acting.admits(moves.moves[$0])
        })
      let isRetold = try knowledge.retells(moves, from: last.epoch, to: epoch)
      let first =
        // Another correction may have the same days in other words.
        isRetold
        ? .distantPast
        : known.symmetricDifference(last.known)
          .map { clocks.reach.day(reaching: moves.moves[$0]) }.min()
      last = (epoch, known)
      guard let first else { continue }
      let told = known.sorted().map { moves.moves[$0] }
      let history = FindingHistory(of: told, from: first, clocks: then)
      frames.append(
        Frame(knownBy: day, epoch: epoch, from: first, periods: history.periods))
    }
  }

  /// The days on which the knowledge of the subject can change.
  private static func days(
    of moves: SubjectMoves, in knowledge: KnowledgeEpochs, reach: DateReach
  ) throws -> [Day] {
    var days = Set(moves.moves.map { reach.day(reaching: $0.published) })
    for epoch in knowledge.epochs.indices.dropFirst()
    where try knowledge.retells(moves, from: epoch - 1, to: epoch) {
      days.insert(knowledge.epochs[epoch].from)
    }
    return days.sorted()
  }
}

/// The times of the public clock between which no correction or retraction begins to act.
struct KnowledgeEpochs {
  /// One such time, from its first day on.
  struct Epoch {
    let from: Day
    let acting: KnownAmendments
    let names: CompanyNames
  }

  /// In order; the first one has no beginning.
  let epochs: [Epoch]

  init(of closed: ClosedAmendments, names: CompanyNames, clocks: Clocks) {
    let days = closed.amendments.filter {
      $0.position <= clocks.at && clocks.couldKnow($0.published)
    }
    .map { clocks.reach.day(reaching: $0.published) }
    epochs = Set(days + names.publicationDays + [.distantPast]).sorted().map { day in
      var then = clocks
      then.knownBy = day
      return Epoch(
        from: day, acting: KnownAmendments(closed, within: then), names: names.moved(to: then))
    }
  }

  /// The place of the epoch that a day lies in.
  func index(on day: Day) -> Int { (epochs.firstIndex { day < $0.from } ?? epochs.count) - 1 }

  /// Whether what is told of a subject in one epoch has another content, or another name, in a
  /// later one.
  func retells(_ subject: SubjectMoves, from before: Int, to after: Int) throws -> Bool {
    guard before != after else { return false }
    let (old, new) = (epochs[before], epochs[after])
    let isAmended = try subject.moves.contains {
      try old.acting.source(of: $0.position) != new.acting.source(of: $0.position)
    }
    let company = subject.subject.company
    guard !isAmended, try new.names.mayChange(company) else { return isAmended }
    return try old.names.course(of: company) != new.names.course(of: company)
  }
}
