import ArgumentParser
import EventLog
import Stances
import Transparency

/// `stance cosign`: has witnesses sign the head of the log.
struct Cosign: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Have witnesses cosign the last signed head of the log.",
    discussion: """
      EXAMPLES
        stance cosign https://witness.example/ --witness VKEY
                                             one witness: its URL and key
        stance cosign --policy witnesses.policy
                                             all of a policy that have a URL
        stance checkpoint                    the head with its cosignatures

      A witness checks that the head continues the one that it cosigned before,
      and signs it with the time (C2SP tlog-witness): no second history stays
      hidden from it. Its operator has to know the log; send the line that
      'stance key show' prints. Ends with status 1 if a witness saw another
      history, 75 if it cannot be reached, and 65 if its certificate or its
      answer cannot be trusted; a policy's quorum is enough for status 0. Over
      https the system's authorities are trusted, or those of the file that
      SSL_CERT_FILE names.
      """)

  @Argument(
    help: ArgumentHelp("The witness's submission prefix; its key is --witness.", valueName: "url"))
  var url: String?

  @Option(
    help: ArgumentHelp("How many seconds a witness has for each answer.", valueName: "seconds"))
  var timeout = 10

  @OptionGroup var proof: ProofOptions
  @OptionGroup var log: LogOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard 1...3_600 ~= timeout else {
      throw ValidationError("Give --timeout a number of seconds from 1 to 3600.")
    }
    switch (url, proof.trust.path, proof.witnesses.count) {
    case (_?, nil, 1), (nil, _?, 0): break
    default:
      throw ValidationError("Give either a URL with one --witness VKEY, or --policy FILE.")
    }
  }

  func run() async throws {
    let trust = try proof.trust.read()
    let witnesses = try askedWitnesses(trust)
    let log = try EventLog.open(at: log.path, for: .appending)
    guard let origin = try log.read({ try $0.origin() }) else { throw ProvingError.neverSigned }
    guard let policy = try proof.policy(forLogOf: origin) else { throw ProvingError.noKey }

    let visited = try await WitnessClient.using(patience: .seconds(timeout)) { client in
      await visit(
        witnesses.map { WitnessVisit(witness: $0, log: log, policy: policy, client: client) })
    }
    let outcome = CosigningOutcome(
      origin: origin, visits: visited, asksQuorum: policy.quorum != .none,
      hasQuorum: try log.read { try $0.lastCosignedCheckpoint() }.map {
        trust?.isMet(by: $0.note) ?? true
      }
        ?? false)
    try output.write(words: outcome.words, json: outcome.json)
    try outcome.check()
  }

  private func askedWitnesses(_ trust: TrustPolicy?) throws -> [AskedWitness] {
    if let url {
      let key = try VerifierKey(proof.witnesses[0])
      return [AskedWitness(name: "\(key.name)", key: key, address: try WitnessAddress(url))]
    }
    let asked = try (trust?.witnesses ?? []).compactMap { witness in
      try witness.url.map {
        AskedWitness(name: witness.name, key: witness.key, address: try WitnessAddress($0))
      }
    }
    guard !asked.isEmpty else {
      throw ProvingError.noWitnessToAsk(path: proof.trust.path ?? "the policy")
    }
    return asked
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
