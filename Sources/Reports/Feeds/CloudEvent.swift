package import JSON
package import Stances

/// An event as CloudEvents has it (CNCF, version 1.0.2, in its JSON format), for event buses.
///
/// Its `time` is the first instant at which it may have happened; `recordedtime` and `sequence` (the
/// extensions "Recorded Time" and "Sequence") say when the log took it in, and as which one.
package enum CloudEvent {
  /// The media type of a batch: an array of events.
  package static let mediaType = "application/cloudevents-batch+json"

  /// One event.
  ///
  /// - Parameters:
  ///   - recorded: the event.
  ///   - source: what the log is called, as a reference of a URI.
  /// - Returns: the event with its data as it was submitted; nil of bytes that are not JSON, which
  ///   `verify` reports.
  package static func json(of recorded: RecordedEvent, source: String) -> JSONValue? {
    guard let submitted = try? RecordedEvent.proposedBytes(of: recorded.bytes),
      let data = try? JSONDocument(parsing: submitted)
    else { return nil }
    var members: [(name: String, value: JSONValue)] = [
      ("specversion", "1.0"), ("id", JSONValue(recorded.id)), ("source", .string(source)),
      ("type", .string("stance.\(recorded.type).v\(recorded.version)")),
    ]
    if let subject = recorded.actor ?? recorded.event?.content.measure?.text {
      members.append(("subject", .string(subject)))
    }
    if let first = recorded.event?.occurred?.earliest.known {
      members.append(("time", .string("\(first.firstMoment)")))
    }
    members += [
      ("recordedtime", .string("\(recorded.recorded)")),
      ("sequence", .string(padded(recorded.position.number))),
      ("datacontenttype", "application/json"), ("data", JSONValue(data.root)),
    ]
    return .object(members)
  }

  /// What a log is called as a reference of a URI: the name that its key binds it to, or a name made
  /// of the digest of its first event.
  package static func source(origin: String?, firstRoot: String) -> String {
    guard let origin else { return "urn:x-stance:log:\(firstRoot)" }
    return "urn:x-stance:log:" + origin.utf8.map(escaped).joined()
  }

  /// A character of a name as a URI may have it (RFC 3986): unreserved, or a slash.
  private static func escaped(_ byte: UInt8) -> String {
    byte.isASCIILetterOrDigit || "-._~/".utf8.contains(byte)
      ? String(UnicodeScalar(byte)) : "%" + byte.hexDigits
  }

  /// A position with as many digits as the largest has, so that texts are in the order of numbers.
  private static func padded(_ number: Int64) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, 20 - digits.count)) + digits
  }
}
