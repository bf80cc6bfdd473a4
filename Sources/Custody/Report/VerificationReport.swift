package import JSON
import Stances

/// What has been shown of a log, claim by claim, each with what it leaves open.
///
/// There is no sum of the four: which claim somebody needs is theirs to say.
package struct VerificationReport: Hashable, Sendable {
  /// What came of one claim.
  package enum Outcome: Hashable, Sendable {
    case shown(String)
    case notShown(String)
    /// It was asked for and is not there.
    case missed(String)
    case refuted(String)
  }

  /// Whether the events are those of the signed head.
  package var intact: Outcome
  /// Whether the log continues the heads that somebody kept.
  package var sameHistory: Outcome
  /// Whether witnesses cosigned it.
  package var witnessed: Outcome
  /// Whether time stamps date it: they are kept beside a log, not in its tree and not in a proof.
  package var dated = Outcome.notShown(
    "no time stamp is looked at; the times in the events are their recorders' own")

  /// Whether anything is refuted, or missed that was asked for.
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
                    leaves open: \(claim.leavesOpen)
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
        leavesOpen: "whether what is recorded is true and all there is; "
          + "what the key's holder rewrote and signed anew"),
      Claim(
        name: "SAME HISTORY", outcome: sameHistory,
        leavesOpen: "whether others were shown another history"),
      Claim(
        name: "WITNESSED", outcome: witnessed,
        leavesOpen: "what stands behind the last cosigned head; witnesses of the log's own operator"
      ),
      Claim(
        name: "DATED", outcome: dated,
        leavesOpen: "when something happened or was first seen; only by when it was recorded"),
    ]
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
