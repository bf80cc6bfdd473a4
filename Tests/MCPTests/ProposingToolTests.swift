import EventLog
import Inbox
import JSON
import MCP
import Stances
import TestSupport
import Testing

@Suite("An assistant proposes, and never records")
struct ProposingToolTests {
  private let directory: TemporaryDirectory
  private let log: EventLog
  private let tool: Tool

  init() throws {
    directory = try TemporaryDirectory()
    log = try EventLog.create(at: directory.file("log.sqlite"))
    tool =
      ProposingTool(
        path: directory.file("log.sqlite"), user: "anna", now: { Timestamp(milliseconds: 0) },
        today: { Day(year: 2024, month: 1, day: 1) ?? Day(ordinal: 0) }
      ).tool
    try log.append(
      [company("lenovo", name: "Lenovo").proposed()],
      as: AppendRequest(recorder: "desk", clock: { Timestamp(milliseconds: 0) }))
  }

  private func call(_ arguments: JSONValue) throws -> JSONNode {
    var client = Client(tools: [tool])
    try client.begin()
    let answer = try client.answer(
      to: """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"propose","arguments":\
        \(String(decoding: arguments.compactBytes(), as: UTF8.self))}}
        """)
    return try #require(answer["result"])
  }

  private func quoted(_ quote: String = "Lenovo has stopped its shipments.") -> JSONValue {
    let source: JSONValue = ["publisher": "The Gazette", "quote": .string(quote)]
    return silentReduction("lenovo", .suspended, on: "2022-03-20")
      .with("evidence", .array([source])).json
  }

  @Test("an event with a quoted source waits in the inbox, under the names of both")
  func proposed() throws {
    let result = try call(["why": "It is in the paper.", "events": .array([quoted()])])
    #expect(result["isError"]?.bool != true, "\(result.string ?? "")")
    let answer = try #require(result["structuredContent"])
    #expect(answer["recorded"]?.bool == false)
    #expect(answer["proposal"]?["by"]?.string == "tester for anna")
    #expect(answer["proposal"]?["now"]?["outcome"]?.string == "records")
    let text = try #require(result["content"]?.elements.first?["text"]?.string)
    #expect(text.contains("Nothing is recorded"))
    #expect(try log.read { try $0.head } == 1)
    let waiting = try Inbox(besideLogAt: log.path).entries(.waiting)
    #expect(waiting.count == 1)
  }

  @Test("without a source that is quoted nothing is proposed, whichever event lacks it")
  func unquoted() throws {
    let bare = silentReduction("lenovo", .suspended, on: "2022-03-20", id: "bare").json
    for (events, number) in [([quoted(), bare], 2), ([quoted("  ")], 1)] {
      let result = try call(["why": "So it is.", "events": .array(events)])
      #expect(result["isError"]?.bool == true)
      let text = try #require(result["content"]?.elements.first?["text"]?.string)
      #expect(text.contains("event \(number) has no source with a quote"), "\(text)")
    }
    #expect(try Inbox(besideLogAt: log.path).entries(.waiting).isEmpty)
  }

  @Test(
    "what it is given wrongly it is told",
    arguments: [
      (#"{"events":[{}]}"#, "'why' is missing"), (#"{"why":"x"}"#, "'events' is missing"),
      (#"{"why":"x","events":[]}"#, "1 to 20"), (#"{"why":"x","events":{}}"#, "1 to 20"),
      (#"{"why":1,"events":[{}]}"#, "why: give a text"),
      (#"{"why":"x","events":[1]}"#, "number 1 is none"),
      (#"{"why":"","events":[{"evidence":[{"quote":"q"}]}]}"#, "type"),
      (#"{"why":"x","events":[{"evidence":[{"quote":"q"}]}],"all":true}"#, "no argument 'all'"),
    ])
  func refused(arguments: String, words: String) throws {
    let result = try call(JSONValue(try JSONDocument(parsing: Array(arguments.utf8)).root))
    #expect(result["isError"]?.bool == true)
    let text = try #require(result["content"]?.elements.first?["text"]?.string)
    #expect(text.contains(words), "\(text)")
    #expect(try Inbox(besideLogAt: log.path).entries(.waiting).isEmpty)
  }

  @Test("it is said not to be a reading tool, and the others are not said to be all")
  func listed() throws {
    var client = Client(tools: [tool])
    let begun = try client.answer(
      to: """
        {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
        "capabilities":{},"clientInfo":{"name":"tester","version":"1"}}}
        """)
    let instructions = try #require(begun["result"]?["instructions"]?.string)
    #expect(instructions.contains("a person decides on each"))
    #expect(!instructions.contains("none of them changes it"))
    let list = try client.answer(to: #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)
    let annotations = list["result"]?["tools"]?.elements.first?["annotations"]
    #expect(annotations?["readOnlyHint"]?.bool == false)
    #expect(annotations?["destructiveHint"]?.bool == false)
  }
}
