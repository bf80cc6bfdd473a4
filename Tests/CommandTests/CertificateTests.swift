import JSON
import Stances
import TestSupport
import Testing

@Suite("A certificate of what a log holds")
struct CertificateTests {
  let desk: Desk

  init() throws {
    desk = try Desk([
      announcement("lenovo", .operating, on: "2022-03-11", in: ["RU"], id: "lenovo-carries-on")
    ])
    #expect(try desk.run("key", "new", "stance.example.org/log").status == 0)
    #expect(try desk.run("checkpoint").status == 0)
  }

  @Test("It says what was asked, what was found, in which log, and what that does not show")
  func found() throws {
    let page = try desk.run("certificate", "lenovo", "--to", "2022-05-06").output
    let key = try desk.run("key", "show").output.prefix { $0 != "\n" }
    for words in [
      "As of              2022-05-06", "Companies          lenovo", "said that it carries",
      "Origin      stance.example.org/log", "Size        3 events", "\(key)",
      "a head of 3 events, root ", "Time stamp  none", "It does not attest to what happened.",
      "Not shown: that the log is complete.",
      "stance posture lenovo --to 2022-05-06 --at 3.", "\nLog stance.example.org/log · size 3 ",
    ] {
      #expect(page.contains(words), "\(words)\n\(page)")
    }
  }

  @Test("If nothing is found it says so, about the log and not about the world")
  func nothing() throws {
    let page = try desk.run("certificate", "lenovo", "--to", "2021-01-01").output
    #expect(page.contains("Nothing on record matches this query."))
    #expect(page.contains("It does not mean that nothing"))
    let json = try desk.run("certificate", "lenovo", "--to", "2021-01-01", "--json").output
    let data = try JSONDocument(parsing: Array(json.utf8)).root["data"]
    #expect(data?["nothingFound"]?.bool == true)
  }

  @Test("Of a name that the log does not have it says so, with what is spelt alike, and the proof")
  func unknown() throws {
    let page = try desk.run("certificate", "Lenvo", "--to", "2022-05-06")
    #expect(page.status == 0)
    for words in [
      "No company of the log has the slug, name or alias Lenvo.",
      "Nearest in", "lenovo.",
      "It does not mean that nothing", "stance companies --to 2022-05-06 --at 3 lists all",
      "a head of 3 events, root ",
    ] {
      #expect(page.output.contains(words), "\(words)\n\(page.output)")
    }
    let json = try desk.run("certificate", "Lenvo", "Acme", "--json").output
    let data = try JSONDocument(parsing: Array(json.utf8)).root["data"]
    #expect(data?["nothingFound"]?.bool == true)
    #expect(data?["unknown"]?.elements.map { $0["name"]?.string } == ["Lenvo", "Acme"])
    #expect(data?["postures"]?.elements.isEmpty == true)
  }

  @Test("Beside a name that the log does not have it answers about those that it has")
  func partlyUnknown() throws {
    let page = try desk.run("certificate", "Acme", "lenovo", "--to", "2022-05-06").output
    #expect(page.contains("has the slug, name or alias Acme. No company of the log is spelt like"))
    #expect(page.contains("said that it carries") && page.contains("stance posture lenovo --to"))
  }

  @Test(
    "An older position is linked to the head that was signed over it, and an unsigned one is reported"
  )
  func heads() throws {
    let json = try desk.run("certificate", "--at", "1", "--json").output
    let root = try JSONDocument(parsing: Array(json.utf8)).root
    #expect(root["log"]?["size"]?.integer == 1)
    let signed = root["data"]?["signed"]
    #expect(signed?["size"]?.integer == 3)
    #expect(try desk.run("checkpoint").output == signed?["checkpoint"]?.string)
    #expect(signed?["consistency"]?.elements.count { _ in true } == 2)

    let stranger = ["XDG_CONFIG_HOME": "\(desk.path)/stranger"]
    _ = try desk.write([company("later").line], to: "more")
    #expect(try desk.run(["append", "--from", "more"], environment: stranger).status == 0)
    let page = try desk.run("certificate").output
    #expect(page.contains("not yet: no signed head covers these events"))
  }
}
