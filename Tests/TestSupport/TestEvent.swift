package import JSON
package import Stances

/// An event in a test: members of a JSON object with sensible defaults, to be changed at will.
///
///     let stop = announcement("dji", .suspended, on: "2022-04-26").with("note", "its first")
///     let proposed = try stop.proposed()
package struct TestEvent: Sendable {
  private var members: [(name: String, value: JSONValue)]

  /// Makes the members that all events have; without an `id`, one is made of subject, type and day.
  init(
    _ type: EventType, id: String?, subject: String, on occurred: String? = nil,
    published: String? = nil, grade: String? = nil, _ own: [(name: String, value: JSONValue)]
  ) {
    let name = id ?? slug([subject, type.rawValue, occurred ?? published ?? ""])
    let version = Int64(Vocabulary.version(of: type))
    members =
      [("id", .string(name)), ("type", .string(type.rawValue)), ("v", .integer(version))] + own
    if let occurred { members.append(("occurred", .string(occurred))) }
    if let published = published ?? occurred { members.append(("published", .string(published))) }
    if let grade {
      let source: JSONValue = .object([
        ("publisher", .string("Test Gazette")), ("grade", .string(grade)),
      ])
      members.append(("evidence", .array([source])))
    }
  }

  /// The event's id.
  package var id: EventID {
    guard case .string(let text)? = members.first(where: { $0.name == "id" })?.value else {
      return EventID(recorded: "")
    }
    return EventID(recorded: text)
  }

  /// The event as a JSON value.
  package var json: JSONValue { .object(members) }

  /// The event as one line of JSON Lines, without the line's end.
  package var line: String { String(decoding: json.compactBytes(), as: UTF8.self) }

  /// The event as read from its line.
  package func proposed() throws -> ProposedEvent {
    try ProposedEvent(JSONDocument(parsing: Array(line.utf8)))
  }

  /// The same event with a member of text.
  package func with(_ name: String, _ text: String) -> TestEvent {
    with(name, .string(text))
  }

  /// The same event with a member, in the place of one that has its name.
  package func with(_ name: String, _ value: JSONValue) -> TestEvent {
    var changed = without(name)
    changed.members.append((name, value))
    return changed
  }

  /// The same event without a member.
  package func without(_ name: String) -> TestEvent {
    var changed = self
    changed.members.removeAll { $0.name == name }
    return changed
  }
}

extension Sequence<TestEvent> {
  /// The events as read from their lines.
  package func proposed() throws -> [ProposedEvent] { try map { try $0.proposed() } }
}

/// The parts as one slug: lower case, hyphens between and for all that no slug has.
private func slug(_ parts: [String]) -> String {
  parts.joined(separator: "-").lowercased()
    .split { !("a"..."z" ~= $0 || "0"..."9" ~= $0) }
    .joined(separator: "-")
}

package func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

/// The members that are there.
func present(_ members: [(String, JSONValue?)]) -> [(name: String, value: JSONValue)] {
  members.compactMap { name, value in value.map { (name: name, value: $0) } }
}
