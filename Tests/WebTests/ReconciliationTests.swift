import Foundation
import HTTPTypes
import JSON
import Stances
import TestSupport
import Testing
import Web

/// What programs that match tables ask: the Reconciliation Service API, version 0.2, as OpenRefine
/// speaks it.
@Suite("/reconcile")
struct ReconciliationTests {
  private func site() throws -> SiteFixture {
    try SiteFixture([
      company("lenovo", name: "Lenovo").with("names", ["zh": "联想集团"])
        .with("aliases", ["Legend Group"])
        .with("identifiers", ["lei": "5493001KJTIIGC8Y1R12", "wikidata": "Q27086"]),
      company("sigma-de", name: "Sigma", country: "DE"),
      company("sigma-us", name: "Sigma", country: "US"),
      company("dell", name: "Dell Technologies", country: "US"),
      company("old-dell", name: "Dell", country: "US"),
      company("old-dell", name: "Dell", country: "US", id: "joined").with("merged_into", "dell")
        .with("occurred", "2022-01-01"),
      body("mofcom", name: "Ministry of Commerce"),
    ])
  }

  /// Sends rows as OpenRefine does: as a form.
  private func post(_ site: SiteFixture, _ queries: String) async -> WebAnswer {
    let encoded =
      queries.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    return await site.send(
      .post, "/reconcile",
      [.contentType: "application/x-www-form-urlencoded; charset=UTF-8"],
      body: "queries=" + encoded)
  }

  /// The candidates of one row: "lenovo 100!" is certain.
  private func found(_ site: SiteFixture, _ row: String) async throws -> [String] {
    let answer = await post(site, "{\"a\": \(row)}")
    #expect(answer.status == .ok, "\(answer.text)")
    return try #require(try answer.json["a"]?["result"]).elements.map { candidate in
      let id = candidate["id"]?.string ?? ""
      return "\(id) \(candidate["score"]?.integer ?? -1)"
        + (candidate["match"]?.bool == true ? "!" : "")
    }
  }

  @Test("without rows it says what it is, with the addresses of companies")
  func manifest() async throws {
    let site = try SiteFixture(publicAddress: "https://desk.example.org")
    let answer = await site.get("/reconcile")
    let manifest = try answer.json
    #expect(answer.status == .ok && answer.fields[.contentType] == "application/json")
    #expect(manifest["versions"]?.elements.map(\.string) == ["0.2"])
    #expect(manifest["view"]?["url"]?.string == "https://desk.example.org/company/{{id}}")
    #expect(manifest["name"]?.string?.isEmpty == false)
    #expect(manifest["identifierSpace"]?.string == "https://desk.example.org/company/")
    #expect(manifest["schemaSpace"]?.string?.isEmpty == false)
    #expect(manifest["defaultTypes"]?.firstElement?["id"]?.string == "company")
  }

  @Test("a whole name that one company has is certain; anything fuzzier is a candidate")
  func names() async throws {
    let site = try site()
    #expect(try await found(site, #"{"query": "Lenovo"}"#) == ["lenovo 100!"])
    #expect(try await found(site, #"{"query": "联想集团"}"#) == ["lenovo 100!"])
    #expect(try await found(site, #"{"query": "legend group"}"#) == ["lenovo 100!"])
    #expect(try await found(site, #"{"query": "Lenov"}"#) == ["lenovo 75"])
    #expect(try await found(site, #"{"query": "Lenvoo"}"#) == ["lenovo 25"])
    #expect(try await found(site, #"{"query": "Nobody Ltd"}"#).isEmpty)
    // Bodies are no companies.
    #expect(try await found(site, #"{"query": "Ministry of Commerce"}"#).isEmpty)
    // Two have the name: a person decides, and a country helps.
    #expect(try await found(site, #"{"query": "Sigma"}"#) == ["sigma-de 100", "sigma-us 100"])
    #expect(
      try await found(site, #"{"query": "Sigma", "properties": [{"pid": "country", "v": "US"}]}"#)
        == ["sigma-us 100", "sigma-de 50"])
    #expect(
      try await found(site, #"{"query": "Lenovo", "properties": [{"pid": "country", "v": "US"}]}"#)
        == ["lenovo 50"])
    // What merged is the one that it is now.
    #expect(try await found(site, #"{"query": "Dell"}"#) == ["dell 100!"])
  }

  @Test("an identifier decides, whatever the name is")
  func identifiers() async throws {
    let site = try site()
    let wikidata = #"{"query": "Sigma", "properties": [{"pid": "wikidata", "v": "Q27086"}]}"#
    #expect(try await found(site, wikidata).first == "lenovo 100!")
    #expect(
      try await !found(site, wikidata).contains { $0.hasPrefix("sigma") && $0.hasSuffix("!") })
    let lei = #"{"properties": [{"pid": "lei", "v": ["5493001KJTIIGC8Y1R12"]}]}"#
    #expect(try await found(site, lei) == ["lenovo 100!"])
  }

  @Test("rows are answered by their keys, as a form and in an address, of companies alone")
  func rows() async throws {
    let site = try site()
    let rows =
      #"{"q1": {"query": "Lenovo", "type": "company"}, "q0": {"query": "Dell", "type": "body"}}"#
    let posted = try await post(site, rows).json
    #expect(posted["q1"]?["result"]?.elements.count == 1)
    #expect(posted["q0"]?["result"]?.elements.isEmpty == true)
    let encoded = try #require(rows.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
    let got = await site.get("/reconcile?queries=\(encoded)")
    #expect(got.text == (await post(site, rows)).text)
    #expect(try await found(site, #"{"query": "Sigma", "limit": 1}"#).count == 1)
  }

  @Test(
    "what is no batch of rows is refused with a sentence",
    arguments: [
      ("[]", "rows are an object"), ("{", "line 1"), (#"{"a": 1}"#, "the row 'a' is no object"),
      (#"{"a": {"query": 3}}"#, "query is no text"),
      (#"{"a": {}}"#, "neither a name as query nor an identifier"),
      (#"{"a": {"query": "x", "limit": 0}}"#, "limit is no number from 1"),
    ])
  func refused(rows: String, sentence: String) async throws {
    let answer = await post(try site(), rows)
    #expect(answer.status == .badRequest)
    #expect(answer.text.contains(sentence), "\(answer.text)")
  }

  @Test("too many rows, another body, and a form without rows are refused")
  func otherBodies() async throws {
    let site = try site()
    let many = (0..<51).map { "\"q\($0)\": {\"query\": \"x\"}" }.joined(separator: ",")
    #expect(await post(site, "{\(many)}").text.contains("51 rows are too many at once; send 50"))
    let json = await site.send(
      .post, "/reconcile", [.contentType: "application/json"], body: "{}")
    #expect(json.status == .unsupportedMediaType)
    let empty = await site.send(
      .post, "/reconcile", [.contentType: "application/x-www-form-urlencoded"], body: "a=b")
    #expect(empty.status == .badRequest && empty.text.contains("no 'queries'"))
  }
}
