import JSON
import Projections
import Stances

extension CompanyRegistration {
  /// Who the company is, under the names of its registration.
  var json: JSONValue {
    [
      "company": JSONValue(company),
      "name": .string(identity.name),
      "names": .object(identity.names.map { ($0.language, .string($0.name)) }),
      "aliases": JSONValue(identity.aliases),
      "country": JSONValue(country?.code),
      "sector": JSONValue(identity.sector),
      "parent": JSONValue(parent),
      "mergedInto": JSONValue(mergedInto),
      "lei": JSONValue(identity.lei),
      "wikidata": JSONValue(identity.wikidata),
      "tickers": JSONValue(identity.tickers),
    ]
  }
}

extension CompanyHistory.Entry {
  /// The event with its place in the log and its evidence in full.
  var json: JSONValue {
    [
      "position": .integer(position.number),
      "leafHash": .string(leafHash),
      "recorded": .string(recorded.description),
      "occurred": JSONValue(entry.occurred),
      "published": JSONValue(entry.published),
      "type": JSONValue(entry.type),
      "event": JSONValue(entry.event),
      "summary": .string(entry.summary),
      "markets": JSONValue(entry.markets),
      "note": JSONValue(entry.note),
      "correctedBy": JSONValue(correctedBy),
      "evidence": .array(entry.evidence.map(\.json)),
    ]
  }
}

extension Evidence {
  fileprivate var json: JSONValue {
    [
      "publisher": .string(publisher),
      "origin": JSONValue(origin),
      "title": JSONValue(title),
      "url": JSONValue(url),
      "archived": JSONValue(archived),
      "published": JSONValue(published),
      "language": JSONValue(language),
      "quote": JSONValue(quote),
      "sha256": JSONValue(sha256),
      "grade": .string(grade.code),
    ]
  }
}
