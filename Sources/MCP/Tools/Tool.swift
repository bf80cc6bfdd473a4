package import JSON

/// What an assistant may call: a name, what it is for, what it takes, and what it does.
///
/// A new tool is one more value of this type in the list that the server is given.
package struct Tool: Sendable {
  /// The name that the assistant calls it by.
  let name: String
  /// What a client's user sees.
  let title: String
  /// When to use it and how, for the assistant.
  let description: String
  /// What it takes, as a JSON Schema of an object.
  let input: JSONValue
  /// Whether it leaves everything as it is.
  let isReading: Bool
  /// Does it.
  let answer: @Sendable (ToolCall) throws -> ToolAnswer

  /// A tool.
  ///
  /// - Parameters:
  ///   - name: the name that the assistant calls it by.
  ///   - title: what a client's user sees.
  ///   - description: when to use it and how, for the assistant.
  ///   - input: what it takes, as a JSON Schema of an object.
  ///   - isReading: whether it leaves everything as it is.
  ///   - answer: does it; what it throws is the assistant's to read, as far as it is a
  ///     ``CallerError``.
  package init(
    _ name: String, title: String, description: String, input: JSONValue, isReading: Bool = true,
    answer: @escaping @Sendable (ToolCall) throws -> ToolAnswer
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.input = input
    self.isReading = isReading
    self.answer = answer
  }

  /// The tool as lists name it.
  var json: JSONValue {
    [
      "name": .string(name), "title": .string(title), "description": .string(description),
      "inputSchema": input,
      "annotations": [
        "title": .string(title), "readOnlyHint": .bool(isReading), "destructiveHint": false,
        "idempotentHint": .bool(isReading), "openWorldHint": false,
      ],
    ]
  }
}

/// A tool as called once.
package struct ToolCall: Sendable {
  /// The members of what was given for it; none if nothing was.
  package let arguments: [JSONMember]
  /// What the client calls itself, which no one has checked; nil if it does not say.
  package let client: String?

  /// A call.
  package init(arguments: [JSONMember], client: String?) {
    self.arguments = arguments
    self.client = client
  }
}

/// What a tool answers: the same for the assistant to read and for programs.
package struct ToolAnswer: Sendable {
  /// The answer in words, as Markdown.
  let text: String
  /// The answer for programs, as the command line has it with `--json`.
  let json: JSONValue

  /// An answer.
  package init(text: String, json: JSONValue) {
    self.text = text
    self.json = json
  }
}
