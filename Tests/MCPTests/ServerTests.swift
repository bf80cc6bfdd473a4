import JSON
import MCP
import TestSupport
import Testing

@Suite("What a client's lines are answered with")
struct ServerTests {
  @Test(
    "a handshake agrees on the version asked for, or on the newest that has one",
    arguments: [
      ("2025-11-25", "2025-11-25"), ("2025-06-18", "2025-06-18"), ("2025-03-26", "2025-03-26"),
      ("2024-11-05", "2024-11-05"), ("2026-07-28", "2025-11-25"), ("1999-01-01", "2025-11-25"),
    ])
  func handshake(asked: String, agreed: String) throws {
    var client = Client()
    let answer = try client.answer(
      to: """
        {"jsonrpc":"2.0","id":"a","method":"initialize","params":{"protocolVersion":"\(asked)"}}
        """)
    #expect(answer["id"]?.string == "a")
    #expect(answer["result"]?["protocolVersion"]?.string == agreed)
    #expect(answer["result"]?["serverInfo"]?["version"]?.string == "9.9")
    #expect(answer["result"]?["capabilities"]?["tools"]?.kind == .object)
    #expect(answer["result"]?["instructions"]?.string?.contains("Never follow") == true)
    #expect(answer["result"]?["resultType"] == nil)
  }

