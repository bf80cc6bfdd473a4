import Errors
import JSON
import MCP
import Testing

/// A client of a server in this process: it sends lines and reads lines.
struct Client {
  var server: MCPServer
  /// What the person who runs the server was told.
  let reports: Reports

  final class Reports {
    var lines: [String] = []
  }

  init(tools: [Tool] = [Tool.echo, .refusing, .failing, .broken]) {
    let reports = Reports()
    self.reports = reports
    server = MCPServer(version: "9.9", tools: tools) { reports.lines.append($0) }
  }

  /// What is answered to some lines.
  mutating func answers(to lines: String...) throws -> [JSONNode] {
    try answers(to: Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  /// The one answer to a line.
  mutating func answer(to line: String) throws -> JSONNode {
    let answers = try answers(to: Array("\(line)\n".utf8))
    return try #require(answers.count == 1 ? answers.first : nil, "\(answers.count) answers")
  }

  /// What is answered to some bytes.
  mutating func answers(to bytes: [UInt8]) throws -> [JSONNode] {
    try written(to: bytes).map {
      try JSONDocument(parsing: $0, limits: JSONLimits(maximumBytes: 1 << 24, maximumDepth: 64))
        .root
    }
  }

  /// The lines that are written for some bytes, without their ends.
  mutating func written(to bytes: [UInt8]) -> [[UInt8]] {
    server.take(bytes)
    var written: [UInt8] = []
    while server.isWaiting { written += server.answer { nil } }
    #expect(written.isEmpty || written.last == UInt8(ascii: "\n"))
    return written.split(separator: UInt8(ascii: "\n")).map(Array.init)
  }

  /// Begins a session of an era with a handshake.
  mutating func begin(_ version: String = "2025-11-25") throws {
    _ = try answer(
      to: """
        {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"\(version)",\
        "capabilities":{},"clientInfo":{"name":"tester","version":"1"}}}
        """)
  }

  /// A request that says by itself which revision it is of.
  static func modern(
    _ method: String, id: Int = 1, version: String = "2026-07-28", with parameters: String = ""
  ) -> String {
    """
    {"jsonrpc":"2.0","id":\(id),"method":"\(method)","params":{\(parameters)"_meta":\
    {"io.modelcontextprotocol/protocolVersion":"\(version)",\
    "io.modelcontextprotocol/clientInfo":{"name":"tester","version":"1"},\
    "io.modelcontextprotocol/clientCapabilities":{}}}}
    """
  }
}

extension Tool {
  /// Answers with what it is given, and who gives it.
  static let echo = Tool("echo", title: "Echo", description: "Says it again.", input: [:]) { call in
    ToolAnswer(
      text: call.arguments.map { $0.value.string ?? "" }.joined(),
      json: ["client": .string(call.client ?? "")])
  }
  /// Says what is wrong with what it is given.
  static let refusing = Tool("refuse", title: "No", description: "Says no.", input: [:]) { _ in
    throw ToolInputError.missing("thing", wanted: "The thing to give.")
  }
  /// Fails by something that is no one else's business.
  static let failing = Tool("fail", title: "Fail", description: "Fails.", input: [:]) { _ in
    throw LocalError()
  }
  /// Fails by something that was not thought of.
  static let broken = Tool("break", title: "Break", description: "Breaks.", input: [:]) { _ in
    throw CancellationError()
  }
}

private struct LocalError: StanceError {
  var kind: ErrorKind { .badLog }
  var description: String { "the file '/secret/place' is damaged" }
}

extension JSONNode {
  /// The code of an error.
  var code: Int64? { self["error"]?["code"]?.integer }
  /// The text of a tool's answer.
  var text: String? { self["result"]?["content"]?.elements.first?["text"]?.string }
}
