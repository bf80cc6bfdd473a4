package import EventLog
import Transparency

/// Asks witnesses to cosign the last signed head of a log, all at the same time.
package struct Cosigning: Sendable {
  private let log: EventLog
  private let witnesses: [AskedWitness]
  private let policy: CheckpointPolicy
  /// Whose quorum is wanted; nil if no policy was given.
  private let trust: TrustPolicy?

  /// Decides whom to ask: one witness, or all those of a policy that have a URL.
  ///
  /// - Throws: ``ProvingError``, ``WitnessAddressError``; ``KeyError``.
  package init(_ log: EventLog, at url: String?, believing chosen: TrustChoice) throws {
    guard let origin = try log.read({ try $0.origin() }) else { throw ProvingError.neverSigned }
    guard let policy = try chosen.policy(forLogOf: origin) else { throw ProvingError.noKey }
    self.log = log
    self.policy = policy
    trust = try chosen.policyFile?.read()
    witnesses = try Self.asked(at: url, chosen, trust)
  }

  private static func asked(
    at url: String?, _ chosen: TrustChoice, _ trust: TrustPolicy?
  ) throws -> [AskedWitness] {
    if let url {
      return try chosen.witnessKeys().map {
        AskedWitness(name: "\($0.name)", key: $0, address: try WitnessAddress(url))
      }
    }
    let asked = try (trust?.witnesses ?? []).compactMap { witness in
      try witness.url.map {
        AskedWitness(name: witness.name, key: witness.key, address: try WitnessAddress($0))
      }
    }
    guard !asked.isEmpty else {
      throw ProvingError.noWitnessToAsk(path: chosen.policyFile?.path ?? "the policy")
    }
    return asked
  }

  /// Asks, and keeps what they sign.
  package func run(by client: WitnessClient) async throws -> CosigningOutcome {
    let visits = await visit(
      witnesses.map { WitnessVisit(witness: $0, log: log, policy: policy, client: client) })
    return CosigningOutcome(
      origin: policy.origin, visits: visits, asksQuorum: policy.quorum != .none,
      hasQuorum: try log.read { try $0.lastCosignedCheckpoint() }.map {
        trust?.isMet(by: $0.note) ?? true
      } ?? false)
  }

  /// Asks all at the same time; answers in the order of the witnesses.
  ///
  /// One task a witness, each awaited in turn: the same in a task group comes back empty from the
  /// optimizer of Swift 6.3.
  private func visit(_ visits: [WitnessVisit]) async -> [CosigningOutcome.Visit] {
    let asked = visits.map { visit in
      Task {
        do {
          return CosigningOutcome.Visit(
            name: visit.witness.name, result: .success(try await visit.run()))
        } catch {
          return CosigningOutcome.Visit(name: visit.witness.name, result: .failure(error))
        }
      }
    }
    var answers: [CosigningOutcome.Visit] = []
    for task in asked { answers.append(await task.value) }
    return answers
  }
}
