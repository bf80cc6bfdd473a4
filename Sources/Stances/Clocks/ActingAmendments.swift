/// One correction or retraction, as the few numbers that a query needs.
package struct Amendment: Hashable, Sendable {
  /// What it does to its target.
  package enum Kind: Int8, CaseIterable, Sendable {
    case correction = 1
    case retraction = 2
  }

  /// Its own position.
  package let position: Position
  /// The position of the event that it is about.
  package let target: Position
  /// What it does to its target.
  package let kind: Kind
  /// The first and last day on which it can have been published.
  package let published: DayRange

  /// An amendment as the log's columns hold it.
  package init(position: Position, target: Position, kind: Kind, published: DayRange) {
    self.position = position
    self.target = target
    self.kind = kind
    self.published = published
  }
}

/// Which corrections and retractions act in one query, and so which content each event has in it.
///
/// An amendment acts if it is within the query's public and log clocks and no later acting
/// retraction withdraws it. Of several corrections of one event the last recorded wins; a retracted
/// event stays so until its retraction is retracted.
package struct ActingAmendments: Sendable {
  /// What acts on one event.
  private struct Acts {
    var correction: Position?
    var retraction: Position?
  }

  /// By the event acted on; most events have no entry.
  private var acts: [Position: Acts] = [:]

  /// Finds which of a log's amendments act in a query.
  package init(_ amendments: [Amendment], within clocks: Clocks) {
    for amendment in amendments.sorted(by: { $0.position > $1.position }) {
      guard amendment.position <= clocks.at, clocks.couldKnow(amendment.published),
        acts[amendment.position]?.retraction == nil
      else { continue }
      // From the last recorded to the first: one that is set already is the later one.
      var found = acts[amendment.target] ?? Acts()
      switch amendment.kind {
      case .correction: found.correction = found.correction ?? amendment.position
      case .retraction: found.retraction = found.retraction ?? amendment.position
      }
      acts[amendment.target] = found
    }
  }

  /// Whether nothing is amended, so that every event has its own content.
  package var isEmpty: Bool { acts.isEmpty }

  /// The position that holds the content an event has in this query; nil if it is withdrawn.
  package func source(of position: Position) -> Position? {
    guard let acts = acts[position] else { return position }
    return acts.retraction == nil ? acts.correction ?? position : nil
  }

  /// The acting correction of an event, if there is one.
  package func correction(of position: Position) -> Position? { acts[position]?.correction }

  /// The acting retraction of an event, if there is one.
  package func retraction(of position: Position) -> Position? { acts[position]?.retraction }
}

extension Clocks {
  /// Whether something published in a range of days could be known.
  package func couldKnow(_ published: DayRange) -> Bool {
    guard let knownBy else { return true }
    return reach.day(reaching: published) <= knownBy
  }
}
