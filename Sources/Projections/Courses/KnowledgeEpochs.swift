import Stances

/// The times of the public clock between which no correction or retraction begins to act.
struct KnowledgeEpochs {
  /// One such time, from its first day on.
  struct Epoch {
    let from: Day
    let acting: ActingAmendments
    let names: CompanyNames
  }

  /// In order; the first one has no beginning.
  let epochs: [Epoch]

  init(of amendments: [Amendment], names: CompanyNames, clocks: Clocks) {
    let days = amendments.filter { $0.position <= clocks.at && clocks.couldKnow($0.published) }
      .map { clocks.fuzzy.day(reaching: $0.published) }
    epochs = Set(days + [.distantPast]).sorted().map { day in
      var then = clocks
      then.knownBy = day
      let acting = ActingAmendments(amendments, within: then)
      return Epoch(from: day, acting: acting, names: names.amended(by: acting))
    }
  }

  /// The place of the epoch that a day lies in.
  func index(on day: Day) -> Int { (epochs.firstIndex { day < $0.from } ?? epochs.count) - 1 }

  /// Whether what is told of a subject in one epoch has another content, or another name, in a
  /// later one.
  func retells(_ subject: SubjectMoves, from before: Int, to after: Int) throws -> Bool {
    guard before != after else { return false }
    let (old, new) = (epochs[before], epochs[after])
    let isAmended = subject.moves.contains {
      old.acting.source(of: $0.position) != new.acting.source(of: $0.position)
    }
    return try isAmended
      || old.names.name(subject.subject.company) != new.names.name(subject.subject.company)
  }
}
