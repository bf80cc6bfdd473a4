import Answers
import EventLog
import JSON
import MCP
import Stances
import TestSupport
import Testing

@Suite("The tools that read a log")
struct ReadingToolTests {
  private let directory: TemporaryDirectory
  private let log: EventLog
  private let tools: [Tool]

  init() throws {
    directory = try TemporaryDirectory()
    log = try EventLog.create(at: directory.file("log.sqlite"))
    tools =
      ReadingTools(
        path: directory.file("log.sqlite"), now: { Timestamp(milliseconds: 0) },
        today: { Day(year: 2024, month: 1, day: 1) ?? Day(ordinal: 0) }
      ).all
    try record([
      company("lenovo", name: "Lenovo"), announcement("lenovo", .suspended, on: "2022-03-08"),
      silentReduction("lenovo", .exited, on: "2022-05-06"),
    ])
  }

  private func record(_ events: [TestEvent]) throws {
    _ = try log.append(
      events.proposed(),
      as: AppendRequest(recorder: "desk", clock: { Timestamp(milliseconds: 0) }))
  }

  /// What a tool answers.
  private func call(_ name: String, _ arguments: String = "{}") throws -> JSONNode {
    var client = Client(tools: tools)
    try client.begin()
    let answer = try client.answer(
      to: """
        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":\
        {"name":"\(name)","arguments":\(arguments)}}
        """)
    #expect(client.reports.lines.isEmpty)
    return try #require(answer["result"])
  }

  private func refusal(_ name: String, _ arguments: String) throws -> String {
    let result = try call(name, arguments)
    #expect(result["isError"]?.bool == true)
    #expect(result["structuredContent"] == nil)
    return try #require(result["content"]?.elements.first?["text"]?.string)
  }

