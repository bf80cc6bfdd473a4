package import JSON
package import Projections
import Stances

/// What is worth a look in a record, strongest first.
package enum ReviewReport {
  /// How many findings each rule has, and the first of each.
  ///
  /// - Parameters:
  ///   - answer: the review.
  ///   - whole: the rules whose findings are all shown.
  /// - Returns: the document; its records are all findings.
  package static func document(
    _ answer: Answer<RecordReview>, whole: Set<ReviewCode> = []
  ) -> Document {
    let review = answer.content
    let groups = ReviewCode.allCases.map { code in
      (code: code, found: review.findings.filter { $0.code == code })
    }
    .filter { !$0.found.isEmpty }
    return Document(
      title: "Review: what is worth a look",
      query: [
        answer.queryLine,
        "Rules of the review: \(RecordReview.rules) · long is more than "
          + counted(review.staleAfter, "day"),
      ],
      blocks: [.paragraph(RichText(summary(of: review, groups.count)))]
        + (groups.isEmpty ? [] : [.table(table(of: groups, review))])
        + groups.flatMap { blocks(of: $0.code, $0.found, isWhole: whole.contains($0.code)) },
      proof: answer.proofLine, records: records(of: review.findings))
  }

  /// The rules that were asked and all findings in the envelope.
  package static func json(_ answer: Answer<RecordReview>) -> JSONValue {
    let review = answer.content
    return answer.envelope([
      "review": .string(RecordReview.rules),
      "staleAfter": .integer(Int64(review.staleAfter)),
      "rules": .array(
        ReviewCode.allCases.compactMap { code in
          review.lookedAt[code].map { looked in
            [
              "code": .string(code.rawValue), "title": .string(code.title),
              "found": .integer(Int64(review.findings.count { $0.code == code })),
              "lookedAt": .integer(Int64(looked)),
            ]
          }
        }),
      "findings": .array(review.findings.map { .object($0.members) }),
      "acknowledged": .array(
        review.acknowledged.map { finding, by in
          .object(
            finding.members + [
              ("until", .string(by.until.description)), ("by", JSONValue(by.by)),
              ("reason", JSONValue(by.reason)),
            ])
        }),
    ])
  }

  /// The most findings of a rule that are shown without asking; of more the first few are.
  private static let most = 5
  private static let few = 3

  private static func summary(of review: RecordReview, _ rules: Int) -> String {
    let found =
      review.findings.isEmpty
      ? "Nothing is worth a look by the rules that were asked"
      : "\(counted(review.findings.count, "finding")) by "
        + "\(rules) of \(counted(review.lookedAt.count, "rule"))"
    return found
      + (review.acknowledged.isEmpty
        ? "" : "; \(review.acknowledged.count) acknowledged and not shown") + "."
  }

  private static func table(
    of groups: [(code: ReviewCode, found: [ReviewPoint])], _ review: RecordReview
  ) -> Table {
    Table(
      of: groups,
      [
        (.init("Rule"), { RichText($0.code.rawValue) }),
        (.init("Worth a look"), { RichText($0.code.title) }),
        (.init("Found", .trailing), { RichText("\($0.found.count)") }),
        (
          .init("Among", .trailing),
          { RichText("\(review.lookedAt[$0.code] ?? 0)") }
        ),
      ])
  }

  private static func blocks(
    of code: ReviewCode, _ found: [ReviewPoint], isWhole: Bool
  ) -> [Document.Block] {
    let shown = isWhole || found.count <= most ? found[...] : found.prefix(few)
    let rest = found.count - shown.count
    return [
      .heading("\(code.rawValue): \(code.title)"), .paragraph(RichText(code.reason)),
      .actions(shown.map { .init($0.words, command: $0.command) }),
    ]
      + (rest == 0
        ? []
        : [
          .paragraph(
            "And \(rest) more; to see all, ask for \(code.rawValue) only (--only \(code.rawValue))."
          )
        ])
  }

  private static func records(of findings: [ReviewPoint]) -> Records {
    Records(
      of: findings,
      [
        ("code", \.code.rawValue), ("subject", \.subject.text), ("since", { $0.since?.text }),
        ("what", \.what), ("command", \.command),
      ])
  }
}

extension ReviewPoint {
  fileprivate var members: [(name: String, value: JSONValue)] {
    [
      ("code", .string(code.rawValue)), ("kind", .string(code.kind.rawValue)),
      ("subject", .string(subject.text)), ("since", JSONValue(since)), ("what", .string(what)),
      ("command", .string(command)),
    ]
  }

  /// What is found, in what, and since when.
  fileprivate var words: RichText {
    let date = since.map { ", \($0.spokenAsStart)" } ?? ""
    let name: RichText.Run =
      if case .page(let address) = subject { .address(address) } else { .name(subject.text) }
    return RichText(runs: [name, .text("\(date): \(what).")])
  }
}
