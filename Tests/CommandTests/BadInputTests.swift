import Stances
import Testing
import TestSupport

@Suite("What bad input gets")
struct BadInputTests {
  /// A line that the log accepts, with one text in place of another.
  private func line(_ right: String, _ wrong: String) -> String {
    silentReduction("lenovo", .suspended, on: "2022-03-01", id: "cut").line
      .replacing(right, with: wrong)
  }

  @Test(
    "a file with a line that is not an event is refused as a whole, with place and advice, and status 65",
    arguments: [
      ("\"type\":", "\"type\"", "a colon is expected here"),
      (
        "\"v\":2", "\"v\":2,\"v\":1",
        "the object already has a member \"v\"; keep one of the two"
      ),
      (
        "silent_reduction", "silent_redaction",
        "type: there is no event type 'silent_redaction'; did you mean 'silent_reduction'?"
      ),
      ("\"level\":", "\"casue\":\"x\",\"level\":", "has no field 'casue'; did you mean 'cause'?"),
      ("\"occurred\":\"2022-03-01\"", "\"occurred\":\"2022-02-30\"", "February 2022 has 28 days"),
      (
        "\"occurred\":\"2022-03-01\"", "\"occurred\":\"2022-03/2022-02\"",
        "'2022-03/2022-02' ends before it starts"
      ),
      ("\"company\":\"lenovo\"", "\"company\":\"lenvo\"", "did you mean 'lenovo'?"),
      ("\"RU\"", "\"RUS\"", "'RUS' is not a market code; did you mean RU (Russia)?"),
      (
        "\"publisher\":", "\"url\":\"ftp://a.example/x\",\"publisher\":",
        "evidence[0].url: 'ftp://a.example/x' is not a web address"
      ),
    ])
  func refused(right: String, wrong: String, words: String) throws {
    let desk = try Desk()
    let good = declinedComment("lenovo", on: "2022-03-02").line
    let file = try desk.write([good, line(right, wrong)])
    let outcome = try desk.run("append", "--from", file)
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("stance: events.jsonl: line 2"), "\(outcome.messages)")
    #expect(outcome.messages.contains(words), "\(outcome.messages)")
    #expect(try desk.head() == 1)
  }

  @Test(
    "the same id with the same content is not an error, with different content it is a conflict")
  func sameName() throws {
    let desk = try Desk()
    let file = try desk.write([line("", "")])
    #expect(try desk.run("append", "--from", file).output == "recorded cut at 2; the head is 2\n")
    let again = try desk.run("append", "--from", file)
    #expect(again.status == 0)
    #expect(again.output == "cut was already recorded at 2; the head is 2\n")
    let other = try desk.write([line("suspended", "reducing")])
    let conflict = try desk.run("append", "--from", other)
    #expect(conflict.status == 65)
    #expect(
      conflict.messages.hasPrefix(
        "stance: events.jsonl: line 1: event 'cut': its id is recorded at 2 with other content;"))
  }

  @Test("a wrong cell of a CSV file is named by line and column")
  func wrongCell() throws {
    let desk = try Desk()
    let file = try desk.write(
      [
        "id,type,company,markets,level,occurred,published,evidence.publisher",
        "cut,silent_reduction,lenovo,RU,gone,2022-03~,2022-05-06,WSJ",
      ], to: "events.csv")
    let outcome = try desk.run("append", "--from", file)
    #expect(outcome.status == 65)
    #expect(outcome.messages.hasPrefix("stance: events.csv: line 2, column 'level': 'gone'"))
  }

  @Test("a condition that does not hold is a conflict")
  func conditions() throws {
    let desk = try Desk()
    let file = try desk.write([line("", "")])
    let stale = try desk.run("append", "--from", file, "--expect-head", "0")
    #expect(stale.status == 65)
    #expect(
      stale.firstMessage == "stance: the log's head is 1, not 0; look at what is new, then "
        + "append again")
    let news = try desk.run(
      "append", "--from", file, "--expect-nothing-since", "0", "--company", "lenovo")
    #expect(news.status == 65)
    let held = try desk.run(
      "append", "--from", file, "--expect-nothing-since", "1", "--company", "lenovo")
    #expect(held.status == 0)
  }

  @Test("a dry run checks everything and records nothing")
  func dryRun() throws {
    let desk = try Desk()
    let file = try desk.write([line("", "")])
    let outcome = try desk.run("append", "--from", file, "--dry-run")
    #expect(outcome.output == "would record cut; the head is 1\n")
    #expect(try desk.head() == 1)
  }
}
