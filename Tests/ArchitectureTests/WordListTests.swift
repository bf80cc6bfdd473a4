import Testing

@Suite("The word list")
struct WordListTests {
  @Test("nothing printed and no page uses a word that the list replaces")
  func printedWords() throws {
    let sources = try SourceTree.files(in: "Sources").filter { !$0.path.hasSuffix(".md") }
    // The founding case quotes its sources; the rules are a contract, with words of their own.
    let pages = try ["Docs", "Events"].flatMap(SourceTree.files).filter {
      $0.path.hasSuffix(".md") && !$0.path.hasPrefix("Events/china-tech-russia/")
        && !$0.path.hasPrefix("Events/RULES")
    }
    let top = try SourceTree.topLevelPages()
    try #require(!sources.isEmpty && pages.count > 5 && top.count > 2)
    #expect((sources + pages + top).flatMap(WordList.breaches) == [])
  }

  @Test(
    "a word of the list is found where readers see it",
    arguments: [
      ("Sources/A.swift", #"print("Whoever holds the key")"#, "write 'anyone who', not 'Whoever'"),
      ("Sources/A.swift", #"print("left out, today")"#, "write 'default:', not 'left out,'"),
      ("Docs/A.md", "It is written anew.", "write 'again', not 'anew'"),
      ("Docs/A.md", "This is no verdict.", "write 'is not a', not 'This is no verdict'"),
      ("Sources/page.js", "say(`behind the head`)", "write 'after', not 'behind the head'"),
      (
        "README.md", "It tells what is held by witnesses.",
        "write 'says' or 'shows', not 'tells what'"
      ),
    ])
  func found(path: String, line: String, sentence: String) {
    let file = SourceTree.File(path: path, text: "\n" + line)
    #expect(WordList.breaches(in: file) == ["\(path):2: \(sentence)"])
  }

  @Test(
    "a comment, a name in code, the word list itself and other uses of a word are left alone",
    arguments: [
      ("Sources/A.swift", "let nobody = 1  // whoever asks"),
      ("Sources/A.swift", #"print("there is no longer a log")"#),
      ("CONTRIBUTING.md", "| again | anew |"),
      (
        "INSTALL.md",
        "Behind nginx or Caddy, the site is no longer open. This is no more than a note."
      ),
    ])
  func leftAlone(path: String, line: String) {
    #expect(WordList.breaches(in: SourceTree.File(path: path, text: line)) == [])
  }
}
