import Projections

extension TimelinePart {
  /// The part of a list that parameters ask for.
  ///
  /// A stream of the whole list begins at its start.
  init(_ asked: Asked) throws(ParameterError) {
    let given = asked.given
    let limit = asked.shownLimit
    switch (given.text(.beforeEvent), given.text(.afterEvent)) {
    case (.some, .some):
      throw .badValue(Parameter.beforeEvent.name, sentence: "give either before or after, not both")
    case (let event?, nil): self.init(.before(event), limit: limit)
    case (nil, "0"): self.init(.first, limit: limit)
    case (nil, let event?): self.init(.after(event), limit: limit)
    case (nil, nil):
      self.init(asked.isStreamed && !given.has(.partLimit) ? .first : .last, limit: limit)
    }
  }
}

extension ListCursors {
  /// The parts of a list next to the one that is shown.
  func neighbours(_ items: String) -> [ListNeighbour] {
    (before.map { [ListNeighbour(words: "Earlier \(items)", part: [(.beforeEvent, $0)])] } ?? [])
      + (after.map { [ListNeighbour(words: "Later \(items)", part: [(.afterEvent, $0)])] } ?? [])
  }

  /// What asks for the part that follows in a stream, which ends only where it was asked to.
  func next(in asked: Asked) -> [(Parameter, String)]? {
    guard !asked.given.has(.partLimit), asked.given.text(.beforeEvent) == nil else { return nil }
    return after.map { [(.afterEvent, $0)] }
  }
}
