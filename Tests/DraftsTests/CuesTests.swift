import Drafts
import Intake
import TestSupport
import Testing

@Suite("A file of cues")
struct CuesTests {
  private func refusal(_ text: String) -> String {
    do throws(DataFileError) {
      _ = try Cues(Array(text.utf8), from: "cues.json")
      return ""
    } catch {
      return "\(error)"
    }
  }

  private func file(_ rest: String) -> String {
    #"{"format":"stance cues","version":1,"language":"en","#
      + #""words":{"stop":["halt*","stop"]},"# + rest + "}"
  }

  @Test("that comes with the program is the one in Events/cues")
  func embedded() throws {
    _ = try Desk.cues.get()
    let text = "Acme halted sales in Russia. Acme declined to comment. MOFCOM warned firms."
    let index = NameIndex(Desk.register, try Cues.english())
    let drafts = ArticleReader(index, try Cues.english()).drafts(of: text, from: ArticleSource())
    #expect(drafts.drafts.map(\.words) == (try Desk.read(text).drafts.map(\.words)))
    #expect(drafts.drafts.count == 3)
  }

  @Test(
    "is refused where it is wrong, with what would be right",
    arguments: [
      (
        "\"rules\":[{\"rule\":\"x\",\"type\":\"exits\",\"patterns\":[\"a\"]}]",
        "'exits' is not a type of event; did you mean 'exit'?"
      ),
      (
        "\"rules\":[{\"rule\":\"x\",\"type\":\"exit\",\"patterns\":[\"<stopp>\"]}]",
        "'words' has no list 'stopp'; did you mean 'stop'?"
      ),
      (
        "\"rules\":[{\"rule\":\"x\",\"type\":\"exit\",\"patterns\":[\"a ...99 b\"]}]",
        "'...99' is no gap"
      ),
      (
        "\"rules\":[{\"rule\":\"x\",\"type\":\"exit\",\"patterns\":[\"a ...\"]}]",
        "begins and ends with words"
      ),
      (
        "\"rules\":[{\"rule\":\"x\",\"type\":\"exit\",\"patterns\":[\"{firm}\"]}]",
        "'{firm}' is not {company}"
      ),
      (
        "\"rules\":[{\"rule\":\"x\",\"type\":\"exit\",\"set\":{\"levl\":\"x\"},\"patterns\":[\"a\"]}]",
        "exit has no field 'levl'"
      ),
      ("\"ruls\":[]", "did you mean 'rules'?"),
      ("\"adjectives\":{\"Russian\":\"Russia\"}", "did you mean RU (Russia)?"),
    ])
  func refused(rest: String, says: String) {
    let refusal = refusal(file(rest))
    #expect(refusal.hasPrefix("cues.json, line 1, column "), "\(refusal)")
    #expect(refusal.contains(says), "\(refusal)")
  }

  @Test("of another format, language or no JSON is refused")
  func others() {
    #expect(refusal("{}").contains("'format' is missing"))
    #expect(refusal("[]").contains("an object is needed"))
    #expect(refusal("{").contains("cues.json, line 1, column"))
    #expect(
      refusal(#"{"format":"stance cues","version":1,"language":"de"}"#).contains("in English only"))
  }
}
