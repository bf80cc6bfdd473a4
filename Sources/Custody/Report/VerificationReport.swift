import Errors
package import JSON
import Stances

/// What has been shown about a log, claim by claim, each with what it does not prove.
///
/// The claims are not summed up: which claims matter is for the reader to say.
package struct VerificationReport: Hashable, Sendable {
  /// What came of one claim.
  package enum Outcome: Hashable, Sendable {
    case shown(String)
    case notShown(String)
    /// It was asked for and is missing.
    case missed(String)
    case refuted(String)
  }

  /// Whether the events are those of the signed head.
  package var intact: Outcome
  /// Whether the log continues the heads that were kept elsewhere.
  package var sameHistory: Outcome
  /// Whether witnesses cosigned it.
  package var witnessed: Outcome
  /// Whether time stamps date it: they are kept beside a log, not in its tree and not in a proof.
  package var dated = Outcome.notShown(
    "time stamps were not checked; the times in the events are the recorders' own")

  /// Whether the files kept beside the log are those that were recorded; nil if it has none.
  package var copies: Outcome?

  /// Whether anything is refuted, or is missing although it was asked for.
  package var isRefuted: Bool {
    claims.contains {
      switch $0.outcome {
      case .refuted, .missed: true
      case .shown, .notShown: false
      }
    }
  }

  /// The claims as lines, for people.
  package var words: String {
    claims.map { claim in
      """
      \(claim.name.padded(to: 14))\(claim.outcome.word): \(printable(claim.outcome.says))
                    does not prove \(claim.leavesOpen)
      """
    }.joined(separator: "\n")
  }

  /// The claims for programs.
  package var json: JSONValue {
    .array(
      claims.map { claim in
        [
          "rung": .string(claim.name), "answer": .string(claim.outcome.word),
          "says": .string(claim.outcome.says), "leavesOpen": .string(claim.leavesOpen),
        ]
      })
  }

  private struct Claim {
    let name: String
    let outcome: Outcome
    let leavesOpen: String
  }

  private var claims: [Claim] {
    [
      Claim(
        name: "INTACT", outcome: intact,
        leavesOpen: "that the record is true or complete, or that the key holder "
          + "has not rewritten and re-signed it"),
      Claim(
        name: "SAME HISTORY", outcome: sameHistory,
        leavesOpen: "that others were shown the same history"),
      Claim(
        name: "WITNESSED", outcome: witnessed,
        leavesOpen: "anything about events after the last cosigned head, or that "
          + "the witnesses are independent of the log's operator"),
      Claim(
        name: "DATED", outcome: dated,
        leavesOpen: "when something happened or was first seen, only by when it "
          + "was recorded"),
    ]
      + (copies.map { outcome in
        [
          Claim(
            name: "COPIES", outcome: outcome, leavesOpen: "that the sites ever served these bytes")
        ]
      } ?? [])
  }
}

extension VerificationReport.Outcome {
  fileprivate var word: String {
    switch self {
    case .shown: "shown"
    case .notShown: "not shown"
    case .missed: "MISSED"
    case .refuted: "REFUTED"
    }
  }

  fileprivate var says: String {
    switch self {
    case .shown(let words), .notShown(let words), .missed(let words), .refuted(let words): words
    }
  }
}
