import Errors
import EventLog
import JSON
import Stances

/// What is unlikely beside what the log has.
extension Plausibility {
  /// What is unlikely in an event as such, and beside what the log has.
  ///
  /// - Parameters:
  ///   - event: as it was taken in.
  ///   - position: where it was.
  ///   - session: the append that took it in.
  /// - Returns: the warnings, in the order of this file.
  /// - Throws: what reading the log throws.
  func warnings(
    of event: Event, at position: Position, in session: AppendSession
  ) throws -> [Warning] {
    if case .correction(let correction) = event.content {
      return try own(correction.replacement).map { warning in
        Warning(
          path: "replacement" + (warning.path.isEmpty ? "" : ".\(warning.path)"),
          sentence: warning.sentence)
      } + otherSlug(correction, in: session)
    }
    return try own(event) + twin(of: event, at: position, in: session)
      + lessThanBefore(event, at: position, in: session) + stillNamed(event, in: session)
  }

  /// A correction by which a registration is of somebody else.
  private func otherSlug(
    _ correction: Correction, in session: AppendSession
  ) throws -> [Warning] {
    guard let former = try session.log.event(correction.corrects)?.event,
      let slug = former.content.registeredSlug,
      let other = correction.replacement.content.registeredSlug, other != slug
    else { return [] }
    return [
      Warning(
        path: "replacement",
        sentence: "it registered '\(slug)' and would register '\(other)'; events go on to name "
          + "'\(slug)': to rename it, correct its name and keep the slug")
    ]
  }

  /// A registration that leaves out what the one before it said: the latest one counts alone.
  private func lessThanBefore(
    _ event: Event, at position: Position, in session: AppendSession
  ) throws -> [Warning] {
    guard position.number > 1, var filter = EventFilter(registrationsOf: event.content) else {
      return []
    }
    filter.positions = Position(1)...Position(position.number - 1)
    guard
      let former = try session.log.events(filter).first(where: {
        try !session.isWithdrawn($0.position)
      }), let now = try session.log.event(at: position)
    else { return [] }
    let passing = ["id", "occurred", "published", "evidence", "note", "tags"]
    let names = try now.content().root.members.map(\.name) + passing
    let left = try former.content().root.members.map(\.name).filter { !names.contains($0) }
    var warnings: [Warning] = []
    if let old = former.event?.content.registeredName, let new = event.content.registeredName,
      old != new
    {
      warnings.append(
        Warning(
          sentence: "it renames '\(printable(old))', as '\(former.id)' at \(former.position) has "
            + "it, to '\(printable(new))'"))
    }
    guard !left.isEmpty else { return warnings }
    return warnings + [
      Warning(
        sentence: "'\(former.id)' at \(former.position) also says "
          + "\(enumerated(left, conjunction: "and")); the latest registration counts alone, so "
          + "repeat what still holds")
    ]
  }

  /// A registration that is withdrawn while events name whom it registers.
  private func stillNamed(_ event: Event, in session: AppendSession) throws -> [Warning] {
    guard case .retraction(let retraction) = event.content,
      let registered = try session.log.event(retraction.retracts)?.event,
      var filter = EventFilter(registrationsOf: registered.content),
      try session.log.events(filter).allSatisfy({ try session.isWithdrawn($0.position) })
    else { return [] }
    (filter.types, filter.limit) = ([], 20)
    guard
      let other = try session.log.events(filter).first(where: { event in
        guard let type = event.event?.content.type, !type.isRegistration, !type.isAmendment
        else { return false }
        return try !session.isWithdrawn(event.position)
      })
    else { return [] }
    return [
      Warning(
        sentence: "no other registration of the same slug stands, and events name it, such as "
          + "'\(other.id)' at \(other.position); they are shown no more until it is registered again"
      )
    ]
  }

  /// The same fact, already recorded.
  func twin(
    of event: Event, at position: Position, in session: AppendSession
  ) throws -> [Warning] {
    guard let twin = try session.twin(of: event, at: position), let other = twin.event,
      other.content.lines == event.content.lines
    else { return [] }
    return [
      Warning(
        sentence: "'\(twin.id)' at \(twin.position) says the same: company, type, day and level; "
          + "one event can have several sources")
    ]
  }
}

extension EventFilter {
  /// The registrations of whom a content registers, the last recorded first; nil if it registers no
  /// one.
  fileprivate init?(registrationsOf content: EventContent) {
    self.init()
    switch content {
    case .companyRegistered(let registration): companies = [registration.company]
    case .bodyRegistered(let registration): bodies = [registration.body]
    default: return nil
    }
    types = [content.type.rawValue]
    newestFirst = true
  }
}

extension EventContent {
  /// The slug that it registers; nil if it is no registration.
  fileprivate var registeredSlug: String? {
    switch self {
    case .companyRegistered(let registration): registration.company.text
    case .bodyRegistered(let registration): registration.body.text
    default: nil
    }
  }
}

extension EventContent {
  /// The name under which a company or a body is registered.
  fileprivate var registeredName: String? {
    switch self {
    case .companyRegistered(let company): company.identity.name
    case .bodyRegistered(let body): body.identity.name
    default: nil
    }
  }
}