  @Test("before a handshake there is only a ping, unless a request says which version it is of")
  func before() throws {
    var client = Client()
    #expect(
      try client.answer(to: #"{"jsonrpc":"2.0","id":1,"method":"ping"}"#)["result"]?.count == 0)
    for method in ["tools/list", "tools/call", "server/discover"] {
      let answer = try client.answer(to: #"{"jsonrpc":"2.0","id":1,"method":"\#(method)"}"#)
      #expect(answer.code == -32602, "\(method)")
      #expect(answer["error"]?["message"]?.string?.contains("'initialize'") == true)
    }
  }

  @Test("a request that says its version needs no handshake, and its answer says what it is")
  func modern() throws {
    var client = Client()
    let found = try client.answer(to: Client.modern("server/discover"))["result"]
    #expect(
      found?["supportedVersions"]?.elements.map(\.string) == [
        "2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05",
      ])
    let list = try client.answer(to: Client.modern("tools/list"))["result"]
    for result in [found, list] {
      #expect(result?["resultType"]?.string == "complete")
      #expect(result?["ttlMs"]?.integer == 3_600_000)
      #expect(result?["cacheScope"]?.string == "private")
      let server = result?["_meta"]?["io.modelcontextprotocol/serverInfo"]
      #expect(server?["name"]?.string == "stance")
    }
    let call = try client.answer(
      to: Client.modern("tools/call", with: #""name":"echo","arguments":{"a":"yes"},"#))
    #expect(call.text == "yes")
    #expect(call["result"]?["resultType"]?.string == "complete")
    #expect(call["result"]?["ttlMs"] == nil)
    #expect(call["result"]?["structuredContent"]?["client"]?.string == "tester")
    for gone in ["ping", "initialize", "subscriptions/listen", "resources/list"] {
      #expect(try client.answer(to: Client.modern(gone)).code == -32601, "\(gone)")
    }
  }

  @Test("a version that is not spoken is refused with those that are")
  func otherVersions() throws {
    var client = Client()
    for version in ["2027-01-01", "2025-11-25", ""] {
      let answer = try client.answer(to: Client.modern("tools/list", version: version))
      #expect(answer.code == -32022)
      #expect(answer["error"]?["data"]?["requested"]?.string == version)
      #expect(answer["error"]?["data"]?["supported"]?.elements.first?.string == "2026-07-28")
    }
    let bare = #"{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}"#
    #expect(
      try client.answer(
        to: #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":\#(bare)}}"#
      ).code == -32602)
  }

  @Test("both eras are answered side by side, each as it is used to")
  func bothEras() throws {
    var client = Client()
    try client.begin()
    let answers = try client.answers(
      to: #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#, Client.modern("tools/list", id: 2),
      #"{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"echo"}}"#)
    #expect(answers.map { $0["id"]?.integer } == [1, 2, 3])
    #expect(answers.map { $0["result"]?["resultType"]?.string } == [nil, "complete", nil])
    #expect(answers[2]["result"]?["structuredContent"]?["client"]?.string == "tester")
  }

  @Test("notifications and answers have no answer, whatever they say")
  func unanswered() throws {
    var client = Client()
    let answers = try client.answers(
      to: #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
      #"{"jsonrpc":"2.0","method":"tools/list","params":7}"#,
      #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":[]}}"#,
      #"{"jsonrpc":"2.0","id":1,"result":{}}"#, #"{"jsonrpc":"2.0","error":{}}"#, "", " \t\r")
    #expect(answers.isEmpty)
  }

  @Test("several messages in one array are answered in one, by the versions that have that")
  func batches() throws {
    let lines = [
      #"[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"x"},5]"#,
      #"[{"jsonrpc":"2.0","method":"x"}]"#, "[]",
    ]
    for version in ["2024-11-05", "2025-03-26"] {
      var client = Client()
      try client.begin(version)
      let answers = try lines.map { try client.answers(to: $0) }
      #expect(answers.map(\.count) == [1, 0, 1])
      #expect(answers[0][0].elements.map { $0["id"]?.integer } == [1, nil])
      #expect(answers[0][0].elements[1].code == -32600)
      #expect(answers[2][0].code == -32600)
      let many = [String](repeating: #"{"jsonrpc":"2.0","method":"x"}"#, count: 101)
      #expect(try client.answer(to: "[\(many.joined(separator: ","))]").code == -32600)
    }
    for version in ["2025-06-18", "2025-11-25"] {
      var client = Client()
      try client.begin(version)
      for line in lines { #expect(try client.answer(to: line).code == -32600) }
    }
  }

  @Test(
    "what is not a message is refused, with its id if it has one",
    arguments: [
      ("{", -32700, nil), ("x", -32700, nil), (#"{"a":1,"a":2}"#, -32700, nil),
      (#"{"id":"\ud800"}"#, -32700, nil), ("7", -32600, nil), ("{}", -32600, nil),
      (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600, nil),
      (#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, -32600, nil),
      (#"{"jsonrpc":"1.0","id":4,"method":"ping"}"#, -32600, 4),
      (#"{"jsonrpc":"2.0","id":5,"method":7}"#, -32600, 5),
      (#"{"jsonrpc":"2.0","id":6,"method":"ping","params":[]}"#, -32602, 6),
      (#"{"jsonrpc":"2.0","id":7,"method":"tools/frob"}"#, -32601, 7),
      (#"{"jsonrpc":"2.0","id":8,"method":"initialize"}"#, -32602, 8),
      (#"{"jsonrpc":"2.0","id":9,"method":"tools/call","params":{}}"#, -32602, 9),
      (
        #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ecko"}}"#, -32602, 1
      ),
      (
        #"{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"echo","arguments":[]}}"#,
        -32602, 2
      ),
      (#"{"jsonrpc":"2.0","id":3,"method":"tools/list","params":{"cursor":"x"}}"#, -32602, 3),
    ] as [(String, Int64, Int64?)])
  func faults(line: String, code: Int64, id: Int64?) throws {
    var client = Client()
    try client.begin()
    let answer = try client.answer(to: line)
    #expect(answer.code == code)
    #expect(answer["id"]?.integer == id)
    #expect(answer["error"]?["message"]?.string?.isEmpty == false)
  }

  @Test("a line that is not UTF-8 or too long is refused, and the next one answered")
  func badLines() throws {
    var client = Client()
    let ping = Array(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#.utf8) + [0x0A]
    let answers = try client.answers(
      to: [0xFF, 0xFE, 0x0A] + [UInt8](repeating: 0x20, count: MCPServer.lineLimit + 1) + [0x0A]
        + ping)
    #expect(answers.map(\.code) == [-32700, -32600, nil])
  }

  @Test("the last line needs no end")
  func lastLine() throws {
    var client = Client()
    let ping = Array(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#.utf8)
    #expect(try client.answers(to: ping).isEmpty)
    #expect(try client.answers(to: []).count == 1)
  }

  @Test("what is cancelled before it is answered, or meanwhile, has no answer")
  func cancelled() throws {
    func cancel(_ id: String) -> String {
      #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":\#(id)}}"#
    }
    func ping(_ id: String) -> String { #"{"jsonrpc":"2.0","id":\#(id),"method":"ping"}"# }
    var client = Client()
    let answers = try client.answers(
      to: ping("1"), ping(#""1""#), ping("2"), cancel(#""1""#), cancel("9"))
    #expect(answers.map { $0["id"]?.integer } == [1, 2])
    client.server.take(Array("\(ping("3"))\n\(ping("4"))\n".utf8))
    #expect(client.server.answer { Array("\(cancel("3"))\n".utf8) } == [])
    #expect(client.server.answer { Array("\(cancel("3"))\n".utf8) } != [])
    #expect(!client.server.isWaiting)
  }

  @Test("an answer is one line for every reader of lines, whatever it says")
  func oneLine() throws {
    var client = Client()
    try client.begin()
    let text = "a\\nb\\r\\u000b\\u000c\\u001c\u{85}c\u{2028}d\u{2029}é\u{1F600}"
    let lines = client.written(
      to: Array(
        """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":\
        {"name":"echo","arguments":{"a":"\(text)"}}}

        """.utf8))
    #expect(lines.count == 1)
    let line = String(decoding: lines[0], as: UTF8.self)
    #expect(line.filter(\.isNewline).isEmpty)
    #expect(
      try JSONDocument(parsing: lines[0]).root.text
        == "a\nb\r\u{B}\u{C}\u{1C}\u{85}c\u{2028}d\u{2029}é\u{1F600}")
  }

  @Test("a refusal is the assistant's to read; what went wrong here is told to who runs this")
  func refusals() throws {
    var client = Client()
    try client.begin()
    func call(_ name: String) -> String {
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\#(name)"}}"#
    }
    let refused = try client.answer(to: call("refuse"))
    #expect(refused["result"]?["isError"]?.bool == true)
    #expect(refused.text == "the argument 'thing' is missing; give the thing to give")
    #expect(client.reports.lines.isEmpty)
    let failed = try client.answer(to: call("fail"))
    #expect(failed["result"]?["isError"]?.bool == true)
    #expect(failed.text?.contains("secret") == false)
    #expect(client.reports.lines == ["the file '/secret/place' is damaged"])
    #expect(try client.answer(to: call("break")).code == -32603)
    #expect(client.reports.lines.last?.contains("break: ") == true)
  }

  @Test("bytes may arrive in any pieces", arguments: 1...8 as ClosedRange<UInt64>)
  func pieces(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = [
      Client.modern("server/discover"), "garbage é\u{2028}", "", Client.modern("tools/list", id: 2),
      Client.modern("tools/call", id: 3, with: #""name":"echo","arguments":{"a":"ü"},"#),
    ].map { $0 + "\n" }.joined()
    var whole = Client()
    var client = Client()
    var rest = Array(text.utf8)[...]
    var written: [[UInt8]] = []
    while !rest.isEmpty {
      let count = Int.random(in: 1...40, using: &generator)
      written += client.written(to: Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    #expect(written == whole.written(to: Array(text.utf8)), "seed \(seed)")
    #expect(written.count == 4)
  }

  @Test("damaged messages get answers and nothing else", arguments: 1...40 as ClosedRange<UInt64>)
  func damaged(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var client = Client()
    try client.begin(["2025-03-26", "2025-11-25"][Int(seed % 2)])
    for _ in 0..<50 {
      var bytes = Array(
        Client.modern("tools/call", with: #""name":"echo","arguments":{"a":"x"},"#).utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: bytes.remove(at: place)
        default: bytes.insert(contentsOf: #"[{"",:0"#.utf8, at: place)
        }
      }
      for answer in try client.answers(to: bytes + [0x0A]) {
        #expect(answer.kind == .array || answer["jsonrpc"]?.string == "2.0", "seed \(seed)")
      }
    }
  }
}
