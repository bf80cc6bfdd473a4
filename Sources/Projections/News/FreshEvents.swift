import EventLog
import Stances

/// What was recorded between two queries, and the events before that it corrects or withdraws.
struct FreshEvents {
  /// Where an event is, and since when.
  struct Place {
    let position: Position
    let recorded: Timestamp
  }

  /// An earlier event that changed, with what it is about.
  struct Amended {
    let news: AmendedEvent
    let content: EventContent?
  }

  /// The last position of the earlier query.
  let last: Position
  /// The new events and the amended ones, as the later query knows them.
  let known: KnownEvents
  /// Every new event, also registrations and amendments.
  let events: [EventID: Place]
  /// The amended events, in order of position.
  let amended: [Amended]
  /// How many registrations, captures and keys are new.
  let besides: Int

  /// Reads what is new, with the registrations of all whom that names and of some companies.
  init(in view: LogView, since earlier: LogView, concerning companies: Set<CompanyID>) throws {
    last = earlier.clocks.at
    let new = last < view.clocks.at ? last.next.number...view.clocks.at.number : nil
    let roots = try view.amendedEvents(since: earlier)
    let reader = companies.isEmpty ? view : view.narrowed(to: companies.sorted())
    let recorded = try reader.recorded(
      at: (new.map { $0.map { Position($0) } } ?? []) + roots.map(\.event))
    known = KnownEvents(recorded, on: view.clocks)
    let fresh = recorded.records.filter { $0.position > earlier.clocks.at }
    events = Dictionary(
      fresh.map { ($0.id, Place(position: $0.position, recorded: $0.recorded)) },
      uniquingKeysWith: { first, _ in first })
    besides = fresh.count {
      $0.event.map { $0.content.type.isRegistration || $0.content.type.isOfLog } ?? false
    }
    amended = roots.compactMap { [known] root in
      Amended(root, recorded, known)
    }
  }

  /// The companies that promise something by what is new, or by what was amended.
  var promisingCompanies: Set<CompanyID> {
    Set(
      (known.events + known.withdrawn).compactMap { event in
        guard case .publicAnnouncement(let word) = event.event.content else { return nil }
        return known.registrations.end(of: word.company)
      })
  }
}

/// An event whose content differs in two queries.
private struct AmendedRoot {
  let event: Position
  /// The amendment of it, or of one of those, that was recorded last.
  let by: Position
  let outcome: AmendedEvent.Outcome
}

extension LogView {
  /// The events up to the position of an earlier query whose content differs in this one.
  fileprivate func amendedEvents(since earlier: LogView) throws -> [AmendedRoot] {
    let all = try facts.amendments.whole()
    let targets = Dictionary(
      all.map { ($0.position, $0.target) }, uniquingKeysWith: { first, _ in first })
    var latest: [Position: Position] = [:]
    for amendment in all
    where amendment.position > earlier.clocks.at && amendment.position <= clocks.at {
      var root = amendment.target
      while let target = targets[root] { root = target }
      if root <= earlier.clocks.at {
        latest[root] = max(latest[root] ?? .beforeFirst, amendment.position)
      }
    }
    let (before, after) = (try earlier.acting(), try acting())
    return try latest.sorted { $0.key < $1.key }.compactMap { event, by in
      let (old, new) = (try before.source(of: event), try after.source(of: event))
      guard old != new else { return nil }
      let outcome: AmendedEvent.Outcome =
        new == nil ? .withdrawn : old == nil ? .restored : .corrected
      return AmendedRoot(event: event, by: by, outcome: outcome)
    }
  }
}

extension FreshEvents.Amended {
  /// Nil for an event or amendment that cannot be read.
  fileprivate init?(_ root: AmendedRoot, _ recorded: RecordedEvents, _ known: KnownEvents) {
    guard let record = recorded.records.first(where: { $0.position == root.event }),
      let amendment = recorded.records.first(where: { $0.position == root.by })
    else { return nil }
    let reason: String
    switch amendment.event?.content {
    case .correction(let correction): reason = correction.reason
    case .retraction(let retraction): reason = retraction.reason
    default: return nil
    }
    let event = (known.events + known.withdrawn).first { $0.position == root.event }?.event
    let sentences = EventSentence(registrations: known.registrations)
    news = AmendedEvent(
      event: record.id, position: root.event, entry: event.flatMap { TimelineEntry($0, sentences) },
      outcome: root.outcome, by: amendment.id, reason: reason)
    content = event?.content ?? record.event?.content
  }
}
