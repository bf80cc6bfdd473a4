import GRDB
package import Stances

extension LogReader {
  /// Passes the moments of all contents that the log has up to a position, list by list.
  package func forEachMoment(
    upTo position: Position, _ body: (ListedMoment) throws -> Void
  ) throws {
    // Only corrections, and what addresses many, have to be read; the rest is in columns.
    var listed: [ListedMoment] = []
    let corrections = EventFilter.corrections
    for var filter in EventFilter.addressingMany.filter({ $0.types != corrections.types })
      + [corrections]
    {
      filter.positions = Position.beforeFirst.next...max(position, Position.beforeFirst.next)
      try forEachEvent(filter) { event in
        let isInColumns = event.type != EventType.correction.rawValue
        listed += try moments(of: event).filter { $0.list != .everything || !isInColumns }
        return true
      }
    }
    listed.sort()
    let types = EventType.allCases.filter(\.hasMoment).map { "'\($0.rawValue)'" }
    let rows = try RawStatement(
      """
      SELECT '', occurred_earliest, occurred_latest,
        coalesce(published_earliest, \(Day.distantPast.column)), position, position
      FROM event
      WHERE position <= ? AND occurred_earliest IS NOT NULL
        AND type IN (\(types.joined(separator: ", ")))
      ORDER BY 2, 3, 4, 5
      """, in: database)
    rows.bind(position, at: 1)
    var rest = listed[...]
    while try rows.step() {
      let moment = ListedMoment(rows)
      while let next = rest.first, next < moment { try body(rest.removeFirst()) }
      try body(moment)
    }
    for moment in rest { try body(moment) }
  }

  /// The moments of the contents that the log has after a position, in each of its lists.
  package func moments(after position: Position) throws -> [ListedMoment] {
    var filter = EventFilter()
    filter.positions = position.next...Position.max
    var found: [ListedMoment] = []
    try forEachEvent(filter) { event in
      found += try moments(of: event)
      return true
    }
    return found
  }

  /// The moments of what an event says of itself, or as a correction of another one.
  private func moments(of recorded: RecordedEvent) throws -> [ListedMoment] {
    guard let event = recorded.event else { return [] }
    var (content, position) = (event, recorded.position)
    if case .correction(let correction) = event.content {
      guard let target = try amendment(at: recorded.position)?.target else { return [] }
      (content, position) = (correction.replacement, target)
    }
    guard content.content.type.hasMoment,
      let moment = Moment(of: content, position: position, source: recorded.position)
    else { return [] }
    return ([.everything] + MomentList.lists(of: content.content)).map {
      ListedMoment(list: $0, moment: moment)
    }
  }
}
