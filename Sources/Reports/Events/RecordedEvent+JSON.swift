package import JSON
package import Stances

extension RecordedEvent {
  /// The slug of the company or body that acts.
  var actor: String? {
    switch event?.content.actorSubject {
    case .company(let company): company.text
    case .body(let body): body.text
    case .posture, .event, .measure, .lead, nil: nil
    }
  }

  /// The event as recorded.
  ///
  /// The log admits only what reads strictly, so the stored bytes read again; null would be a log
  /// that was tampered with, which `verify` reports.
  var stored: JSONValue { (try? JSONDocument(parsing: bytes)).map { JSONValue($0.root) } ?? .null }

  /// What the log added, then the event itself.
  package var json: JSONValue {
    .object(
      [
        ("position", .integer(position.number)), ("recorded", .string(recorded.description)),
        ("recorder", .string(recorder)),
      ] + (proposer.map { [("proposer", .string($0))] } ?? []) + [
        ("id", JSONValue(id)), ("type", .string(type)), ("known", .bool(event != nil)),
        ("event", stored),
      ])
  }
}
