import JSON
import Stances
import TestSupport
import Testing

@Suite("stance report companies")
struct ComparisonTests {
  let desk: Desk

  init() throws {
    desk = try Desk([
      company("acme", name: "Acme"), company("bolt", name: "Bolt"), company("quiet", name: "Quiet"),
      announcement("acme", .suspended, on: "2022-03-01", id: "acme-stops"),
      continuedBusiness("bolt", .operating, on: "2022-03-05", id: "bolt-stays"),
      silentReduction("bolt", .suspended, on: "2022-03-20", id: "bolt-stops"),
    ])
  }

  @Test("lists the periods in which levels differ, and draws all companies")
  func periods() throws {
    let asked = ["report", "companies", "acme", "Bolt", "quiet", "--to", "2022-03-31"]
    let csv = try desk.run(asked + ["--format", "csv"]).output.split(separator: "\r\n")
    #expect(
      csv == [
        "market,from,to,company,recorded,word,deed",
        "RU,2022-03-05,2022-03-19,acme,true,suspended,suspended",
        "RU,2022-03-05,2022-03-19,bolt,true,,operating",
        "RU,2022-03-05,2022-03-19,quiet,false,,",
        "RU,2022-03-20,2022-03-31,acme,true,suspended,suspended",
        "RU,2022-03-20,2022-03-31,bolt,true,,suspended",
        "RU,2022-03-20,2022-03-31,quiet,false,,",
      ])
    let text = try desk.run(asked).output
    for words in ["Acme, Bolt and Quiet compared", "nothing recorded", "What differed when"] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    let picture = try desk.run(asked + ["--format", "svg"]).output
    #expect(picture.matches(of: />nothing recorded</).count == 1)
    #expect(picture.matches(of: /data-strip="(acme|bolt) RU"/).count == 2)
    let root = try JSONDocument(
      parsing: Array(try desk.run(asked + ["--format", "json"]).output.utf8)
    ).root
    #expect(root["data"]?["markets"]?.elements.count { _ in true } == 1)
  }

  @Test("a market in which nothing is recorded is said to have nothing, and no difference")
  func nothing() throws {
    let text = try desk.run(
      "report", "companies", "acme", "bolt", "--market", "KZ", "--to", "2022-03-31"
    ).output
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("only in Kazakhstan") && words.contains("there is nothing to compare"))
    let none = try desk.run("report", "companies", "acme", "bolt", "--to", "2021-01-01")
    #expect(none.status == 0)
    #expect(none.output.contains("Nothing is recorded of what these companies say or do"))
  }

  @Test(
    "refuses what cannot be compared, and says why",
    arguments: [
      ([], 64, "give at least two companies"), (["acme"], 64, "one company alone"),
      (["acme", "acme"], 64, "'acme' is given twice"),
      (["acme", "Acme"], 64, "'acme' and 'Acme' are one company"),
      (["acme", "bold"], 66, "did you mean 'bolt'?"),
      (Array("abcdefghi").map { "\($0)" }, 64, "at most 8 companies"),
    ])
  func refusals(companies: [String], status: Int32, words: String) throws {
    for format in ["text", "html"] {
      let outcome = try desk.run(["report", "companies"] + companies + ["--format", format])
      #expect(outcome.status == status && outcome.output.isEmpty)
      #expect(outcome.messages.contains(words), "\(outcome.messages)")
    }
  }
}
