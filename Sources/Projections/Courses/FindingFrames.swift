import Stances

/// How the findings for one company in one market change with what is known, in positions.
struct FindingFrames {
  /// The course from a day on, as it is once something became known; what lies before it stays.
  struct Frame {
    let knownBy: Day
    let epoch: Int
    let from: Day
    let stretches: [FindingCourse.Stretch]
  }

  let company: Int64
  let market: Market
  private(set) var frames: [Frame] = []

  init(of subject: SubjectMoves, in knowledge: KnowledgeEpochs, clocks: Clocks) throws {
    company = subject.company
    market = subject.market
    var last: (epoch: Int, known: Set<Int>) = (0, [])
    for day in try Self.days(of: subject, in: knowledge, fuzzy: clocks.fuzzy) {
      var then = clocks
      then.knownBy = day
      let epoch = knowledge.index(on: day)
      let acting = knowledge.epochs[epoch].acting
      let known = Set(
        subject.moves.indices.filter {
          then.includes(subject.moves[$0]) && acting.admits(subject.moves[$0])
        })
      let isRetold = try knowledge.retells(subject, from: last.epoch, to: epoch)
      let first =
        // Another correction may tell the same days in other words.
        isRetold
        ? .distantPast
        : known.symmetricDifference(last.known)
          .map { clocks.fuzzy.day(reaching: subject.moves[$0]) }.min()
      last = (epoch, known)
      guard let first else { continue }
      let moves = known.sorted().map { subject.moves[$0] }
      let course = FindingCourse(of: moves, from: first, clocks: then)
      frames.append(
        Frame(knownBy: day, epoch: epoch, from: first, stretches: course.stretches))
    }
  }

  /// The days on which the knowledge of the subject can change.
  private static func days(
    of subject: SubjectMoves, in knowledge: KnowledgeEpochs, fuzzy: Fuzziness
  ) throws -> [Day] {
    var days = Set(subject.moves.map { fuzzy.day(publishing: $0) })
    for epoch in knowledge.epochs.indices.dropFirst()
    where try knowledge.retells(subject, from: epoch - 1, to: epoch) {
      days.insert(knowledge.epochs[epoch].from)
    }
    return days.sorted()
  }
}
