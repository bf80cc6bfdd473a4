import Stances
import Testing

@testable import Intake

@Suite("JSON Lines")
struct JSONLinesTests {
  @Test("blank lines, CR LF and a last line without LF are fine")
  func lineEnds() throws {
    let file = try ScratchFile(
      "\n\(declinedComment(id: "a"))\r\n  \t\r\n\(declinedComment(id: "b"))\n\n"
        + declinedComment(id: "c"))
    #expect(try events(in: file).map(\.event.id.text) == ["a", "b", "c"])
  }

  @Test("an empty file holds no events")
  func empty() throws {
    let file = try ScratchFile("")
    #expect(try events(in: file).isEmpty)
  }

  @Test(
    "what is not an event is refused with line, column, path and advice",
    arguments: [
      (
        "\(declinedComment())\n{\"id\":\"b\",}",
        "line 2, column 10: there is a comma before the closing bracket; remove it"
      ),
      (
        "{\"id\":\"a\",\"id\":\"b\"}",
        "line 1, column 11: the object already has a member \"id\"; keep one of the two"
      ),
      (
        "\u{FEFF}\(declinedComment())",
        "line 1, column 1: the text starts with a byte order mark; save it as UTF-8 without one"
      ),
      (
        "\n[\(declinedComment()),\n\(declinedComment())]",
        "line 2: this is a JSON array; JSON Lines has one event a line, without brackets "
          + "and commas around them (jq -c '.[]' writes it so)"
      ),
      (
        "[\(declinedComment())]",
        "line 1: this is a JSON array; JSON Lines has one event a line, without brackets "
          + "and commas around them (jq -c '.[]' writes it so)"
      ),
      (
        "{\n  \"id\": \"a\"\n}",
        "line 1: the line ends before the event does; JSON Lines has each event on one "
          + "line (jq -c . writes it so)"
      ),
      (
        "{\"id\":\"a\"",
        "line 1, column 10: the JSON ends too early; complete it"
      ),
      (
        "\n\n" + declinedComment(extra: ",\"levle\":\"exited\""),
        "line 3, column 159: declined_comment has no field 'levle'; remove it"
      ),
      (
        "{\"id\":\"a\",\"type\":\"denail\",\"v\":1}",
        "line 1, column 18: type: there is no event type 'denail'; did you mean 'denial'?"
      ),
      (
        "7",
        "line 1, column 1: an event is a JSON object; write {\"id\": …, \"type\": …, \"v\": 1, …}"
      ),
    ])
  func refused(text: String, words: String) throws {
    let said = try refusal(of: text, named: "events.jsonl")
    #expect(said == words)
  }

  @Test("a line over 65,535 bytes is refused, with or without an end")
  func longLines() throws {
    let padding = String(repeating: "x", count: 70_000)
    for text in ["\n\(padding)\n", "\n\(padding)", "\n" + padding + padding + padding + padding] {
      #expect(
        try refusal(of: text, named: "events.jsonl")
          == "line 2: the JSON is longer than 65535 bytes; shorten it")
    }
  }

  @Test("lines across the borders of blocks and batches keep order and number")
  func manyLines() throws {
    let lines = (1...5_003).map { declinedComment(id: "event-\($0)") }
    let file = try ScratchFile(lines.joined(separator: "\n"))
    let source = EventFile(try InputFile(path: file.path))
    var numbers: [Int] = []
    while let batch = try source.next(checking: {}) {
      numbers += batch.map(\.line)
      #expect(source.count == numbers.count)
    }
    #expect(numbers == Array(1...5_003))
    #expect(try source.next(checking: {}) == nil)
  }

  @Test("a refused line does not keep those around it from being read")
  func refusalsComeInOrder() throws {
    let file = try ScratchFile("\(declinedComment())\n{}\n\(declinedComment(id: "b"))\n[]")
    let kinds = try proposals(in: file).map { proposal in
      if case .refused = proposal.content { false } else { true }
    }
    #expect(kinds == [true, false, true, false])
  }

  @Test("anyone who waits can stop waiting")
  func interrupted() throws {
    struct Stop: Error {}
    let file = try ScratchFile(declinedComment())
    let source = EventFile(try InputFile(path: file.path))
    #expect(throws: Stop.self) { try source.next(checking: { throw Stop() }) }
  }
}
