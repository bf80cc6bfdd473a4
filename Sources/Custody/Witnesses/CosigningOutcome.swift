package import Errors
package import JSON
import Stances
import Transparency

/// What came of asking witnesses.
package struct CosigningOutcome {
  /// What came of asking one.
  struct Visit: Sendable {
    let name: String
    let result: Result<WitnessVisit.Result, any Error>
  }

  let origin: Origin
  let visits: [Visit]
  /// Whether a policy names a quorum.
  let asksQuorum: Bool
  /// Whether the last signed head has it.
  let hasQuorum: Bool

  private var failures: [CosigningError.Witness] {
    visits.compactMap { visit in
      guard case .failure(let error) = visit.result else { return nil }
      return CosigningError.Witness(name: visit.name, error: error)
    }
  }

  /// The outcome for people: one line per cosignature, then whether they are enough.
  package var words: String {
    let lines = visits.compactMap { visit in
      (try? visit.result.get()).map {
        "\(printable(visit.name)) cosigned the head of \($0.size) events at \($0.time.time)"
      }
    }
    let summary = "\(lines.count) of \(visits.count) witnesses cosigned \(origin)"
    let quorum = asksQuorum ? hasQuorum ? "; the policy's quorum is met" : "; no quorum yet" : ""
    return (lines + [summary + quorum]).joined(separator: "\n")
  }

  /// The outcome for programs.
  package var json: JSONValue {
    [
      "origin": .string("\(origin)"),
      "quorum": .string(asksQuorum ? hasQuorum ? "met" : "not met" : "none asked"),
      "witnesses": .array(
        visits.map { visit in
          switch visit.result {
          case .success(let result):
            [
              "witness": .string(visit.name), "cosigned": true,
              "size": .integer(Int64(result.size)), "time": .string(result.time.time),
            ]
          case .failure(let error):
            [
              "witness": .string(visit.name), "cosigned": false, "reason": .string("\(error)"),
            ]
          }
        }),
    ]
  }

  /// What failed if enough succeeded anyway; throws what failed if not.
  ///
  /// A witness that saw another history is never outvoted.
  package func check() throws(CosigningError) -> CosigningError? {
    let failures = failures
    guard !failures.isEmpty || asksQuorum && !hasQuorum else { return nil }
    let failure = CosigningError(witnesses: failures)
    guard asksQuorum, hasQuorum, !failure.showsOtherHistory else { throw failure }
    return failure
  }
}

/// Witnesses did not cosign.
package struct CosigningError: StanceError {
  /// One witness, and why it did not.
  package struct Witness: Sendable {
    let name: String
    /// What went wrong with it.
    package let error: any Error
  }

  /// The witnesses that did not.
  package let witnesses: [Witness]

  /// Whether one of them saw another history of the log.
  var showsOtherHistory: Bool {
    witnesses.contains { ($0.error as? WitnessExchangeError)?.showsOtherHistory ?? false }
  }

  /// That one of them saw another history comes first.
  package var kind: ErrorKind {
    let kinds = witnesses.map { ($0.error as? any StanceError)?.kind ?? .bug }
    return kinds.contains(.finding) ? .finding : kinds.first ?? .finding
  }
}

extension CosigningError: CustomStringConvertible {
  package var description: String {
    guard !witnesses.isEmpty else {
      return "the policy's quorum is not met; give more of its witnesses a URL"
    }
    return witnesses.map { "\(printable($0.name)): \($0.error)" }.joined(separator: "\nstance: ")
  }
}
