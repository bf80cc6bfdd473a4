import JSON

extension Event {
  /// Refuses what an event cannot be proposed with, though the log may hold events that have it.
  ///
  /// Only here are such rules stated: what is recorded is read as it was written. The event in a
  /// correction's `replacement` is proposed with it.
  func checkProposal(in value: FieldValue) throws(EventError) {
    try checkVersion(in: value)
    try Self.checkDays(in: value)
    switch content {
    case .publicAnnouncement(let announcement):
      try Self.check(announcement.level, of: announcement.lines, in: value)
    case .silentReduction(let reduction):
      try Self.check(reduction.level, of: reduction.lines, in: value)
    case .governmentMeasure(let measure):
      if measure.usedBy != nil, measure.under.isEmpty {
        throw value.refusal(of: "used_by", .usedByWithoutPower)
      }
    case .companyRegistered(let registration):
      if registration.mergedInto == registration.company {
        throw value.refusal(of: "merged_into", .mergedIntoItself)
      }
    case .correction(let correction):
      if let replacement = value.node["replacement"] {
        try correction.replacement.checkProposal(in: FieldValue(replacement))
      }
    case .capture(let capture):
      if capture.urls.count > Capture.mostAddresses {
        throw value.refusal(of: "urls", .tooManyAddresses(limit: Capture.mostAddresses))
      }
    case .denial, .declinedComment, .complianceReview, .continuedBusiness, .resumption, .exit,
      .governmentStatement, .pressure, .tradeStatistic, .bodyRegistered, .logRegistered, .logKey,
      .retraction:
      break
    }
  }

  /// Refuses a level that only the whole business can have.
  private static func check(
    _ level: Level?, of lines: [String], in value: FieldValue
  ) throws(EventError) {
    guard let level, level > .reducing, !lines.isEmpty else { return }
    throw value.refusal(of: "level", .tooDeepForLines(level: level.term))
  }

  /// Refuses a time of day: days are compared at the place where something was said, and a time
  /// that is read and then ignored would put them in another order.
  private static func checkDays(in value: FieldValue) throws(EventError) {
    for name: StaticString in ["occurred", "published", "effective", "until"] {
      guard let text = value.node[name]?.string, text.utf8.contains(UInt8(ascii: "T")) else {
        continue
      }
      throw value.refusal(of: name, .hourGiven(text))
    }
  }

  /// Refuses an event of an older version with what a later one added: a program that knows the
  /// older one could not read it.
  private func checkVersion(in value: FieldValue) throws(EventError) {
    let type = content.type
    guard version < Vocabulary.version(of: type) else { return }
    try Self.check(
      value, against: Vocabulary.fields(of: type), version: version, of: type.rawValue)
  }

  private static func check(
    _ value: FieldValue, against fields: [FieldDescription], version: Int, of type: String
  ) throws(EventError) {
    for field in fields {
      let history = field.history
      guard let found = value.node.members.first(where: { $0.isNamed(field.name) }) else {
        guard version >= history.optionalSince else {
          throw value.refusal(.missing(field: field.name, of: type))
        }
        continue
      }
      let member = FieldValue(found.value)
      guard version >= history.since else {
        throw member.refusal(
          .fieldOfLaterVersion(name: field.name, of: type, since: history.since, written: version))
      }
      if !history.terms.isEmpty, let term = member.node.string,
        let since = history.terms[term], version < since
      {
        throw member.refusal(
          .termOfLaterVersion(found: term, of: type, since: since, written: version))
      }
      switch field.shape {
      case .part(let part):
        try check(member, against: part.fields, version: version, of: type)
      case .list(.part(let part), _):
        for element in member.node.elements {
          try check(FieldValue(element), against: part.fields, version: version, of: type)
        }
      case .text, .slug, .date, .address, .market, .term, .decimal, .boolean, .yes, .integer,
        .pattern, .list, .translations, .event:
        break
      }
    }
  }
}

extension FieldValue {
  /// A refusal of a member, or of the object if it does not have it.
  fileprivate func refusal(of name: StaticString, _ reason: EventError.Reason) -> EventError {
    (node[name].map(FieldValue.init) ?? self).refusal(reason)
  }
}
