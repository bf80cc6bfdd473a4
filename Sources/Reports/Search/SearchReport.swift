package import JSON
package import Projections
import Stances

/// What was found under a name, and in the texts of events.
package struct SearchFindings: Sendable {
  /// What was looked for.
  package let text: String
  /// What it may be the name of, nearest first.
  package let names: [NameMatch]
  /// The events that say it, those recorded last first.
  package let texts: TextMatches
  /// Events with words that are one letter off, where none has the words.
  package let alike: [TextMatch]

  /// What a search found.
  package init(text: String, names: [NameMatch], texts: FoundTexts) {
    self.text = text
    self.names = names
    self.texts = texts.matches
    alike = texts.alike
  }
}

/// Companies, bodies and measures that a text may name, and events that say it.
package enum SearchReport {
  /// One row per name, nearest first, then one per event.
  package static func document(_ answer: Answer<SearchFindings>) -> Document {
    let findings = answer.content
    let names = counted(findings.names.count, "name").asSentenceStart
    let events = counted(findings.texts.shown.count, "event")
    let more = findings.texts.more
    return Document(
      title: "Search for “\(findings.text)”", query: [answer.queryLine],
      blocks: [
        .paragraph(
          more.isWhole
            ? "\(names); \(events) with these words."
            : "\(names); the last \(events) of those with these words.")
      ]
        + (findings.names.isEmpty ? [] : [.table(table(of: findings.names))])
        + (findings.texts.shown.isEmpty ? [] : [.table(table(of: findings.texts.shown))])
        + more.blocks("events") + blocks(alike: findings.alike),
      proof: answer.proofLine,
      records: Records(
        of: findings.names.map { Row(name: $0) }
          + (findings.texts.shown + findings.alike).map { Row(event: $0) },
        [
          ("kind", \.kind), ("slug", \.slug), ("name", \.name), ("found", \.found),
          ("nearness", \.nearness),
        ]))
  }

  /// Events that have no match, but words that are almost the same.
  private static func blocks(alike: [TextMatch]) -> [Document.Block] {
    guard !alike.isEmpty else { return [] }
    return [
      .heading("Spelt almost so"),
      .paragraph(
        "\(counted(alike.count, "event").asSentenceStart) \(alike.count == 1 ? "has" : "have") words that are one letter off."
      ),
      .table(table(of: alike)),
    ]
  }

  /// What was looked for and found, in the envelope.
  package static func json(_ answer: Answer<SearchFindings>) -> JSONValue {
    let findings = answer.content
    return answer.envelope(
      .object(
        [
          ("text", .string(findings.text)),
          (
            "matches",
            .array(
              findings.names.map { match in
                [
                  "kind": .string(match.entity.kind), "slug": .string(match.entity.slug),
                  "name": .string(match.name), "found": .string(match.found),
                  "nearness": .string(match.nearness.term),
                ]
              })
          ),
          ("events", .array(findings.texts.shown.map(json))),
          ("alike", .array(findings.alike.map(json))),
        ] + findings.texts.more.members))
  }

  private static func json(_ match: TextMatch) -> JSONValue {
    [
      "event": .string(match.event.text), "position": .integer(match.position.number),
      "source": .integer(match.source.number), "type": .string(match.type.term),
      "actor": match.actor.map(JSONValue.string) ?? .null,
      "occurred": match.occurred.map { .string($0.text) } ?? .null,
      "field": .string(match.field), "matched": .string(match.manner.term),
      "name": JSONValue(match.manner.name),
      "found": .string(match.excerpt.found),
      "excerpt": .string(match.excerpt.text),
    ]
  }

  private static func table(of matches: [TextMatch]) -> Table {
    Table(
      of: matches,
      [
        (.init("When"), { RichText($0.occurred?.text ?? "–") }),
        (.init("Event"), { .named($0.event.text, .event($0.event)) }),
        (.init("Where"), { RichText(plainWords($0.place)) }),
        (
          .init("What it says"),
          {
            RichText(runs: [
              .text($0.excerpt.before), .marked($0.excerpt.found), .text($0.excerpt.after),
              .text($0.manner.remark),
            ])
          }
        ),
      ])
  }

  private static func table(of matches: [NameMatch]) -> Table {
    Table(
      of: matches,
      [
        (.init("Name"), { .named($0.name, $0.entity.subject, " (\($0.entity.slug))") }),
        (.init("Is a"), { RichText($0.entity.kind) }),
        (.init("Found as"), { .name($0.found) }),
      ])
  }

  /// One row of the spreadsheet.
  private struct Row {
    let kind, slug, name, found, nearness: String

    init(name match: NameMatch) {
      (kind, slug) = (match.entity.kind, match.entity.slug)
      (name, found, nearness) = (match.name, match.found, match.nearness.term)
    }

    init(event match: TextMatch) {
      (kind, slug) = ("event", match.event.text)
      (name, found, nearness) = (match.field, match.excerpt.text, match.manner.term)
    }
  }
}

extension TextMatch.Manner {
  /// What programs know it by.
  fileprivate var term: String {
    switch self {
    case .spelt: "spelt"
    case .folded: "folded"
    case .name: "name"
    case .alike: "alike"
    }
  }

  /// The other name by which it was found.
  fileprivate var name: String? {
    if case .name(let name) = self { name } else { nil }
  }

  /// What is said after the text if it is not spelt as it was looked for.
  fileprivate var remark: String {
    switch self {
    case .spelt, .alike: ""
    case .folded: " (spelt with other letters or accents)"
    case .name(let name): " (by the name “\(name)”)"
    }
  }
}

extension TextMatch {
  /// The field with the text, in words, without the numbers of items: "quote".
  fileprivate var place: String {
    String(field.split(separator: ".").last { !$0.isEmpty }?.prefix { $0 != "[" } ?? "")
  }
}

extension NameMatch.Entity {
  /// What it is, in a word.
  package var kind: String {
    switch self {
    case .company: "company"
    case .body: "body"
    case .measure: "measure"
    }
  }

  /// The name by which events call it.
  package var slug: String {
    switch self {
    case .company(let company): company.text
    case .body(let body): body.text
    case .measure(let measure): measure.text
    }
  }
}
