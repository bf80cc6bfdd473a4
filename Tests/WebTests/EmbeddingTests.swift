import HTTPTypes
import Testing

@testable import Web

/// Whose pages may show and read what the site answers: none but those that were named.
@Suite("Answers in pages of other sites")
struct EmbeddingTests {
  private static let named = "https://news.example"
  private static let resourcePolicy = HTTPField.Name.named("Cross-Origin-Resource-Policy")
  private static let answers = [
    "/board", "/board.svg", "/board.json", "/company/lenovo.csv", "/event/none.json",
  ]

  @Test("nothing is open unless an origin was named", arguments: answers)
  func closed(address: String) async throws {
    let fields = try await SiteFixture().get(address, [.origin: Self.named]).fields
    #expect(fields[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
    #expect(fields[.xFrameOptions] == "DENY")
    #expect(fields[Self.resourcePolicy] == "same-origin")
    #expect(fields[.accessControlAllowOrigin] == nil)
  }

  @Test("a named origin may show and read answers", arguments: answers)
  func open(address: String) async throws {
    let fixture = try SiteFixture(embedders: [Self.named, "http://localhost:8000"])
    for origin in [Self.named, "http://localhost:8000"] {
      let fields = await fixture.get(address, [.origin: origin]).fields
      #expect(
        fields[.contentSecurityPolicy]?
          .hasSuffix("frame-ancestors https://news.example http://localhost:8000") == true)
      #expect(fields[.xFrameOptions] == nil)
      #expect(fields[Self.resourcePolicy] == "cross-origin")
      #expect(fields[.accessControlAllowOrigin] == origin)
      #expect(fields[.vary]?.hasSuffix("Origin, Referer") == true)
    }
  }

  @Test("a picture that a page shows says where the page is in another field")
  func pictures() async throws {
    let fixture = try SiteFixture(embedders: [Self.named])
    let shown = await fixture.get("/board.svg", [.referer: "\(Self.named)/an/article?a=b"]).fields
    #expect(shown[Self.resourcePolicy] == "cross-origin")
    #expect(shown[.accessControlAllowOrigin] == nil)
    let other = await fixture.get("/board.svg", [.referer: "https://other.example/"]).fields
    #expect(other[Self.resourcePolicy] == "same-origin")
  }

  @Test(
    "no other origin may",
    arguments: [
      "https://other.example", "http://news.example", "https://news.example:8443", "null",
      "https://news.example.other.example", "https://a.news.example", "",
    ])
  func others(origin: String) async throws {
    let fixture = try SiteFixture(embedders: [Self.named])
    for address in Self.answers {
      let fields = await fixture.get(address, [.origin: origin]).fields
      #expect(fields[.accessControlAllowOrigin] == nil)
      #expect(fields[Self.resourcePolicy] == "same-origin")
    }
  }

  @Test(
    "what takes a token is open to none",
    arguments: [
      "/propose", "/record", "/inbox", "/inbox.atom", "/correct/none", "/api/events",
      "/api/proposals", "/live", "/nothing", "/health",
    ])
  func desk(address: String) async throws {
    let fixture = try SiteFixture(embedders: [Self.named])
    let fields = await fixture.get(address, [.origin: Self.named, .accept: "text/html"]).fields
    #expect(fields[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
    #expect(fields[.xFrameOptions] == "DENY")
    #expect(fields[Self.resourcePolicy] == "same-origin")
    #expect(fields[.accessControlAllowOrigin] == nil)
  }

  @Test("what is sent is open to none")
  func sending() async throws {
    let fixture = try SiteFixture(embedders: [Self.named])
    let answer = await fixture.send(.post, "/board", [.origin: Self.named])
    #expect(answer.fields[.accessControlAllowOrigin] == nil)
  }

  @Test(
    "an origin is a scheme, a host and a port",
    arguments: [
      ("https://example.org", "https://example.org"),
      ("HTTPS://Example.org", "https://example.org"),
      ("https://example.org:443", "https://example.org"),
      ("http://localhost:8000", "http://localhost:8000"), ("http://[::1]:80", "http://[::1]"),
      ("https://example.org/", nil), ("https://example.org/a", nil), ("example.org", nil),
      ("ftp://example.org", nil), ("https://user@example.org", nil), ("null", nil), ("*", nil),
      ("https://example.org:99999", nil), ("https://", nil), ("https://a b", nil),
      ("https://example.org; script-src *", nil),
    ])
  func origins(text: String, expected: String?) {
    #expect(WebOrigin(text)?.description == expected)
  }

  @Test(
    "a public address may have a path and nothing else",
    arguments: [
      ("https://example.org/", "https://example.org"),
      ("https://example.org/stance/", "https://example.org/stance"),
      ("https://example.org:8443/a/b", "https://example.org:8443/a/b"),
      ("https://example.org/?a=b", nil), ("https://example.org/<", nil), ("/stance", nil),
      ("javascript://example.org", nil), ("https://example.org/a//b", nil),
    ])
  func publicAddresses(text: String, expected: String?) {
    #expect(PublicAddress(text)?.description == expected)
  }
}
