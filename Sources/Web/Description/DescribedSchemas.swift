import JSON
import Stances

/// The shapes of what is sent and answered, as JSON Schema.
enum DescribedSchemas {
  static let all: [(name: String, value: JSONValue)] = [
    ("Problem", problem), ("Answer", answer), ("EventList", eventList), ("Event", event),
    ("Receipt", receipt), ("Health", health), ("Log", log), ("Proposal", proposal),
    ("ProposalList", proposalList), ("Accepted", accepted), ("Acceptance", acceptance),
    ("Reason", reason), ("ReadDate", readDate),
    ("ReconciliationQueries", object([("queries", text)])),
  ]

  /// The body of a request that is an object of a schema.
  static func body(_ name: String) -> JSONValue {
    [
      "required": false,
      "content": [
        "application/json": ["schema": ["$ref": .string("#/components/schemas/\(name)")]]
      ],
    ]
  }

  /// The body of a request that is a form of a schema.
  static func form(_ name: String) -> JSONValue {
    [
      "required": true,
      "content": [
        "application/x-www-form-urlencoded": [
          "schema": ["$ref": .string("#/components/schemas/\(name)")]
        ]
      ],
    ]
  }

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
      object(
        [
          ("to", text), ("knownBy", optionalText), ("at", number),
          (
            "fuzzy",
            ["type": "string", "enum": .array(Fuzziness.allCases.map { .string($0.rawValue) })]
          ), ("only", ["type": "object"]),
        ], optional: ["only"])
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
        object(
          [
            ("changes", ["type": "array", "items": ["type": "object"]]), ("daysNotShown", number),
            ("pictures", ["type": "array", "items": ["type": "object"]]),
          ], optional: ["pictures"])
      ),
    ], optional: ["preview"])

  private static let events: JSONValue = ["type": "array", "items": ["type": "object"]]

  private static let proposal = object(
    [
      ("proposal", number), ("id", text), ("by", text), ("at", text), ("with", text),
      ("why", optionalText), ("head", number), ("events", events),
      ("revision", object([("by", text), ("at", text), ("events", events)])),
      (
        "decision",
        object([
          ("outcome", text), ("by", text), ("at", text), ("reason", optionalText),
          ("positions", ["type": "array", "items": number]),
        ])
      ),
      ("days", number),
      (
        "now",
        object(
          [
            ("outcome", ["type": "string", "enum": ["records", "recorded", "refused"]]),
            ("expectHead", number), ("expectPreview", text),
            ("receipt", ["$ref": "#/components/schemas/Receipt"]),
            ("positions", ["type": "array", "items": number]), ("code", text), ("detail", text),
          ], optional: ["expectHead", "expectPreview", "receipt", "positions", "code", "detail"])
      ),
    ], optional: ["revision", "decision", "now"])

  private static let proposalList = object([
    ("state", text), ("by", text), ("role", text), ("head", number),
    ("proposals", ["type": "array", "items": ["$ref": "#/components/schemas/Proposal"]]),
    ("damaged", number),
  ])

  private static let accepted = object([
    ("proposal", ["$ref": "#/components/schemas/Proposal"]),
    ("receipt", ["$ref": "#/components/schemas/Receipt"]),
  ])

  private static let acceptance = object(
    [
      ("expectHead", number),
      ("expectPreview", optionalText),
      ("events", ["type": .array(["array", "null"]), "items": ["type": "object"]]),
    ], optional: ["expectPreview", "events"])

  private static let readDate = object([
    ("date", text), ("spoken", text), ("earliest", text), ("latest", text),
  ])

  private static let reason = object([("reason", optionalText)], optional: ["reason"])

  private static let health = object([
    ("status", text), ("head", number), ("recorded", optionalText), ("lag", number),
    ("version", text),
  ])
}
