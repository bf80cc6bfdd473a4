import Errors
import JSON

/// A server of the Model Context Protocol: what comes from one client, and what goes back to it.
///
/// It takes bytes as they arrive and makes lines; it knows no files and no threads. Messages are
/// answered one after the other, in the order of their arrival.
///
///     var server = MCPServer(version: "1.0.0", tools: ReadingTools(…).all) { print($0) }
///     server.take(bytes)
///     while server.isWaiting { write(server.answer { arrivedMeanwhile() }) }
///
/// Revisions up to 2025-11-25 begin with `initialize`, which a session remembers; from 2026-07-28
/// on, each request says in `_meta` which revision it is of, and nothing is remembered. Both are
/// answered side by side.
package struct MCPServer {
  /// How many bytes a line may have: room for some events, and no more.
  package static let lineLimit = 4 << 20
  /// How many messages may come in one array: their answers go back in one, too.
  private static let batchLimit = 100
  /// How deep a message may be nested.
  private static let limits = JSONLimits(maximumBytes: lineLimit, maximumDepth: 64)

  private let version: String
  private let tools: [Tool]
  /// Tells the person who runs the server what the assistant is not told.
  private let report: (String) -> Void

  private var arriving = ArrivingLines(limit: lineLimit)
  private var waiting: ArraySlice<Arrival> = []
  /// The bytes of the messages that wait.
  private var waitingBytes = 0
  /// What `initialize` agreed on; nil before.
  private var agreed: Agreement?
  /// What was cancelled while it was answered.
  private var cancelled: Set<RequestID> = []

  /// What a session remembers.
  private struct Agreement {
    let version: ProtocolVersion
    let client: String?
  }

  /// One line, read as it arrives: a client may take back what it asked before it is answered.
  private struct Arrival {
    let content: Content
    let bytes: Int

    enum Content {
      case message(Message)
      case batch([JSONNode])
      case fault(MessageError, RequestID?)
    }
  }

  /// A server with some tools.
  ///
  /// - Parameters:
  ///   - version: the version of this program.
  ///   - tools: what the assistant may call, in the order in which lists have it.
  ///   - report: tells the person who runs the server what the assistant is not told.
  package init(version: String, tools: [Tool], report: @escaping (String) -> Void) {
    self.version = version
    self.tools = tools
    self.report = report
  }

  // MARK: What arrives

  /// Takes what has arrived; nothing, if that was the end of it.
  package mutating func take(_ bytes: [UInt8]) {
    for line in bytes.isEmpty ? arriving.end() : arriving.lines(endingIn: bytes) { take(line) }
  }

  /// Whether a message waits for ``answer(_:)``.
  package var isWaiting: Bool { !waiting.isEmpty }

  /// Whether so much waits that nothing more should be read.
  package var isFull: Bool { waitingBytes > Self.room }
  private static let room = 1 << 20

  private mutating func take(_ line: ArrivingLines.Line) {
    switch line {
    case .tooLong: wait(.fault(.lineTooLong(limit: Self.lineLimit), nil), 0)
    case .whole(let bytes):
      do {
        let root = try JSONDocument(parsing: bytes, limits: Self.limits).root
        if root.kind == .array {
          wait(.batch(root.elements), bytes.count)
        } else {
          take(root, bytes.count)
        }
      } catch {
        wait(.fault(.notJSON(error), nil), bytes.count)
      }
    }
  }

  private mutating func take(_ node: JSONNode, _ count: Int) {
    do throws(MessageError) {
      let message = try Message(node)
      if case .notification("notifications/cancelled", let parameters) = message {
        cancel(parameters)
      } else {
        wait(.message(message), count)
      }
    } catch {
      wait(.fault(error, node["id"].flatMap(RequestID.init)), count)
    }
  }

  private mutating func wait(_ content: Arrival.Content, _ count: Int) {
    waiting.append(Arrival(content: content, bytes: count))
    waitingBytes += count
  }

  private mutating func cancel(_ parameters: JSONNode?) {
    guard let id = parameters?["requestId"].flatMap(RequestID.init) else { return }
    cancelled.insert(id)
    waiting.removeAll { arrival in
      guard case .message(.request(let request)) = arrival.content, request.id == id else {
        return false
      }
      waitingBytes -= arrival.bytes
      return true
    }
  }

  // MARK: What goes back

  /// Answers the message that has waited longest.
  ///
  /// - Parameter arrived: what has arrived while it was answered, nil for nothing yet; it is taken,
  ///   and may take back the very request.
  /// - Returns: a line with its end; nothing for what has no answer.
  package mutating func answer(_ arrived: () throws -> [UInt8]?) rethrows -> [UInt8] {
    guard let arrival = waiting.popFirst() else { return [] }
    waitingBytes -= arrival.bytes
    cancelled = []
    let answer: JSONValue?
    switch arrival.content {
    case .fault(let error, let id): answer = AnswerLine.error(error, to: id)
    case .batch(let nodes): answer = self.answer(nodes)
    case .message(let message): answer = self.answer(message)
    }
    if let bytes = try arrived() { take(bytes) }
    if case .message(.request(let request)) = arrival.content, cancelled.contains(request.id) {
      return []
    }
    return answer.map(AnswerLine.bytes) ?? []
  }

  private mutating func answer(_ nodes: [JSONNode]) -> JSONValue? {
    guard agreed?.version.hasBatches == true else { return AnswerLine.error(.noBatches, to: nil) }
    guard !nodes.isEmpty else {
      return AnswerLine.error(.notAMessage("there is nothing in the array"), to: nil)
    }
    guard nodes.count <= Self.batchLimit else {
      return AnswerLine.error(
        .notAMessage("the array has more than \(Self.batchLimit) messages; send fewer"), to: nil)
    }
    let answers = nodes.compactMap { node -> JSONValue? in
      do throws(MessageError) {
        return answer(try Message(node))
      } catch {
        return AnswerLine.error(error, to: node["id"].flatMap(RequestID.init))
      }
    }
    return answers.isEmpty ? nil : .array(answers)
  }

  private mutating func answer(_ message: Message) -> JSONValue? {
    guard case .request(let request) = message else { return nil }
    do throws(MessageError) {
      return AnswerLine.result(try result(of: request), to: request.id)
    } catch {
      return AnswerLine.error(error, to: request.id)
    }
  }
}

