import Custody
import EventLog
import Files
import HTTPTypes
import JSON
import TestSupport
import Testing

@testable import Web

@Suite("Kept files on the site: only if asked for, and never shown")
struct CaptureAnswerTests {
  private static let page = "<script>alert(1)</script>"
  private static let url = "https://example.org/a"
  /// A digest that no file has.
  private static let sha256 = String(repeating: "5e", count: 32)

  /// Keeps the page; answers its digest.
  private func keep(in fixture: SiteFixture) throws -> String {
    let path = try fixture.file("page.html", holding: Self.page)
    let kept = try fixture.run(["capture", path, "--url", Self.url, "--captured", "2022-05-06"])
    try #require(kept.status == 0, "\(kept.messages)")
    let listed = try fixture.run(["captures", "--json"]).output
    let captures = try JSONDocument(parsing: Array(listed.utf8)).root["captures"]
    return try #require(captures?.elements.first?["sha256"]?.string)
  }

  @Test("without --captures there is no such address, in the description neither")
  func off() async throws {
    let fixture = try SiteFixture()
    #expect(await fixture.get("/capture/\(Self.sha256)").status == .notFound)
    #expect(!(await fixture.get("/openapi.json").text.contains("/capture/")))
  }

  @Test("a kept file is given to be saved, with headers that let no browser show it")
  func saved() async throws {
    let fixture = try SiteFixture(keepsCaptures: true)
    let sha256 = try keep(in: fixture)
    let answer = await fixture.get("/capture/\(sha256)")
    #expect(answer.status == .ok)
    #expect(answer.text == Self.page)
    #expect(answer.fields[.contentType] == "application/octet-stream")
    #expect(answer.fields[.contentDisposition] == "attachment; filename=\"\(sha256)\"")
    #expect(
      answer.fields[.contentSecurityPolicy]
        == "default-src 'none'; sandbox; frame-ancestors 'none'")
    #expect(answer.fields[.xContentTypeOptions] == "nosniff")
    #expect(answer.fields[.named("Cross-Origin-Resource-Policy")] == "same-origin")
    #expect(answer.fields[.cacheControl] == "no-store")
    #expect(await fixture.get("/openapi.json").text.contains("/capture/{sha256}"))
  }

  @Test("no other name leads to a file, and a changed or withdrawn one is not given")
  func refused() async throws {
    let fixture = try SiteFixture(keepsCaptures: true)
    let sha256 = try keep(in: fixture)
    for name in [
      "..%2F..%2Flog.sqlite", "ab", String(sha256.dropLast()), sha256.uppercased(), Self.sha256,
      "\(sha256).html", "\(sha256)%00",
    ] {
      #expect(await fixture.get("/capture/\(name)").status == .notFound, "\(name)")
    }
    let place = CaptureStore(besideLogAt: fixture.log.path).place(of: sha256)
    removeFile(place)
    try OpenFile(place, for: .creating(.common)).write(Array(Self.page.uppercased().utf8))
    #expect(await fixture.get("/capture/\(sha256)").status == .notFound)
    #expect(try keep(in: fixture) == sha256)
    #expect(await fixture.get("/capture/\(sha256)").status == .ok)
    let withdrawn = try fixture.run(
      ["retract", "capture-\(sha256.prefix(16))", "--reason", "court order"])
    #expect(withdrawn.status == 0, "\(withdrawn.messages)")
    #expect(await fixture.get("/capture/\(sha256)").status == .notFound)
  }
}
