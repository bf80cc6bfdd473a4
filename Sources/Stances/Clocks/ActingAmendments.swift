/// One correction or retraction, as the few numbers that a query needs.
package struct Amendment: Hashable, Sendable {
  /// What it does to its target.
  package enum Kind: Int8, CaseIterable, Sendable {
    case correction = 1
    case retraction = 2
  }

  /// Its own position.
  package let position: Int64
  /// The position of the event that it is about.
  package let target: Int64
  /// What it does to its target.
  package let kind: Kind
  /// The first and last day on which it can have been published.
  package let published: DayRange

  /// An amendment as the log's columns hold it.
  package init(position: Int64, target: Int64, kind: Kind, published: DayRange) {
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
  private var correctedBy: [Int64: Int64] = [:]
  private var retractedBy: [Int64: Int64] = [:]

  /// Finds which of a log's amendments act in a query.
  package init(_ amendments: [Amendment], within clocks: Clocks) {
    for amendment in amendments.sorted(by: { $0.position > $1.position }) {
      guard amendment.position <= clocks.at, clocks.couldKnow(amendment.published),
        retractedBy[amendment.position] == nil
      else { continue }
      switch amendment.kind {
      case .retraction:
        if retractedBy[amendment.target] == nil {
          retractedBy[amendment.target] = amendment.position
        }
      case .correction:
        if correctedBy[amendment.target] == nil {
          correctedBy[amendment.target] = amendment.position
        }
      }
    }
  }

  /// Whether nothing is amended, so that every event has its own content.
  package var isEmpty: Bool { correctedBy.isEmpty && retractedBy.isEmpty }

  /// The position that holds the content an event has in this query; nil if it is withdrawn.
  package func source(of position: Int64) -> Int64? {
    guard retractedBy[position] == nil else { return nil }
    return correctedBy[position] ?? position
  }

  /// The acting correction of an event, if there is one.
  package func correction(of position: Int64) -> Int64? { correctedBy[position] }

  /// The acting retraction of an event, if there is one.
  package func retraction(of position: Int64) -> Int64? { retractedBy[position] }
}

extension Clocks {
  /// Whether something published in a range of days could be known.
  package func couldKnow(_ published: DayRange) -> Bool {
    guard let knownBy else { return true }
    return published.reached(by: knownBy, fuzzy)
  }
}
