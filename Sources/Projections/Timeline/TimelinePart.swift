import EventLog
import Stances

/// Which part of a list in order of time is shown: so many of its entries, next to an event or at an
/// end of the list.
package struct TimelinePart: Hashable, Sendable {
  /// Where the part is.
  package enum Place: Hashable, Sendable {
    /// At the start, which is the earliest.
    case first
    /// At the end, which is the latest.
    case last
    /// Just before an event, by id or position.
    case before(String)
    /// Just after an event, by id or position.
    case after(String)
  }

  /// Where it is.
  package let place: Place
  /// The most entries that it has; at least one.
  package let limit: Int

  /// A part of a list.
  package init(_ place: Place, limit: Int) {
    self.place = place
    self.limit = max(1, limit)
  }

  /// Whether the log has so few events that the part is the whole list.
  package func isSurelyWhole(in view: LogView) -> Bool {
    place == .last && view.clocks.at.number <= limit
  }

  /// Whether entries are counted from the last one on.
  fileprivate var isBackward: Bool {
    switch place {
    case .last, .before: true
    case .first, .after: false
    }
  }

  /// The event that the part is next to.
  fileprivate var event: String? {
    switch place {
    case .before(let event), .after(let event): event
    case .first, .last: nil
    }
  }
}

/// On which sides of a part its list goes on.
private struct PartSides {
  let earlier: Bool
  let later: Bool

  /// What asks for what is there; after a part without entries the list begins.
  func cursors(of entries: [TimelineEntry]) -> ListCursors {
    ListCursors(
      before: earlier ? entries.first?.event.text : nil,
      after: later ? entries.last?.event.text ?? "0" : nil)
  }
}

extension LogView {
  /// A part of what happened, with the measures, and the figures among the part.
  ///
  /// Reads the events of the part alone if the spells beside the log have the order of all.
  package func timeline(_ part: TimelinePart) throws -> Timeline {
    let cursor = try part.event.map { try moment(of: $0) }
    guard clocks.at.number > part.limit || cursor != nil,
      let found = try lookedUp(part, from: cursor)
    else {
      let known = try known([EventFilter()])
      return TimelineProjection.timeline(in: known, contents, part, from: cursor.map(\.order))
    }
    let known = KnownEvents(try recorded(at: found.positions), on: clocks)
    let list = try measures()
    let entries = TimelineProjection.entries(in: known, contents)
    return Timeline(
      measures: list.measures, followed: list.followed, entries: entries,
      trade: TradeProjection.figures(in: known),
      unreadable: try self.known(try log.unknownKinds()).unreadable,
      more: found.sides.cursors(of: entries))
  }

  /// An event with its content in the query; or, if it has none, as it was recorded.
  private func moment(of name: String) throws -> KnownEvent {
    let event = try log.requiredEvent(name, upTo: clocks.at)
    let acting = QueryAmendments(facts.amendments, on: clocks, whole: nil)
    guard
      let content = try log.content(of: event.position, acting: acting) ?? event.event,
      content.occurred != nil, content.content.type.hasMoment
    else { throw QueryError.notInTime(event.id.text) }
    return KnownEvent(position: event.position, recorded: event.recorded, event: content)
  }

  /// The events of a part, by the order that the spells have.
  ///
  /// - Returns: nil if there are no spells.
  private func lookedUp(
    _ part: TimelinePart, from cursor: KnownEvent?
  ) throws -> (positions: [Position], sides: PartSides)? {
    try KeptSpells(for: self)?.lookUpAtHead { reader in
      /// As many entries on one side of the cursor as there are, up to a number.
      func entries(backward isBackward: Bool, atMost most: Int) throws -> [Position] {
        let bound = cursor.flatMap {
          Moment(of: $0.event, position: $0.position, source: isBackward ? .beforeFirst : .max)
        }
        return try positions(
          in: .everything, isBackward ? .backward(before: bound) : .forward(after: bound),
          atMost: most, reader)
      }
      let near = try entries(backward: part.isBackward, atMost: part.limit + 1)
      let isMore = near.count > part.limit
      // Of the other side there is nothing without a cursor, and with it at least its own event.
      let isOther =
        try cursor.map { cursor in
          try isShown(cursor) || !entries(backward: !part.isBackward, atMost: 1).isEmpty
        } ?? false
      return (
        Array(near.prefix(part.limit)),
        part.isBackward
          ? PartSides(earlier: isMore, later: isOther) : PartSides(earlier: isOther, later: isMore)
      )
    }
  }

  /// The events of a list that the query knows to have happened, in an order, up to a number.
  func positions(
    in list: MomentList, _ order: SpellReader.MomentOrder, atMost most: Int, _ reader: SpellReader
  ) throws -> [Position] {
    let acting = QueryAmendments(facts.amendments, on: clocks, whole: nil)
    var found: [Position] = []
    var order = order
    if case .backward(let before) = order {
      let end = Moment.end(of: clocks)
      order = .backward(before: min(before ?? end, end))
    }
    try reader.forEachMoment(of: list, order) { moment in
      try log.checkTime()
      if moment.canCount(on: clocks), try acting.source(of: moment.position) == moment.source,
        let event = try facts.event(at: moment.source)?.content, event.published != nil,
        clocks.includes(event), contents.admits(event)
      {
        found.append(moment.position)
      }
      return found.count < most
    }
    return found
  }

  /// Whether the query has an event, in this content.
  private func isShown(_ event: KnownEvent) throws -> Bool {
    let acting = QueryAmendments(facts.amendments, on: clocks, whole: nil)
    return try acting.source(of: event.position) != nil && event.event.published != nil
      && clocks.includes(event.event) && contents.admits(event.event)
  }
}

extension TimelineProjection {
  /// A part of the timeline of all that a query knows.
  fileprivate static func timeline(
    in known: KnownEvents, _ contents: ContentChoice, _ part: TimelinePart,
    from cursor: TimeOrder?
  ) -> Timeline {
    let whole = timeline(in: known, contents)
    let shown = Set(whole.entries.map(\.event))
    let orders = known.reached.filter { shown.contains($0.event.id) }.map { TimeOrder($0) }
    let range: Range<Int>
    if part.isBackward {
      let end =
        cursor.map { cursor in orders.firstIndex { $0 >= cursor } ?? orders.count }
        ?? orders.count
      range = max(0, end - part.limit)..<end
    } else {
      let start = cursor.map { cursor in orders.firstIndex { $0 > cursor } ?? orders.count } ?? 0
      range = start..<min(orders.count, start + part.limit)
    }
    let entries = Array(whole.entries[range])
    let events = Set(entries.map(\.event))
    return Timeline(
      measures: whole.measures, followed: whole.followed, entries: entries,
      trade: whole.trade.filter { events.contains($0.event) }, unreadable: whole.unreadable,
      more: PartSides(earlier: range.lowerBound > 0, later: range.upperBound < orders.count)
        .cursors(of: entries))
  }
}

extension KnownEvent {
  /// Its place in the order of time.
  fileprivate var order: TimeOrder { TimeOrder(self) }
}
