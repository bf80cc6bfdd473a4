import Stances

/// Whether everything that an event refers to is in the log before it.
struct ReferenceCheck {
  let lookup: LogLookup
  /// Whether the append is one of the log itself, which alone names its keys.
  let isOfLog: Bool

  /// The reasons to refuse an event whose names the log does not have, in the order of its fields.
  func unknownNames(in event: Event) throws -> [AppendError.Reason] {
    try event.content.nameMentions.filter { try lookup.key(of: $0.name) == nil }.map(unknown)
  }

  /// The reason to refuse an event at this position, whose names the log has; nil if all its other
  /// references hold.
  func refusal(of event: Event, at position: Int64) throws -> AppendError.Reason? {
    switch event.content {
    case .denial(let denial):
      return try refusal(of: denial, in: "denies", at: position)
    case .correction(let correction):
      return try refusal(of: correction, at: position)
    case .retraction(let retraction):
      return try refusal(of: retraction, at: position)
    case .logKey(let key):
      return try refusal(of: key, at: position)
    case .publicAnnouncement, .declinedComment, .complianceReview, .silentReduction,
      .continuedBusiness, .resumption, .exit, .governmentStatement, .governmentMeasure, .pressure,
      .tradeStatistic, .companyRegistered, .bodyRegistered:
      return nil
    }
  }

  private func refusal(of key: LogKey, at position: Int64) throws -> AppendError.Reason? {
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
    of denial: Denial, in field: String, at position: Int64
  ) throws -> AppendError.Reason? {
    for (index, id) in denial.denies.enumerated() where try earlier(id, than: position) == nil {
      return try unknown(id, field: "\(field)[\(index)]")
    }
    return nil
  }

  private func refusal(
    of correction: Correction, at position: Int64
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
    guard case .denial(let denial) = correction.replacement.content else { return nil }
    return try refusal(of: denial, in: "replacement.denies", at: position)
  }

  private func refusal(
    of retraction: Retraction, at position: Int64
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
  private func earlier(_ id: EventID, than position: Int64) throws -> Int64? {
    guard let found = try lookup.position(of: id), found < position else { return nil }
    return found
  }

  private func name(ofEventAt position: Int64) throws -> String {
    try lookup.event(at: position)?.id.text ?? "\(position)"
  }

  private func unknown(_ id: EventID, field: String) throws -> AppendError.Reason {
    let nearest = try lookup.nearest(to: id).filter { $0 != id.text }
    return .unknownEvent(id.text, field: field, nearest: nearest)
  }

  private func unknown(_ mention: NameMention) throws -> AppendError.Reason {
    let nearest = try lookup.nearest(to: mention.name)
    let slug = mention.name.slug
    return switch mention.name.kind {
    case .company: .unknownCompany(slug, field: mention.field, nearest: nearest)
    case .body: .unknownBody(slug, field: mention.field, nearest: nearest)
    case .measure: .unknownMeasure(slug, field: mention.field, nearest: nearest)
    }
  }
}
