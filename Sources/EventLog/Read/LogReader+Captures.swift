package import Stances

/// A capture that a log has, and whether it still stands.
package struct RecordedCapture: Sendable {
  /// The capture's event.
  package let id: EventID
  /// Where that is in the log.
  package let position: Position
  /// What it says of the file.
  package let capture: Capture
  /// Why it was withdrawn; nil while it stands.
  package let withdrawn: String?
}

/// A source that an event names, by its addresses.
package struct NamedSource: Sendable {
  /// The event whose evidence it is, as corrected.
  package let event: EventID
  /// Where it was seen, if that is known.
  package let url: String?
  /// Where a copy was kept by others.
  package let archived: String?

  /// The pages of which a file can be a copy of it.
  package var pages: [Substring] { Capture.pages(of: url, archived) }
}

extension [NamedSource] {
  /// The pages of which a file can be a copy of one of them.
  package var pages: Set<Substring> { Set(flatMap(\.pages)) }
}

extension LogReader {
  /// The captures that are recorded up to a position, in order, withdrawn ones too.
  package func captures(upTo last: Position = .max) throws -> [RecordedCapture] {
    try captures(containing: [], upTo: last)
  }

  /// The captures that stand and are copies of one of some pages, up to a position, in order.
  package func captures(
    of pages: Set<Substring>, upTo last: Position = .max
  ) throws -> [RecordedCapture] {
    guard !pages.isEmpty else { return [] }
    return try captures(containing: pages.map(String.init), upTo: last).filter { recorded in
      recorded.withdrawn == nil
        && recorded.capture.urls.contains { pages.contains(Capture.page(of: $0)) }
    }
  }

  /// A capture that stands of a file; nil if there is none.
  package func capture(of sha256: String) throws -> RecordedCapture? {
    try captures(containing: [sha256], upTo: .max).first {
      $0.capture.sha256 == sha256 && $0.withdrawn == nil
    }
  }

  /// The captures whose bytes contain one of some texts; all of them without any.
  private func captures(containing texts: [String], upTo last: Position) throws
    -> [RecordedCapture]
  {
    var filter = EventFilter()
    filter.types = [EventType.capture.rawValue]
    guard last > .beforeFirst else { return [] }
    filter.positions = Position.beforeFirst.next...last
    if !texts.isEmpty { filter.containing = [texts] }
    let found = try events(filter)
    guard !found.isEmpty else { return [] }
    let acting = try actingAmendments(upTo: last)
    return try found.compactMap { record in
      guard case .capture(let capture) = record.event?.content else { return nil }
      return RecordedCapture(
        id: record.id, position: record.position, capture: capture,
        withdrawn: try acting.retraction(of: record.position).map { position in
          guard case .retraction(let retraction) = try event(at: position)?.event?.content else {
            return ""
          }
          return retraction.reason
        })
    }
  }

  /// The sources with an address that events name today, with corrections applied and without
  /// withdrawn events, in the order of the log.
  package func namedSources() throws -> [NamedSource] {
    let acting = try actingAmendments()
    var found: [(position: Position, sources: [NamedSource])] = []
    var replaced: [Position: [NamedSource]] = [:]
    try forEachEvent { record in
      guard let event = record.event else { return true }
      if case .correction(let correction) = event.content {
        replaced[record.position] = correction.replacement.namedSources
      } else if acting.source(of: record.position) != nil, !event.evidence.isEmpty {
        found.append((record.position, event.namedSources))
      }
      return true
    }
    return found.flatMap { position, sources in
      acting.correction(of: position).flatMap { replaced[$0] } ?? sources
    }
  }

  private func actingAmendments(upTo last: Position = .max) throws -> ActingAmendments {
    try ActingAmendments(amendments(), within: Clocks(to: .distantFuture, at: last))
  }
}

extension Event {
  fileprivate var namedSources: [NamedSource] {
    evidence.compactMap { source in
      guard source.url != nil || source.archived != nil else { return nil }
      return NamedSource(event: id, url: source.url, archived: source.archived)
    }
  }
}
