package import JSON
package import Projections
import Stances

/// Events that someone proposes, with what they would change, for whoever decides on them.
package enum ProposalReport {
  /// What is said of a proposal beside its events.
  package struct Summary {
    /// The proposal's name.
    package let name: String
    /// Labels with what is said: who, when, why.
    package let facts: [(label: String, text: String)]
    /// The events.
    package let events: [JSONValue]
    /// What they would change; nil if nothing is shown of that.
    package let preview: AppendPreview?

    /// A summary.
    package init(
      name: String, facts: [(label: String, text: String)], events: [JSONValue],
      preview: AppendPreview?
    ) {
      (self.name, self.facts, self.events, self.preview) = (name, facts, events, preview)
    }
  }

  /// A proposal: who, why, each event field by field, and what would change.
  package static func document(_ summary: Summary) -> Document {
    let preview = summary.preview.map { PreviewReport.document($0, isLast: false) }
    let events = summary.events.map(\.flattened)
    return Document(
      title: "Proposal \(summary.name)", query: [],
      blocks: [.facts(summary.facts.compactMap { Document.Fact($0.label, optional: $0.text) })]
        + events.flatMap { fields -> [Document.Block] in
          let texts = Dictionary(fields.map { ($0.path, $0.text) }) { first, _ in first }
          return [
            .heading("\(plainWords(texts["type"] ?? "").asSentenceStart) \(texts["id"] ?? "")"),
            .facts(
              fields.filter { !["id", "type", "v"].contains($0.path) }
                .map { Document.Fact($0.label, RichText($0.text)) }),
          ]
        }
        + (preview.map { [.heading($0.title)] + $0.blocks.map(\.lowered) } ?? []),
      proof: "",
      records: Records(
        of: events.enumerated().flatMap { index, fields in fields.map { (index + 1, $0) } },
        [
          ("event", { String($0.0) }), ("path", { $0.1.path }), ("value", { $0.1.text }),
        ]))
  }

  /// What would change in a line: how much, and on which days.
  package static func line(_ preview: AppendPreview) -> String {
    let changed = preview.groups.filter { !$0.postures.isEmpty || !$0.measures.isEmpty }
    guard !changed.isEmpty else { return "changes no posture and no measure" }
    let postures = Set(
      changed.flatMap { $0.postures.map { "\($0.name) in \($0.market.englishName)" } })
    let measures = Set(changed.flatMap { $0.measures.map { "\($0.measure)" } })
    let names = postures.sorted() + measures.sorted()
    let shown = names.prefix(3) + (names.count > 3 ? ["\(names.count - 3) more"] : [])
    return "changes " + enumerated(Array(shown), conjunction: "and")
  }
}

extension Document.Block {
  /// A heading as one of a section's parts.
  fileprivate var lowered: Document.Block {
    if case .heading(let text) = self { .subheading(text) } else { self }
  }
}
