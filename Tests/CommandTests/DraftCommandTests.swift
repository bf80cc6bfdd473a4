import Stances
import TestSupport
import Testing

@Suite("From an article to drafts, on the command line")
struct DraftCommandTests {
  private static let text = """
    On 5 March 2022 Lenovo halted all shipments to Russia, people familiar with the matter said.

    Zenith Drones has not stopped sales in Russia. Lenovo declined to comment.
    """

  private static let source = [
    "--publisher", "The Paper", "--published", "2022-05-06", "--url", "https://paper.example/1",
  ]

  private func desk() throws -> Desk {
    let desk = try Desk()
    _ = try desk.write([Self.text], to: "article.txt")
    return desk
  }

  @Test("each draft has its sentence, its rule and what it needs")
  func words() throws {
    let desk = try desk()
    let outcome = try desk.run(["draft", "article.txt"] + Self.source)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(
      outcome.output.hasPrefix(
        "2 drafts in 3 sentences, 1 complete; a marker pen, not a coder: read each sentence\n"))
    #expect(outcome.output.contains("   occurred: 2022-03-05\n"))
    #expect(outcome.output.contains("   by “halted all shipments” (stops its business)\n"))
    #expect(outcome.output.contains("   occurred: ? (needed)\n"))
    #expect(outcome.output.contains("Zenith Drones (line 3)"))
    #expect(outcome.output.contains("was passed over after 'not'"))
    #expect(try desk.run("status").output.contains("head           1\n"))
    // A pipe gives the same.
    let piped = try desk.bash("cat article.txt | $stance draft - --format jsonl | wc -l")
    #expect(piped.firstLine.trimmed() == "2")
  }

  @Test("what is filled in is appended; what is not is refused by its name")
  func lines() throws {
    let desk = try desk()
    let filled = try desk.bash(
      """
      $stance draft article.txt --publisher P --published 2022-05-06 --format jsonl > e.jsonl
      $stance append --from e.jsonl; echo $?
      sed -i 's/"REQUIRED: [^"]*"/"2022-05-06"/; s/\\["2022-05-06"\\]/["RU"]/' e.jsonl
      sed -i 's/"markets":\\["REQUIRED: [^"]*"\\]/"markets":["RU"]/; s/"REQUIRED: [^"]*"/"2022-05-06"/' e.jsonl
      $stance append --from e.jsonl
      """)
    #expect(filled.messages.contains("it still says what to put there"), "\(filled.messages)")
    #expect(filled.output.contains("65"))
    #expect(filled.output.contains("recorded 2 events"), "\(filled.output) \(filled.messages)")
  }

  @Test("--propose puts the complete ones into the inbox, and says what the others need")
  func proposed() throws {
    let desk = try desk()
    let outcome = try desk.run(["draft", "article.txt", "--propose"] + Self.source)
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.contains("→ proposed as "), "\(outcome.output)")
    #expect(
      outcome.output.contains("→ not proposed: it needs markets and occurred"), "\(outcome.output)")
    let list = try desk.run("inbox").output
    #expect(list.hasPrefix("1 proposal waits"), "\(list)")
    #expect(list.contains("by a draft"), "\(list)")
    #expect(list.contains("why: drafted by rule 'stops its business'"), "\(list)")
    let json = try desk.run(["draft", "article.txt", "--json"] + Self.source).output
    #expect(json.contains("\"isComplete\": true"))
    #expect(!json.contains("grade"))
  }

  @Test("bad input ends with a sentence and the status that fits")
  func badInput() throws {
    let desk = try desk()
    func check(_ status: Int32, _ says: String, _ arguments: String...) throws {
      let outcome = try desk.run(["draft"] + arguments)
      #expect(outcome.status == status, "\(arguments): \(outcome.messages)")
      #expect(outcome.messages.contains(says), "\(arguments): \(outcome.messages)")
    }
    _ = try desk.bash(
      "printf '' > empty; printf 'a\\0b' > zero; printf '\\377\\376a' > odd; head -c 10000000 /dev/zero | "
        + "tr '\\0' a > big; head -c 100000 /dev/zero | tr '\\0' a > long; printf '{\"format\": 1}' > cues"
    )
    try check(65, "empty is empty", "empty")
    try check(65, "zero is no text", "zero")
    try check(65, "big has 10000000 bytes", "big")
    try check(66, "there is no file", "none")
    try check(64, "--published: ", "article.txt", "--published", "yesterday")
    try check(64, "--market: ", "article.txt", "--market", "Rusia")
    try check(64, "--url takes", "article.txt", "--url", "ftp://x")
    try check(64, "goes without", "article.txt", "--format", "jsonl", "--json")
    try check(64, "Nothing is recorded", "article.txt", "--dry-run")
    try check(65, "cues, line 1", "article.txt", "--cues", "cues")
    let long = try desk.run("draft", "long")
    #expect(long.status == 0)
    #expect(long.output.contains("line 1: 100000 bytes without the end of a sentence"))
  }
}
