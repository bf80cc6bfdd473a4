import Crypto
import Testing

@testable import Reports

@Suite("Pages let in their own style and script, and nothing else")
struct ContentPolicyTests {
  @Test("the hashes in the policy are those of the texts in the page")
  func hashes() {
    let style = base64(SHA256.hash(data: Array(Resources.pageStyle.utf8)))
    let script = base64(SHA256.hash(data: Array(Resources.pageScript.utf8)))
    #expect(ContentPolicy.styleHash == style, "the style changed: its hash is \(style)")
    #expect(ContentPolicy.scriptHash == script, "the script changed: its hash is \(script)")
  }

  @Test("neither text can end the element that holds it")
  func staysInside() {
    for text in [Resources.pageStyle, Resources.pageScript] {
      #expect(!text.contains("</"))
      #expect(!text.contains("<!--"))
    }
  }

  @Test("a file names its policy before anything that the policy is about")
  func policyFirst() throws {
    var page = Page(title: "A title", query: [], proof: "", body: "<p>x</p>")
    page.isReplayed = true
    let html = page.html(.singleFile)
    let policy = try #require(html.firstRange(of: "Content-Security-Policy"))
    let style = try #require(html.firstRange(of: "<style>"))
    let script = try #require(html.firstRange(of: "<script>"))
    #expect(policy.lowerBound < style.lowerBound)
    #expect(style.lowerBound < script.lowerBound)
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains("unsafe"))
  }

  /// Base64 with padding (RFC 4648 §4).
  private func base64(_ bytes: some Sequence<UInt8>) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bytes = Array(bytes)
    return stride(from: 0, to: bytes.count, by: 3).map { start in
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      let digits = [18, 12, 6, 0].map { alphabet[bits >> $0 & 63] }
      return String(digits.prefix(group.count + 1)) + String(repeating: "=", count: 3 - group.count)
    }.joined()
  }
}
