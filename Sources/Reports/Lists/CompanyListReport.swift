package import JSON
package import Projections
import Stances

/// Every company of a log, with where it stands and how much is recorded of it.
package enum CompanyListReport {
  /// One row per company.
  package static func document(_ answer: Answer<NamePart<ListedCompany>>) -> Document {
    let part = answer.content
    let count = counted(part.count, "company", plural: "companies").asSentenceStart
    return Document(
      title: "Companies", query: [answer.queryLine],
      blocks: part.count == 0
        ? [.nothingFound]
        : [.paragraph("\(count).")] + part.more.blocks("companies")
          + [.table(table(of: part.shown))],
      proof: answer.proofLine, records: records(of: part.shown))
  }

  /// The companies in the envelope, with how many there are.
  package static func json(_ answer: Answer<NamePart<ListedCompany>>) -> JSONValue {
    let part = answer.content
    return answer.envelope(
      .object(
        [
          ("count", .integer(Int64(part.count))), ("companies", .array(part.shown.map(\.json))),
        ] + part.more.members))
  }

  private static func table(of companies: [ListedCompany]) -> Table {
    Table(
      of: companies,
      [
        (
          .init("Company"),
          { company in
            .named(company.name, .company(company.company))
              + (company.partOf.map { .named($0.text, .company($0)) }.map { ", part of " + $0 }
                ?? "")
          }
        ),
        (.init("Based in"), { RichText($0.country?.englishName ?? "–") }),
        (.init("Sector"), { RichText($0.sector ?? "–") }),
        (.init("Word against deed"), { $0.standings }),
        (.init("Events", .trailing), { "\($0.tally.events)" }),
        (.init("Last"), { $0.tally.lastLink }),
      ])
  }

  private static func records(of companies: [ListedCompany]) -> Records {
    Records(
      of: companies,
      [
        ("company", \.company.text), ("name", \.name), ("country", \.country?.code),
        ("sector", \.sector), ("part_of", \.partOf?.text),
        ("markets", { $0.markets.map(\.market).codes }),
        ("readings", { $0.markets.map(\.reading.term).joined(separator: " ") }),
        ("events", { String($0.tally.events) }), ("last", \.tally.last?.text),
        ("last_event", \.tally.lastEvent?.text),
      ])
  }
}

extension ListedCompany {
  /// Each market with how the company reads there.
  fileprivate var standings: RichText {
    guard !markets.isEmpty else { return "–" }
    return markets.enumerated().map { place, standing -> RichText in
      .named(
        standing.market.englishName, .posture(company, standing.market),
        ": \(standing.reading.phrase)\(place == markets.count - 1 ? "" : "; ")")
    }
    .reduce(RichText(""), +)
  }

  /// The company for programs.
  package var json: JSONValue {
    .object(
      [
        ("company", JSONValue(company)), ("name", .string(name)),
        ("country", JSONValue(country?.code)), ("sector", JSONValue(sector)),
        ("partOf", JSONValue(partOf)),
        (
          "markets",
          .array(
            markets.map {
              ["market": .string($0.market.code), "reading": JSONValue($0.reading)]
            })
        ),
      ] + tally.members)
  }
}

extension EventTally {
  /// When the last event was, with a link to it.
  var lastLink: RichText {
    lastEvent.map { .named(last?.spoken ?? $0.text, .event($0)) } ?? "–"
  }

  /// How many there are, and the last one.
  var members: [(name: String, value: JSONValue)] {
    [
      ("events", .integer(Int64(events))), ("last", JSONValue(last)),
      ("lastEvent", JSONValue(lastEvent)),
    ]
  }
}
