package import EventLog
package import JSON
import Stances

extension EventLog {
  /// Appends the events of a file: all of them, or none if one is refused.
  ///
  /// Reads the file inside the transaction, so that nothing else is recorded between its events.
  ///
  /// - Parameters:
  ///   - file: read to its end, on another thread.
  ///   - request: in whose name, at which time, under which condition.
  ///   - isStrict: whether what is only unlikely is refused too.
  ///   - remarks: what is said of the events, though they are recorded.
  ///   - inspect: is shown the log with the events, before they are recorded.
  ///   - check: called before each batch and while waiting for one; throws to record nothing.
  /// - Returns: what was recorded, and what had been before.
  /// - Throws: ``IntakeFaultsError`` with all that is not acceptable, or what `append(_:as:)` throws.
  package func append(
    contentsOf file: EventFile, as request: AppendRequest, isStrict: Bool = false,
    remarks: inout AppendRemarks, inspecting inspect: Inspection? = nil,
    checking check: () throws -> Void = {}
  ) throws -> AppendReceipt {
    try append(
      as: request, isStrict: isStrict, named: file.name, remarks: &remarks, inspecting: inspect
    ) { appender in
      do {
        while let batch = try file.next(checking: check) {
          for proposal in batch { try appender.append(proposal) }
        }
        return true
      } catch let fault as IntakeError {
        appender.add(fault)
        return false
      }
    }
  }

  /// Appends the one event that flags give.
  ///
  /// Takes and throws the same as appending a file.
  package func append(
    _ flags: FlagFields, as request: AppendRequest, isStrict: Bool = false,
    remarks: inout AppendRemarks, inspecting inspect: Inspection? = nil
  ) throws -> AppendReceipt {
    try append(
      [flags], as: request, isStrict: isStrict, remarks: &remarks, inspecting: inspect)
  }

  /// Appends events, each given by its flags: all of them, or none.
  ///
  /// Takes and throws the same as appending a file.
  package func append(
    _ flags: [FlagFields], as request: AppendRequest, isStrict: Bool = false,
    remarks: inout AppendRemarks, inspecting inspect: Inspection? = nil
  ) throws -> AppendReceipt {
    try append(
      as: request, isStrict: isStrict, named: "the flags", remarks: &remarks, inspecting: inspect
    ) { appender in
      for event in flags { try appender.append(event.proposal()) }
      return true
    }
  }

  func append(
    as request: AppendRequest, isStrict: Bool, named file: String,
    remarks: inout AppendRemarks, inspecting inspect: Inspection?,
    _ body: (inout ProposalAppender) throws -> Bool
  ) throws -> AppendReceipt {
    var said = AppendRemarks()
    let receipt = try append(as: request, inspecting: inspect) { session in
      var appender = ProposalAppender(
        to: session, isStrict: isStrict, now: request.now)
      let isWhole = try body(&appender)
      if isWhole { try appender.finish() }
      said = appender.remarks
      guard appender.faults.isEmpty else {
        throw IntakeFaultsError(
          file: file, list: appender.faults, refused: max(1, appender.refused), isWhole: isWhole)
      }
    }
    remarks = said
    return receipt
  }
}

/// What an append did, for people and for programs.
extension AppendReceipt {
  /// One event by name, more by number; always the new head.
  package func words(isDryRun: Bool) -> String {
    if entries.count == 1, let entry = entries.first, entry.wasThere, entry.hasMadeID {
      return "already recorded as \(entry.id) at \(entry.position); give --id to record it again"
    }
    if entries.count == 1, let entry = entries.first {
      if entry.wasThere {
        return "\(entry.id) was already recorded at \(entry.position); the head is \(head)"
      }
      return isDryRun
        ? "would record \(entry.id); the head is \(previousHead)"
        : "recorded \(entry.id) at \(entry.position); the head is \(head)"
    }
    let verb = isDryRun ? "would record" : "recorded"
    let events = "\(recorded) event\(recorded == 1 ? "" : "s")"
    let known = alreadyRecorded == 0 ? "" : ", \(alreadyRecorded) already recorded"
    let now = isDryRun ? previousHead : head
    return "\(verb) \(events)\(known); the head is \(now)"
  }

  /// Counts, the new head, and the first events with their positions; and what they would change, if
  /// that was asked.
  package func json(
    isDryRun: Bool, _ remarks: AppendRemarks, preview: JSONValue? = nil
  ) -> JSONValue {
    let events = entries.map { entry -> JSONValue in
      [
        "id": .string(entry.id.text), "position": .integer(entry.position.number),
        "wasThere": .bool(entry.wasThere),
      ]
    }
    return .object(
      [
        ("dryRun", .bool(isDryRun)), ("recorded", .integer(Int64(recorded))),
        ("alreadyRecorded", .integer(Int64(alreadyRecorded))),
        ("previousHead", .integer(previousHead.number)),
        ("head", .integer((isDryRun ? previousHead : head).number)),
        ("steppedClock", steppedClock?.json ?? .null),
        ("notes", remarks.notes.json), ("warnings", remarks.warnings.json),
        ("events", .array(events)),
      ] + (preview.map { [("preview", $0)] } ?? []))
  }
}
