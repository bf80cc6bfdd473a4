import EventLog
import Stances

extension LogView {
  /// Every posture on every day up to that of the clocks, as known by every day up to theirs, by
  /// company and market.
  ///
  /// The log is scanned once, and each frame folds anew only what its news can have changed.
  package func replayFrames() throws -> [ReplayFrames] {
    let knowledge = try knowledge()
    var found: [FindingFrames] = []
    try facts.forEachSubject(of: companies, where: clocks.includes) {
      found.append(try FindingFrames(of: $0, in: knowledge, clocks: clocks))
    }
    return try named(found, in: knowledge)
  }

  /// When what is known changes the content of events and names.
  func knowledge() throws -> KnowledgeEpochs {
    KnowledgeEpochs(of: try facts.amendments(), names: try companyNames(), clocks: clocks)
  }

  /// Frames with names and dates as given, by company and market.
  func named(_ found: [FindingFrames], in knowledge: KnowledgeEpochs) throws -> [ReplayFrames] {
    var references = [EventReferences](repeating: .init(), count: knowledge.epochs.count)
    for subject in found {
      for frame in subject.frames {
        for stretch in frame.stretches { references[frame.epoch].insert(stretch.finding) }
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
    var course: [PostureCourse.Stretch] = []
    var frames: [Frame] = []
    for frame in found.frames {
      let names = knowledge.epochs[frame.epoch].names
      let kept = course.firstIndex { $0.from >= frame.from } ?? course.count
      var fresh: [PostureCourse.Stretch] = []
      for stretch in frame.stretches {
        let posture = try Posture(
          FoundPosture(subject: found.subject, finding: stretch.finding),
          details: details[frame.epoch], names: names)
        // The first day of the news may turn out to change nothing.
        if let last = fresh.last ?? course[..<kept].last, last.posture(on: stretch.from) == posture
        {
          continue
        }
        fresh.append(PostureCourse.Stretch(from: stretch.from, posture: posture))
      }
      if let change = Frame(knownBy: frame.knownBy, replacing: course[kept...], by: fresh) {
        frames.append(change)
      }
      course.replaceSubrange(kept..., with: fresh)
    }
    guard !frames.isEmpty, let epoch = knowledge.epochs.last else { return nil }
    self.init(
      company: try epoch.names.id(found.subject.company), market: found.subject.market,
      frames: frames)
  }
}
