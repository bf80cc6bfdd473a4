import Stances

/// Whether everything that an event refers to is in the log.
///
/// An amendment comes after what it amends. Any other reference may also point further down in the
/// append, and then waits for its end.
struct ReferenceCheck {
  /// What a check came to.
  enum Verdict {
    /// All references hold.
    case holds
    /// Something referred to is not there yet, and may still come in the same append.
    case waits
    case refused(AppendError.Reason)
  }

  let lookup: LogLookup
  /// Whether the append is one of the log itself, which alone names its keys.
  let isOfLog: Bool

  /// Checks an event at this position, before the rest of its append is known.
  ///
  /// `hasNames` says that all its names were found in the log.
  func check(_ event: Event, at position: Position, hasNames: Bool) throws -> Verdict {
    if let reason = try refusalOfItself(event, at: position) { return .refused(reason) }
    return try (hasNames || isNamed(event))
      && event.content.deniedEvents.allSatisfy { try lookup.position(of: $0.id) != nil }
      ? .holds : .waits
  }

  /// Whether all names of an event are in the log.
  private func isNamed(_ event: Event) throws -> Bool {
    try event.content.nameMentions.allSatisfy { try lookup.key(of: $0.name) != nil }
  }

  /// The reasons to refuse an event whose names the log does not have, in the order of its fields.
  func unknownNames(in event: Event, suggesting: Bool = true) throws -> [AppendError.Reason] {
    try event.content.nameMentions.filter { try lookup.key(of: $0.name) == nil }
      .map { try unknown($0, suggesting: suggesting) }
  }

  /// The reasons to refuse an event because of what is not in the log, after its whole append.
  func unknown(in event: Event) throws -> [AppendError.Reason] {
    let denied = try event.content.deniedEvents.filter { try lookup.position(of: $0.id) == nil }
    return try unknownNames(in: event) + denied.map { try unknown($0.id, field: $0.field) }
  }

  /// The reason to refuse an event whatever else comes in its append; nil if there is none.
  private func refusalOfItself(
    _ event: Event, at position: Position
  ) throws -> AppendError.Reason? {
    let content = event.content
    if !isOfLog, content.type != .logKey, event.id.text.hasPrefix(EventID.keyPrefix) {
      return .idOfKey
    }
    if let own = content.introducedName, try lookup.key(of: own) == nil,
      let mention = content.nameMentions.first(where: { $0.name == own })
    {
      return try unknown(mention)
    }
    if let denied = content.deniedEvents.first(where: { $0.id == event.id }) {
      return try unknown(denied.id, field: denied.field)
    }
    switch content {
    case .correction(let correction):
      return try refusal(of: correction, at: position)
    case .retraction(let retraction):
      return try refusal(of: retraction, at: position)
    case .logKey(let key):
      return try refusal(of: key, at: position)
    case .publicAnnouncement, .denial, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit, .governmentStatement, .governmentMeasure, .pressure,
      .tradeStatistic, .companyRegistered, .bodyRegistered, .logRegistered, .capture:
      return nil
    }
  }

  private func refusal(of key: LogKey, at position: Position) throws -> AppendError.Reason? {
    guard isOfLog else { return .ofTheLogItself }
    do {
      var chain = try lookup.keyChain(before: position)
      try chain.add(key, at: position)
      return nil
    } catch let broken as LogKeyChainError {
      return .notTheNextKey(broken.reason)
    }
  }

  private func refusal(
    of correction: Correction, at position: Position
  ) throws -> AppendError.Reason? {
    let id = correction.corrects
    guard let target = try earlier(id, than: position),
      let recorded = try lookup.event(at: target)
    else { return try unknown(id, field: "corrects") }
    if let type = EventType(rawValue: recorded.type), type.isAmendment || type.isOfLog {
      return .correctsAmendment(id.text, type: type.term)
    }
    if let retraction = try lookup.standingRetraction(of: target) {
      return .correctsRetracted(id.text, by: try name(ofEventAt: retraction))
    }
    return nil
  }

  private func refusal(
    of retraction: Retraction, at position: Position
  ) throws -> AppendError.Reason? {
    let id = retraction.retracts
    guard let target = try earlier(id, than: position) else {
      return try unknown(id, field: "retracts")
    }
    if try lookup.event(at: target)?.type == EventType.logKey.rawValue {
      return .retractsKey(id.text)
    }
    guard let standing = try lookup.standingRetraction(of: target) else { return nil }
    return .alreadyRetracted(id.text, by: try name(ofEventAt: standing))
  }

  /// The position of an event, if it is recorded before `position`: none refers to itself.
  private func earlier(_ id: EventID, than position: Position) throws -> Position? {
    guard let found = try lookup.position(of: id), found < position else { return nil }
    return found
  }

  private func name(ofEventAt position: Position) throws -> String {
    try lookup.event(at: position)?.id.text ?? "\(position)"
  }

  private func unknown(_ id: EventID, field: String) throws -> AppendError.Reason {
    let nearest = try lookup.nearest(to: id).filter { $0 != id.text }
    return .unknownEvent(id.text, field: field, nearest: nearest)
  }

  /// `suggesting` asks for the nearest names, which takes a look at all of them.
  private func unknown(
    _ mention: NameMention, suggesting: Bool = true
  ) throws -> AppendError.Reason {
    let nearest = suggesting ? try lookup.nearest(to: mention.name) : []
    let slug = mention.name.slug
    return switch mention.name.kind {
    case .company: .unknownCompany(slug, field: mention.field, nearest: nearest)
    case .body: .unknownBody(slug, field: mention.field, nearest: nearest)
    case .measure: .unknownMeasure(slug, field: mention.field, nearest: nearest)
    }
  }
}

extension EventContent {
  /// The events that a denial names, also one inside a correction, with the way to each.
  fileprivate var deniedEvents: [(id: EventID, field: String)] {
    switch self {
    case .denial(let denial):
      denial.denies.enumerated().map { ($1, "denies[\($0)]") }
    case .correction(let correction):
      correction.replacement.content.deniedEvents.map { ($0.id, "replacement.\($0.field)") }
    case .publicAnnouncement, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit, .governmentStatement, .governmentMeasure, .pressure,
      .tradeStatistic, .companyRegistered, .bodyRegistered, .logRegistered, .capture, .logKey,
      .retraction:
      []
    }
  }
}
