import EventLog
import Stances

extension LogReader {
  /// An event's content in a query: its own, or that of the acting correction; nil if it is
  /// withdrawn or cannot be read.
  func content(of position: Int64, acting: ActingAmendments) throws -> Event? {
    guard let source = acting.source(of: position), let event = try event(at: source)?.event
    else { return nil }
    guard source != position, case .correction(let correction) = event.content else {
      return event
    }
    return correction.replacement
  }

  /// The ids of recorded events, in the order of the positions.
  func ids(at positions: [Int64]) throws -> [EventID] {
    let names = try eventNames(at: positions)
    return try positions.map { position in
      guard let name = names[position] else {
        throw ProjectionError.missingEvent(position: position)
      }
      return name.id
    }
  }
}
