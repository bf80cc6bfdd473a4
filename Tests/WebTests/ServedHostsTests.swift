import JSON
import HTTPTypes
import JSON
import Stances
import Testing
@testable import Web

@Suite("The names under which the page is served")
struct ServedHostsTests {
  @Test(
    "at an address of this machine alone only its own names are answered, with any port",
    arguments: [
      ("localhost", true), ("LocalHost:8080", true), ("127.0.0.1", true), ("127.1.2.3:1", true),
      ("[::1]", true), ("[::1]:8080", true), ("evil.example", false), ("evil.example:8080", false),
      ("127.0.0.1.evil.example", false), ("localhost.evil.example", false), ("", false),
      ("192.168.1.2", false), ("[::2]:80", false), ("localhost:x", false),
    ])
  func loopback(host: String, isServed: Bool) throws {
    let address = try #require(ListenAddress("127.0.0.1:8080"))
    #expect(ServedHosts(servedAt: address).contain(host) == isServed)
  }

  @Test("elsewhere any name is answered")
  func any() throws {
    let address = try #require(ListenAddress("0.0.0.0:80"))
    #expect(ServedHosts(servedAt: address).contain("stance.example.org"))
  }

  @Test("a request under another name learns that, and nothing about the log")
  func refused() async throws {
    let fixture = try SiteFixture(hosts: .loopback)
    let other = await fixture.site.answer(
      WebRequest(method: .get, target: "/company/lenovo.json", host: "evil.example"))
    #expect(other.status.code == 421)
    #expect(other.fields[.contentType] == Problem.mediaType)
    #expect(try other.json["code"]?.string == "other_host")
    #expect(!other.text.contains("suspended"))
    let own = await fixture.site.answer(
      WebRequest(method: .get, target: "/company/lenovo.json", host: "localhost:8080"))
    #expect(own.status == .ok)
  }

  @Test("a request whose host is not clear is refused with words that say why")
  func unclearHosts() async throws {
    for fault in ["missing", "several", "foreign"] {
      let answer = try await SiteFixture().get("/board", [.hostFault: fault])
      #expect(answer.status == .badRequest)
      #expect(try answer.json["code"]?.string == "bad_host")
    }
  }
}
