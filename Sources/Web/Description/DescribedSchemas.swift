import JSON
import Stances

/// The shapes of what is sent and answered, as JSON Schema.
enum DescribedSchemas {
  static let all: [(name: String, value: JSONValue)] = [
    ("Problem", problem), ("Answer", answer), ("EventList", eventList), ("Event", event),
    ("Receipt", receipt), ("Health", health), ("Log", log),
  ]

  /// The body of a request that records events.
  static let submission: JSONValue = [
    "required": true,
    "description": .string(
      "One event or an array of them as JSON, or one event per line as JSON Lines or CSV; "
        + "Events/schema.json describes them."),
    "content": [
      "application/json": [
        "schema": [
          "oneOf": .array([
            ["type": "object"], ["type": "array", "items": ["type": "object"]],
          ])
        ]
      ],
      "application/x-ndjson": ["schema": ["type": "string"]],
      "application/jsonl": ["schema": ["type": "string"]],
      "text/csv": ["schema": ["type": "string"]],
    ],
  ]

  private static let text: JSONValue = ["type": "string"]
  private static let number: JSONValue = ["type": "integer", "minimum": 0]
  private static let optionalText: JSONValue = ["type": .array(["string", "null"])]

  private static func object(
    _ properties: [(name: String, value: JSONValue)], optional: Set<String> = []
  ) -> JSONValue {
    [
      "type": "object", "properties": .object(properties),
      "required": .array(
        properties.map(\.name).filter { !optional.contains($0) }.map(JSONValue.string)),
    ]
  }

  private static let problem = object(
    [
      ("type", text), ("title", text), ("status", number), ("code", text), ("detail", text),
      ("line", number), ("column", number), ("header", text), ("path", text), ("event", text),
      ("position", number), ("nearest", ["type": "array", "items": text]), ("faults", findings),
      ("moreFaults", number),
    ],
    optional: [
      "line", "column", "header", "path", "event", "position", "nearest", "faults", "moreFaults",
    ])

  /// What is said of events: how many, what, and where first.
  private static let findings: JSONValue = [
    "type": "array",
    "items": object(
      [
        ("count", number), ("detail", text), ("line", number), ("column", number),
        ("header", text), ("path", text), ("event", text), ("position", number),
      ], optional: ["line", "column", "header", "path", "event", "position"]),
  ]

  private static let log: JSONValue = object([("size", number)])

  private static let answer = object([
    ("rules", text),
    (
      "query",
      object([
        ("to", text), ("knownBy", optionalText), ("at", number),
        (
          "fuzzy",
          ["type": "string", "enum": .array(Fuzziness.allCases.map { .string($0.rawValue) })]
        ),
      ])
    ),
    ("log", ["$ref": "#/components/schemas/Log"]), ("data", ["type": "object"]),
  ])

  private static let event = object([
    ("position", ["type": "integer", "minimum": 1]), ("recorded", text), ("recorder", text),
    ("id", text), ("type", text), ("known", ["type": "boolean"]), ("event", ["type": "object"]),
  ])

  private static let eventList = object([
    ("log", ["$ref": "#/components/schemas/Log"]),
    ("events", ["type": "array", "items": ["$ref": "#/components/schemas/Event"]]),
    ("next", optionalText),
  ])

  private static let receipt = object(
    [
      ("dryRun", ["type": "boolean"]), ("recorded", number), ("alreadyRecorded", number),
      ("previousHead", number), ("head", number),
      (
        "steppedClock",
        ["type": .array(["object", "null"]), "properties": ["now": text, "last": text]]
      ),
      ("notes", findings), ("warnings", findings),
      (
        "events",
        [
          "type": "array",
          "items": object([
            ("id", text), ("position", number), ("wasThere", ["type": "boolean"]),
          ]),
        ]
      ),
      (
        "preview",
        object([
          ("changes", ["type": "array", "items": ["type": "object"]]), ("daysNotShown", number),
        ])
      ),
    ], optional: ["preview"])

  private static let health = object([
    ("status", text), ("head", number), ("recorded", optionalText), ("lag", number),
    ("version", text),
  ])
}
