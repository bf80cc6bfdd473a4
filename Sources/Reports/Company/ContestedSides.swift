import JSON
import Projections
import Stances

/// What counts and what contradicts it, side by side.
enum ContestedSides {
  /// A table for each contested posture; nothing without any.
  static func blocks(
    of postures: [Posture], entries: [CompanyHistory.Entry]
  ) -> [Document.Block] {
    let known = Dictionary(entries.map { ($0.entry.event, $0.entry) }) { first, _ in first }
    return postures.filter { !$0.contested.isEmpty }.flatMap { posture -> [Document.Block] in
      let counts = (posture.conduct?.events ?? []).map { words(of: $0, known[$0]) }
      let against = posture.contested.map {
        words(of: $0.event, known[$0.event]) + " Does not decide: \($0.rule.sentence)."
      }
      let rows = (0..<max(counts.count, against.count)).map { row in
        (
          counts.indices.contains(row) ? counts[row] : "",
          against.indices.contains(row) ? against[row] : ""
        )
      }
      let columns: [Table.ColumnOf<(String, String)>] = [
        (.init("What counts: \(posture.does)"), { RichText($0.0) }),
        (.init("What contradicts it"), { RichText($0.1) }),
      ]
      return [
        .subheading("Both sides: \(posture.market.englishName)"),
        .table(Table(of: rows, columns)),
      ]
    }
  }

  /// The events of both sides of each contested posture.
  static func json(of postures: [Posture]) -> JSONValue {
    .array(
      postures.filter { !$0.contested.isEmpty }.map { posture in
        [
          "market": .string(posture.market.code),
          "counts": JSONValue(posture.conduct?.events ?? []),
          "against": .array(posture.contested.map(\.json)),
        ]
      })
  }

  private static func words(of id: EventID, _ entry: TimelineEntry?) -> String {
    guard let entry else { return "\(id)." }
    let sources = entry.evidence.map(\.sourceWords).joined(separator: "; ")
    return "\(entry.occurred.spoken): \(entry.summary) (\(id)). \(sources)."
  }

  /// A pair for each contested posture; nothing without any.
  static func markup(_ postures: [Posture], entries: [CompanyHistory.Entry]) -> Markup {
    let contested = postures.filter { !$0.contested.isEmpty }
    guard !contested.isEmpty else { return .empty }
    let known = Dictionary(entries.map { ($0.entry.event, $0.entry) }) { first, _ in first }
    return "<h2>Contested</h2>\n\(contested.map { pair($0, known) })"
  }

  private static func pair(_ posture: Posture, _ known: [EventID: TimelineEntry]) -> Markup {
    let counts = (posture.conduct?.events ?? []).map { claim($0, known[$0], rule: nil) }
    let against = posture.contested.map { contest in
      claim(contest.event, known[contest.event], rule: contest.rule.sentence)
    }
    return """
      <h3>\(posture.market.englishName)</h3>
      <div class="sides">
      <section><h4>What counts: \(posture.does)</h4>
      <ul>
      \(counts)</ul></section>
      <section><h4>What contradicts it</h4>
      <ul>
      \(against)</ul></section>
      </div>

      """
  }

  /// One claim with its sources; only its name if the answer does not contain the event.
  private static func claim(_ id: EventID, _ entry: TimelineEntry?, rule: String?) -> Markup {
    let why: Markup = rule.map { "<p class=\"soft\">Does not decide: \($0).</p>\n" } ?? .empty
    guard let entry else { return "<li><p><code>\(id.text)</code></p>\n\(why)</li>\n" }
    return """
      <li><p><a href="#e-\(id.text)">\(entry.occurred.spoken)</a>: \(prose: entry.summary)</p>
      \(why)<ul class="sources">
      \(entry.evidence.map { "<li>\($0.cited)</li>\n" as Markup })</ul></li>

      """
  }
}
