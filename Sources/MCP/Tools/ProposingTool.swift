import EventLog
import Inbox
import Intake
import JSON
import Reports
package import Stances

/// The tool by which an assistant proposes events; a person decides on them.
package struct ProposingTool: Sendable {
  private let path: String
  private let user: String
  private let now: @Sendable () -> Timestamp
  private let today: @Sendable () -> Day

  /// How many events one proposal may have: a person is to look at each, with its source.
  static let mostEvents = 20

  /// A tool that proposes to the log at a path, in the name of a user.
  package init(
    path: String, user: String, now: @escaping @Sendable () -> Timestamp,
    today: @escaping @Sendable () -> Day
  ) {
    (self.path, self.user, self.now, self.today) = (path, user, now, today)
  }

  /// The tool.
  package var tool: Tool {
    Tool(
      "propose", title: "Propose",
      description: """
        Proposes events for the record. Nothing is recorded: a person looks at each proposal and \
        accepts or rejects it.
        Each event needs a source in "evidence" with a "quote", copied word for word from what you \
        read, that says what the event says. Leave out what the source does not say, above all \
        days and levels. Ask types for the fields of a type, and search for the slugs of companies \
        and bodies. The answer says what would change; tell your user that it waits in the inbox.
        """,
      input: Self.input, isReading: false, answer: propose)
  }

  private static let input: JSONValue = [
    "type": "object",
    "properties": [
      "why": [
        "type": "string", "minLength": 1, "maxLength": .integer(Int64(Inbox.longestReason)),
        "description": "Why it should be recorded, for the person who decides.",
      ],
      "events": [
        "type": "array", "minItems": 1, "maxItems": .integer(Int64(mostEvents)),
        "items": ["type": "object"],
        "description": "The events, each an object as the tool types describes them.",
      ],
    ],
    "required": ["why", "events"], "additionalProperties": false,
  ]

  @Sendable private func propose(_ call: ToolCall) throws -> ToolAnswer {
    let (why, events) = try Self.given(call)
    var remarks = AppendRemarks()
    let name = call.client.map { "\($0) for \(user)" } ?? "an assistant for \(user)"
    let file = EventFile(
      InputFile(name: "the events", contents: JSONValue.array(events).compactBytes()),
      format: .json)
    let (draft, receipt) = try Draft.trying(on: today()) { inspect in
      try EventLog.open(at: path, for: .appending).append(
        contentsOf: file, as: AppendRequest(recorder: name, isDryRun: true, clock: now),
        remarks: &remarks, inspecting: inspect)
    }
    let inbox = Inbox(besideLogAt: path)
    let proposal = try inbox.propose(
      draft, by: Inbox.Actor(name, mayDecideOwn: false, today: today(), clock: now),
      with: "stance mcp", why: why)
    let look = Inbox.Look.records(receipt, remarks, draft)
    let lines =
      [
        "Proposed as \(proposal.id.short). Nothing is recorded: it waits until a person accepts it "
          + "('stance inbox show \(proposal.id.short)')."
      ] + remarks.lines
    return ToolAnswer(
      text: lines.joined(separator: "\n\n") + "\n\n"
        + InboxReport.document(proposal, look, on: now()).markdown(),
      json: ["recorded": false, "proposal": InboxReport.json(proposal, look, on: now())])
  }

  /// What a call gives.
  ///
  /// - Throws: ``ToolInputError``, also for an event without a quoted source.
  private static func given(
    _ call: ToolCall
  ) throws(ToolInputError) -> (why: String, events: [JSONValue]) {
    for argument in call.arguments where !["why", "events"].contains(argument.name) {
      throw .unknown(argument.name, known: ["events", "why"])
    }
    func argument(_ name: String) -> JSONNode? {
      call.arguments.first { $0.name == name }?.value
    }
    guard let given = argument("why") else {
      throw .missing("why", wanted: "A reason for the person who decides.")
    }
    guard let why = given.string else { throw .wrongKind("why", wanted: "a text") }
    guard let list = argument("events") else {
      throw .missing("events", wanted: "A list of events.")
    }
    guard list.kind == .array, (1...mostEvents).contains(list.count) else {
      throw .wrongKind("events", wanted: "a list of 1 to \(mostEvents) events")
    }
    let events = list.elements
    for (index, event) in events.enumerated() {
      guard event.kind == .object else {
        throw .wrongKind("events", wanted: "objects; number \(index + 1) is none")
      }
      guard event.hasQuotedSource else { throw .noQuote(event: index + 1) }
    }
    return (why, events.map { JSONValue($0) })
  }
}

extension JSONNode {
  /// Whether an event, or what it puts in place of another, names a source and what that says.
  fileprivate var hasQuotedSource: Bool {
    let sources = [self["evidence"], self["replacement"]?["evidence"]].compactMap(\.self)
    return sources.filter { $0.kind == .array }.flatMap(\.elements).contains { source in
      source.kind == .object && source["quote"]?.string?.contains { !$0.isWhitespace } == true
    }
  }
}
