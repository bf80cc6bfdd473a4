import EventLog
import Stances

/// What answers show of the events they name: ids, and dates as they were given.
struct EventDetails {
  /// One event as the query sees it.
  struct Detail {
    let id: EventID
    let occurred: FuzzyDate
    let published: FuzzyDate
    /// An announcement's effective day; only where the whole event was asked for.
    var effective: FuzzyDate?
    /// What a review came to; only where the whole event was asked for.
    var outcome: String?
  }

  private let details: [Int64: Detail]

  init(of references: EventReferences, in log: LogReader, acting: ActingAmendments) throws {
    var found: [Int64: Detail] = [:]
    found.reserveCapacity(references.all.count)
    let isWhole = { (position: Int64) in
      references.whole.contains(position) || acting.source(of: position) != position
    }
    for (position, name) in try log.eventNames(at: references.all.filter { !isWhole($0) }) {
      guard let occurred = name.occurred, let published = name.published else {
        throw ProjectionError.missingEvent(position: position)
      }
      found[position] = Detail(
        id: name.id, occurred: try FuzzyDate(occurred), published: try FuzzyDate(published))
    }
    for position in references.all.filter(isWhole).sorted() {
      guard let event = try log.content(of: position, acting: acting),
        let occurred = event.occurred, let published = event.published
      else { throw ProjectionError.missingEvent(position: position) }
      var detail = Detail(id: event.id, occurred: occurred, published: published)
      if case .publicAnnouncement(let announcement) = event.content {
        detail.effective = announcement.effective
      }
      if case .complianceReview(let review) = event.content { detail.outcome = review.outcome }
      found[position] = detail
    }
    details = found
  }

  subscript(position: Int64) -> Detail {
    get throws {
      guard let detail = details[position] else {
        throw ProjectionError.missingEvent(position: position)
      }
      return detail
    }
  }
}
