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

  let subject: MoveSubject
  private(set) var frames: [Frame] = []

  init(of moves: SubjectMoves, in knowledge: KnowledgeEpochs, clocks: Clocks) throws {
    subject = moves.subject
    var last: (epoch: Int, known: Set<Int>) = (0, [])
    for day in try Self.days(of: moves, in: knowledge, fuzzy: clocks.fuzzy) {
      var then = clocks
      then.knownBy = day
      let epoch = knowledge.index(on: day)
      let acting = knowledge.epochs[epoch].acting
      let known = Set(
        moves.moves.indices.filter {
          then.includes(moves.moves[$0]) && acting.admits(moves.moves[$0])
        })
      let isRetold = try knowledge.retells(moves, from: last.epoch, to: epoch)
      let first =
        // Another correction may tell the same days in other words.
        isRetold
        ? .distantPast
        : known.symmetricDifference(last.known)
          .map { clocks.fuzzy.day(reaching: moves.moves[$0].occurred) }.min()
      last = (epoch, known)
      guard let first else { continue }
      let told = known.sorted().map { moves.moves[$0] }
      let course = FindingCourse(of: told, from: first, clocks: then)
      frames.append(
        Frame(knownBy: day, epoch: epoch, from: first, stretches: course.stretches))
    }
  }

  /// The days on which the knowledge of the subject can change.
  private static func days(
    of moves: SubjectMoves, in knowledge: KnowledgeEpochs, fuzzy: Fuzziness
  ) throws -> [Day] {
    var days = Set(moves.moves.map { fuzzy.day(reaching: $0.published) })
    for epoch in knowledge.epochs.indices.dropFirst()
    where try knowledge.retells(moves, from: epoch - 1, to: epoch) {
      days.insert(knowledge.epochs[epoch].from)
    }
    return days.sorted()
  }
}