  @Test("they are listed by name, each with what its question takes, and none changes anything")
  func list() throws {
    var client = Client(tools: tools)
    try client.begin()
    let listed = try #require(
      try client.answer(to: #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)["result"]?["tools"]
    ).elements
    #expect(
      listed.map { $0["name"]?.string } == [
        "changes", "event", "explain", "news", "posture", "search", "timeline", "types",
      ])
    #expect(listed.allSatisfy { $0["annotations"]?["readOnlyHint"]?.bool == true })
    let questions: [any Question.Type] = [
      ChangesQuestion.self, EventQuestion.self, ExplanationQuestion.self, NewsQuestion.self,
      PostureQuestion.self, SearchQuestion.self, TimelineQuestion.self,
    ]
    for (tool, question) in zip(listed, questions) {
      let names = tool["inputSchema"]?["properties"]?.members.map(\.name).sorted()
      #expect(names == question.asks.map(\.name).sorted())
    }
    #expect(listed[2]["inputSchema"]?["required"]?.elements.map(\.string) == ["company"])
  }

  @Test("an answer is that of the question, for programs and in words")
  func answers() throws {
    let result = try call("posture", #"{"company":["lenovo"],"to":"2022-05-06"}"#)
    #expect(result["isError"]?.bool == false)
    let given = try Given([("company", "lenovo"), ("to", "2022-05-06")], for: PostureQuestion.asks)
    let (json, words) = try log.read { log in
      let today = try #require(Day(year: 2024, month: 1, day: 1))
      let asked = try Asked(
        given, as: .json, at: log.state, today: today, now: Timestamp(milliseconds: 0))
      let reply = try PostureQuestion.reply(to: asked, in: log)
      return (try reply.json().compactBytes(), try reply.bytes(as: .md, Rendering()))
    }
    #expect(result["structuredContent"]?.canonicalBytes() == json)
    #expect(
      result["content"]?.elements.first?["text"]?.string == String(decoding: words, as: UTF8.self))
  }

  @Test("one text is as good as a list of it, null as nothing, and a number as its digits")
  func leniency() throws {
    let exact = try call("posture", #"{"company":["lenovo"],"at":"2"}"#)
    let loose = try call("posture", #"{"company":"lenovo","to":null,"at":2}"#)
    #expect(
      exact["structuredContent"]?.canonicalBytes() == loose["structuredContent"]?.canonicalBytes())
    #expect(exact["structuredContent"]?["query"]?["at"]?.integer == 2)
  }

  @Test("what cannot be used is refused in a sentence that says what can")
  func refusals() throws {
    #expect(
      try refusal("posture", #"{"company":"lenvo"}"#)
        == "no company 'lenvo' is registered; did you mean 'lenovo'?")
    #expect(
      try refusal("event", #"{"evnt":"x"}"#)
        == "there is no argument 'evnt'; did you mean 'event'?")
    #expect(
      try refusal("explain", #"{"market":"RU"}"#)
        == "the argument 'company' is missing; give the company, by slug or name")
    #expect(try refusal("search", #"{"q":["x"]}"#) == "q: give a text")
    #expect(try refusal("posture", #"{"company":{}}"#) == "company: give a list of texts")
    #expect(try refusal("timeline", #"{"limit":true}"#) == "limit: give a whole number")
    #expect(try refusal("timeline", #"{"limit":0}"#).contains("'0' is not a number from 1"))
    #expect(try refusal("posture", #"{"to":"May"}"#).hasPrefix("to: 'May' is not a day"))
    #expect(try refusal("types", #"{"type":"exits"}"#).hasSuffix("did you mean 'exit'?"))
    #expect(
      try refusal("changes", #"{"to":"2022-05-06"}"#)
        == "say what to compare: give two values, A..B, for to, knownBy or at")
  }

  @Test("changes compares two of a clock, in one value or in two")
  func changes() throws {
    let one = try call("changes", #"{"to":"2022-05-05..2022-05-06"}"#)
    let two = try call("changes", #"{"to":"2022-05-06","fromTo":"2022-05-05"}"#)
    #expect(one["isError"]?.bool == false)
    #expect(
      one["structuredContent"]?.canonicalBytes() == two["structuredContent"]?.canonicalBytes())
  }

  @Test("a timeline shows the last entries, and more if asked")
  func timeline() throws {
    try record(
      (1...28).map { announcement("lenovo", .suspended, on: "2023-02-\($0 < 10 ? "0" : "")\($0)") })
    func count(_ arguments: String) throws -> Int? {
      try call("timeline", arguments)["structuredContent"]?["data"]?["entries"]?.count
    }
    #expect(try count("{}") == 20)
    #expect(try count(#"{"limit":25}"#) == 25)
  }

  @Test("an answer that is too long for an assistant is refused with how to narrow it")
  func tooLong() throws {
    try record(
      (1...600).map { announcement("lenovo", .suspended, on: "2023-01", id: "stop-\($0)") })
    let sentence = try refusal("timeline", #"{"limit":1000}"#)
    #expect(sentence.hasPrefix("the answer would be longer than 100000 bytes"))
    #expect(sentence.contains("limit"))
  }

  @Test("each call sees the log as it is then")
  func growing() throws {
    let before = try call("posture")["structuredContent"]?["log"]?["size"]?.integer
    try record([company("zte", name: "ZTE")])
    let after = try call("posture")["structuredContent"]?["log"]?["size"]?.integer
    #expect(before == 3 && after == 4)
  }

  @Test("types lists the types and, for one, its fields with a form in JSON")
  func types() throws {
    #expect(
      try call("types")["structuredContent"]?["types"]?.count == EventType.allCases.count)
    let exit = try call("types", #"{"type":"exit"}"#)
    #expect(exit["structuredContent"]?["type"]?.string == "exit")
    let words = try #require(exit["content"]?.elements.first?["text"]?.string)
    #expect(words.contains("evidence.publisher") && !words.contains("--"))
    let form = try #require(words.split(separator: "\n").last)
    #expect(try JSONDocument(parsing: Array(form.utf8)).root["type"]?.string == "exit")
  }
}
