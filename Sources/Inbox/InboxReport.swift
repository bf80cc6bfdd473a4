import Errors
import Intake
package import JSON
package import Reports
package import Stances

/// Proposals in words and for programs, with what accepting them would do now.
package enum InboxReport {
  /// The proposal with its events and what they would change.
  package static func document(
    _ proposal: Proposal, _ look: Inbox.Look?, on now: Timestamp
  ) -> Document {
    var preview: Draft?
    if case .records(_, _, let draft)? = look { preview = draft }
    return ProposalReport.document(
      .init(
        name: proposal.id.short,
        facts: [
          ("Proposed", "by \(proposal.by), \(age(of: proposal, on: now)), at \(proposal.at)"),
          ("By means of", proposal.with), ("Why", proposal.why ?? ""),
          ("Changed", proposal.revision.map { "by \($0.by) at \($0.at)" } ?? ""),
          ("Became of it", proposal.decision?.words ?? ""),
          ("Now", look.flatMap { preview == nil ? line($0) : nil } ?? ""),
          ("Name", proposal.id.text),
        ],
        events: proposal.current, preview: preview?.preview))
  }

  /// A proposal in a few lines of a list.
  package static func lines(
    _ proposal: Proposal, _ look: Inbox.Look?, on now: Timestamp
  ) -> String {
    var lines = [
      "\(proposal.id.short)  \(printable(proposal.by)), \(age(of: proposal, on: now)), "
        + "by \(printable(proposal.with))",
      "          \(events(of: proposal))",
    ]
    if let look { lines.append("          \(line(look))") }
    if let why = proposal.why { lines.append("          why: \(printable(why))") }
    if let decision = proposal.decision { lines.append("          \(decision.words)") }
    return lines.joined(separator: "\n")
  }

  /// A proposal for programs; `preview` stands in place of the look's own, with more to it.
  package static func json(
    _ proposal: Proposal, _ look: Inbox.Look?, on now: Timestamp, preview: JSONValue? = nil
  ) -> JSONValue {
    guard case .object(let members) = proposal.json else { return proposal.json }
    return .object(
      members + [("days", .integer(Int64(days(of: proposal, on: now))))]
        + (look.map { [("now", json($0, preview))] } ?? []))
  }

  /// What accepting it would do now, for programs.
  private static func json(_ look: Inbox.Look, _ preview: JSONValue?) -> JSONValue {
    switch look {
    case .records(let receipt, let remarks, let draft):
      [
        "outcome": "records", "expectHead": .integer(draft.head.number),
        "expectPreview": .string(draft.preview.fingerprint),
        "receipt": receipt.json(
          isDryRun: true, remarks, preview: preview ?? PreviewReport.json(draft.preview)),
      ]
    case .isRecorded(let positions):
      ["outcome": "recorded", "positions": .array(positions.map { .integer($0.number) })]
    case .refused(let error):
      ["outcome": "refused", "code": .string(error.code), "detail": .string(error.sentence)]
    }
  }

  /// What accepting it would do now, in a line.
  package static func line(_ look: Inbox.Look) -> String {
    switch look {
    case .records(_, let remarks, let draft):
      ProposalReport.line(draft.preview) + (remarks.lines.isEmpty ? "" : ", with remarks")
    case .isRecorded(let positions):
      "is recorded already, at "
        + enumerated(positions.prefix(5).map(\.description), conjunction: "and")
    case .refused(let error): "would be refused: \(error.sentence)"
    }
  }

  /// What its events are: their types and ids.
  package static func events(of proposal: Proposal) -> String {
    let names = proposal.current.compactMap { event -> String? in
      guard case .object(let members) = event else { return nil }
      let texts = members.compactMap { member -> (String, String)? in
        guard case .string(let text) = member.value else { return nil }
        return (member.name, text)
      }
      let fields = Dictionary(texts) { first, _ in first }
      return "\(fields["type"] ?? "") \(fields["id"] ?? "")"
    }
    let shown = names.prefix(3).map { printable($0) }
    return shown.joined(separator: ", ")
      + (names.count > 3 ? " and \(names.count - 3) events more" : "")
  }

  /// How many days it has waited.
  package static func days(of proposal: Proposal, on now: Timestamp) -> Int {
    max(0, Int(now.day.ordinal - proposal.at.day.ordinal))
  }

  private static func age(of proposal: Proposal, on now: Timestamp) -> String {
    switch days(of: proposal, on: now) {
    case 0: "today"
    case 1: "yesterday"
    case let days: "\(days) days ago"
    }
  }

  /// After how many days a proposal has waited for too long.
  package static let patience = 14
}

extension Proposal.Decision {
  /// What was decided, by whom, and why.
  package var words: String {
    let place =
      positions.isEmpty
      ? "" : ", at \(enumerated(positions.prefix(5).map(\.description), conjunction: "and"))"
    return "\(outcome.rawValue) by \(printable(by)) at \(at)\(place)"
      + (reason.map { ": \(printable($0))" } ?? "")
  }
}