// MARK: Methods

extension MCPServer {
  private mutating func result(of request: Request) throws(MessageError) -> JSONValue {
    if let parameters = request.parameters, parameters.kind != .object {
      throw .badParameters("'params' must be an object")
    }
    let meta = request.parameters?["_meta"]
    if let version = meta?["io.modelcontextprotocol/protocolVersion"] {
      return try result(of: request, meta, version)
    }
    switch (request.method, agreed) {
    case ("initialize", _): return try initialize(request.parameters)
    case ("ping", _): return [:]
    case ("tools/list", .some): return .object(try list(request.parameters))
    case ("tools/call", let agreed?):
      return .object(try call(request.parameters, by: agreed.client))
    case ("tools/list", nil), ("tools/call", nil), ("server/discover", _):
      throw .badParameters(
        "say in params._meta which version of the protocol this is "
          + "(io.modelcontextprotocol/protocolVersion: \(ProtocolVersion.v2026July.rawValue)), or "
          + "begin with 'initialize', as older versions do")
    default: throw .unknownMethod(request.method)
    }
  }

  /// The result of a request that says by itself which revision it is of.
  private func result(
    of request: Request, _ meta: JSONNode?, _ version: JSONNode
  ) throws(MessageError) -> JSONValue {
    guard let version = version.string else {
      throw .badParameters("io.modelcontextprotocol/protocolVersion must be a string")
    }
    guard let known = ProtocolVersion(rawValue: version), !known.hasHandshake else {
      throw .unsupportedVersion(version)
    }
    guard meta?["io.modelcontextprotocol/clientCapabilities"]?.kind == .object else {
      throw .badParameters(
        "io.modelcontextprotocol/clientCapabilities is missing in params._meta; give an object, "
          + "{} for none")
    }
    let client = meta?["io.modelcontextprotocol/clientInfo"]?["name"]?.string
    let members =
      switch request.method {
      case "server/discover": discovery + Self.cached
      case "tools/list": try list(request.parameters) + Self.cached
      case "tools/call": try call(request.parameters, by: client)
      default: throw .unknownMethod(request.method)
      }
    return .object(
      [("resultType", "complete")] + members
        + [("_meta", ["io.modelcontextprotocol/serverInfo": identity])])
  }

