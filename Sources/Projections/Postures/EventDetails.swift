import EventLog
import Stances

/// What answers show of the events they name: ids, and dates as they were given.
struct EventDetails {
  /// One event as the query sees it.
  struct Detail {
    let occurred: FuzzyDate
    let published: FuzzyDate
    /// An announcement's effective day; only where the whole event was asked for.
    var effective: FuzzyDate?
    /// What a review came to; only where the whole event was asked for.
    var outcome: String?
  }

  /// The positions named, in order, and the id of each.
  private let positions: [Int64]
  private let ids: [EventID]
  private let details: [Int64: Detail]

  init(of references: EventReferences, in view: LogView) throws {
    try self.init(of: references, in: view.log, acting: view.acting())
  }

  /// The details as amendments leave them.
  init(of references: EventReferences, in log: LogReader, acting: ActingAmendments) throws {
    positions = references.ordered
    ids = try log.ids(at: positions)
    var found: [Int64: Detail] = [:]
    let amended = references.dated.filter { acting.source(of: $0) != $0 }
    let whole = references.whole.union(amended)
    for (position, name) in try log.eventNames(at: references.dated.subtracting(whole)) {
      guard let occurred = name.occurred, let published = name.published else {
        throw ProjectionError.missingEvent(position: position)
      }
      found[position] = Detail(
        occurred: try FuzzyDate(occurred), published: try FuzzyDate(published))
    }
    for position in whole.sorted() {
      guard let event = try log.content(of: position, acting: acting),
        let occurred = event.occurred, let published = event.published
      else { throw ProjectionError.missingEvent(position: position) }
      var detail = Detail(occurred: occurred, published: published)
      if case .publicAnnouncement(let announcement) = event.content {
        detail.effective = announcement.effective
      }
      if case .complianceReview(let review) = event.content { detail.outcome = review.outcome }
      found[position] = detail
    }
    details = found
  }

  /// The id of an event that is named.
  func id(_ position: Int64) throws -> EventID {
    var (low, high) = (0, positions.count)
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] < position { low = middle + 1 } else { high = middle }
    }
    guard low < positions.count, positions[low] == position else {
      throw ProjectionError.missingEvent(position: position)
    }
    return ids[low]
  }

  /// The dates of an event whose dates are shown.
  subscript(position: Int64) -> Detail {
    get throws {
      guard let detail = details[position] else {
        throw ProjectionError.missingEvent(position: position)
      }
      return detail
    }
  }
}

extension LogReader {
  /// The ids of recorded events, in the order of the positions, which ascend.
  func ids(at positions: [Int64]) throws -> [EventID] {
    let ids = try eventIDs(at: positions)
    guard ids.count == positions.count else {
      throw ProjectionError.missingEvent(position: positions.last ?? 0)
    }
    return ids
  }
}
