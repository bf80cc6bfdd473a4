import Testing
import Web

@Suite("The address at which the site is served")
struct ListenAddressTests {
  @Test(
    "host and port are read, and whether other machines can reach it",
    arguments: [
      ("127.0.0.1:8080", "127.0.0.1", 8080, true), ("localhost:0", "localhost", 0, true),
      ("[::1]:80", "::1", 80, true), ("0.0.0.0:8080", "0.0.0.0", 8080, false),
      ("[::]:8080", "::", 8080, false),
      ("stance.example.org:443", "stance.example.org", 443, false),
      ("127.example.org:80", "127.example.org", 80, false),
    ])
  func addressIsRead(text: String, host: String, port: Int, isLoopback: Bool) throws {
    let address = try #require(ListenAddress(text))
    #expect(address.host == host)
    #expect(address.port == port)
    #expect(address.isLoopback == isLoopback)
  }

  @Test(
    "anything else is not an address",
    arguments: ["", ":80", "localhost", "localhost:", "::1:80", "host:65536", "host:-1", "[::1]"])
  func othersAreRefused(text: String) {
    #expect(ListenAddress(text) == nil)
  }
}