  /// The tools are the same until the program ends; which there are, is its user's own choice.
  private static let cached: [(name: String, value: JSONValue)] = [
    ("ttlMs", 3_600_000), ("cacheScope", "private"),
  ]

  private var identity: JSONValue {
    ["name": "stance", "title": "stance", "version": .string(version)]
  }

  private var instructions: JSONValue {
    .string(Instructions.text(isReading: tools.allSatisfy(\.isReading)))
  }

  private var discovery: [(name: String, value: JSONValue)] {
    [
      ("supportedVersions", .array(ProtocolVersion.allCases.map { .string($0.rawValue) })),
      ("capabilities", ["tools": [:]]), ("instructions", instructions),
    ]
  }

  private mutating func initialize(_ parameters: JSONNode?) throws(MessageError) -> JSONValue {
    guard let wanted = parameters?["protocolVersion"]?.string else {
      throw .badParameters("'initialize' needs protocolVersion, a string")
    }
    let known = ProtocolVersion(rawValue: wanted)
    let version = known.flatMap { $0.hasHandshake ? $0 : nil } ?? .latestWithHandshake
    agreed = Agreement(
      version: version, client: parameters?["clientInfo"]?["name"]?.string)
    return [
      "protocolVersion": .string(version.rawValue), "capabilities": ["tools": [:]],
      "serverInfo": identity, "instructions": instructions,
    ]
  }

  private func list(
    _ parameters: JSONNode?
  ) throws(MessageError) -> [(name: String, value: JSONValue)] {
    guard parameters?["cursor"] == nil else {
      throw .badParameters("there is no such cursor: the list of tools has one part")
    }
    return [("tools", .array(tools.map(\.json)))]
  }

  private func call(
    _ parameters: JSONNode?, by client: String?
  ) throws(MessageError) -> [(name: String, value: JSONValue)] {
    guard let name = parameters?["name"]?.string else {
      throw .badParameters("'tools/call' needs the name of a tool, a string")
    }
    guard let tool = tools.first(where: { $0.name == name }) else {
      throw .unknownTool(name, known: tools.map(\.name))
    }
    let arguments = parameters?["arguments"]
    guard arguments.map({ $0.kind == .object }) ?? true else {
      throw .badParameters("'arguments' must be an object")
    }
    do {
      let answer = try tool.answer(
        ToolCall(arguments: arguments?.members ?? [], client: client))
      return [
        ("content", .array([["type": "text", "text": .string(answer.text)]])),
        ("structuredContent", answer.json), ("isError", false),
      ]
    } catch let error as any StanceError {
      return refusal(by: error)
    } catch {
      report("\(tool.name): \(error); this is a bug in the program")
      throw .internalFault
    }
  }

  private func refusal(by error: any StanceError) -> [(name: String, value: JSONValue)] {
    var sentence = "\(error)"
    if !(error is any CallerError) {
      // It may name files of this machine, and the assistant may run on another.
      report(sentence)
      sentence = error.kind.sentenceForAssistants
    }
    return [
      ("content", .array([["type": "text", "text": .string(sentence)]])), ("isError", true),
    ]
  }
}

extension ErrorKind {
  /// What an assistant is told of an error that is not in what it asked.
  fileprivate var sentenceForAssistants: String {
    switch self {
    case .busy: "the log is in use by another program; try again"
    case .usage, .badData, .badLog, .conflict, .notFound, .cannotCreate, .noPermission,
      .unavailable, .inputOutput, .finding, .interrupted, .readerGone:
      "the log cannot be read now; why, is in the messages of this server (standard error), which "
        + "the person who runs it can read"
    case .bug:
      "this could not be answered, because of a bug in the program; the messages of this server "
        + "(standard error) say more"
    }
  }
}
