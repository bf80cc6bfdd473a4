import JSON
import Stances
import TestSupport
import Testing

@Suite("stance review with files beside the log")
struct ReviewCommandTests {
  private let stop = silentReduction("lenovo", .suspended, on: "2022-03-10", id: "stop")

  private func review(_ desk: Desk, _ words: String...) throws -> Outcome {
    try desk.run(["review", "--to", "2022-12-31", "--only", "J1,E2"] + words)
  }

  @Test("ends with 1 if anything is left, and with 0 once all is acknowledged")
  func exitCode() throws {
    let desk = try Desk([stop])
    #expect(try review(desk).status == 0)
    let found = try review(desk, "--exit-code", "--format", "csv")
    #expect(found.status == 1)
    let lines = found.output.split(separator: "\r\n")
    #expect(lines.first == "code,subject,since,what,command")
    #expect(lines.dropFirst().map { $0.prefix(2) } == ["J1", "E2"])

    let acks = try desk.write(
      [
        "code,subject,until,by,reason", "J1,lenovo RU,2023-01-01,An editor,Only one had it",
        "E2,stop,2023-01-01,,",
      ], to: "review.csv")
    let done = try review(desk, "--exit-code", "--acks", acks)
    #expect(done.status == 0)
    #expect(done.output.contains("2 acknowledged and not shown."))
    let json = try review(desk, "--acks", acks, "--json").output
    #expect(json.contains(#""by": "An editor""#) && json.contains(#""by": null"#))
    let later = try desk.run(
      "review", "--to", "2023-01-01", "--only", "J1,E2", "--acks", acks, "--exit-code")
    #expect(later.status == 1)
  }

  @Test(
    "refuses a row that could hide a finding by a slip, with its line and what is near",
    arguments: [
      ("J7,lenovo RU,2023-01-01", "line 2, column 'code': there is no rule 'J7'; did you mean"),
      ("E2,stpo,2023-01-01", "line 2: E2 is about an event, and the log has none 'stpo'; did you"),
      ("E2,stop,2023-02-30", "line 2, column 'until': 2023-02-30 does not exist"),
      ("E2,,2023-01-01", "line 2, column 'subject': the cell is empty"),
    ])
  func badAcknowledgements(row: String, sentence: String) throws {
    let desk = try Desk([stop])
    let acks = try desk.write(["code,subject,until", row], to: "review.csv")
    let outcome = try review(desk, "--acks", acks)
    #expect(outcome.status == 65)
    #expect(outcome.messages.contains("review.csv: \(sentence)"), "\(outcome.messages)")
  }

  @Test("refuses a file without a column, or with one that it does not know")
  func badColumns() throws {
    let desk = try Desk([stop])
    let short = try review(desk, "--acks", desk.write(["code,subject"], to: "a.csv"))
    #expect(short.status == 65 && short.messages.contains("there is no column 'until'"))
    let other = try review(desk, "--links", desk.write(["url,status,checked,x"], to: "b.csv"))
    #expect(other.status == 65 && other.messages.contains("there is no column 'x' here"))
    #expect(try review(desk, "--acks", "none.csv").status == 66)
  }

  @Test("takes what a checker of links found")
  func links() throws {
    let page = "https://example.org/a?b=1&c='d'"
    let cited = stop.with(
      "evidence",
      .array([
        .object([("publisher", "Daily"), ("grade", "B2"), ("url", .string(page))])
      ]))
    let desk = try Desk([cited])
    let links = try desk.write(["url,status,checked", "\(page),404,2022-06-01"], to: "links.csv")
    let found = try desk.run(
      "review", "--to", "2022-12-31", "--only", "E6", "--links", links, "--format", "csv")
    #expect(found.output.contains("answered 404; no copy is kept"))
    #expect(found.output.contains(#"--url 'https://example.org/a?b=1&c='\''d'\'''"#))
    let bad = try desk.write(["url,status,checked", "\(page),fine,2022-06-01"], to: "links.csv")
    let refused = try desk.run("review", "--links", bad)
    #expect(refused.status == 65)
    #expect(refused.messages.contains("line 2, column 'status': 'fine' is not a status of HTTP"))
  }

  @Test("refuses a rule that is not there")
  func unknownRule() throws {
    let outcome = try Desk().run("review", "--only", "E1,X")
    #expect(outcome.status == 64)
    #expect(outcome.messages.contains("there is no rule 'X'"), "\(outcome.messages)")
  }
}
