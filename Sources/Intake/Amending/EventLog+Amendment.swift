package import EventLog
package import Stances

extension EventLog {
  /// Corrects an event: what is to change is put over what it says now, inside the transaction, so
  /// that a correction which others recorded meanwhile stays.
  ///
  /// - Parameters:
  ///   - id: the event, which the log has.
  ///   - change: what is to change, and why.
  ///   - request: in whose name, at which time, under which condition.
  ///   - isStrict: whether what is only unlikely is refused too.
  ///   - remarks: what is said of the correction, though it is recorded.
  ///   - inspect: is shown the log with it, before it is recorded.
  /// - Returns: what was recorded.
  /// - Throws: ``AmendmentError``, ``FlagError``, ``IntakeFaultsError``, or what `append(_:as:)` throws.
  package func correct(
    _ id: EventID, by change: ContentChange, as request: AppendRequest, isStrict: Bool = false,
    remarks: inout AppendRemarks, inspecting inspect: Inspection? = nil
  ) throws -> AppendReceipt {
    try append(
      as: request, isStrict: isStrict, named: "the correction", remarks: &remarks,
      inspecting: inspect
    ) { appender in
      let standing = try appender.log.standing(id)
      try appender.append(change.proposal(over: standing, today: request.now.day))
      return true
    }
  }

  /// Withdraws an event.
  ///
  /// - Parameters:
  ///   - id: the event, which the log has.
  ///   - flags: the retraction's fields but `retracts`, `reason` and, unless it is among them,
  ///     `published`.
  ///   - reason: why.
  ///   - day: since when anyone could have known.
  ///   - request: in whose name, at which time, under which condition.
  ///   - isStrict: whether what is only unlikely is refused too.
  ///   - remarks: what is said of the retraction, though it is recorded.
  ///   - inspect: is shown the log with it, before it is recorded.
  /// - Returns: what was recorded.
  /// - Throws: ``AmendmentError``, ``FlagError``, ``IntakeFaultsError``, or what `append(_:as:)` throws.
  package func retract(
    _ id: EventID, _ flags: [String], reason: String, day: AmendmentDay, as request: AppendRequest,
    isStrict: Bool = false, remarks: inout AppendRemarks, inspecting inspect: Inspection? = nil
  ) throws -> AppendReceipt {
    try append(
      as: request, isStrict: isStrict, named: "the retraction", remarks: &remarks,
      inspecting: inspect
    ) { appender in
      var words = ["--retracts=\(id)", "--reason=\(reason)"] + flags
      let published = try day.published(
        of: appender.log.required(id), today: request.now.day,
        isGiven: FlagFields(words, type: .retraction).has("published"))
      if let published { words.append("--published=\(published)") }
      try appender.append(FlagFields(words, type: .retraction).proposal())
      return true
    }
  }
}

extension LogReader {
  /// What an event says now: the last correction of it that is not withdrawn, or the event itself.
  ///
  /// - Throws: ``AmendmentError`` if this program does not know its type or version,
  ///   ``AppendError`` if it is withdrawn.
  package func standing(_ id: EventID) throws -> StandingContent {
    let recorded = try required(id)
    switch recorded.event?.content {
    case .correction(let correction)?:
      throw AmendmentError.ofAmendment(id, kind: recorded.type, target: correction.corrects)
    case .retraction(let retraction)?:
      throw AmendmentError.ofAmendment(id, kind: recorded.type, target: retraction.retracts)
    default: break
    }
    let acting = ActingAmendments(
      try amendments(), within: Clocks(to: .distantFuture, at: try head))
    if let retraction = try acting.retraction(of: recorded.position).flatMap(event(at:)) {
      throw AppendError(
        index: 0, id: id, reason: .correctsRetracted(id.text, by: retraction.id.text))
    }
    let source = acting.correction(of: recorded.position) ?? recorded.position
    guard recorded.event != nil, let event = try event(at: source), event.event != nil else {
      throw AmendmentError.unknownType(id)
    }
    return StandingContent(recorded: recorded, content: try event.content(), source: source)
  }

  fileprivate func required(_ id: EventID) throws -> RecordedEvent {
    guard let event = try event(id) else {
      throw AppendError(index: 0, id: id, reason: .unknownEvent(id.text, field: "", nearest: []))
    }
    return event
  }
}
