import HTTPTypes
import JSON
import Stances
import TestSupport
import Testing
import Web

/// Groups of companies, and counts as others would grade, in answers of the site.
@Suite("Boards of groups, and counted by methods")
struct GroupAnswerTests {
  private func site() throws -> SiteFixture {
    try SiteFixture([
      company("holding", name: "Holding"), company("works", name: "Works", parent: "holding"),
      company("branch", name: "Branch", parent: "holding"), company("other", name: "Other"),
      announcement("works", .operating, on: "2022-03-01", id: "stays"),
      silentReduction("branch", .suspended, on: "2022-03-02", id: "stops"),
      announcement("other", .exited, on: "2022-03-03", id: "says"),
    ])
  }

  @Test("a group is one posture, with who stands for it and the rule in the answer")
  func groups() async throws {
    let site = try site()
    let json = try await site.get("/board.json?unit=parent&roll=best").json
    #expect(json["query"]?["unit"]?.string == "parent" && json["query"]?["roll"]?.string == "best")
    let postures = try #require(json["data"]?["postures"]).elements
    #expect(postures.map { $0["company"]?.string } == ["branch", "other"])
    #expect(postures[0]["group"]?["company"]?.string == "holding")
    #expect(postures[0]["group"]?["members"]?.elements.map(\.string) == ["branch", "works"])
    let csv = await site.get("/posture.csv?unit=parent&company=works").text
    #expect(csv.contains(",group,group_name,group_members\r\n"))
    #expect(csv.contains(",holding,Holding,branch works\r\n"))
    let page = await site.get("/board?unit=parent").text
    #expect(page.contains("groups (worst), each as its company that does the most business"))
    #expect(page.contains("2 groups in 1 market") && page.contains("<svg"))
    // In parts, by groups.
    let first = try await site.get("/board.json?unit=parent&limit=1").json
    #expect(first["data"]?["postures"]?.elements.count == 1)
    let rest = try await site.get("/board.json?unit=parent&limit=1&after=holding").json
    #expect(rest["data"]?["postures"]?.firstElement?["company"]?.string == "other")
  }

  @Test(
    "what follows companies is refused of groups, and a rule without groups",
    arguments: [
      ("/board.ics?unit=parent", "the format ics is of companies, not of groups"),
      ("/board.atom?unit=parent", "is of companies, not of groups"),
      ("/board.svg?unit=parent&picture=counts", "the picture of counts is of companies"),
      ("/posture?roll=best", "ask for unit parent too, or omit roll"),
    ])
  func refused(address: String, sentence: String) async throws {
    let answer = try await site().get(address)
    #expect(answer.status == .badRequest && answer.text.contains(sentence), "\(answer.text)")
  }

  @Test("a board is counted by a method as well, on the page and for programs")
  func counted() async throws {
    let site = try site()
    let board = try await site.get("/board.json?method=yale-said/1").json
    let method = try #require(board["data"]?["methods"]?.firstElement)
    #expect(method["method"]?.string == "yale-said/1" && method["left"]?.integer == 1)
    let page = await site.get("/board?method=yale-said/1").text
    #expect(page.contains("By yale-said/1, 1 of 3 have left (33.3\u{A0}%)."), "\(page)")
    #expect(await site.get("/board?method=yale-said/2").status == .badRequest)
    let count = try await site.get("/count.json?unit=parent&roll=any&by=market").json
    let names = try #require(count["data"]?["methods"]).elements.map { $0["method"]?.string }
    #expect(names.count == 4)
    #expect(count["data"]?["postures"]?.elements.count == 2)
  }
}
