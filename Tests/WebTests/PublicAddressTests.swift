import JSON
import HTTPTypes
import TestSupport
import Testing

@testable import Web

/// A site that knows where readers find it names whole addresses where programs need them.
@Suite("The public address of a site")
struct PublicAddressTests {
  private static let base = "https://example.org/stance"

  private func site(_ events: [TestEvent] = SiteFixture.story) throws -> SiteFixture {
    try SiteFixture(events, publicAddress: Self.base)
  }

  @Test("the links of an answer, of its time gate and of its time map are whole")
  func memento() async throws {
    let site = try site()
    for address in ["/board.json", "/timegate/board.json", "/timemap/board.json"] {
      let answer = await site.get(address)
      let links = answer.fields[values: .link].joined(separator: ",") + answer.text
      #expect(links.contains(#"<\#(Self.base)/board.json>; rel="original""#), "\(links)")
      #expect(!links.contains("</"), "\(links)")
    }
  }

  @Test("feeds name themselves and the pages of their entries, calendars those of their events")
  func feeds() async throws {
    let site = try site()
    let atom = await site.get("/company/lenovo.atom?to=2022-05-31").text
    #expect(
      atom.contains("<link rel=\"self\" href=\"\(Self.base)/company/lenovo.atom?to=2022-05-31\"/>"))
    #expect(atom.contains("<link rel=\"alternate\" href=\"\(Self.base)/company/lenovo/RU\"/>"))
    let news = try await site.get("/news.json?since=0").json
    #expect(news["feed_url"]?.string == "\(Self.base)/news.json?since=0")
    let addresses = news["items"]?.elements.compactMap { $0["url"]?.string } ?? []
    #expect(!addresses.isEmpty && addresses.allSatisfy { $0.hasPrefix(Self.base + "/") })
    let calendar = await site.get("/company/lenovo.ics?to=2022-05-31").text
      .replacing("\r\n ", with: "")
    #expect(calendar.contains("\r\nURL:\(Self.base)/event/"))
  }

  @Test("without one, what may be relative is, and what may not be is left out")
  func unknown() async throws {
    let site = try SiteFixture()
    let atom = await site.get("/company/lenovo.atom?to=2022-05-31").text
    #expect(atom.contains("<link rel=\"alternate\" href=\"/company/lenovo/RU\"/>"))
    #expect(await !site.get("/company/lenovo.ics?to=2022-05-31").text.contains("URL:"))
    #expect(try await site.get("/news.json?since=0").json["feed_url"] == nil)
  }

  @Test("a page says what it is to programs, with whole addresses if it knows them")
  func sharing() async throws {
    let page = await (try site()).get("/board?to=2022-05-31").text
    #expect(
      page.contains("<meta property=\"og:url\" content=\"\(Self.base)/board?to=2022-05-31\">"))
    #expect(
      page.contains("<meta property=\"og:image\" content=\"\(Self.base)/board.png?to=2022-05-31\">")
    )
    let data = try Self.data(of: page)
    #expect(data["@type"]?.string == "Dataset")
    #expect(data["url"]?.string == "\(Self.base)/board?to=2022-05-31")
    #expect(data["dateModified"]?.string == "2022-05-10T12:03:00.000Z")
    #expect(data["citation"]?.string?.hasPrefix("Unnamed log · size 4 · root ") == true)
    let types = data["distribution"]?.elements.compactMap { $0["encodingFormat"]?.string }
    #expect(types == ["text/csv", "application/json"])
    let plain = await (try SiteFixture()).get("/board").text
    #expect(plain.contains("og:title") && !plain.contains("og:url") && !plain.contains("og:image"))
    #expect(try Self.data(of: plain)["url"] == nil)
  }

  @Test(
    "no name ends the data of a page or turns it around",
    arguments: ["</script><b>", "a\u{202E}b", "\"}]", "<!--<script>", "&amp;\u{2028}"])
  func hostile(name: String) async throws {
    let page = await (try site([company("acme", name: name)])).get("/company/acme").text
    let data = try Self.data(of: page)
    #expect(data["name"]?.string?.unicodeScalars.elementsEqual(name.unicodeScalars) == true)
  }

  @Test("another address makes other answers")
  func tags() async throws {
    let one = try SiteFixture(publicAddress: Self.base)
    let tag = await one.get("/board.json").fields[.eTag]
    #expect(await (try SiteFixture()).get("/board.json").fields[.eTag] != tag)
    #expect(
      await (try SiteFixture(publicAddress: Self.base)).get("/board.json").fields[.eTag] == tag)
  }

  /// The JSON-LD of a page.
  private static func data(of page: String) throws -> JSONNode {
    let block = #/<script type="application\/ld\+json">(.*?)<\/script>/#
    let text = try #require(page.firstMatch(of: block)?.1)
    return try JSONDocument(
      parsing: Array(text.utf8), limits: JSONLimits(maximumBytes: 1 << 20, maximumDepth: 16)
    ).root
  }
}
