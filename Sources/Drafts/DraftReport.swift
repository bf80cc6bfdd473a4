import Errors
package import Intake
package import JSON
import Stances

/// Drafts in words, for programs, and as a file to fill in.
package enum DraftReport {
  /// A draft with what it still needs.
  package struct Entry: Sendable {
    /// The draft.
    package let draft: DraftedEvent
    /// What it needs.
    package let completion: EventCompletion
    /// What became of it where it was to be proposed, in words.
    package var outcome: String?

    /// A draft, looked at.
    package init(_ draft: DraftedEvent) {
      self.draft = draft
      completion = EventCompletion(of: draft.event, type: draft.type)
    }
  }

  /// Each draft with its sentence and what it needs, then what was passed over.
  package static func words(_ article: ArticleDrafts, _ entries: [Entry]) -> String {
    let complete = entries.count { $0.completion.isComplete }
    var parts = [
      "\(count(entries.count, "draft")) in \(count(article.sentences, "sentence"))"
        + (entries.isEmpty ? "" : ", \(complete) complete")
        + "; a marker pen, not a coder: read each sentence"
    ]
    for (index, entry) in entries.enumerated() { parts.append(words(entry, number: index + 1)) }
    if !article.unknownNames.isEmpty {
      let names = article.unknownNames.map { "  \(printable($0.name)) (line \($0.line))" }
      parts.append(
        (["May be companies that are not registered:"] + names).joined(separator: "\n"))
    }
    if !article.remarks.isEmpty {
      parts.append(
        (["Seen and not drafted:"] + article.remarks.map { "  \(printable($0))" })
          .joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  private static func words(_ entry: Entry, number: Int) -> String {
    let draft = entry.draft
    var lines = ["\(number)  \(draft.type.rawValue)"]
    for (name, text) in fields(draft.event) { lines.append("   \(name): \(printable(text))") }
    for name in entry.completion.missing { lines.append("   \(name): ? (needed)") }
    lines.append("   line \(draft.line): “\(printable(draft.quote))”")
    lines.append("   by “\(printable(draft.cue))” (\(printable(draft.rule)))")
    for other in draft.alternatives { lines.append("   or: \(printable(other))") }
    for fault in entry.completion.faults { lines.append("   wrong: \(printable(fault))") }
    if let outcome = entry.outcome { lines.append("   → \(outcome)") }
    return lines.joined(separator: "\n")
  }

  /// The fields that the sentence gave, without what is the same in every draft of a text.
  private static func fields(_ event: JSONValue) -> [(String, String)] {
    guard case .object(let members) = event else { return [] }
    return members.filter { !["type", "v", "published", "evidence"].contains($0.name) }
      .map { ($0.name, text($0.value)) }
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): text
    case .array(let items): items.map(text).joined(separator: ", ")
    case .object(let members):
      members.map { "\($0.name) \(text($0.value))" }.joined(separator: ", ")
    case .integer, .bool, .null: String(decoding: value.compactBytes(), as: UTF8.self)
    }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// All of it for programs.
  package static func json(_ article: ArticleDrafts, _ entries: [Entry]) -> JSONValue {
    func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
    return [
      "sentences": .integer(Int64(article.sentences)),
      "drafts": .array(
        entries.map { entry in
          [
            "event": entry.draft.event, "rule": .string(entry.draft.rule),
            "cue": .string(entry.draft.cue), "line": .integer(Int64(entry.draft.line)),
            "isComplete": .bool(entry.completion.isComplete),
            "missing": list(entry.completion.missing), "faults": list(entry.completion.faults),
            "alternatives": list(entry.draft.alternatives),
            "outcome": entry.outcome.map(JSONValue.string) ?? .null,
          ]
        }),
      "unregistered": .array(
        article.unknownNames.map {
          ["name": .string($0.name), "line": .integer(Int64($0.line))]
        }),
      "remarks": list(article.remarks),
    ]
  }

  /// An event a line, with words in each place that is to be filled in: `stance append --from` takes
  /// it then.
  package static func jsonLines(_ entries: [Entry]) -> [UInt8] {
    entries.flatMap { $0.completion.form.compactBytes() + [UInt8(ascii: "\n")] }
  }
}
