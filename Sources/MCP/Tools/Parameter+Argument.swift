import Answers
import JSON

// A question's parameter as an argument of its tool: the table of parameters says everything.

extension [Parameter] {
  /// A JSON Schema of the object that gives them.
  var inputSchema: JSONValue {
    [
      "type": "object",
      "properties": .object(map { ($0.name, $0.argumentSchema) }),
      "required": .array(filter(\.isNeeded).map { .string($0.name) }),
      "additionalProperties": false,
    ]
  }

  /// The texts of what is given for them, as ``Given`` takes them.
  ///
  /// - Throws: ``ToolInputError`` for an argument that there is not, or a value of another kind; and
  ///   for one that is missing.
  func texts(of arguments: [JSONMember]) throws(ToolInputError) -> [(name: String, text: String)] {
    var items: [(name: String, text: String)] = []
    for argument in arguments {
      guard let parameter = first(where: { $0.name == argument.name }) else {
        throw .unknown(argument.name, known: map(\.name))
      }
      items += try parameter.texts(of: argument.value).map { (parameter.name, $0) }
    }
    for parameter in self where parameter.isNeeded {
      guard items.contains(where: { $0.name == parameter.name }) else {
        throw .missing(parameter.name, wanted: parameter.summary)
      }
    }
    return items
  }
}

extension Parameter {
  fileprivate var argumentSchema: JSONValue {
    let description: (name: String, value: JSONValue) = ("description", .string(words))
    guard isList else { return .object(valueSchema + [description]) }
    return .object([("type", "array"), ("items", .object(valueSchema)), description])
  }

  private var valueSchema: [(name: String, value: JSONValue)] {
    switch shape {
    case .text(let longest): [("type", "string"), ("maxLength", .integer(Int64(longest)))]
    case .slug, .day, .date, .point, .market, .grade: [("type", "string")]
    case .number(let least, let most):
      [("type", "integer"), ("minimum", .integer(least))]
        + (most.map { [("maximum", .integer($0))] } ?? [])
    case .choice(let words): [("type", "string"), ("enum", .array(words.map { .string($0) }))]
    case .flag: [("type", "boolean")]
    }
  }

  /// The texts of one value; null is as good as not given, and one value as good as a list of it.
  fileprivate func texts(of value: JSONNode) throws(ToolInputError) -> [String] {
    guard value.kind != .null else { return [] }
    guard isList, value.kind == .array else { return [try text(of: value)] }
    return try value.elements.map { (element) throws(ToolInputError) in try text(of: element) }
  }

  private func text(of value: JSONNode) throws(ToolInputError) -> String {
    if let text = value.string { return text }
    switch shape {
    case .number, .point, .text:
      // A position is as often meant as a number.
      if let number = value.integer { return String(number) }
    case .flag:
      if let flag = value.bool { return String(flag) }
    case .slug, .day, .date, .market, .grade, .choice: break
    }
    throw .wrongKind(name, wanted: wanted)
  }

  private var wanted: String {
    switch shape {
    case .number: "a whole number"
    case .flag: "true or false"
    case .text, .slug, .day, .date, .point, .market, .grade, .choice:
      isList ? "a list of texts" : "a text"
    }
  }
}
