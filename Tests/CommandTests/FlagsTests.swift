import Testing
import TestSupport

@Suite("One event by flags")
struct FlagsTests {
  private let dates = [
    "--occurred", "2022-03~", "--published", "2022-05-06", "--evidence-publisher", "WSJ",
  ]

  private func append(_ desk: Desk, _ words: [String]) throws -> Outcome {
    try Program([Program.stance, "append"] + words, in: desk.path).outcome()
  }

  @Test("an event without an id gets one that can be read")
  func recorded() throws {
    let desk = try Desk()
    let words = ["silent_reduction", "--company", "lenovo", "--markets", "RU,BY"]
    let outcome = try append(
      desk, words + ["--level", "suspended", "--evidence-grade", "B2"] + dates)
    #expect(outcome.status == 0)
    #expect(outcome.messages.isEmpty)
    let id = /lenovo-2022-[0-9-]*silent-reduction/
    #expect(outcome.output.contains(id), "\(outcome.output)")
    #expect(outcome.output.hasSuffix(" at 2; the head is 2\n"))
  }

  @Test(
    "flags that cannot be used are usage errors, values that do not fit bad data",
    arguments: [
      (["silent_redaction"], Int32(64), "did you mean 'silent_reduction'?"),
      (["silent_reduction", "--levle", "x"], 64, "did you mean '--level'?"),
      (["silent_reduction", "--level"], 64, "--level needs a value after it"),
      (
        ["silent_reduction", "--level", "gone", "--company", "lenovo", "--markets", "RU"], 65,
        "stance: --level: 'gone'"
      ),
      (
        ["silent_reduction", "--company", "lenovo", "--markets", "RUS"], 65,
        "stance: --markets: 'RUS' is not a market code; did you mean RU (Russia)?"
      ),
      ([], 64, "Give a type of event with its fields, or --from FILE."),
      (["exit", "--from", "x"], 64, "not both"),
      (["--from", "x", "--level=a"], 64, "Unknown option '--level'"),
    ])
  func refused(words: [String], status: Int32, sentence: String) throws {
    let desk = try Desk()
    let outcome = try append(desk, words)
    #expect(outcome.status == status)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.hasPrefix("stance: "))
    #expect(outcome.messages.contains(sentence), "\(outcome.messages)")
  }

  @Test("a company that is not registered is refused with the nearest names")
  func unknownCompany() throws {
    let desk = try Desk()
    let words = ["silent_reduction", "--company", "lenvo", "--markets", "RU"]
    let outcome = try append(desk, words + ["--level", "suspended"] + dates)
    #expect(outcome.status == 65)
    #expect(
      outcome.messages
        == "stance: company: no company 'lenvo' is registered; did you mean 'lenovo'?\n")
  }
}
