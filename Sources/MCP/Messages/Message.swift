import JSON

/// One message of a client (JSON-RPC 2.0, as the Model Context Protocol narrows it).
enum Message {
  /// It is to be answered.
  case request(Request)
  /// It is not.
  case notification(method: String, parameters: JSONNode?)
  /// It answers a request; none is ever sent to a client.
  case response

  /// Reads one message.
  ///
  /// - Throws: ``MessageError`` for what is neither of these.
  init(_ node: JSONNode) throws(MessageError) {
    guard node.kind == .object else { throw .notAMessage("give an object") }
    guard node["jsonrpc"]?.matches("2.0") == true else {
      throw .notAMessage("its member 'jsonrpc' must be \"2.0\"")
    }
    if node["method"] == nil, node["result"] != nil || node["error"] != nil {
      self = .response
      return
    }
    guard let method = node["method"]?.string else {
      throw .notAMessage("its member 'method' must be a string")
    }
    let parameters = node["params"]
    guard let id = node["id"] else {
      self = .notification(method: method, parameters: parameters)
      return
    }
    guard let id = RequestID(id) else {
      throw .notAMessage("its member 'id' must be a string or an integer")
    }
    self = .request(Request(id: id, method: method, parameters: parameters))
  }
}

/// What a client asks.
struct Request {
  /// What its answer is known by.
  let id: RequestID
  /// What is asked for.
  let method: String
  /// With what; nil if nothing is given.
  let parameters: JSONNode?
}

/// By what a request and its answer know each other.
enum RequestID: Hashable {
  case number(Int64)
  case text(String)

  /// Nil for anything but a string or an integer.
  init?(_ node: JSONNode) {
    if let text = node.string {
      self = .text(text)
    } else if let number = node.integer {
      self = .number(number)
    } else {
      return nil
    }
  }

  /// The member `id` of an answer.
  var json: JSONValue {
    switch self {
    case .number(let number): .integer(number)
    case .text(let text): .string(text)
    }
  }
}
