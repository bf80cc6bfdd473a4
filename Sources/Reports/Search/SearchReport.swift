package import JSON
package import Projections
import Stances

/// What was found under a name.
package struct NameFindings: Sendable {
  /// What was looked for.
  package let text: String
  /// What it may mean, nearest first.
  package let matches: [NameMatch]

  /// What a search found.
  package init(text: String, matches: [NameMatch]) {
    self.text = text
    self.matches = matches
  }
}

/// Companies, bodies and measures that a name may mean.
package enum SearchReport {
  /// One row per match, nearest first.
  package static func document(_ answer: Answer<NameFindings>) -> Document {
    let findings = answer.content
    let count = counted(findings.matches.count, "match", plural: "matches").asSentenceStart
    return Document(
      title: "Search for “\(findings.text)”", query: [answer.queryLine],
      blocks: [.paragraph("\(count).")]
        + (findings.matches.isEmpty ? [] : [.table(table(of: findings.matches))]),
      proof: answer.proofLine,
      records: Records(
        of: findings.matches,
        [
          ("kind", \.entity.kind), ("slug", \.entity.slug), ("name", \.name), ("found", \.found),
          ("nearness", \.nearness.term),
        ]))
  }

  /// What was looked for and found, in the envelope.
  package static func json(_ answer: Answer<NameFindings>) -> JSONValue {
    answer.envelope([
      "text": .string(answer.content.text),
      "matches": .array(
        answer.content.matches.map { match in
          [
            "kind": .string(match.entity.kind), "slug": .string(match.entity.slug),
            "name": .string(match.name), "found": .string(match.found),
            "nearness": .string(match.nearness.term),
          ]
        }),
    ])
  }

  private static func table(of matches: [NameMatch]) -> Table {
    Table(
      of: matches,
      [
        (.init("Name"), { .name($0.name, " (\($0.entity.slug))") }),
        (.init("Is a"), { RichText($0.entity.kind) }),
        (.init("Found as"), { .name($0.found) }),
      ])
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
