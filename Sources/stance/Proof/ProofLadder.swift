import JSON
import Reports
import Stances

/// What has been shown of a log, rung by rung, each with what it leaves open.
///
/// There is no sum of the four: which rung somebody needs is theirs to say.
struct ProofLadder {
  /// What came of one rung.
  enum Answer {
    case shown(String)
    case notShown(String)
    /// It was asked for and is not there.
    case missed(String)
    case refuted(String)
  }

  var intact: Answer
  var sameHistory: Answer
  var witnessed: Answer
  /// Time stamps are kept beside a log, not in its tree and not in a proof.
  var dated = Answer.notShown(
    "no time stamp is looked at; the times in the events are their recorders' own")

  /// Whether anything is refuted, or missed that was asked for.
  var isRefuted: Bool {
    rungs.contains {
      switch $0.answer {
      case .refuted, .missed: true
      case .shown, .notShown: false
      }
    }
  }

  /// The ladder as lines, for people.
  var words: String {
    rungs.map { rung in
      """
      \(rung.name.padded(to: 14))\(rung.answer.word): \(printable(rung.answer.says))
                    leaves open: \(rung.leavesOpen)
      """
    }.joined(separator: "\n")
  }

  /// The ladder for programs.
  var json: JSONValue {
    .array(
      rungs.map { rung in
        [
          "rung": .string(rung.name), "answer": .string(rung.answer.word),
          "says": .string(rung.answer.says), "leavesOpen": .string(rung.leavesOpen),
        ]
      })
  }

  private struct Rung {
    let name: String
    let answer: Answer
    let leavesOpen: String
  }

  private var rungs: [Rung] {
    [
      Rung(
        name: "INTACT", answer: intact,
        leavesOpen: "whether what is recorded is true and all there is; "
          + "what the key's holder rewrote and signed anew"),
      Rung(
        name: "SAME HISTORY", answer: sameHistory,
        leavesOpen: "whether others were shown another history"),
      Rung(
        name: "WITNESSED", answer: witnessed,
        leavesOpen: "what stands behind the last cosigned head; witnesses of the log's own operator"
      ),
      Rung(
        name: "DATED", answer: dated,
        leavesOpen: "when something happened or was first seen; only by when it was recorded"),
    ]
  }
}

extension ProofLadder.Answer {
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
