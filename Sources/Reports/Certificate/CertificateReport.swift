package import JSON
package import Projections
import Stances

/// One answer on one page, with everything needed to hold the log to it.
///
/// It attests to what a log contains, not to what happened, even if the log contains nothing.
package enum CertificateReport {
  /// The query, the answer, the log's head with what vouches for it, and how to check everything.
  package static func document(
    _ answer: Answer<[Posture]>, _ attestation: Attestation
  ) -> Document {
    let postures = PosturesReport.document(answer)
    return Document(
      title: "Certificate of what a log contains", query: [answer.queryLine],
      blocks: [.paragraph(RichText(purpose)), .heading("The query")]
        + [.facts(query(answer, attestation)), .heading("The answer")] + absences(attestation)
        + (isAboutNone(attestation) ? [] : postures.blocks)
        + (answer.content.isEmpty ? [.paragraph(RichText(silence))] : [])
        + [.heading("The log"), .facts(log(answer, attestation))]
        + [.heading("What this shows, and what it does not")]
        + [.list(limits.map { RichText($0) })]
        + [.heading("How to check it"), .list(steps(answer, attestation).map { RichText($0) })],
      proof: answer.proofLine, records: postures.records)
  }

  /// The postures in the envelope, with the signed head, the way to it and the time stamps.
  package static func json(
    _ answer: Answer<[Posture]>, _ attestation: Attestation
  ) -> JSONValue {
    answer.envelope([
      "attests": .string(purpose),
      "companies": JSONValue(attestation.companies),
      "unknown": .array(
        attestation.unknown.map {
          ["name": .string($0.given), "nearest": JSONValue($0.nearest)]
        }),
      "postures": .array(answer.content.map(\.json)),
      "nothingFound": .bool(answer.content.isEmpty),
      "issued": .string(attestation.issued.description),
      "key": JSONValue(attestation.key),
      "signed": attestation.signed?.json ?? .null,
      "stamps": .array(attestation.stamps.map(\.json)),
      "limits": JSONValue(limits),
    ])
  }

  private static let purpose =
    "This page states what the log named below contains in answer to one query, under the rules "
    + "named below. It attests to the content of the log. It does not attest to what happened."

  private static let silence =
    "That the log contains nothing here is a statement about the log. It does not mean that "
    + "nothing happened."

  /// Whether only names were asked about that the log does not have.
  private static func isAboutNone(_ attestation: Attestation) -> Bool {
    attestation.companies.isEmpty && !attestation.unknown.isEmpty
  }

  /// What the log does not have, and what it has that is spelt alike.
  private static func absences(_ attestation: Attestation) -> [Document.Block] {
    attestation.unknown.map { name in
      let nearest =
        name.nearest.isEmpty
        ? "No company of the log is spelt like it."
        : "Nearest in spelling, and not what was asked: \(name.nearest.joined(separator: ", "))."
      return .paragraph(
        RichText("No company of the log has the slug, name or alias ")
          + .name(name.given, ". \(nearest)"))
    }
  }

  private static let limits = [
    "Shown by the root: which events the answer rests on, byte for byte, in number and in order.",
    "Shown by a signature: that the key holder signed that root.",
    "Shown by a time stamp whose signature was checked: that the events existed by that time.",
    "Not shown: that what is recorded is true, that a company said or did it, or that a date is "
      + "right; for that, each event names its evidence.",
    "Not shown: that the log is complete. What was never recorded leaves no trace in it.",
  ]

  private static func query(
    _ answer: Answer<[Posture]>, _ attestation: Attestation
  ) -> [Document.Fact] {
    let clocks = answer.clocks
    return [
      .init(
        "Companies",
        RichText(
          attestation.companies.isEmpty && attestation.unknown.isEmpty
            ? "all in the log"
            : (attestation.companies.map(\.text) + attestation.unknown.map(\.given))
              .joined(separator: ", "))),
      .init("As of", RichText("\(clocks.to)")),
      .init(
        "As published by", RichText(clocks.knownBy.map { "\($0)" } ?? "no limit")),
      .init("As recorded up to", RichText("position \(clocks.at) of the log")),
      .init(
        "Fuzzy dates",
        RichText(clocks.fuzzy == .lenient ? "from their first day" : "from their last day")),
      .init("Rules", RichText(answer.rules)),
      .init("Issued", RichText("\(attestation.issued), by this machine's clock")),
    ]
  }

  private static func log(
    _ answer: Answer<[Posture]>, _ attestation: Attestation
  ) -> [Document.Fact] {
    let head = answer.head
    let signed = attestation.signed
    let facts: [Document.Fact?] = [
      .init(
        "Origin",
        RichText(head.origin ?? "not named in these events; a later signature names it")),
      .init("Size", RichText("\(head.size) events")),
      .init("Root", RichText(head.root)),
      .init("Public key", optional: attestation.key),
      .init(
        "Signed",
        RichText(
          signed.map { "a head of \($0.size) events, root \($0.root)" }
            ?? "not yet: no signed head covers these events")),
    ]
    let signatures = signed.map { note in
      note.note.split(separator: "\n").filter { $0.hasPrefix("— ") }
        .map { Document.Fact("Signature", RichText(String($0.dropFirst(2)))) }
    }
    let stamps = attestation.stamps.map {
      Document.Fact(
        "Time stamp",
        RichText(
          "\($0.time) on the first \($0.size) events, according to "
            + ($0.authority ?? "an authority that it does not name")
            + "; its signature was not checked for this page"))
    }
    return facts.compactMap(\.self) + (signatures ?? [])
      + (stamps.isEmpty ? [.init("Time stamp", "none")] : stamps)
  }

  private static func steps(
    _ answer: Answer<[Posture]>, _ attestation: Attestation
  ) -> [String] {
    let clocks = answer.clocks
    let companies = attestation.companies.map { " \($0.text)" }.joined()
    let known = clocks.knownBy.map { " --known-by \($0)" } ?? ""
    let fuzzy = clocks.fuzzy == .strict ? " --fuzzy strict" : ""
    let query =
      " --to \(clocks.to)\(known) --at \(clocks.at)\(fuzzy)"
      + (clocks.rules == .current ? "" : " --rules \(clocks.rules.rawValue)")
    let again =
      isAboutNone(attestation)
      ? "stance companies\(query) lists all that it has. Its last line is this page's"
      : "stance posture\(companies)\(query). It prints this answer and, with the root, this "
        + "page's last line"
    let key = attestation.key ?? "VKEY"
    return [
      "Ask the log again: \(again); otherwise it is not the log that this page is about.",
      "Check the log: stance verify --key \(key). Take the key from its holder's own page, "
        + "not from this one.",
      "Check without this program: any RFC 6962 implementation computes the root from the events of "
        + "a tile folder (C2SP tlog-tiles); the signed head is a C2SP checkpoint. The JSON form of "
        + "this page contains it in full, with the hashes that link it to the root above.",
    ]
  }
}

extension Attestation.SignedHead {
  fileprivate var json: JSONValue {
    [
      "size": .integer(size), "root": .string(root), "checkpoint": .string(note),
      "consistency": JSONValue(growth),
    ]
  }
}

extension Attestation.Stamp {
  fileprivate var json: JSONValue {
    ["size": .integer(size), "time": .string(time), "authority": JSONValue(authority)]
  }
}
